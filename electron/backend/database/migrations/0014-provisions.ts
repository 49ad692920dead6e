/**
 * What a class is equipped with: materials and their use, what each trainee is handed, rates of money, photos; and the officials who
 * answer for the money.
 *
 * A class keeps its own list of materials: the one of its program is only where it was copied from.
 */
export const provisions = /* sql */ `
ALTER TABLE officer ADD COLUMN role TEXT NOT NULL DEFAULT 'HEAD' CHECK (role IN ('HEAD', 'BUDGET_HOLDER', 'TECHNICAL', 'TREASURER'));

-- Amounts are hundredths of a unit; NULL is not written yet.
CREATE TABLE program_material (
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount INTEGER CHECK (amount >= 0),
  PRIMARY KEY (program_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cohort_material (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount INTEGER CHECK (amount >= 0),
  received INTEGER CHECK (received >= 0),
  note TEXT NOT NULL,
  UNIQUE (cohort_id, position)
) STRICT;

-- week counts the calendar weeks that the class touches, from its first.
CREATE TABLE material_use (
  material_id INTEGER NOT NULL REFERENCES cohort_material (id) ON DELETE CASCADE,
  week INTEGER NOT NULL CHECK (week BETWEEN 1 AND 30),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (material_id, week)
) STRICT, WITHOUT ROWID;

-- What every trainee of the class is handed; amount for each of them.
CREATE TABLE cohort_item (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  kind TEXT NOT NULL CHECK (kind IN ('STATIONERY', 'MODULE', 'MEAL')),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999),
  PRIMARY KEY (cohort_id, kind, position)
) STRICT, WITHOUT ROWID;

-- Whole rupiah a day: of one class, else of its activity, else of the centre (both NULL).
CREATE TABLE rate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('TRANSPORT', 'MEAL')),
  activity_id INTEGER REFERENCES activity (id),
  cohort_id INTEGER REFERENCES cohort (id),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999),
  CHECK (activity_id IS NULL OR cohort_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX rate_once ON rate (kind, coalesce(activity_id, 0), coalesce(cohort_id, 0));

-- What one trainee is given with a size or a number; the size of the person counts where none is written here.
CREATE TABLE enrolment_kit (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  clothing_size TEXT CHECK (clothing_size IN ('S', 'M', 'L', 'XL', 'XXL', 'XXXL')),
  insurance_card TEXT NOT NULL CHECK (insurance_card = '' OR (length(insurance_card) BETWEEN 8 AND 16 AND insurance_card NOT GLOB '*[^0-9]*')),
  CHECK (clothing_size IS NOT NULL OR insurance_card <> '')
) STRICT;
CREATE TRIGGER enrolment_kit_closed_to_insert BEFORE INSERT ON enrolment_kit
WHEN EXISTS (SELECT 1 FROM enrolment JOIN closed_trainee USING (trainee_id) WHERE enrolment.id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER enrolment_kit_closed_to_update BEFORE UPDATE ON enrolment_kit
WHEN EXISTS (SELECT 1 FROM enrolment JOIN closed_trainee USING (trainee_id) WHERE enrolment.id IN (OLD.enrolment_id, NEW.enrolment_id))
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER enrolment_kit_closed_to_delete BEFORE DELETE ON enrolment_kit
WHEN EXISTS (SELECT 1 FROM enrolment JOIN closed_trainee USING (trainee_id) WHERE enrolment.id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER kit_not_anonymous BEFORE INSERT ON trainee_anonymity
WHEN EXISTS (SELECT 1 FROM enrolment_kit JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'not_anonymous'); END;

-- Documentation photos of a class, in their order.
CREATE TABLE cohort_picture (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  caption TEXT NOT NULL
) STRICT;
CREATE INDEX cohort_picture_by_cohort ON cohort_picture (cohort_id, position);
`
