import { usualPredicates } from './schema-parts.ts'

export const centre = /* sql */ `
-- The centre itself, its settings and the officials who sign.

-- One row, written by openDatabase: fingerprint of the schema this database was made with, and an id that no other centre has.
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
  -- Where the scan of a signed paper goes in the file of a cohort: instead of the unsigned paper or after it.
  scan_place TEXT NOT NULL DEFAULT 'INSTEAD' CHECK (scan_place IN ('INSTEAD', 'AFTER')),
  logo BLOB,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1))
) STRICT;

-- The rules of the centre: one row. A cohort copies the rules for grading, so a later change does not affect it.
CREATE TABLE rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  -- Days of Alpa in a row after which the program warns.
  absence_alarm INTEGER NOT NULL DEFAULT 3 CHECK (absence_alarm BETWEEN 2 AND 10),
  -- Who is responsible for personal data, and contact details; '' until somebody is named.
  data_officer TEXT NOT NULL DEFAULT '',
  data_officer_contact TEXT NOT NULL DEFAULT '',
  -- Minutes without input after which the screen is locked.
  lock_after INTEGER NOT NULL DEFAULT 5 CHECK (lock_after BETWEEN 1 AND 30),
  -- Whether reopening a closed day needs a second person, if there is one.
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
  -- Days after the day of issue by which the date on a paper may lie ahead.
  issue_days_ahead INTEGER NOT NULL DEFAULT 0 CHECK (issue_days_ahead BETWEEN 0 AND 14),
  -- Period in which a second training of the same person needs a reason.
  trained_within TEXT NOT NULL DEFAULT 'year' CHECK (trained_within IN ('year', 'months', 'ever')),
  -- The last day of a cohort on which a reserve may still take a place.
  reserve_until_day INTEGER NOT NULL DEFAULT 3 CHECK (reserve_until_day BETWEEN 0 AND 60),
  -- Years for which personal data is kept after the last cohort of a person ended.
  retention_years INTEGER NOT NULL DEFAULT 10 CHECK (retention_years BETWEEN 1 AND 50)
) STRICT;

-- How the papers of this office differ from the usual ones. One row, written at the first change.
CREATE TABLE paper_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND json_type(settings) = 'object')
) STRICT;

-- Officials who sign papers, with the period in which each holds the office.
CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL DEFAULT 'HEAD' CHECK (role IN ('HEAD', 'AGENCY_HEAD', 'BUDGET_HOLDER', 'TECHNICAL', 'TREASURER')),
  prefix TEXT NOT NULL CHECK (prefix IN ('', 'Plt.', 'Plh.', 'a.n.')),
  title TEXT NOT NULL CHECK (title <> ''),
  -- With 'a.n.': the post of the person who signs, and the lower post to which it is delegated (u.b.).
  post TEXT NOT NULL DEFAULT '',
  via TEXT NOT NULL DEFAULT '' CHECK (via = '' OR post <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  rank TEXT NOT NULL,
  nip TEXT NOT NULL CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_until TEXT CHECK (valid_until IS NULL OR (valid_until IS date(valid_until) AND valid_until >= valid_from))
) STRICT;

-- First steps on this PC: the test page was printed, the clock was checked; or somebody hid this list, or the list of first steps of the office.
CREATE TABLE computer_step (
  step TEXT PRIMARY KEY CHECK (step IN ('TEST_PAGE', 'CLOCK', 'HIDDEN', 'STEPS_HIDDEN')),
  done_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

export const access = /* sql */ `
-- People who work with the program: accounts, roles, what they sign in with, and acts that wait for a second person.

-- A member of staff. Never deleted, because the history refers to them.
CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  nip TEXT NOT NULL DEFAULT '' CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  -- Set if this person is an instructor; rights to 'kelasnya' then mean the classes of that instructor.
  instructor_id INTEGER REFERENCES instructor (id),
  -- The last day of access; an inspector must have one.
  valid_until TEXT CHECK (valid_until IS NULL OR valid_until IS date(valid_until)),
  disabled_at TEXT,
  disabled_by TEXT,
  CHECK ((disabled_at IS NULL) = (disabled_by IS NULL))
) STRICT;
CREATE TRIGGER operator_stays BEFORE DELETE ON operator BEGIN SELECT RAISE(ABORT, 'operator_stays'); END;

-- The roles of an operator. An inspector has no other role.
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

-- Hash (scrypt) of the secret of an account. A PIN hash cannot be tested without the pepper, which is in the key folder.
CREATE TABLE operator_secret (
  operator_id INTEGER PRIMARY KEY REFERENCES operator (id),
  kind TEXT NOT NULL CHECK (kind IN ('PIN', 'PASSWORD')),
  hash TEXT NOT NULL CHECK (hash GLOB 'scrypt$*$*$*$*$*'),
  set_at TEXT NOT NULL,
  -- Set for a secret chosen by another person: the last moment at which it works. It must be changed at the first sign-in.
  once_until TEXT
) STRICT;

-- Without an active Admin nobody could create accounts or reset passwords.
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

-- Failed sign-ins in a row, by account ('operator 3') and by desk ('desk Loket 1'). From the third one on both must wait.
CREATE TABLE sign_in_failure (
  subject TEXT PRIMARY KEY CHECK (subject GLOB 'operator [0-9]*' OR subject GLOB 'desk ?*'),
  count INTEGER NOT NULL CHECK (count >= 1),
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An act that needs a second person: the request and its result. Nobody can approve their own request.
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
  -- The moment from which an approved act is carried out, if it has to wait.
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

-- Last sign-in of each operator at each desk.
CREATE TABLE last_sign_in (
  operator_id INTEGER NOT NULL REFERENCES operator (id),
  desk TEXT NOT NULL CHECK (desk <> ''),
  at TEXT NOT NULL,
  PRIMARY KEY (operator_id, desk)
) STRICT, WITHOUT ROWID;
`

export const desks = /* sql */ `
-- Desks: other computers of the office that work on this data, and their requests.

-- A paired computer. A person confirmed the pairing on both screens. Never deleted, because the history refers to it.
CREATE TABLE desk (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40 AND name <> 'PC utama'),
  -- Name of the computer in its operating system.
  computer TEXT NOT NULL,
  -- SHA-256 of the key given to the desk when it was paired; only the desk stores the key itself.
  key_hash TEXT NOT NULL UNIQUE CHECK (length(key_hash) = 64),
  -- Public key of the desk (P-256, SPKI in base64). The desk signs with the private key at each connection.
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
-- A desk that was removed needs a new pairing.
CREATE TRIGGER desk_stays_out BEFORE UPDATE ON desk
WHEN OLD.put_out_at IS NOT NULL OR NEW.key_hash <> OLD.key_hash OR NEW.public_key <> OLD.public_key OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'desk_stays_out'); END;

-- Whether other computers may connect when the program starts. One row, written at the first choice.
CREATE TABLE desk_opening (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  port INTEGER NOT NULL CHECK (port BETWEEN 0 AND 65535),
  since TEXT NOT NULL
) STRICT;

-- Requests of desks by the number that the desk gave, with the answer: a request that arrives twice is carried out once. Kept for two days.
CREATE TABLE done_request (
  desk_id INTEGER NOT NULL REFERENCES desk (id),
  number TEXT NOT NULL CHECK (length(number) BETWEEN 8 AND 64),
  -- SHA-256 of operator, operation and input. The same number with another digest is refused.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  -- Null for a task of several steps; a repeated request then only gets the answer that it was done.
  answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
  at TEXT NOT NULL,
  PRIMARY KEY (desk_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX done_request_by_time ON done_request (at);
`
