import { appendOnly, trades } from './schema-parts.ts'

export const money = /* sql */ `
-- Budgeted activities and the money spent on them.

-- Activities of a budget year, with their budgets.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2000 AND 2100),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 24),
  funding_source TEXT NOT NULL CHECK (funding_source IN ('DIF_POVERTY', 'DIF_STUNTING', 'APBD', 'APBN')),
  title TEXT NOT NULL CHECK (title <> ''),
  trade TEXT CHECK (trade IS NULL OR trade IN ${trades}),
  budget_activity TEXT NOT NULL,
  budget_sub_activity TEXT NOT NULL,
  account_code TEXT NOT NULL,
  -- Whole rupiah.
  budget INTEGER NOT NULL CHECK (budget BETWEEN 0 AND 999999999999),
  -- Planned output of the activity in its year.
  planned_classes INTEGER NOT NULL DEFAULT 1 CHECK (planned_classes BETWEEN 0 AND 99),
  planned_people INTEGER NOT NULL DEFAULT 16 CHECK (planned_people BETWEEN 0 AND 9999),
  UNIQUE (budget_year, number)
) STRICT;
CREATE TRIGGER activity_year_kept BEFORE UPDATE OF budget_year ON activity
WHEN NEW.budget_year <> OLD.budget_year
  AND (EXISTS (SELECT 1 FROM cohort WHERE activity_id = OLD.id) OR EXISTS (SELECT 1 FROM spending WHERE activity_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'activity_year_in_use'); END;

-- Planned spending of an activity by month; no rows until planned.
CREATE TABLE spending_plan (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  -- Whole rupiah.
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999),
  PRIMARY KEY (activity_id, month)
) STRICT, WITHOUT ROWID;

-- Spending on an activity. Entries are only added: a wrong one is cancelled by an entry of the opposite amount.
CREATE TABLE spending (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  description TEXT NOT NULL CHECK (description <> ''),
  amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -999999999999 AND 999999999999),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  -- Kode rekening; '' for the one of the activity.
  account_code TEXT NOT NULL DEFAULT '',
  -- Entry that this one cancels; each can be cancelled once.
  reverses INTEGER UNIQUE REFERENCES spending (id),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK ((reverses IS NULL) = (amount > 0))
) STRICT;
CREATE INDEX spending_by_activity ON spending (activity_id);
${appendOnly('spending')}
CREATE TRIGGER spending_not_replaced BEFORE INSERT ON spending
WHEN EXISTS (SELECT 1 FROM spending WHERE id = NEW.id OR reverses = NEW.reverses)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER spending_in_budget_year BEFORE INSERT ON spending
WHEN NEW.reverses IS NULL
  AND NOT EXISTS (SELECT 1 FROM activity WHERE id = NEW.activity_id AND budget_year = CAST(substr(NEW.date, 1, 4) AS INTEGER))
BEGIN SELECT RAISE(ABORT, 'spending_outside_year'); END;
CREATE TRIGGER reversal_matches BEFORE INSERT ON spending
WHEN NEW.reverses IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM spending
    WHERE id = NEW.reverses AND activity_id = NEW.activity_id AND account_code = NEW.account_code
      AND amount = -NEW.amount AND reverses IS NULL AND date <= NEW.date
  )
BEGIN SELECT RAISE(ABORT, 'reversal_differs'); END;

-- Scan of the evidence of an entry. In its own table because an entry never changes, while the scan may be added or replaced later.
CREATE TABLE spending_file (
  spending_id INTEGER PRIMARY KEY REFERENCES spending (id),
  attachment_id INTEGER NOT NULL REFERENCES attachment (id)
) STRICT;
CREATE INDEX spending_file_by_attachment ON spending_file (attachment_id);

-- Totals of an activity: money spent, number of cohorts, and number of them with a panel decision.
CREATE VIEW activity_sums AS
SELECT activity.id, activity.budget_year, activity.funding_source, activity.budget,
  coalesce(spent.realized, 0) AS realized, coalesce(spent.entries, 0) AS entries,
  coalesce(held.cohorts, 0) AS cohorts, coalesce(held.decided, 0) AS decided
FROM activity
LEFT JOIN (SELECT activity_id, sum(amount) AS realized, count(*) AS entries FROM spending GROUP BY activity_id) AS spent
  ON spent.activity_id = activity.id
LEFT JOIN (
  SELECT activity_id, count(*) AS cohorts, count(panel.cohort_id) AS decided
  FROM cohort LEFT JOIN panel ON panel.cohort_id = cohort.id
  WHERE cancelled_at IS NULL AND activity_id IS NOT NULL GROUP BY activity_id
) AS held ON held.activity_id = activity.id;
`
