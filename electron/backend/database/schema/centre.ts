import { usualPredicates } from './schema-parts.ts'

export const centre = /* sql */ `
-- The centre itself, its settings, the people who work with the program and the officials who sign.

-- Fingerprint of the schema that this database was made with: one row, written by openDatabase.
CREATE TABLE schema_origin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
) STRICT;

-- The centre: one row, made at the first start.
CREATE TABLE centre (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  government TEXT NOT NULL,
  agency TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  city TEXT NOT NULL,
  -- Kemendagri code of the kabupaten or kota whose kelurahan the home page shows.
  regency_code TEXT NOT NULL DEFAULT '3671' CHECK (length(regency_code) = 4 AND regency_code NOT GLOB '*[^0-9]*'),
  classification TEXT NOT NULL,
  unit TEXT NOT NULL,
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'F4')),
  -- Whether the scan of a signed paper stands in the file of a cohort instead of the unsigned one or after it.
  scan_place TEXT NOT NULL DEFAULT 'INSTEAD' CHECK (scan_place IN ('INSTEAD', 'AFTER')),
  logo BLOB,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  -- The person at the desk now; every audit row names this person.
  operator_id INTEGER REFERENCES operator (id)
) STRICT;

-- The rules of the centre: one row. A cohort copies what it is graded by, so a change does not reach one that has begun.
CREATE TABLE rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  -- So many days of Alpa in a row raise an alarm.
  absence_alarm INTEGER NOT NULL DEFAULT 3 CHECK (absence_alarm BETWEEN 2 AND 10),
  theory_weight INTEGER NOT NULL CHECK (theory_weight BETWEEN 0 AND 100),
  practice_weight INTEGER NOT NULL CHECK (practice_weight = 100 - theory_weight),
  pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 10000),
  units_required INTEGER NOT NULL DEFAULT 1 CHECK (units_required IN (0, 1)),
  predicate_bands TEXT NOT NULL DEFAULT ${usualPredicates} CHECK (json_valid(predicate_bands)),
  -- Minutes of one hour of training (JP).
  minutes_per_hour INTEGER NOT NULL CHECK (minutes_per_hour BETWEEN 30 AND 60),
  certificate_template TEXT NOT NULL,
  statement_template TEXT NOT NULL,
  first_certificate_number INTEGER NOT NULL CHECK (first_certificate_number >= 1),
  first_statement_number INTEGER NOT NULL CHECK (first_statement_number >= 1),
  certificate_back_signed_by TEXT NOT NULL CHECK (certificate_back_signed_by IN ('instructor', 'head')),
  certificate_palette TEXT NOT NULL CHECK (certificate_palette IN ('berwarna', 'hitam')),
  print_photo INTEGER NOT NULL CHECK (print_photo IN (0, 1)),
  -- So many days after the day of issue a paper may be dated.
  issue_days_ahead INTEGER NOT NULL DEFAULT 0 CHECK (issue_days_ahead BETWEEN 0 AND 14),
  -- The time within which a second training of the same person needs a reason.
  trained_within TEXT NOT NULL DEFAULT 'year' CHECK (trained_within IN ('year', 'months', 'ever')),
  -- The last day of a cohort on which a reserve may still take a place.
  reserve_until_day INTEGER NOT NULL DEFAULT 3 CHECK (reserve_until_day BETWEEN 0 AND 60),
  -- Years that personal data is kept after the last cohort of a person ended.
  retention_years INTEGER NOT NULL DEFAULT 10 CHECK (retention_years BETWEEN 1 AND 50)
) STRICT;

-- How the papers of this office differ from those of others: one row, written when somebody first changes them.
CREATE TABLE paper_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND json_type(settings) = 'object')
) STRICT;

-- People who work with the program.
CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

-- Officials who sign papers, by the time in which they hold an office.
CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL DEFAULT 'HEAD' CHECK (role IN ('HEAD', 'AGENCY_HEAD', 'BUDGET_HOLDER', 'TECHNICAL', 'TREASURER')),
  prefix TEXT NOT NULL CHECK (prefix IN ('', 'Plt.', 'Plh.', 'a.n.')),
  title TEXT NOT NULL CHECK (title <> ''),
  -- With 'a.n.': the post of who signs, and the one below it that it is passed on to (u.b.).
  post TEXT NOT NULL DEFAULT '',
  via TEXT NOT NULL DEFAULT '' CHECK (via = '' OR post <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  rank TEXT NOT NULL,
  nip TEXT NOT NULL CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_until TEXT CHECK (valid_until IS NULL OR (valid_until IS date(valid_until) AND valid_until >= valid_from))
) STRICT;

-- What was looked at once before this PC was worked on: the test page was printed, the clock was read, or nobody wants to see it again.
CREATE TABLE computer_step (
  step TEXT PRIMARY KEY CHECK (step IN ('TEST_PAGE', 'CLOCK', 'HIDDEN')),
  done_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
