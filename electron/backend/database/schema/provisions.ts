import { closedWithEnrolment } from './schema-parts.ts'

export const provisions = /* sql */ `
-- What a cohort needs and gets: materials, items for each trainee, rates of money, budget, evaluation, photos.

-- Materials that a program usually needs.
CREATE TABLE program_material (
  program_id INTEGER NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- Hundredths of the unit; NULL until entered.
  amount INTEGER CHECK (amount >= 0),
  PRIMARY KEY (program_id, position)
) STRICT, WITHOUT ROWID;

-- Materials of a cohort, copied from its program; edits of either do not change the other.
CREATE TABLE cohort_material (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- Hundredths of the unit; NULL until entered.
  amount INTEGER CHECK (amount >= 0),
  received INTEGER CHECK (received >= 0),
  damaged INTEGER CHECK (damaged >= 0),
  -- Whole rupiah for one unit.
  price INTEGER CHECK (price BETWEEN 0 AND 999999999999),
  note TEXT NOT NULL,
  UNIQUE (cohort_id, position)
) STRICT;

-- How much of a material was used in a week.
CREATE TABLE material_use (
  material_id INTEGER NOT NULL REFERENCES cohort_material (id) ON DELETE CASCADE,
  -- Calendar weeks in which the cohort meets, counted from its first.
  week INTEGER NOT NULL CHECK (week BETWEEN 1 AND 30),
  -- Hundredths of the unit.
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (material_id, week)
) STRICT, WITHOUT ROWID;

-- Items that every trainee of a cohort receives.
CREATE TABLE cohort_item (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  kind TEXT NOT NULL CHECK (kind IN ('STATIONERY', 'MODULE', 'MEAL')),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  -- Quantity for each trainee.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999),
  PRIMARY KEY (cohort_id, kind, position)
) STRICT, WITHOUT ROWID;

-- Rates of money for a day or a taught hour. The rate of the cohort is used, else that of its activity, else that of the centre (both ids NULL).
CREATE TABLE rate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('TRANSPORT', 'MEAL', 'HONORARIUM')),
  activity_id INTEGER REFERENCES activity (id),
  cohort_id INTEGER REFERENCES cohort (id),
  -- Whole rupiah.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999),
  CHECK (activity_id IS NULL OR cohort_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX rate_once ON rate (kind, coalesce(activity_id, 0), coalesce(cohort_id, 0));

-- Size or number of an item for one trainee. Without a row the size of the person is used.
CREATE TABLE enrolment_kit (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  clothing_size TEXT CHECK (clothing_size IN ('S', 'M', 'L', 'XL', 'XXL', 'XXXL')),
  insurance_card TEXT NOT NULL
    CHECK (insurance_card = '' OR (length(insurance_card) BETWEEN 8 AND 16 AND insurance_card NOT GLOB '*[^0-9]*')),
  CHECK (clothing_size IS NOT NULL OR insurance_card <> '')
) STRICT;
${closedWithEnrolment('enrolment_kit')}

-- Budget of a cohort (RAB): one row for each line, by budget year.
CREATE TABLE cohort_budget (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2000 AND 2100),
  kind TEXT NOT NULL CHECK (kind IN ('HONORARIUM', 'TRANSPORT', 'MEAL', 'MATERIAL', 'GOODS', 'OTHER')),
  description TEXT NOT NULL CHECK (description <> ''),
  account_code TEXT NOT NULL,
  volume INTEGER NOT NULL CHECK (volume BETWEEN 1 AND 99999),
  unit TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 9999),
  times_unit TEXT NOT NULL,
  -- Whole rupiah.
  price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
  -- Whether it may be paid from dana insentif fiskal.
  incentive TEXT NOT NULL CHECK (incentive IN ('YES', 'NO', 'CHECK')),
  -- Whole rupiah; NULL if it is counted from recorded data, or not known yet.
  realised INTEGER CHECK (realised BETWEEN 0 AND 999999999999),
  PRIMARY KEY (cohort_id, position)
) STRICT, WITHOUT ROWID;

-- Supplier of the materials of a cohort, and the papers of the delivery.
CREATE TABLE cohort_supply (
  cohort_id INTEGER PRIMARY KEY REFERENCES cohort (id),
  supplier TEXT NOT NULL,
  order_number TEXT NOT NULL,
  ordered_on TEXT CHECK (ordered_on IS NULL OR ordered_on IS date(ordered_on)),
  inspection_number TEXT NOT NULL,
  inspected_on TEXT CHECK (inspected_on IS NULL OR inspected_on IS date(inspected_on)),
  handover_number TEXT NOT NULL,
  handed_over_on TEXT CHECK (handed_over_on IS NULL OR handed_over_on IS date(handed_over_on)),
  keeper TEXT NOT NULL,
  keeper_nip TEXT NOT NULL
) STRICT;

-- Evaluation forms of trainees, without names.
CREATE TABLE cohort_evaluation (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  respondent INTEGER NOT NULL CHECK (respondent >= 1),
  -- JSON list: 1 to 4 for each question, null without an answer.
  answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'array'),
  comment TEXT NOT NULL,
  PRIMARY KEY (cohort_id, respondent)
) STRICT, WITHOUT ROWID;

-- Documentation photos of a cohort, in their order.
CREATE TABLE cohort_picture (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  caption TEXT NOT NULL
) STRICT;
CREATE INDEX cohort_picture_by_cohort ON cohort_picture (cohort_id, position);
`
