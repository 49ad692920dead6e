import { usualPredicates } from './schema-parts.ts'

export const centre = /* sql */ `
-- The centre itself, its settings and the officials who sign.

-- Fingerprint of the schema that this database was made with, and an identity that no other centre has: one row, written by openDatabase.
CREATE TABLE schema_origin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  centre_id TEXT NOT NULL DEFAULT (lower(hex(randomblob(16)))) CHECK (length(centre_id) = 32)
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
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;

-- The rules of the centre: one row. A cohort copies what it is graded by, so a change does not reach one that has begun.
CREATE TABLE rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  -- So many days of Alpa in a row raise an alarm.
  absence_alarm INTEGER NOT NULL DEFAULT 3 CHECK (absence_alarm BETWEEN 2 AND 10),
  -- Who answers for personal data, and how to reach; '' while nobody is named.
  data_officer TEXT NOT NULL DEFAULT '',
  data_officer_contact TEXT NOT NULL DEFAULT '',
  -- Minutes without a key after which the screen is locked.
  lock_after INTEGER NOT NULL DEFAULT 5 CHECK (lock_after BETWEEN 1 AND 30),
  -- A closed day is opened again by two people, where there are two.
  reopen_by_two INTEGER NOT NULL DEFAULT 1 CHECK (reopen_by_two IN (0, 1)),
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

-- What was looked at once before this PC was worked on: the test page was printed, the clock was read, or nobody wants to see the list again,
-- or that of the first steps of an office.
CREATE TABLE computer_step (
  step TEXT PRIMARY KEY CHECK (step IN ('TEST_PAGE', 'CLOCK', 'HIDDEN', 'STEPS_HIDDEN')),
  done_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

export const access = /* sql */ `
-- People who work with the program: accounts, roles, what they sign in with, and acts that wait for a second person.

-- Somebody who works with the program. Never deleted: the history names them.
CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  nip TEXT NOT NULL DEFAULT '' CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  -- The instructor that this person is: 'kelasnya' are the classes of that instructor.
  instructor_id INTEGER REFERENCES instructor (id),
  -- The last day of access; an inspector must have one.
  valid_until TEXT CHECK (valid_until IS NULL OR valid_until IS date(valid_until)),
  disabled_at TEXT,
  disabled_by TEXT,
  CHECK ((disabled_at IS NULL) = (disabled_by IS NULL))
) STRICT;
CREATE TRIGGER operator_stays BEFORE DELETE ON operator BEGIN SELECT RAISE(ABORT, 'operator_stays'); END;

-- What somebody may be. An inspector is nothing else.
CREATE TABLE operator_role (
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  role TEXT NOT NULL CHECK (role IN ('desk', 'training', 'instructor', 'treasurer', 'head', 'admin', 'inspector')),
  PRIMARY KEY (operator_id, role)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER operator_role_alone BEFORE INSERT ON operator_role
WHEN EXISTS (
  SELECT 1 FROM operator_role
  WHERE operator_id = NEW.operator_id AND role <> NEW.role AND 'inspector' IN (role, NEW.role)
)
BEGIN SELECT RAISE(ABORT, 'inspector_alone'); END;

-- What an account signs in with, as scrypt gives it. A PIN is worth nothing without the pepper in the key folder.
CREATE TABLE operator_secret (
  operator_id INTEGER PRIMARY KEY REFERENCES operator (id),
  kind TEXT NOT NULL CHECK (kind IN ('PIN', 'PASSWORD')),
  hash TEXT NOT NULL CHECK (hash GLOB 'scrypt$*$*$*$*$*'),
  set_at TEXT NOT NULL,
  -- Given by another person for the first time: good until then, and changed at its first use.
  once_until TEXT
) STRICT;

-- Whoever is without an Admin cannot be helped any more.
CREATE TRIGGER operator_last_admin BEFORE UPDATE OF disabled_at ON operator
WHEN NEW.disabled_at IS NOT NULL AND EXISTS (SELECT 1 FROM operator_role WHERE operator_id = NEW.id AND role = 'admin')
  AND NOT EXISTS (
    SELECT 1 FROM operator JOIN operator_role ON operator_role.operator_id = operator.id
    WHERE operator.id <> NEW.id AND disabled_at IS NULL AND role = 'admin'
  )
BEGIN SELECT RAISE(ABORT, 'last_admin'); END;
CREATE TRIGGER operator_role_last_admin BEFORE DELETE ON operator_role
WHEN OLD.role = 'admin' AND NOT EXISTS (
  SELECT 1 FROM operator JOIN operator_role ON operator_role.operator_id = operator.id
  WHERE operator.id <> OLD.operator_id AND disabled_at IS NULL AND role = 'admin'
)
BEGIN SELECT RAISE(ABORT, 'last_admin'); END;

-- Failures in a row of an account ('operator 3') and of a place ('desk Loket 1'); from the third one on both wait.
CREATE TABLE sign_in_failure (
  subject TEXT PRIMARY KEY CHECK (subject GLOB 'operator [0-9]*' OR subject GLOB 'desk ?*'),
  count INTEGER NOT NULL CHECK (count >= 1),
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An act that a second person must agree to: what is asked for, and what became of it. Nobody agrees to the own request.
CREATE TABLE approval_request (
  id INTEGER PRIMARY KEY,
  -- Which rule asks for the second person.
  rule TEXT NOT NULL CHECK (rule IN ('revoke', 'reopen', 'erase', 'makeAdmin')),
  operation TEXT NOT NULL CHECK (operation <> ''),
  input TEXT NOT NULL CHECK (json_valid(input)),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  asked_by INTEGER NOT NULL REFERENCES operator (id),
  asked_at TEXT NOT NULL,
  -- The last day on which it can be answered.
  answer_by TEXT NOT NULL CHECK (answer_by IS date(answer_by)),
  state TEXT NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN', 'FAILED')),
  decided_by INTEGER REFERENCES operator (id) CHECK (decided_by <> asked_by),
  decided_at TEXT,
  -- Why it was rejected, or why it could not be done.
  note TEXT NOT NULL DEFAULT '',
  -- From when on an agreed act is carried out, where it waits.
  due_at TEXT,
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK (state NOT IN ('APPROVED', 'DONE', 'REJECTED', 'FAILED') OR decided_by IS NOT NULL),
  CHECK (state <> 'APPROVED' OR due_at IS NOT NULL)
) STRICT;
CREATE TRIGGER approval_request_stays BEFORE DELETE ON approval_request BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER approval_request_kept BEFORE UPDATE ON approval_request
WHEN NEW.rule <> OLD.rule OR NEW.operation <> OLD.operation OR NEW.input <> OLD.input OR NEW.reason <> OLD.reason OR NEW.asked_by <> OLD.asked_by
  OR NEW.asked_at <> OLD.asked_at OR OLD.state IN ('DONE', 'REJECTED', 'WITHDRAWN', 'FAILED')
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE INDEX approval_request_open ON approval_request (state) WHERE state IN ('WAITING', 'APPROVED');

-- When somebody last signed in at a place.
CREATE TABLE last_sign_in (
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  desk TEXT NOT NULL CHECK (desk <> ''),
  at TEXT NOT NULL,
  PRIMARY KEY (operator_id, desk)
) STRICT, WITHOUT ROWID;
`

export const desks = /* sql */ `
-- Other computers of the office that work on this data, and what they asked for.

-- A computer that was let in once, by a person at both screens. Never deleted: the history names it.
CREATE TABLE desk (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40 AND name <> 'PC utama'),
  -- What the computer calls itself.
  computer TEXT NOT NULL,
  -- SHA-256 of the key that it was given once; the key itself is there alone.
  key_hash TEXT NOT NULL UNIQUE CHECK (length(key_hash) = 64),
  -- The public half of a key of its own (P-256, SPKI in base64), with which it signs each time it comes in.
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) BETWEEN 100 AND 200),
  version TEXT NOT NULL,
  paired_at TEXT NOT NULL,
  paired_by TEXT NOT NULL,
  last_seen TEXT,
  put_out_at TEXT,
  put_out_by TEXT,
  CHECK ((put_out_at IS NULL) = (put_out_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX desk_by_name ON desk (name) WHERE put_out_at IS NULL;
CREATE TRIGGER desk_stays BEFORE DELETE ON desk BEGIN SELECT RAISE(ABORT, 'desk_stays'); END;
-- Whoever was put out comes in again by pairing alone.
CREATE TRIGGER desk_stays_out BEFORE UPDATE ON desk
WHEN OLD.put_out_at IS NOT NULL OR NEW.key_hash <> OLD.key_hash OR NEW.public_key <> OLD.public_key OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'desk_stays_out'); END;

-- Whether other computers can come in when the program is opened: one row, written when somebody first says so.
CREATE TABLE desk_opening (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  port INTEGER NOT NULL CHECK (port BETWEEN 0 AND 65535),
  since TEXT NOT NULL
) STRICT;

-- What a desk asked for, by its own number, and what it was told: a request that comes twice is done once. Kept for two days.
CREATE TABLE done_request (
  desk_id INTEGER NOT NULL REFERENCES desk (id),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 8 AND 64),
  -- SHA-256 of who asked for what: the same number for something else is refused.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  -- Null for what is done in several steps: then it is only told that it was done.
  answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
  at TEXT NOT NULL,
  PRIMARY KEY (desk_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX done_request_by_time ON done_request (at);
`
