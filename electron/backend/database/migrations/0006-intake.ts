/**
 * The rest of what the desk asks a trainee, the evidence of a target group, and scans as files.
 *
 * What UU 27/2022 calls specific (health, disability, a child, a bank account, the decile of welfare) stands in tables whose name ends
 * in \`_restricted\`, one to one with their ordinary row: no list, search or export that reads the ordinary table can carry it along.
 */
export const intake = /* sql */ `
ALTER TABLE trainee ADD COLUMN religion TEXT
  CHECK (religion IN ('ISLAM', 'KRISTEN', 'KATOLIK', 'HINDU', 'BUDDHA', 'KONGHUCU', 'KEPERCAYAAN'));
ALTER TABLE trainee ADD COLUMN marital_status TEXT CHECK (marital_status IN ('BELUM_KAWIN', 'KAWIN', 'CERAI_HIDUP', 'CERAI_MATI'));
-- Where the person lives, if not where the KTP says; all four empty means the address of the KTP.
ALTER TABLE trainee ADD COLUMN home_address TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN home_neighbourhood TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN home_hamlet TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN home_village_code TEXT CHECK (home_village_code IS NULL OR length(home_village_code) = 10);
ALTER TABLE trainee ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN employment TEXT CHECK (employment IN ('MENGANGGUR', 'BEKERJA', 'WIRAUSAHA', 'IRT'));
-- The AK-1 card (kartu kuning) of a job seeker.
ALTER TABLE trainee ADD COLUMN job_card TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN job_card_date TEXT CHECK (job_card_date IS NULL OR job_card_date IS date(job_card_date));
ALTER TABLE trainee ADD COLUMN shirt_size TEXT CHECK (shirt_size IN ('S', 'M', 'L', 'XL', 'XXL', 'XXXL'));
ALTER TABLE trainee ADD COLUMN shoe_size INTEGER CHECK (shoe_size BETWEEN 20 AND 55);
ALTER TABLE trainee ADD COLUMN colour_blind INTEGER CHECK (colour_blind IN (0, 1));
ALTER TABLE trainee ADD COLUMN emergency_name TEXT NOT NULL DEFAULT '';
ALTER TABLE trainee ADD COLUMN emergency_phone TEXT NOT NULL DEFAULT '' CHECK (emergency_phone = '' OR emergency_phone GLOB '62[0-9]*');

CREATE TABLE trainee_restricted (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id) ON DELETE CASCADE,
  stunted_child TEXT NOT NULL,
  disability TEXT CHECK (disability IN ('FISIK', 'SENSORIK', 'INTELEKTUAL', 'MENTAL')),
  disability_needs TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL CHECK (bank_account NOT GLOB '*[^0-9]*'),
  bank_holder TEXT NOT NULL
) STRICT;

-- A file in the data folder under this name. Written once, never changed; the name is random, because row numbers are given again after
-- a snapshot was restored, and would then stand for another file.
CREATE TABLE stored_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) = 32 AND name NOT GLOB '*[^0-9a-f]*'),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER stored_file_kept BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'file_frozen'); END;

CREATE TABLE trainee_file (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  kind TEXT NOT NULL CHECK (kind IN ('KTP', 'KK', 'IJAZAH', 'SKTM', 'DTSEN', 'LAIN'))
) STRICT;
CREATE INDEX trainee_file_by_trainee ON trainee_file (trainee_id);

-- What justified a person's place, as history: a newer row stands beside the older ones. The latest row counts.
CREATE TABLE target_evidence (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  source TEXT NOT NULL CHECK (source IN ('DTSEN', 'DTKS', 'P3KE', 'SKTM', 'SURAT')),
  poor INTEGER NOT NULL CHECK (poor IN (0, 1)),
  extreme_poor INTEGER NOT NULL CHECK (extreme_poor IN (0, 1)),
  data_date TEXT NOT NULL CHECK (data_date IS date(data_date)),
  -- May follow later, and goes with the file.
  file_id INTEGER REFERENCES trainee_file (file_id) ON DELETE SET NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX target_evidence_by_trainee ON target_evidence (trainee_id, id);
CREATE INDEX target_evidence_by_file ON target_evidence (file_id) WHERE file_id IS NOT NULL;
CREATE TABLE target_evidence_restricted (
  evidence_id INTEGER PRIMARY KEY REFERENCES target_evidence (id) ON DELETE CASCADE,
  stunting INTEGER NOT NULL CHECK (stunting IN (0, 1)),
  decile INTEGER CHECK (decile BETWEEN 1 AND 10)
) STRICT;
CREATE TRIGGER target_evidence_kept BEFORE UPDATE OF id, source, poor, extreme_poor, data_date, recorded_at, recorded_by ON target_evidence
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER target_evidence_restricted_kept BEFORE UPDATE ON target_evidence_restricted
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- What held on the day of admission; a report shows this, whatever the registers say later. It goes only with its enrolment.
CREATE TABLE enrolment_target (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  evidence_id INTEGER REFERENCES target_evidence (id) ON DELETE SET NULL,
  source TEXT NOT NULL CHECK (source IN ('DTSEN', 'DTKS', 'P3KE', 'SKTM', 'SURAT')),
  poor INTEGER NOT NULL CHECK (poor IN (0, 1)),
  extreme_poor INTEGER NOT NULL CHECK (extreme_poor IN (0, 1)),
  data_date TEXT NOT NULL CHECK (data_date IS date(data_date)),
  frozen_at TEXT NOT NULL
) STRICT;
CREATE INDEX enrolment_target_by_evidence ON enrolment_target (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE TABLE enrolment_target_restricted (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  stunting INTEGER NOT NULL CHECK (stunting IN (0, 1)),
  decile INTEGER CHECK (decile BETWEEN 1 AND 10)
) STRICT;
CREATE TRIGGER enrolment_target_kept BEFORE UPDATE OF enrolment_id, source, poor, extreme_poor, data_date, frozen_at ON enrolment_target
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_stays BEFORE DELETE ON enrolment_target
WHEN EXISTS (SELECT 1 FROM enrolment WHERE id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_not_replaced BEFORE INSERT ON enrolment_target
WHEN EXISTS (SELECT 1 FROM enrolment_target WHERE enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_restricted_kept BEFORE UPDATE ON enrolment_target_restricted
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_restricted_stays BEFORE DELETE ON enrolment_target_restricted
WHEN EXISTS (SELECT 1 FROM enrolment WHERE id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_restricted_not_replaced BEFORE INSERT ON enrolment_target_restricted
WHEN EXISTS (SELECT 1 FROM enrolment_target_restricted WHERE enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;

-- The history of one person is read from the audit.
CREATE INDEX audit_by_entity ON audit (entity_id, entity) WHERE entity_id IS NOT NULL;

-- Within what time a second training needs a reason, and the reason of those who got one.
ALTER TABLE rules ADD COLUMN trained_within TEXT NOT NULL DEFAULT 'year' CHECK (trained_within IN ('year', 'months', 'ever'));
ALTER TABLE enrolment ADD COLUMN repeat_reason TEXT NOT NULL DEFAULT '';
`
