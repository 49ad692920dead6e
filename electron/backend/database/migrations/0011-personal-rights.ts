/**
 * The rights of a person under UU 27/2022: freezing, consent and its withdrawal, and being forgotten.
 *
 * \`closed_trainee\` says once whose data must stay as it is; a trigger on every table that holds data of a person asks it. A table added
 * later that leads to a trainee adds its own.
 */
export const personalRights = /* sql */ `
-- Years that personal data is kept after the last class of a person ended.
ALTER TABLE rules ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 10 CHECK (retention_years BETWEEN 1 AND 50);

-- The person asked for a stop on requested_on; from frozen_at to thawed_at nothing was done with the data.
CREATE TABLE trainee_freeze (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  requested_on TEXT NOT NULL CHECK (requested_on IS date(requested_on)),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  frozen_at TEXT NOT NULL,
  frozen_by TEXT NOT NULL,
  thawed_at TEXT,
  thawed_by TEXT CHECK ((thawed_by IS NULL) = (thawed_at IS NULL)),
  thaw_reason TEXT NOT NULL DEFAULT '' CHECK ((thaw_reason = '') = (thawed_at IS NULL))
) STRICT;
CREATE INDEX trainee_freeze_by_trainee ON trainee_freeze (trainee_id);
CREATE UNIQUE INDEX trainee_freeze_open ON trainee_freeze (trainee_id) WHERE thawed_at IS NULL;
CREATE TRIGGER trainee_freeze_stays BEFORE DELETE ON trainee_freeze BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Whose name nobody here can give any more, and on what ground.
CREATE TABLE trainee_anonymity (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id),
  ground TEXT NOT NULL CHECK (ground IN ('RETENTION', 'REQUEST')),
  anonymised_at TEXT NOT NULL,
  anonymised_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER trainee_anonymity_kept BEFORE UPDATE ON trainee_anonymity BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER trainee_anonymity_stays BEFORE DELETE ON trainee_anonymity BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The sheet that a person, or who answers for a minor, has signed.
CREATE TABLE trainee_consent (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  signed_on TEXT NOT NULL CHECK (signed_on IS date(signed_on)),
  signer TEXT NOT NULL CHECK (signer IN ('SELF', 'GUARDIAN')),
  guardian TEXT NOT NULL CHECK ((guardian = '') = (signer = 'SELF')),
  basis TEXT NOT NULL CHECK (basis IN ('CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY')),
  -- May follow later, and goes with the file.
  file_id INTEGER REFERENCES trainee_file (file_id) ON DELETE SET NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  withdrawn_on TEXT CHECK (withdrawn_on IS NULL OR (withdrawn_on IS date(withdrawn_on) AND withdrawn_on >= signed_on)),
  withdrawn_at TEXT CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
  withdrawn_by TEXT CHECK ((withdrawn_by IS NULL) = (withdrawn_on IS NULL))
) STRICT;
CREATE INDEX trainee_consent_by_trainee ON trainee_consent (trainee_id);
CREATE INDEX trainee_consent_by_file ON trainee_consent (file_id) WHERE file_id IS NOT NULL;
CREATE TRIGGER trainee_consent_kept BEFORE UPDATE OF id, signed_on, signer, basis, recorded_at, recorded_by ON trainee_consent
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER trainee_consent_withdrawn_once BEFORE UPDATE OF withdrawn_on, withdrawn_at, withdrawn_by ON trainee_consent
WHEN OLD.withdrawn_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER trainee_consent_stays BEFORE DELETE ON trainee_consent BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE VIEW closed_trainee AS
SELECT trainee_id FROM trainee_freeze WHERE thawed_at IS NULL
UNION ALL
SELECT trainee_id FROM trainee_anonymity;

CREATE TRIGGER trainee_closed BEFORE UPDATE ON trainee
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER closed_trainee_stays BEFORE DELETE ON trainee
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER consent_of_closed BEFORE INSERT ON trainee_consent
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
-- A class that the person attends goes on, but no other one is begun.
CREATE TRIGGER enrolment_of_closed BEFORE INSERT ON enrolment
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER enrolment_given_to_closed BEFORE UPDATE OF trainee_id ON enrolment
WHEN NEW.trainee_id <> OLD.trainee_id AND EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id IN (OLD.trainee_id, NEW.trainee_id))
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
-- Nobody who is closed is taken into a selection.
CREATE TRIGGER applicant_of_closed BEFORE INSERT ON applicant
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
${['trainee_photo', 'trainee_restricted', 'trainee_file', 'target_evidence'].map(closedTable).join('')}

-- Nobody is called anonymous whose data is still here.
CREATE TRIGGER trainee_anonymity_true BEFORE INSERT ON trainee_anonymity
WHEN NOT EXISTS (
    SELECT 1 FROM trainee WHERE id = NEW.trainee_id AND nik = printf('%016d', id) AND birth_place = '' AND family_card = ''
      AND address = '' AND neighbourhood = '' AND hamlet = '' AND phone = '' AND religion IS NULL AND marital_status IS NULL
      AND home_address = '' AND home_village_code IS NULL AND email = '' AND job_card = '' AND colour_blind IS NULL
      AND emergency_name = '' AND emergency_phone = '' AND birth_date = substr(birth_date, 1, 4) || '-01-01'
  )
  OR EXISTS (SELECT 1 FROM trainee_photo WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM trainee_restricted WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM trainee_file WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM target_evidence WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'not_anonymous'); END;

-- The reason of a correction may say why somebody was ill. It goes with the person, the correction stays.
DROP TRIGGER attendance_correction_kept;
CREATE TRIGGER attendance_correction_kept BEFORE UPDATE ON attendance_correction
WHEN NOT (
  NEW.id = OLD.id AND NEW.enrolment_id = OLD.enrolment_id AND NEW.day_id = OLD.day_id AND NEW.before IS OLD.before
  AND NEW.after IS OLD.after AND NEW.operator = OLD.operator AND NEW.recorded_at = OLD.recorded_at AND NEW.reason = '(dihapus)'
  AND EXISTS (SELECT 1 FROM enrolment JOIN trainee_anonymity USING (trainee_id) WHERE enrolment.id = OLD.enrolment_id)
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The words of a selection go with the person too; its figures and its order stay.
DROP TRIGGER applicant_event_kept;
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
DROP TRIGGER applicant_frozen;
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

-- Which rows of the audit lost the values of a person. What is left of a row is bound by its digest, which a later row of the audit
-- holds under its own seal (audit.ts); the columns that say who did what and when never change.
CREATE TABLE audit_erasure (
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (audit_id, digest)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_erasure_kept BEFORE UPDATE ON audit_erasure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_erasure_stays BEFORE DELETE ON audit_erasure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
DROP TRIGGER audit_kept;
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit
WHEN NOT (
  NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.operator = OLD.operator AND NEW.operation = OLD.operation AND NEW.entity IS OLD.entity
  AND NEW.entity_id IS OLD.entity_id AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash
  AND EXISTS (SELECT 1 FROM audit_erasure WHERE audit_id = OLD.id)
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`

/** A table of which nothing is written, changed or taken away while its person is closed. */
function closedTable(table: string): string {
  const trigger = (action: string, row: string) => `
CREATE TRIGGER ${table}_closed_to_${action.toLowerCase()} BEFORE ${action} ON ${table}
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = ${row}.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;`
  return [trigger('INSERT', 'NEW'), trigger('UPDATE', 'OLD'), trigger('DELETE', 'OLD')].join('')
}
