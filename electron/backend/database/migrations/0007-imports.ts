/**
 * Lists of people that came in as files: who sent and who took them in, and what every line did, so that an import can be taken back
 * while nothing depends on it. The columns of a sender are remembered for the next file.
 */
export const imports = /* sql */ `
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  sender TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  sheet TEXT NOT NULL,
  taken_back_at TEXT,
  taken_back_by TEXT CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL))
) STRICT;
CREATE INDEX import_by_hash ON import (file_hash);

CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  outcome TEXT NOT NULL CHECK (outcome IN ('created', 'changed', 'matched', 'skipped', 'rejected')),
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- Goes when the import that brought the person in is taken back.
  trainee_id INTEGER REFERENCES trainee (id) ON DELETE SET NULL,
  -- Values of the changed fields before and after; of a new person all of them after.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  -- How many rows of other tables named a changed person then: one more means that something depends on the change.
  ties INTEGER NOT NULL DEFAULT 0 CHECK (ties >= 0),
  PRIMARY KEY (import_id, row),
  CHECK ((outcome = 'changed') = (before IS NOT NULL)),
  CHECK ((outcome IN ('created', 'changed')) = (after IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_by_trainee ON import_row (trainee_id) WHERE trainee_id IS NOT NULL;

-- Both folded, so that 'Kel. Karawaci Baru' and 'KEL KARAWACI BARU' are one sender. Without a field the column is left out.
CREATE TABLE import_column (
  sender TEXT NOT NULL CHECK (sender <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  field TEXT,
  PRIMARY KEY (sender, title)
) STRICT, WITHOUT ROWID;
`
