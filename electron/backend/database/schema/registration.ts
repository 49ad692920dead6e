import { closed } from './schema-parts.ts'

const ofRegistration = (row: string) => `SELECT 1 FROM stipulation WHERE registration_id = ${row}.registration_id`
const ofApplicant = (row: string) => `SELECT 1 FROM selection_decision WHERE applicant_id = ${row}.applicant_id`

export const registration = /* sql */ `
-- Registration for a program or a cohort, its applicants, and the selection among them.

-- A call for applicants, for a program or a cohort.
CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  program_id INTEGER NOT NULL REFERENCES program (id),
  -- Cohort in which accepted people are enrolled; it may be chosen later.
  cohort_id INTEGER REFERENCES cohort (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  opens TEXT NOT NULL CHECK (opens IS date(opens)),
  closes TEXT NOT NULL CHECK (closes IS date(closes) AND closes >= opens),
  quota INTEGER NOT NULL CHECK (quota BETWEEN 1 AND 60),
  reserves INTEGER NOT NULL CHECK (reserves BETWEEN 0 AND 60),
  -- Places reserved for people from a kelurahan without any trainee so far, in this activity or in the whole year.
  kept_places INTEGER NOT NULL CHECK (kept_places BETWEEN 0 AND quota),
  kept_activity_id INTEGER REFERENCES activity (id),
  UNIQUE (year, title)
) STRICT;
CREATE INDEX registration_by_cohort ON registration (cohort_id) WHERE cohort_id IS NOT NULL;
-- After the stipulation only the cohort may still be chosen.
CREATE TRIGGER registration_frozen BEFORE UPDATE OF id, title, program_id, year, quota, reserves, kept_places, kept_activity_id ON registration
WHEN EXISTS (SELECT 1 FROM stipulation WHERE registration_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;

-- The stages of a selection, with weights and limits.
CREATE TABLE registration_stage (
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  kind TEXT NOT NULL CHECK (kind IN ('ADMINISTRATION', 'TEST', 'INTERVIEW')),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  pass_limit INTEGER CHECK (pass_limit BETWEEN 0 AND 10000),
  PRIMARY KEY (registration_id, kind),
  CHECK (kind <> 'ADMINISTRATION' OR (weight = 0 AND pass_limit IS NULL))
) STRICT, WITHOUT ROWID;
${closed('registration_stage', 'selection_frozen', ofRegistration)}

-- Date and place to which applicants are invited.
CREATE TABLE registration_meeting (
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  occasion TEXT NOT NULL CHECK (occasion IN ('TEST', 'INTERVIEW', 'RE_REGISTRATION')),
  date TEXT NOT NULL CHECK (date IS date(date)),
  time TEXT NOT NULL CHECK (time IS strftime('%H:%M', time)),
  place TEXT NOT NULL CHECK (place <> ''),
  PRIMARY KEY (registration_id, occasion)
) STRICT, WITHOUT ROWID;

-- People who applied.
CREATE TABLE applicant (
  id INTEGER PRIMARY KEY,
  registration_id INTEGER NOT NULL REFERENCES registration (id),
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  registered_on TEXT NOT NULL CHECK (registered_on IS date(registered_on)),
  priority TEXT NOT NULL CHECK (priority IN ('EXTREME_POOR', 'POOR', 'GENERAL')),
  -- Order chosen by the clerk for people whom the rules rank equally.
  tie_position INTEGER CHECK (tie_position >= 1),
  tie_reason TEXT NOT NULL DEFAULT '' CHECK ((tie_position IS NULL) = (tie_reason = '')),
  override TEXT CHECK (override IN ('accepted', 'reserve', 'rejected')),
  override_reason TEXT NOT NULL DEFAULT '' CHECK ((override IS NULL) = (override_reason = '')),
  UNIQUE (registration_id, trainee_id),
  UNIQUE (registration_id, number)
) STRICT;
CREATE INDEX applicant_by_trainee ON applicant (trainee_id);
CREATE TRIGGER applicant_added BEFORE INSERT ON applicant
WHEN EXISTS (SELECT 1 FROM stipulation WHERE registration_id = NEW.registration_id)
BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;
CREATE TRIGGER applicant_removed BEFORE DELETE ON applicant
WHEN EXISTS (SELECT 1 FROM stipulation WHERE registration_id = OLD.registration_id)
BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;
-- A person in closed_trainee (frozen or anonymous) cannot be added to a selection.
CREATE TRIGGER applicant_of_closed BEFORE INSERT ON applicant
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
-- Texts are erased when the person is made anonymous; scores and order stay.
CREATE TRIGGER applicant_frozen
BEFORE UPDATE OF id, registration_id, number, registered_on, priority, tie_position, tie_reason, override, override_reason ON applicant
WHEN EXISTS (SELECT 1 FROM stipulation WHERE registration_id = OLD.registration_id) AND NOT (
  NEW.id = OLD.id AND NEW.registration_id = OLD.registration_id AND NEW.number = OLD.number
  AND NEW.registered_on = OLD.registered_on AND NEW.priority = OLD.priority AND NEW.tie_position IS OLD.tie_position
  AND NEW.override IS OLD.override AND NEW.tie_reason IN (OLD.tie_reason, '(dihapus)')
  AND NEW.override_reason IN (OLD.override_reason, '(dihapus)')
  AND EXISTS (SELECT 1 FROM trainee_anonymity WHERE trainee_id = OLD.trainee_id)
)
BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;

-- Score of an applicant in a stage.
CREATE TABLE stage_result (
  applicant_id INTEGER NOT NULL REFERENCES applicant (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('ADMINISTRATION', 'TEST', 'INTERVIEW')),
  met INTEGER CHECK (met IN (0, 1)),
  -- Hundredths.
  score INTEGER CHECK (score BETWEEN 0 AND 10000),
  PRIMARY KEY (applicant_id, kind),
  CHECK ((kind = 'ADMINISTRATION') = (met IS NOT NULL)),
  CHECK ((kind = 'ADMINISTRATION') = (score IS NULL))
) STRICT, WITHOUT ROWID;
${closed('stage_result', 'selection_frozen', ofApplicant)}

-- The decree on the result of a selection. While it exists, nothing that the ranking depends on can change.
CREATE TABLE stipulation (
  registration_id INTEGER PRIMARY KEY REFERENCES registration (id),
  decree_number TEXT NOT NULL CHECK (decree_number <> ''),
  decree_date TEXT NOT NULL CHECK (decree_date IS date(decree_date)),
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER stipulation_kept BEFORE UPDATE ON stipulation BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;
CREATE TRIGGER stipulation_stays BEFORE DELETE ON stipulation
WHEN EXISTS (
  SELECT 1 FROM applicant_event JOIN applicant ON applicant.id = applicant_event.applicant_id
  WHERE applicant.registration_id = OLD.registration_id AND kind IN ('PROMOTED', 'RE_REGISTERED', 'ENROLLED')
)
BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;

-- Stipulated result of each applicant.
CREATE TABLE selection_decision (
  applicant_id INTEGER PRIMARY KEY REFERENCES applicant (id),
  registration_id INTEGER NOT NULL REFERENCES stipulation (registration_id) ON DELETE CASCADE,
  -- Place in the ranking; people without a rank come last.
  position INTEGER NOT NULL CHECK (position >= 1),
  -- Row of the ranking at that time, without its id; JSON of shared/features/registration/ranking.ts.
  ranked TEXT NOT NULL CHECK (json_valid(ranked)),
  -- NULL if the applicant had already withdrawn.
  decision TEXT CHECK (decision IN ('accepted', 'reserve', 'rejected')),
  reserve INTEGER CHECK ((decision IS 'reserve') = (reserve IS NOT NULL)),
  from_empty_village INTEGER NOT NULL CHECK (from_empty_village IN (0, 1)),
  UNIQUE (registration_id, position),
  UNIQUE (registration_id, reserve)
) STRICT;
CREATE TRIGGER selection_decision_kept BEFORE UPDATE ON selection_decision BEGIN SELECT RAISE(ABORT, 'selection_frozen'); END;

-- What happened to an applicant after the stipulation. A row is undone by another row, never deleted.
CREATE TABLE applicant_event (
  id INTEGER PRIMARY KEY,
  applicant_id INTEGER NOT NULL REFERENCES applicant (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('WITHDRAWN', 'WITHDRAWAL_UNDONE', 'PROMOTED', 'RE_REGISTERED', 'RE_REGISTRATION_UNDONE', 'ENROLLED')),
  reason TEXT NOT NULL,
  -- Applicant whose place a reserve took; each place can be taken once.
  replaces INTEGER UNIQUE REFERENCES applicant (id) CHECK ((replaces IS NOT NULL) = (kind = 'PROMOTED')),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX applicant_event_by_applicant ON applicant_event (applicant_id, id);
CREATE UNIQUE INDEX applicant_promoted_once ON applicant_event (applicant_id) WHERE kind = 'PROMOTED';
CREATE TRIGGER applicant_event_stays BEFORE DELETE ON applicant_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER applicant_event_not_replaced BEFORE INSERT ON applicant_event
WHEN EXISTS (SELECT 1 FROM applicant_event WHERE id = NEW.id OR replaces = NEW.replaces)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER applicant_event_after_decision BEFORE INSERT ON applicant_event
WHEN NEW.kind NOT IN ('WITHDRAWN', 'WITHDRAWAL_UNDONE')
  AND NOT EXISTS (SELECT 1 FROM selection_decision WHERE applicant_id = NEW.applicant_id)
BEGIN SELECT RAISE(ABORT, 'selection_not_decided'); END;
-- The reason is erased when the person is made anonymous.
CREATE TRIGGER applicant_event_kept BEFORE UPDATE ON applicant_event
WHEN NOT (
  NEW.id = OLD.id AND NEW.applicant_id = OLD.applicant_id AND NEW.kind = OLD.kind AND NEW.replaces IS OLD.replaces
  AND NEW.recorded_at = OLD.recorded_at AND NEW.recorded_by = OLD.recorded_by AND NEW.reason = '(dihapus)'
  AND EXISTS (
    SELECT 1 FROM applicant JOIN trainee_anonymity USING (trainee_id)
    WHERE applicant.id = OLD.applicant_id OR applicant.id = OLD.replaces
  )
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`
