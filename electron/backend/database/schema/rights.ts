import { appendOnly } from './schema-parts.ts'

export const rights = /* sql */ `
-- Rights of a person under UU 27/2022: freezing, consent and its withdrawal, erasure. The view closed_trainee is the only definition of whose data
-- must not change; triggers of every table with personal data read it.

-- A freeze: requested on requested_on; from frozen_at to thawed_at the data is not processed.
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

-- People who were made anonymous, and why.
CREATE TABLE trainee_anonymity (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id),
  ground TEXT NOT NULL CHECK (ground IN ('RETENTION', 'REQUEST')),
  anonymised_at TEXT NOT NULL,
  anonymised_by TEXT NOT NULL
) STRICT;
${appendOnly('trainee_anonymity')}
-- Anonymity can be recorded only after all data of the person was deleted.
CREATE TRIGGER trainee_anonymity_true BEFORE INSERT ON trainee_anonymity
WHEN NOT EXISTS (
    SELECT 1 FROM trainee WHERE id = NEW.trainee_id AND nik = printf('%016d', id) AND birth_place = '' AND family_card = ''
      AND address = '' AND neighbourhood = '' AND hamlet = '' AND phone = '' AND religion IS NULL AND marital_status IS NULL
      AND home_address = '' AND home_village_code IS NULL AND email = '' AND job_card = '' AND colour_blind IS NULL
      AND emergency_name = '' AND emergency_phone = '' AND birth_date = substr(birth_date, 1, 4) || '-01-01'
  )
  OR EXISTS (SELECT 1 FROM trainee_photo WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM quick_note WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM trainee_restricted WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM trainee_file WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM target_evidence WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (SELECT 1 FROM enrolment_kit JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = NEW.trainee_id)
  OR EXISTS (
    SELECT 1 FROM follow_up JOIN enrolment ON enrolment.id = enrolment_id
    WHERE trainee_id = NEW.trainee_id AND (place <> '' OR work <> '' OR note <> '' OR income IS NOT NULL)
  )
  OR EXISTS (
    SELECT 1 FROM business_aid JOIN enrolment ON enrolment.id = enrolment_id
    WHERE trainee_id = NEW.trainee_id AND (evidence_id IS NOT NULL OR end_reason NOT IN ('', '(dihapus)'))
  )
BEGIN SELECT RAISE(ABORT, 'not_anonymous'); END;

-- People whose data is frozen or was made anonymous.
CREATE VIEW closed_trainee AS
SELECT trainee_id FROM trainee_freeze WHERE thawed_at IS NULL
UNION ALL
SELECT trainee_id FROM trainee_anonymity;

-- Consent forms signed by a person, or by the guardian of a minor.
CREATE TABLE trainee_consent (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  signed_on TEXT NOT NULL CHECK (signed_on IS date(signed_on)),
  signer TEXT NOT NULL CHECK (signer IN ('SELF', 'GUARDIAN')),
  guardian TEXT NOT NULL CHECK ((guardian = '') = (signer = 'SELF')),
  basis TEXT NOT NULL CHECK (basis IN ('CONSENT', 'PUBLIC_TASK', 'LEGAL_DUTY')),
  -- May be added later; NULL again when the file is deleted.
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
CREATE TRIGGER consent_of_closed BEFORE INSERT ON trainee_consent
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
`
