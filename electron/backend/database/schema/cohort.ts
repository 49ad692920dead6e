import { appendOnly, dayOffKinds, targetSources, trades, usualPredicates } from './schema-parts.ts'

export const cohort = /* sql */ `
-- Cohorts, their days and their members.

-- One class: a run of a program. It keeps a copy of what it was planned with and is graded by. A cancelled cohort keeps its row, so its number is
-- never used again.
CREATE TABLE cohort (
  id INTEGER PRIMARY KEY,
  program_id INTEGER NOT NULL REFERENCES program (id),
  -- Copied from the program, so that number and code stay unique even if the program changes.
  trade TEXT NOT NULL CHECK (trade IN ${trades}),
  title TEXT NOT NULL CHECK (title <> ''),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  code TEXT NOT NULL UNIQUE,
  week INTEGER NOT NULL CHECK (week IN (5, 6)),
  joint_leave TEXT NOT NULL CHECK (joint_leave IN ('off', 'work')),
  -- Hours of training (JP) of a day.
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  start_time TEXT NOT NULL CHECK (start_time IS strftime('%H:%M', start_time)),
  end_time TEXT NOT NULL CHECK (end_time IS strftime('%H:%M', end_time) AND end_time > start_time),
  room_id INTEGER REFERENCES room (id),
  decree_issuer TEXT NOT NULL,
  decree_number TEXT NOT NULL,
  decree_date TEXT CHECK (decree_date IS NULL OR decree_date IS date(decree_date)),
  decree_subject TEXT NOT NULL,
  activity TEXT NOT NULL,
  funding_source TEXT NOT NULL,
  -- NULL until an activity is chosen; the texts above are used anyway.
  activity_id INTEGER REFERENCES activity (id),
  -- The rules when the cohort was planned, down to predicate_bands. Later changes of the settings do not affect it.
  minimum_attendance INTEGER NOT NULL CHECK (minimum_attendance BETWEEN 1 AND 100),
  theory_weight INTEGER NOT NULL CHECK (theory_weight BETWEEN 0 AND 100),
  practice_weight INTEGER NOT NULL CHECK (practice_weight = 100 - theory_weight),
  pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 10000),
  minutes_per_hour INTEGER NOT NULL DEFAULT 45 CHECK (minutes_per_hour BETWEEN 20 AND 60),
  units_required INTEGER NOT NULL DEFAULT 1 CHECK (units_required IN (0, 1)),
  predicate_bands TEXT NOT NULL DEFAULT ${usualPredicates} CHECK (json_valid(predicate_bands)),
  -- The first day that was wanted, if a day off prevents it. If that day off is withdrawn, the cohort starts on it.
  wanted_start TEXT CHECK (wanted_start IS NULL OR wanted_start IS date(wanted_start)),
  -- 1 for the first plan; increased each time days are moved. Sheets printed from an older plan must not be used.
  plan_version INTEGER NOT NULL DEFAULT 1 CHECK (plan_version >= 1),
  cancelled_at TEXT,
  cancel_reason TEXT NOT NULL DEFAULT '' CHECK ((cancelled_at IS NULL) = (cancel_reason = '')),
  UNIQUE (trade, year, number)
) STRICT;
CREATE TRIGGER cohort_trade_kept BEFORE UPDATE OF trade, year, number, code ON cohort
BEGIN SELECT RAISE(ABORT, 'cohort_identity_fixed'); END;
CREATE INDEX cohort_by_activity ON cohort (activity_id);
-- A cohort belongs to the budget year in which it starts.
CREATE TRIGGER cohort_planned_in_budget_year BEFORE INSERT ON cohort
WHEN NEW.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity WHERE id = NEW.activity_id AND budget_year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;
CREATE TRIGGER cohort_assigned_in_budget_year BEFORE UPDATE OF activity_id ON cohort
WHEN NEW.activity_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM activity JOIN cohort_day ON cohort_day.cohort_id = NEW.id AND cohort_day.n = 1
  WHERE activity.id = NEW.activity_id AND budget_year = CAST(substr(cohort_day.date, 1, 4) AS INTEGER)
)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;

-- Units of a cohort, copied from its program.
CREATE TABLE cohort_unit (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  theory_hours INTEGER NOT NULL,
  practice_hours INTEGER NOT NULL,
  compulsory INTEGER NOT NULL CHECK (compulsory IN (0, 1)),
  UNIQUE (cohort_id, position),
  UNIQUE (cohort_id, code)
) STRICT;

-- Elements of a unit of a cohort.
CREATE TABLE cohort_element (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES cohort_unit (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 20),
  title TEXT NOT NULL CHECK (title <> ''),
  UNIQUE (unit_id, position)
) STRICT;

-- The training days of a cohort.
CREATE TABLE cohort_day (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  -- Counted from 1.
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 60),
  date TEXT NOT NULL CHECK (date IS date(date)),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  topic TEXT NOT NULL,
  -- Times at which the day uses its people and room, if they differ from those of the cohort: a Friday is longer, a day of the fasting month
  -- shorter. NULL: as the cohort. A held day keeps the times at which it was held.
  start_time TEXT CHECK (start_time IS strftime('%H:%M', start_time)),
  end_time TEXT CHECK (
    (end_time IS NULL OR (end_time IS strftime('%H:%M', end_time) AND end_time > start_time)) AND (end_time IS NULL) = (start_time IS NULL)
  ),
  -- Times of the hours of a held day, as JSON, stored when the cohort takes other times: reports of past teaching must not change.
  kept_clock TEXT CHECK (json_valid(kept_clock)),
  -- Room of the day. Triggers keep it equal to the room of the cohort until the day has been held.
  room_id INTEGER REFERENCES room (id),
  closed_at TEXT,
  closed_by TEXT CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  -- Number of people with a mark on this day, kept by triggers. Otherwise the list of cohorts would count half a million marks each time.
  marks INTEGER NOT NULL DEFAULT 0 CHECK (marks >= 0),
  UNIQUE (cohort_id, n),
  UNIQUE (cohort_id, date)
) STRICT;
-- Double bookings are searched by date. This index holds every column the search needs.
CREATE INDEX cohort_day_by_date ON cohort_day (date, cohort_id, n);
${firstDayInBudgetYear('first_day_added_in_budget_year', 'INSERT')}
${firstDayInBudgetYear('first_day_in_budget_year', 'UPDATE OF date, n')}

-- Why a calendar day between the first and the last day is no training day.
CREATE TABLE cohort_skip (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  kind TEXT NOT NULL CHECK (kind IN ('weekend', 'national_holiday', 'joint_leave', 'regional_holiday', 'centre_closure')),
  reason TEXT NOT NULL,
  PRIMARY KEY (cohort_id, date)
) STRICT, WITHOUT ROWID;

-- Days off of one cohort while the centre is open.
CREATE TABLE cohort_closure (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  -- Joint leave always applies to the whole centre; a cohort may be set to work on it, which a closure of its own would contradict.
  kind TEXT NOT NULL CHECK (kind IN ${dayOffKinds} AND kind <> 'joint_leave'),
  name TEXT NOT NULL CHECK (name <> ''),
  source TEXT NOT NULL,
  PRIMARY KEY (cohort_id, date)
) STRICT, WITHOUT ROWID;

-- Why the days of a cohort were moved: one row for each later version of its plan. The letter about the change uses it. If the cohort was moved by
-- hand, date is its new first day and name the reason.
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
${appendOnly('schedule_change')}

-- The days that a change moved.
CREATE TABLE schedule_change_day (
  cohort_id INTEGER NOT NULL,
  plan_version INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 60),
  old_date TEXT NOT NULL CHECK (old_date IS date(old_date)),
  new_date TEXT NOT NULL CHECK (new_date IS date(new_date) AND new_date <> old_date),
  PRIMARY KEY (cohort_id, plan_version, n),
  FOREIGN KEY (cohort_id, plan_version) REFERENCES schedule_change (cohort_id, plan_version)
) STRICT, WITHOUT ROWID;
${appendOnly('schedule_change_day')}

-- Membership of a trainee in a cohort.
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  trainee_id INTEGER NOT NULL REFERENCES trainee (id),
  -- Number on the list of the cohort.
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 60),
  joined_day INTEGER NOT NULL DEFAULT 1 CHECK (joined_day >= 1),
  left_after_day INTEGER CHECK (left_after_day IS NULL OR left_after_day >= joined_day - 1),
  left_kind TEXT CHECK (left_kind IN ('withdrawn', 'expelled') AND (left_kind IS NULL) = (left_after_day IS NULL)),
  left_reason TEXT NOT NULL DEFAULT '',
  -- Why the person is trained again within the period set in the rules (trained_within).
  repeat_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (cohort_id, trainee_id),
  UNIQUE (cohort_id, position)
) STRICT;
CREATE INDEX enrolment_by_trainee ON enrolment (trainee_id);
-- A person in closed_trainee (frozen or anonymous) stays in a cohort but cannot join another one.
CREATE TRIGGER enrolment_of_closed BEFORE INSERT ON enrolment
WHEN EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;
CREATE TRIGGER enrolment_given_to_closed BEFORE UPDATE OF trainee_id ON enrolment
WHEN NEW.trainee_id <> OLD.trainee_id AND EXISTS (SELECT 1 FROM closed_trainee WHERE trainee_id IN (OLD.trainee_id, NEW.trainee_id))
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;

-- Evidence of the target group as it was on the day of admission. Reports show this, even if the evidence changes later. It is deleted only with
-- the enrolment.
CREATE TABLE enrolment_target (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  evidence_id INTEGER REFERENCES target_evidence (id) ON DELETE SET NULL,
  source TEXT NOT NULL CHECK (source IN ${targetSources}),
  poor INTEGER NOT NULL CHECK (poor IN (0, 1)),
  extreme_poor INTEGER NOT NULL CHECK (extreme_poor IN (0, 1)),
  data_date TEXT NOT NULL CHECK (data_date IS date(data_date)),
  frozen_at TEXT NOT NULL
) STRICT;
CREATE INDEX enrolment_target_by_evidence ON enrolment_target (evidence_id) WHERE evidence_id IS NOT NULL;
CREATE TRIGGER enrolment_target_kept BEFORE UPDATE OF enrolment_id, source, poor, extreme_poor, data_date, frozen_at ON enrolment_target
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_stays BEFORE DELETE ON enrolment_target
WHEN EXISTS (SELECT 1 FROM enrolment WHERE id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_not_replaced BEFORE INSERT ON enrolment_target
WHEN EXISTS (SELECT 1 FROM enrolment_target WHERE enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;

-- The restricted part of that evidence.
CREATE TABLE enrolment_target_restricted (
  enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment (id) ON DELETE CASCADE,
  stunting INTEGER NOT NULL CHECK (stunting IN (0, 1)),
  decile INTEGER CHECK (decile BETWEEN 1 AND 10)
) STRICT;
CREATE TRIGGER enrolment_target_restricted_kept BEFORE UPDATE ON enrolment_target_restricted
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_restricted_stays BEFORE DELETE ON enrolment_target_restricted
WHEN EXISTS (SELECT 1 FROM enrolment WHERE id = OLD.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
CREATE TRIGGER enrolment_target_restricted_not_replaced BEFORE INSERT ON enrolment_target_restricted
WHEN EXISTS (SELECT 1 FROM enrolment_target_restricted WHERE enrolment_id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'admission_frozen'); END;
`

function firstDayInBudgetYear(name: string, event: string): string {
  return `
CREATE TRIGGER ${name} BEFORE ${event} ON cohort_day
WHEN NEW.n = 1 AND EXISTS (
  SELECT 1 FROM cohort JOIN activity ON activity.id = cohort.activity_id
  WHERE cohort.id = NEW.cohort_id AND budget_year <> CAST(substr(NEW.date, 1, 4) AS INTEGER)
)
BEGIN SELECT RAISE(ABORT, 'activity_of_other_year'); END;`
}
