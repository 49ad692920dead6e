/**
 * Scores in full: elements of units, the rules of grading as a class keeps them, entry that is closed and opened again, overridden
 * checks of an issue, and what a certification body (LSP) found of somebody.
 *
 * Where any element of a unit is judged, the result of the unit follows from them (shared/features/score/elements.ts): it stays in
 * unit_result, so that panel, papers and progress need not know of elements.
 */
export const scoresAndChecks = /* sql */ `
ALTER TABLE rules ADD COLUMN units_required INTEGER NOT NULL DEFAULT 1 CHECK (units_required IN (0, 1));
ALTER TABLE rules ADD COLUMN predicate_bands TEXT NOT NULL DEFAULT '${usualBands()}' CHECK (json_valid(predicate_bands));
-- Of the day of planning, like the other rules of a class.
ALTER TABLE cohort ADD COLUMN units_required INTEGER NOT NULL DEFAULT 1 CHECK (units_required IN (0, 1));
ALTER TABLE cohort ADD COLUMN predicate_bands TEXT NOT NULL DEFAULT '${usualBands()}' CHECK (json_valid(predicate_bands));

CREATE TABLE program_element (
  program_id INTEGER NOT NULL,
  unit_position INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 20),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  PRIMARY KEY (program_id, unit_position, position),
  FOREIGN KEY (program_id, unit_position) REFERENCES program_unit (program_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE cohort_element (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES cohort_unit (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 20),
  title TEXT NOT NULL CHECK (title <> ''),
  UNIQUE (unit_id, position)
) STRICT;

CREATE TABLE element_result (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  element_id INTEGER NOT NULL REFERENCES cohort_element (id),
  result TEXT CHECK (result IN ('K', 'BK')),
  score INTEGER CHECK (score BETWEEN 0 AND 10000),
  PRIMARY KEY (enrolment_id, element_id),
  CHECK (result IS NOT NULL OR score IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- One row each time that entry was closed; a row without reopened_at keeps the scores of its class as they are.
CREATE TABLE score_closing (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT CHECK ((reopened_by IS NULL) = (reopened_at IS NULL)),
  reopen_reason TEXT NOT NULL DEFAULT '' CHECK ((reopen_reason = '') = (reopened_at IS NULL))
) STRICT;
CREATE INDEX score_closing_by_cohort ON score_closing (cohort_id);
CREATE UNIQUE INDEX score_closing_open ON score_closing (cohort_id) WHERE reopened_at IS NULL;
CREATE TRIGGER score_closing_stays BEFORE DELETE ON score_closing BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER score_closing_kept BEFORE UPDATE ON score_closing
WHEN OLD.reopened_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.cohort_id <> OLD.cohort_id OR NEW.closed_at <> OLD.closed_at
  OR NEW.closed_by <> OLD.closed_by
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${['score', 'unit_result', 'element_result'].map(stillWhileClosed).join('')}

-- What was changed after entry had been closed once, under the reason it was opened for.
CREATE TABLE score_correction (
  id INTEGER PRIMARY KEY,
  closing_id INTEGER NOT NULL REFERENCES score_closing (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  -- 'Teori', 'Unit 3', 'Nilai unit 3', 'Unit 3 elemen 2', as the grid names it.
  item TEXT NOT NULL CHECK (item <> ''),
  -- As shown: '71,40', 'K', '' for nothing.
  before TEXT NOT NULL,
  after TEXT NOT NULL CHECK (after <> before),
  operator TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX score_correction_by_closing ON score_correction (closing_id);
CREATE INDEX score_correction_by_enrolment ON score_correction (enrolment_id);
CREATE TRIGGER score_correction_kept BEFORE UPDATE ON score_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER score_correction_stays BEFORE DELETE ON score_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A check before printing that somebody answered for instead of putting it right.
CREATE TABLE issue_override (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  check_code TEXT NOT NULL CHECK (check_code <> ''),
  message TEXT NOT NULL CHECK (message <> ''),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, check_code)
) STRICT;
CREATE TRIGGER issue_override_kept BEFORE UPDATE ON issue_override BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER issue_override_stays BEFORE DELETE ON issue_override BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The test by an LSP in the name of BNSP: its certificate is printed there and only recorded here.
CREATE TABLE competence_test (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id),
  tested_on TEXT NOT NULL CHECK (tested_on IS date(tested_on)),
  lsp TEXT NOT NULL,
  scheme TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('K', 'BK')),
  number TEXT NOT NULL CHECK (result = 'K' OR number = ''),
  registration TEXT NOT NULL CHECK (result = 'K' OR registration = ''),
  valid_until TEXT CHECK (valid_until IS NULL OR (result = 'K' AND valid_until IS date(valid_until) AND valid_until > tested_on)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX competence_test_number ON competence_test (number) WHERE number <> '';
${['INSERT', 'UPDATE', 'DELETE'].map(testOfClosed).join('')}
`

function usualBands(): string {
  return '[{"from":9000,"label":"Sangat Baik"},{"from":8000,"label":"Baik"},{"from":7000,"label":"Cukup"},{"from":0,"label":"Kurang"}]'
}

function stillWhileClosed(table: string): string {
  const trigger = (action: string, row: string) => `
CREATE TRIGGER ${table}_closed_to_${action.toLowerCase()} BEFORE ${action} ON ${table}
WHEN EXISTS (
  SELECT 1 FROM enrolment JOIN score_closing USING (cohort_id) WHERE enrolment.id = ${row}.enrolment_id AND reopened_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'scores_closed'); END;`
  return [trigger('INSERT', 'NEW'), trigger('UPDATE', 'OLD'), trigger('DELETE', 'OLD')].join('')
}

function testOfClosed(action: string): string {
  const row = action === 'INSERT' ? 'NEW' : 'OLD'
  return `
CREATE TRIGGER competence_test_closed_to_${action.toLowerCase()} BEFORE ${action} ON competence_test
WHEN EXISTS (SELECT 1 FROM enrolment JOIN closed_trainee USING (trainee_id) WHERE enrolment.id = ${row}.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;`
}
