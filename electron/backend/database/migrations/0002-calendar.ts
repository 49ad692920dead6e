/**
 * Days off of one class, feasts that can still move, and the history of changed schedules.
 */
export const calendarChanges = /* sql */ `
-- 0 for a feast that follows the sighting of the moon: until it has passed it can still move by a day.
ALTER TABLE day_off ADD COLUMN certain INTEGER NOT NULL DEFAULT 1 CHECK (certain IN (0, 1));
UPDATE day_off SET certain = 0
WHERE kind = 'national_holiday' AND (
  name LIKE '%Idul Fitri%' OR name LIKE '%Idul Adha%' OR name LIKE '%Ramadan%' OR name LIKE '%Isra Mikraj%'
  OR name LIKE '%Maulid Nabi%' OR name LIKE '%Muharam%' OR name LIKE '%Tahun Baru Islam%'
);

-- A day on which one class does not meet while the centre is open.
CREATE TABLE cohort_closure (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  kind TEXT NOT NULL CHECK (kind IN ('national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure')),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL,
  PRIMARY KEY (cohort_id, date)
) STRICT, WITHOUT ROWID;

-- The start that was wished for, while a day off keeps the first day away from it: withdrawn, the class begins there again.
ALTER TABLE cohort ADD COLUMN wanted_start TEXT CHECK (wanted_start IS NULL OR wanted_start IS date(wanted_start));

-- What moved a class, one row a version of its plan; the letter about the change is drawn from it. For a class that was moved by hand
-- the date is its new first day and the name the reason that was given.
CREATE TABLE schedule_change (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  plan_version INTEGER NOT NULL CHECK (plan_version >= 2),
  action TEXT NOT NULL CHECK (action IN ('add', 'withdraw', 'move')),
  date TEXT NOT NULL CHECK (date IS date(date)),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL,
  decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
  PRIMARY KEY (cohort_id, plan_version)
) STRICT, WITHOUT ROWID;
CREATE TABLE schedule_change_day (
  cohort_id INTEGER NOT NULL,
  plan_version INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 60),
  old_date TEXT NOT NULL CHECK (old_date IS date(old_date)),
  new_date TEXT NOT NULL CHECK (new_date IS date(new_date) AND new_date <> old_date),
  PRIMARY KEY (cohort_id, plan_version, n),
  FOREIGN KEY (cohort_id, plan_version) REFERENCES schedule_change (cohort_id, plan_version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER schedule_change_kept BEFORE UPDATE ON schedule_change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER schedule_change_stays BEFORE DELETE ON schedule_change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER schedule_change_day_kept BEFORE UPDATE ON schedule_change_day BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER schedule_change_day_stays BEFORE DELETE ON schedule_change_day BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`
