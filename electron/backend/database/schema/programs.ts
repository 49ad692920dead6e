import { trades } from './schema-parts.ts'

export const programs = /* sql */ `
-- What is taught and where: programs with their units, and rooms.

-- Training programs. A cohort copies title, trade and units, so later edits do not change it.
CREATE TABLE program (
  id INTEGER PRIMARY KEY,
  trade TEXT NOT NULL CHECK (trade IN ${trades}),
  title TEXT NOT NULL UNIQUE CHECK (title <> ''),
  standard TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Units of competence of a program, in order.
CREATE TABLE program_unit (
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 24),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  theory_hours INTEGER NOT NULL CHECK (theory_hours >= 0),
  practice_hours INTEGER NOT NULL CHECK (practice_hours >= 0),
  compulsory INTEGER NOT NULL CHECK (compulsory IN (0, 1)),
  PRIMARY KEY (program_id, position),
  UNIQUE (program_id, code),
  CHECK (theory_hours + practice_hours > 0)
) STRICT, WITHOUT ROWID;

-- Elements of a unit, if the unit is assessed by its elements.
CREATE TABLE program_element (
  program_id INTEGER NOT NULL,
  unit_position INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 20),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  PRIMARY KEY (program_id, unit_position, position),
  FOREIGN KEY (program_id, unit_position) REFERENCES program_unit (program_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Rooms and workshops.
CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  capacity INTEGER NOT NULL CHECK (capacity >= 1),
  note TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- The trades that a room is equipped for. A room without rows suits every trade.
CREATE TABLE room_trade (
  room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  trade TEXT NOT NULL CHECK (trade IN ${trades}),
  PRIMARY KEY (room_id, trade)
) STRICT, WITHOUT ROWID;
`
