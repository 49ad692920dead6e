import { closedWithPerson, targetSources } from './schema-parts.ts'

export const people = /* sql */ `
-- Trainees and what they are asked when they are entered. Data that UU 27/2022 calls specific (health, disability, a child, a bank account, the
-- welfare decile) is in tables whose name ends in _restricted, one row for each ordinary row. So no list, search or export of the ordinary table
-- can contain it by mistake.

-- One row for each person.
CREATE TABLE trainee (
  id INTEGER PRIMARY KEY,
  nik TEXT NOT NULL UNIQUE CHECK (length(nik) = 16 AND nik NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- Normalised for search: lower case, no accents, no apostrophes.
  folded_name TEXT NOT NULL,
  birth_place TEXT NOT NULL,
  birth_date TEXT NOT NULL CHECK (birth_date IS date(birth_date)),
  sex TEXT NOT NULL CHECK (sex IN ('L', 'P')),
  -- Number of the kartu keluarga.
  family_card TEXT NOT NULL CHECK (family_card = '' OR (length(family_card) = 16 AND family_card NOT GLOB '*[^0-9]*')),
  address TEXT NOT NULL,
  -- RT.
  neighbourhood TEXT NOT NULL,
  -- RW.
  hamlet TEXT NOT NULL,
  -- Kemendagri code of the kelurahan.
  village_code TEXT CHECK (village_code IS NULL OR length(village_code) = 10),
  phone TEXT NOT NULL CHECK (phone = '' OR phone GLOB '62[0-9]*'),
  education TEXT,
  religion TEXT CHECK (religion IN ('ISLAM', 'KRISTEN', 'KATOLIK', 'HINDU', 'BUDDHA', 'KONGHUCU', 'KEPERCAYAAN')),
  marital_status TEXT CHECK (marital_status IN ('BELUM_KAWIN', 'KAWIN', 'CERAI_HIDUP', 'CERAI_MATI')),
  -- Address where the person lives, if it differs from the KTP; all four empty: as on the KTP.
  home_address TEXT NOT NULL DEFAULT '',
  home_neighbourhood TEXT NOT NULL DEFAULT '',
  home_hamlet TEXT NOT NULL DEFAULT '',
  home_village_code TEXT CHECK (home_village_code IS NULL OR length(home_village_code) = 10),
  email TEXT NOT NULL DEFAULT '',
  employment TEXT CHECK (employment IN ('MENGANGGUR', 'BEKERJA', 'WIRAUSAHA', 'IRT')),
  -- The AK-1 card (kartu kuning) of a job seeker.
  job_card TEXT NOT NULL DEFAULT '',
  job_card_date TEXT CHECK (job_card_date IS NULL OR job_card_date IS date(job_card_date)),
  shirt_size TEXT CHECK (shirt_size IN ('S', 'M', 'L', 'XL', 'XXL', 'XXXL')),
  shoe_size INTEGER CHECK (shoe_size BETWEEN 20 AND 55),
  colour_blind INTEGER CHECK (colour_blind IN (0, 1)),
  emergency_name TEXT NOT NULL DEFAULT '',
  emergency_phone TEXT NOT NULL DEFAULT '' CHECK (emergency_phone = '' OR emergency_phone GLOB '62[0-9]*'),
  -- Reversed digits. An index can only search from the beginning, and clerks often know only the last digits.
  nik_backwards TEXT GENERATED ALWAYS AS (${backwards('nik')}) VIRTUAL,
  phone_backwards TEXT GENERATED ALWAYS AS (${backwards('phone')}) VIRTUAL
) STRICT;
CREATE INDEX trainee_by_village ON trainee (village_code);
CREATE INDEX trainee_by_nik_backwards ON trainee (nik_backwards);
CREATE INDEX trainee_by_phone ON trainee (phone);
CREATE INDEX trainee_by_phone_backwards ON trainee (phone_backwards);
CREATE INDEX trainee_by_name_and_birth ON trainee (folded_name, birth_date);
CREATE INDEX trainee_by_family_card ON trainee (family_card) WHERE family_card <> '';
CREATE TRIGGER trainee_closed BEFORE UPDATE ON trainee
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER closed_trainee_stays BEFORE DELETE ON trainee
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;

-- Passport photo of a person.
CREATE TABLE trainee_photo (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id) ON DELETE CASCADE,
  jpeg BLOB NOT NULL CHECK (length(jpeg) BETWEEN 1 AND 1200000)
) STRICT;
${closedWithPerson('trainee_photo')}

-- Specific data of a person: disability, a stunted child, the bank account.
CREATE TABLE trainee_restricted (
  trainee_id INTEGER PRIMARY KEY REFERENCES trainee (id) ON DELETE CASCADE,
  stunted_child TEXT NOT NULL,
  disability TEXT CHECK (disability IN ('FISIK', 'SENSORIK', 'INTELEKTUAL', 'MENTAL')),
  disability_needs TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL CHECK (bank_account NOT GLOB '*[^0-9]*'),
  bank_holder TEXT NOT NULL
) STRICT;
${closedWithPerson('trainee_restricted')}

-- Scans of the documents of a person.
CREATE TABLE trainee_file (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  kind TEXT NOT NULL CHECK (kind IN ('KTP', 'KK', 'IJAZAH', 'SKTM', 'DTSEN', 'LAIN'))
) STRICT;
CREATE INDEX trainee_file_by_trainee ON trainee_file (trainee_id);
${closedWithPerson('trainee_file')}

-- Evidence that a person belongs to a target group. Rows are added, never changed; the latest one counts.
CREATE TABLE target_evidence (
  id INTEGER PRIMARY KEY,
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  source TEXT NOT NULL CHECK (source IN ${targetSources}),
  poor INTEGER NOT NULL CHECK (poor IN (0, 1)),
  extreme_poor INTEGER NOT NULL CHECK (extreme_poor IN (0, 1)),
  data_date TEXT NOT NULL CHECK (data_date IS date(data_date)),
  -- May be added later; NULL again when the file is deleted.
  file_id INTEGER REFERENCES trainee_file (file_id) ON DELETE SET NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX target_evidence_by_trainee ON target_evidence (trainee_id, id);
CREATE INDEX target_evidence_by_file ON target_evidence (file_id) WHERE file_id IS NOT NULL;
CREATE TRIGGER target_evidence_kept BEFORE UPDATE OF id, source, poor, extreme_poor, data_date, recorded_at, recorded_by ON target_evidence
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${closedWithPerson('target_evidence')}

-- The restricted part of that evidence.
CREATE TABLE target_evidence_restricted (
  evidence_id INTEGER PRIMARY KEY REFERENCES target_evidence (id) ON DELETE CASCADE,
  stunting INTEGER NOT NULL CHECK (stunting IN (0, 1)),
  decile INTEGER CHECK (decile BETWEEN 1 AND 10)
) STRICT;
CREATE TRIGGER target_evidence_restricted_kept BEFORE UPDATE ON target_evidence_restricted
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Imported lists: who sent the file and who imported it.
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

-- What each line of an imported list did. With it the import can be undone while nothing depends on it.
CREATE TABLE import_row (
  import_id INTEGER NOT NULL REFERENCES import (id),
  row INTEGER NOT NULL CHECK (row >= 1),
  outcome TEXT NOT NULL CHECK (outcome IN ('created', 'changed', 'matched', 'skipped', 'rejected')),
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- NULL once the import that added the person is undone.
  trainee_id INTEGER REFERENCES trainee (id) ON DELETE SET NULL,
  -- Values of the changed fields before and after; for a new person all values after.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  -- Number of rows in other tables that referred to a changed person at that time. If there are more now, something depends on the change.
  ties INTEGER NOT NULL DEFAULT 0 CHECK (ties >= 0),
  PRIMARY KEY (import_id, row),
  CHECK ((outcome = 'changed') = (before IS NOT NULL)),
  CHECK ((outcome IN ('created', 'changed')) = (after IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_by_trainee ON import_row (trainee_id) WHERE trainee_id IS NOT NULL;

-- Columns of the files of a sender, offered for the next file.
CREATE TABLE import_column (
  -- Both normalised, so that 'Kel. Karawaci Baru' and 'KEL KARAWACI BARU' are the same sender.
  sender TEXT NOT NULL CHECK (sender <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  -- NULL: the column is ignored.
  field TEXT,
  PRIMARY KEY (sender, title)
) STRICT, WITHOUT ROWID;
`

function backwards(column: string): string {
  return Array.from({ length: 16 }, (_, index) => `substr(${column}, ${-1 - index}, 1)`).join(' || ')
}
