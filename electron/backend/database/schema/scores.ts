import { appendOnly, closed, closedWithEnrolment } from './schema-parts.ts'

const closing = (row: string) =>
  `SELECT 1 FROM enrolment JOIN score_closing USING (cohort_id) WHERE enrolment.id = ${row}.enrolment_id AND reopened_at IS NULL`

export const scores = /* sql */ `
-- Scores, results and the graduation panel. Scores are whole hundredths.

-- Scores of the theory and practice test, in hundredths.
CREATE TABLE score (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id),
  theory INTEGER CHECK (theory BETWEEN 0 AND 10000),
  practice INTEGER CHECK (practice BETWEEN 0 AND 10000)
) STRICT;
${closed('score', 'scores_closed', closing)}

-- Result of a trainee in a unit. If elements of the unit are assessed, it follows from them; it is stored here anyway, so that panel, papers and
-- progress need not read elements.
CREATE TABLE unit_result (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  unit_id INTEGER NOT NULL REFERENCES cohort_unit (id),
  result TEXT CHECK (result IN ('K', 'BK')),
  score INTEGER CHECK (score BETWEEN 0 AND 10000),
  PRIMARY KEY (enrolment_id, unit_id),
  CHECK (result IS NOT NULL OR score IS NOT NULL)
) STRICT, WITHOUT ROWID;
${closed('unit_result', 'scores_closed', closing)}

-- Result of a trainee in an element of a unit.
CREATE TABLE element_result (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  element_id INTEGER NOT NULL REFERENCES cohort_element (id),
  result TEXT CHECK (result IN ('K', 'BK')),
  score INTEGER CHECK (score BETWEEN 0 AND 10000),
  PRIMARY KEY (enrolment_id, element_id),
  CHECK (result IS NOT NULL OR score IS NOT NULL)
) STRICT, WITHOUT ROWID;
${closed('element_result', 'scores_closed', closing)}

-- One row each time the entry of scores was closed. Until it is reopened, the scores of the cohort cannot change.
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

-- Changes after the first closing; the reason is that of the reopening.
CREATE TABLE score_correction (
  id INTEGER PRIMARY KEY,
  closing_id INTEGER NOT NULL REFERENCES score_closing (id),
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  -- 'Teori', 'Unit 3', 'Nilai unit 3', 'Unit 3 elemen 2', as in the grid.
  item TEXT NOT NULL CHECK (item <> ''),
  -- As shown: '71,40' or 'K'; '' for nothing.
  before TEXT NOT NULL,
  after TEXT NOT NULL CHECK (after <> before),
  operator TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX score_correction_by_closing ON score_correction (closing_id);
CREATE INDEX score_correction_by_enrolment ON score_correction (enrolment_id);
${appendOnly('score_correction')}

-- BNSP tests by a certification body (LSP). The LSP prints its own certificate; here it is only recorded.
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
${closedWithEnrolment('competence_test')}

-- The graduation panel of a cohort.
CREATE TABLE panel (
  cohort_id INTEGER PRIMARY KEY REFERENCES cohort (id),
  held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
  place TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
) STRICT;

-- Members of a panel, in order.
CREATE TABLE panel_member (
  cohort_id INTEGER NOT NULL REFERENCES panel (cohort_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  PRIMARY KEY (cohort_id, position)
) STRICT, WITHOUT ROWID;

-- For each trainee what the rules propose and what the panel decided.
CREATE TABLE panel_decision (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id),
  cohort_id INTEGER NOT NULL REFERENCES panel (cohort_id) ON DELETE CASCADE,
  proposal TEXT NOT NULL CHECK (proposal IN ('passed', 'failed', 'withdrawn', 'expelled')),
  -- Each rule that was not met, with its figures; JSON of shared/features/graduation.
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  decision TEXT NOT NULL CHECK (decision IN ('passed', 'failed', 'withdrawn', 'expelled')),
  override_reason TEXT NOT NULL CHECK ((decision = proposal) = (override_reason = ''))
) STRICT;
CREATE INDEX panel_decision_by_cohort ON panel_decision (cohort_id, decision);
-- A decision cannot change after a certificate was issued for it.
CREATE TRIGGER decision_under_certificate BEFORE DELETE ON panel_decision
WHEN EXISTS (SELECT 1 FROM certificate WHERE enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER decision_kept BEFORE UPDATE ON panel_decision
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
-- Reopening a panel deletes its decisions. That is not possible once a follow-up or an aid depends on them.
CREATE TRIGGER decision_under_follow_up BEFORE DELETE ON panel_decision
WHEN EXISTS (SELECT 1 FROM follow_up WHERE enrolment_id = OLD.enrolment_id)
  OR EXISTS (SELECT 1 FROM business_aid WHERE enrolment_id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'decision_in_use'); END;
`
