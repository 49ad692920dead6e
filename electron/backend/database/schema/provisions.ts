import { closedWithEnrolment } from './schema-parts.ts'

export const provisions = /* sql */ `
-- What a cohort is equipped with: materials and their use, what each trainee is handed, rates of money, photos.

-- Materials that a program usually needs.
CREATE TABLE program_material (
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- Hundredths of the unit; NULL while nothing is entered.
  amount INTEGER CHECK (amount >= 0),
  PRIMARY KEY (program_id, position)
) STRICT, WITHOUT ROWID;

-- Materials of a cohort, copied from its program and kept apart from it.
CREATE TABLE cohort_material (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- Hundredths of the unit; NULL while nothing is entered.
  amount INTEGER CHECK (amount >= 0),
  received INTEGER CHECK (received >= 0),
  note TEXT NOT NULL,
  UNIQUE (cohort_id, position)
) STRICT;

-- How much of a material was used in a week.
CREATE TABLE material_use (
  material_id INTEGER NOT NULL REFERENCES cohort_material (id) ON DELETE CASCADE,
  -- Calendar weeks that the cohort touches, counted from its first.
  week INTEGER NOT NULL CHECK (week BETWEEN 1 AND 30),
  -- Hundredths of the unit.
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (material_id, week)
) STRICT, WITHOUT ROWID;

-- What every trainee of a cohort is handed.
CREATE TABLE cohort_item (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  kind TEXT NOT NULL CHECK (kind IN ('STATIONERY', 'MODULE', 'MEAL')),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  -- For each trainee.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999),
  PRIMARY KEY (cohort_id, kind, position)
) STRICT, WITHOUT ROWID;

-- Money a day: of one cohort, else of its activity, else of the centre (both ids NULL).
CREATE TABLE rate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('TRANSPORT', 'MEAL')),
  activity_id INTEGER REFERENCES activity (id),
  cohort_id INTEGER REFERENCES cohort (id),
  -- Whole rupiah.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999),
  CHECK (activity_id IS NULL OR cohort_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX rate_once ON rate (kind, coalesce(activity_id, 0), coalesce(cohort_id, 0));

-- What one trainee is given with a size or a number. Where no size is written here, that of the person counts.
CREATE TABLE enrolment_kit (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  clothing_size TEXT CHECK (clothing_size IN ('S', 'M', 'L', 'XL', 'XXL', 'XXXL')),
  insurance_card TEXT NOT NULL
    CHECK (insurance_card = '' OR (length(insurance_card) BETWEEN 8 AND 16 AND insurance_card NOT GLOB '*[^0-9]*')),
  CHECK (clothing_size IS NOT NULL OR insurance_card <> '')
) STRICT;
${closedWithEnrolment('enrolment_kit')}

-- Documentation photos of a cohort, in their order.
CREATE TABLE cohort_picture (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  caption TEXT NOT NULL
) STRICT;
CREATE INDEX cohort_picture_by_cohort ON cohort_picture (cohort_id, position);
`
