import { dayOffKinds } from './schema-parts.ts'

export const calendar = /* sql */ `
-- Days on which the whole centre holds no training.

-- Years whose days off were entered, with the decree they come from.
CREATE TABLE holiday_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
  source TEXT NOT NULL CHECK (source <> '')
) STRICT;

-- Holidays, joint leave and days on which the centre is closed.
CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL UNIQUE CHECK (date IS date(date)),
  kind TEXT NOT NULL CHECK (kind IN ${dayOffKinds}),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL,
  -- 0 for a feast that depends on the sighting of the moon: its date may still change by a day until it has passed.
  certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1))
) STRICT;
`
