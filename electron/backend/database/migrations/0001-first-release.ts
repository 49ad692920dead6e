/**
 * The schema of the first release. Frozen: later changes are migrations of their own.
 *
 * What must never be false stands here and not only in the code above it: STRICT tables, CHECK, UNIQUE, foreign keys, and
 * triggers for the rules that span rows. A trigger's message is a key for the log: the rules in front of it refuse with words.
 * Dates are 'YYYY-MM-DD' text, times 'HH:MM', moments 'YYYY-MM-DDTHH:MM:SS' in the zone of the centre, marks and scores whole hundredths.
 */
export const firstRelease = /* sql */ `
CREATE TABLE centre (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  government TEXT NOT NULL,
  agency TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  city TEXT NOT NULL,
  classification TEXT NOT NULL,
  unit TEXT NOT NULL,
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'F4')),
  logo BLOB,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  -- The person at the desk right now; every audit row names this person.
  operator_id INTEGER REFERENCES operator (id)
) STRICT;

CREATE TABLE rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  theory_weight INTEGER NOT NULL CHECK (theory_weight BETWEEN 0 AND 100),
  practice_weight INTEGER NOT NULL CHECK (practice_weight = 100 - theory_weight),
  pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 10000),
  minutes_per_hour INTEGER NOT NULL CHECK (minutes_per_hour BETWEEN 30 AND 60),
  certificate_template TEXT NOT NULL,
  statement_template TEXT NOT NULL,
  first_certificate_number INTEGER NOT NULL CHECK (first_certificate_number >= 1),
  first_statement_number INTEGER NOT NULL CHECK (first_statement_number >= 1),
  certificate_back_signed_by TEXT NOT NULL CHECK (certificate_back_signed_by IN ('instructor', 'head')),
  certificate_palette TEXT NOT NULL CHECK (certificate_palette IN ('berwarna', 'hitam')),
  print_photo INTEGER NOT NULL CHECK (print_photo IN (0, 1))
) STRICT;

-- A table of its own because the gate below joins it.
CREATE TABLE required_credential_kind (
  kind TEXT PRIMARY KEY CHECK (kind IN ('TEKNIS', 'METODOLOGI', 'ASESOR'))
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100)
) STRICT;

CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL CHECK (prefix IN ('', 'Plt.', 'Plh.', 'a.n.')),
  title TEXT NOT NULL CHECK (title <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  rank TEXT NOT NULL,
  nip TEXT NOT NULL CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from)),
  valid_until TEXT CHECK (valid_until IS NULL OR (valid_until IS date(valid_until) AND valid_until >= valid_from))
) STRICT;

-- The key that signs certificates of this centre. Kept for ever: old papers must stay checkable.
CREATE TABLE signing_key (
  id TEXT PRIMARY KEY,
  public_key BLOB NOT NULL,
  private_key BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE holiday_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
  source TEXT NOT NULL CHECK (source <> '')
) STRICT;

CREATE TABLE day_off (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL UNIQUE CHECK (date IS date(date)),
  kind TEXT NOT NULL CHECK (kind IN ('national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure')),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL
) STRICT;

CREATE TABLE program (
  id INTEGER PRIMARY KEY,
  trade TEXT NOT NULL CHECK (trade IN ('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')),
  title TEXT NOT NULL UNIQUE CHECK (title <> ''),
  standard TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

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

CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  capacity INTEGER NOT NULL CHECK (capacity >= 1),
  note TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE instructor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  nip TEXT NOT NULL CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  institution TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  kind TEXT NOT NULL CHECK (kind IN ('TEKNIS', 'METODOLOGI', 'ASESOR')),
  number TEXT NOT NULL CHECK (number <> ''),
  registration TEXT NOT NULL,
  lsp TEXT NOT NULL,
  licence TEXT NOT NULL,
  scheme TEXT NOT NULL,
  issued TEXT NOT NULL CHECK (issued IS date(issued)),
  valid_until TEXT NOT NULL CHECK (valid_until IS date(valid_until)),
  UNIQUE (instructor_id, kind, number),
  CHECK (valid_until >= issued)
) STRICT;

CREATE TABLE credential_trade (
  credential_id INTEGER NOT NULL REFERENCES credential (id) ON DELETE CASCADE,
  trade TEXT NOT NULL CHECK (trade IN ('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')),
  PRIMARY KEY (credential_id, trade)
) STRICT, WITHOUT ROWID;

CREATE TABLE trainee (
  id INTEGER PRIMARY KEY,
  nik TEXT NOT NULL UNIQUE CHECK (length(nik) = 16 AND nik NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- Folded for search: lower case, no accents, no apostrophes.
  folded_name TEXT NOT NULL,
  birth_place TEXT NOT NULL,
  birth_date TEXT NOT NULL CHECK (birth_date IS date(birth_date)),
  sex TEXT NOT NULL CHECK (sex IN ('L', 'P')),
  family_card TEXT NOT NULL CHECK (family_card = '' OR (length(family_card) = 16 AND family_card NOT GLOB '*[^0-9]*')),
  address TEXT NOT NULL,
  neighbourhood TEXT NOT NULL,
  hamlet TEXT NOT NULL,
  village_code TEXT CHECK (village_code IS NULL OR length(village_code) = 10),
  phone TEXT NOT NULL CHECK (phone = '' OR phone GLOB '62[0-9]*'),
  education TEXT
) STRICT;
CREATE INDEX trainee_by_folded_name ON trainee (folded_name);

CREATE TABLE trainee_photo (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id) ON DELETE CASCADE,
  jpeg BLOB NOT NULL CHECK (length(jpeg) BETWEEN 1 AND 1200000)
) STRICT;

CREATE TABLE cohort (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  -- Copied from the program, so that number and code stay unique whatever happens to it.
  trade TEXT NOT NULL CHECK (trade IN ('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')),
  title TEXT NOT NULL CHECK (title <> ''),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  code TEXT NOT NULL UNIQUE,
  week INTEGER NOT NULL CHECK (week IN (5, 6)),
  joint_leave TEXT NOT NULL CHECK (joint_leave IN ('off', 'work')),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  start_time TEXT NOT NULL CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  end_time TEXT NOT NULL CHECK (end_time GLOB '[0-2][0-9]:[0-5][0-9]' AND end_time > start_time),
  room_id INTEGER REFERENCES room (id),
  decree_issuer TEXT NOT NULL,
  decree_number TEXT NOT NULL,
  decree_date TEXT CHECK (decree_date IS NULL OR decree_date IS date(decree_date)),
  decree_subject TEXT NOT NULL,
  activity TEXT NOT NULL,
  funding_source TEXT NOT NULL,
  -- The rules of the day of planning: a later change of the settings does not reach a class on its way.
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  theory_weight INTEGER NOT NULL CHECK (theory_weight BETWEEN 0 AND 100),
  practice_weight INTEGER NOT NULL CHECK (practice_weight = 100 - theory_weight),
  pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 10000),
  -- 1 for the first plan, one more whenever days were moved: sheets printed from an older plan must not be used any more.
  plan_version INTEGER NOT NULL DEFAULT 1 CHECK (plan_version >= 1),
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL DEFAULT '' CHECK ((cancelled_at IS NULL) = (cancel_reason = '')),
  -- A cancelled class keeps its row, so its number is never given again.
  UNIQUE (trade, year, number)
) STRICT;

CREATE TABLE cohort_unit (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  theory_hours INTEGER NOT NULL,
  practice_hours INTEGER NOT NULL,
  compulsory INTEGER NOT NULL CHECK (compulsory IN (0, 1)),
  UNIQUE (cohort_id, position),
  UNIQUE (cohort_id, code)
) STRICT;

CREATE TABLE cohort_day (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 60),
  date TEXT NOT NULL CHECK (date IS date(date)),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  topic TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  UNIQUE (cohort_id, n),
  UNIQUE (cohort_id, date)
) STRICT;
CREATE INDEX cohort_day_by_date ON cohort_day (date);

-- Why a calendar day between the first and the last day is no training day.
CREATE TABLE cohort_skip (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  kind TEXT NOT NULL CHECK (kind IN ('weekend', 'national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure')),
  reason TEXT NOT NULL,
  PRIMARY KEY (cohort_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE teaching (
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (day_id, instructor_id),
  UNIQUE (day_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX teaching_by_instructor ON teaching (instructor_id, day_id);

-- An official let somebody teach on this day without a valid credential. The date is part of it: a day that moves needs a new word.
CREATE TABLE credential_override (
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  official TEXT NOT NULL CHECK (length(trim(official)) > 0),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (day_id, instructor_id, date)
) STRICT, WITHOUT ROWID;

-- The gate, said once: teaching for which a required kind of credential is not valid on that day and no official answers for it.
-- A TEKNIS credential must name the trade of the class; another kind without trades covers all of them.
CREATE VIEW unlicensed_teaching AS
SELECT teaching.day_id, teaching.instructor_id, cohort_day.date, cohort.code AS cohort_code, cohort.trade
FROM teaching
JOIN cohort_day ON cohort_day.id = teaching.day_id
JOIN cohort ON cohort.id = cohort_day.cohort_id
WHERE cohort.cancelled_at IS NULL
AND EXISTS (
  SELECT 1 FROM required_credential_kind AS required
  WHERE NOT EXISTS (
    SELECT 1 FROM credential
    WHERE credential.instructor_id = teaching.instructor_id
      AND credential.kind = required.kind
      AND cohort_day.date BETWEEN credential.issued AND credential.valid_until
      AND (
        EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id AND credential_trade.trade = cohort.trade)
        OR (credential.kind <> 'TEKNIS' AND NOT EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id))
      )
  )
)
AND NOT EXISTS (
  SELECT 1 FROM credential_override AS allowed
  WHERE allowed.day_id = teaching.day_id AND allowed.instructor_id = teaching.instructor_id AND allowed.date = cohort_day.date
);

CREATE TRIGGER teaching_inserted AFTER INSERT ON teaching
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER teaching_updated AFTER UPDATE ON teaching
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER taught_day_moved AFTER UPDATE OF date ON cohort_day
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER cohort_trade_kept BEFORE UPDATE OF trade, year, number, code ON cohort
BEGIN SELECT RAISE(ABORT, 'cohort_identity_fixed'); END;
-- A change of credentials answers only for the days that it takes away: a gap left by a stricter setting must not keep anybody
-- from putting a renewal in.
CREATE TRIGGER credential_shortened AFTER UPDATE ON credential
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching
  WHERE instructor_id = OLD.instructor_id AND date BETWEEN OLD.issued AND OLD.valid_until
    AND NOT (NEW.instructor_id = OLD.instructor_id AND NEW.kind = OLD.kind AND date BETWEEN NEW.issued AND NEW.valid_until)
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_removed AFTER DELETE ON credential
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching
  WHERE instructor_id = OLD.instructor_id AND date BETWEEN OLD.issued AND OLD.valid_until
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_trade_removed AFTER DELETE ON credential_trade
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching JOIN credential ON credential.instructor_id = unlicensed_teaching.instructor_id
  WHERE credential.id = OLD.credential_id AND unlicensed_teaching.trade = OLD.trade
    AND unlicensed_teaching.date BETWEEN credential.issued AND credential.valid_until
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_trade_kept BEFORE UPDATE ON credential_trade
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER override_removed AFTER DELETE ON credential_override
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = OLD.day_id AND instructor_id = OLD.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER override_kept BEFORE UPDATE ON credential_override
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 60),
  joined_day INTEGER NOT NULL DEFAULT 1 CHECK (joined_day >= 1),
  left_after_day INTEGER CHECK (left_after_day IS NULL OR left_after_day >= joined_day - 1),
  left_kind TEXT CHECK (left_kind IN ('withdrawn', 'expelled') AND (left_kind IS NULL) = (left_after_day IS NULL)),
  left_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (cohort_id, trainee_id),
  UNIQUE (cohort_id, position)
) STRICT;
CREATE INDEX enrolment_by_trainee ON enrolment (trainee_id);

-- One mark per trainee and day. No row means "belum diisi", which is not Alpa.
CREATE TABLE attendance (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  mark TEXT NOT NULL CHECK (mark IN ('H', 'S', 'I', 'A', 'T')),
  arrived_at TEXT CHECK (arrived_at IS NULL OR (mark = 'T' AND arrived_at GLOB '[0-2][0-9]:[0-5][0-9]')),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (enrolment_id, day_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_day ON attendance (day_id);

CREATE TRIGGER attendance_of_own_class BEFORE INSERT ON attendance
WHEN NOT EXISTS (
  SELECT 1 FROM enrolment JOIN cohort_day ON cohort_day.cohort_id = enrolment.cohort_id
  WHERE enrolment.id = NEW.enrolment_id AND cohort_day.id = NEW.day_id
    AND cohort_day.n >= enrolment.joined_day
    AND (enrolment.left_after_day IS NULL OR cohort_day.n <= enrolment.left_after_day)
)
BEGIN SELECT RAISE(ABORT, 'attendance_outside_membership'); END;

-- A held day keeps its date for ever.
CREATE TRIGGER held_day_keeps_date BEFORE UPDATE OF date, n ON cohort_day
WHEN NEW.date <> OLD.date AND (OLD.closed_at IS NOT NULL OR EXISTS (SELECT 1 FROM attendance WHERE day_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'held_day_moved'); END;

CREATE TABLE attendance_correction (
  id INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  before TEXT,
  after TEXT,
  reason TEXT NOT NULL,
  operator TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_correction_by_cell ON attendance_correction (enrolment_id, day_id);
CREATE TRIGGER attendance_correction_kept BEFORE UPDATE ON attendance_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER attendance_correction_stays BEFORE DELETE ON attendance_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TABLE score (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id),
  theory INTEGER CHECK (theory BETWEEN 0 AND 10000),
  practice INTEGER CHECK (practice BETWEEN 0 AND 10000)
) STRICT;

CREATE TABLE unit_result (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  unit_id INTEGER NOT NULL REFERENCES cohort_unit (id),
  result TEXT CHECK (result IN ('K', 'BK')),
  score INTEGER CHECK (score BETWEEN 0 AND 10000),
  PRIMARY KEY (enrolment_id, unit_id),
  CHECK (result IS NOT NULL OR score IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE panel (
  cohort_id INTEGER PRIMARY KEY REFERENCES cohort (id),
  held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
  place TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;

CREATE TABLE panel_member (
  cohort_id INTEGER NOT NULL REFERENCES panel (cohort_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  PRIMARY KEY (cohort_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE panel_decision (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id),
  cohort_id INTEGER NOT NULL REFERENCES panel (cohort_id) ON DELETE CASCADE,
  proposal TEXT NOT NULL CHECK (proposal IN ('passed', 'failed', 'withdrawn', 'expelled')),
  -- Every failing rule with its figures, as JSON of shared/features/graduation.
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  decision TEXT NOT NULL CHECK (decision IN ('passed', 'failed', 'withdrawn', 'expelled')),
  override_reason TEXT NOT NULL CHECK ((decision = proposal) = (override_reason = ''))
) STRICT;

-- A logo as it was on the day of some issue, kept once however many papers bear it.
CREATE TABLE issued_logo (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  picture BLOB NOT NULL
) STRICT;
CREATE TRIGGER issued_logo_kept BEFORE UPDATE ON issued_logo BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER issued_logo_stays BEFORE DELETE ON issued_logo BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER issued_logo_not_replaced BEFORE INSERT ON issued_logo
WHEN EXISTS (SELECT 1 FROM issued_logo WHERE sha256 = NEW.sha256 AND picture <> NEW.picture)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;

-- Certificates and surat keterangan. The facts are frozen here; the bytes of the day of issue beside them.
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'statement')),
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  number TEXT NOT NULL UNIQUE,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on) AND CAST(substr(issued_on, 1, 4) AS INTEGER) = year),
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  -- Pictures and look of that day, for a file of the whole class.
  photo BLOB,
  logo_sha256 TEXT REFERENCES issued_logo (sha256),
  palette TEXT NOT NULL CHECK (palette IN ('berwarna', 'hitam')),
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'F4')),
  pdf BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  UNIQUE (kind, year, sequence)
) STRICT;

-- An index and not a column constraint, so that a later release may lift it for replacements.
CREATE UNIQUE INDEX certificate_one_per_enrolment ON certificate (enrolment_id);
CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certificate BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
-- INSERT OR REPLACE removes rows without firing a DELETE trigger, so it is caught here.
CREATE TRIGGER certificate_not_replaced BEFORE INSERT ON certificate
WHEN EXISTS (
  SELECT 1 FROM certificate
  WHERE id = NEW.id OR number = NEW.number OR enrolment_id = NEW.enrolment_id
    OR (kind = NEW.kind AND year = NEW.year AND sequence = NEW.sequence)
)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;

-- What a certificate rests on stands still with it.
CREATE TRIGGER decision_under_certificate BEFORE DELETE ON panel_decision
WHEN EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER decision_kept BEFORE UPDATE ON panel_decision
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER certificate_needs_decision BEFORE INSERT ON certificate
WHEN NOT EXISTS (
  SELECT 1 FROM panel_decision
  WHERE enrolment_id = NEW.enrolment_id
    AND ((NEW.kind = 'certificate' AND decision = 'passed') OR (NEW.kind = 'statement' AND decision = 'failed'))
)
BEGIN SELECT RAISE(ABORT, 'certificate_without_decision'); END;

-- Who did what, when, before and after: appended only, each row sealed with the hash of the one before it.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  operation TEXT NOT NULL,
  entity TEXT,
  entity_id TEXT,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`
