/**
 * Activities of a budget year, what was spent on them, and the one activity that each class belongs to.
 *
 * Entries of spending only grow: what was wrong is taken back by an entry of the opposite amount. A class belongs to the budget
 * year in which it starts; this holds when it is assigned, when its first day moves, and when an activity would change its year.
 */
export const activities = /* sql */ `
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2000 AND 2100),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 24),
  funding_source TEXT NOT NULL CHECK (funding_source IN ('DIF_POVERTY', 'DIF_STUNTING', 'APBD', 'APBN')),
  title TEXT NOT NULL CHECK (title <> ''),
  trade TEXT CHECK (trade IS NULL OR trade IN ('TR', 'TB', 'PR', 'LP', 'HK', 'LS', 'CT', 'SM')),
  budget_activity TEXT NOT NULL,
  budget_sub_activity TEXT NOT NULL,
  account_code TEXT NOT NULL,
  -- Whole rupiah.
  budget INTEGER NOT NULL CHECK (budget BETWEEN 0 AND 999999999999),
  UNIQUE (budget_year, number)
) STRICT;

CREATE TABLE spending (
  id INTEGER PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  description TEXT NOT NULL CHECK (description <> ''),
  amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -999999999999 AND 999999999999),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  -- The entry that this one takes back, once.
  reverses INTEGER UNIQUE REFERENCES spending (id),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  CHECK ((reverses IS NULL) = (amount > 0))
) STRICT;
CREATE INDEX spending_by_activity ON spending (activity_id);

CREATE TRIGGER spending_kept BEFORE UPDATE ON spending BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER spending_stays BEFORE DELETE ON spending BEGIN SELECT RAISE(ABORT, 'append_only'); END;
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
    WHERE id = NEW.reverses AND activity_id = NEW.activity_id AND amount = -NEW.amount AND reverses IS NULL AND date <= NEW.date
  )
BEGIN SELECT RAISE(ABORT, 'reversal_differs'); END;

-- The evidence itself, as a scan. Entries only grow, therefore it stands beside them: it may come later, or be scanned again.
CREATE TABLE spending_file (
  spending_id INTEGER PRIMARY KEY REFERENCES spending (id),
  attachment_id INTEGER NOT NULL REFERENCES attachment (id)
) STRICT;
CREATE INDEX spending_file_by_attachment ON spending_file (attachment_id);

-- Null for classes from before there were activities, and while none is chosen; their own words of the activity stay.
ALTER TABLE cohort ADD COLUMN activity_id INTEGER REFERENCES activity (id);
CREATE INDEX cohort_by_activity ON cohort (activity_id);

CREATE TRIGGER cohort_planned_in_budget_year BEFORE INSERT ON cohort
WHEN NEW.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity WHERE id = NEW.activity_id AND budget_year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;
CREATE TRIGGER cohort_assigned_in_budget_year BEFORE UPDATE OF activity_id ON cohort
WHEN NEW.activity_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM activity JOIN cohort_day ON cohort_day.cohort_id = NEW.id AND cohort_day.n = 1
  WHERE activity.id = NEW.activity_id AND budget_year = CAST(substr(cohort_day.date, 1, 4) AS INTEGER)
)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;
CREATE TRIGGER first_day_in_budget_year BEFORE UPDATE OF date, n ON cohort_day
WHEN NEW.n = 1 AND EXISTS (
  SELECT 1 FROM cohort JOIN activity ON activity.id = cohort.activity_id
  WHERE cohort.id = NEW.cohort_id AND budget_year <> CAST(substr(NEW.date, 1, 4) AS INTEGER)
)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;
CREATE TRIGGER first_day_added_in_budget_year BEFORE INSERT ON cohort_day
WHEN NEW.n = 1 AND EXISTS (
  SELECT 1 FROM cohort JOIN activity ON activity.id = cohort.activity_id
  WHERE cohort.id = NEW.cohort_id AND budget_year <> CAST(substr(NEW.date, 1, 4) AS INTEGER)
)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;
CREATE TRIGGER activity_year_kept BEFORE UPDATE OF budget_year ON activity
WHEN NEW.budget_year <> OLD.budget_year
  AND (EXISTS (SELECT 1 FROM cohort WHERE activity_id = OLD.id) OR EXISTS (SELECT 1 FROM spending WHERE activity_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'activity_year_in_use'); END;

-- Sums said once: reckoned in 64 bits here, the share in tenths of a percent, rounded half up.
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

-- Whose kelurahan the board shows: the Kemendagri code of a kabupaten or kota.
ALTER TABLE centre ADD COLUMN regency_code TEXT NOT NULL DEFAULT '3671'
  CHECK (length(regency_code) = 4 AND regency_code NOT GLOB '*[^0-9]*');
CREATE INDEX trainee_by_village ON trainee (village_code);
`
