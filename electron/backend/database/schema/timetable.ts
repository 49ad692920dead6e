import { appendOnly } from './schema-parts.ts'

export const timetable = /* sql */ `
-- Who teaches what and when, and the rules against double bookings.

-- Which instructors teach on which day.
CREATE TABLE teaching (
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  PRIMARY KEY (day_id, instructor_id),
  UNIQUE (day_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX teaching_by_instructor ON teaching (instructor_id, day_id);
CREATE TRIGGER session_loses_teacher AFTER DELETE ON teaching
BEGIN UPDATE session SET instructor_id = NULL WHERE day_id = OLD.day_id AND instructor_id = OLD.instructor_id; END;

-- Units of a cohort placed on its days, in blocks of hours (JP). Without rows the timetable is derived from its units.
CREATE TABLE session (
  day_id INTEGER NOT NULL REFERENCES cohort_day (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  unit_id INTEGER NOT NULL REFERENCES cohort_unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('theory', 'practice')),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  -- NULL: all instructors of the day.
  instructor_id INTEGER REFERENCES instructor (id),
  PRIMARY KEY (day_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_unit ON session (unit_id);
CREATE TRIGGER session_of_own_cohort BEFORE INSERT ON session
WHEN NOT EXISTS (
  SELECT 1 FROM cohort_day JOIN cohort_unit ON cohort_unit.cohort_id = cohort_day.cohort_id
  WHERE cohort_day.id = NEW.day_id AND cohort_unit.id = NEW.unit_id
)
BEGIN SELECT RAISE(ABORT, 'session_of_other_cohort'); END;
CREATE TRIGGER session_within_hours AFTER INSERT ON session
WHEN (SELECT sum(hours) FROM session WHERE day_id = NEW.day_id) > (SELECT hours FROM cohort_day WHERE id = NEW.day_id)
BEGIN SELECT RAISE(ABORT, 'day_over_its_hours'); END;
CREATE TRIGGER day_holds_its_sessions AFTER UPDATE OF hours ON cohort_day
WHEN (SELECT sum(hours) FROM session WHERE day_id = NEW.id) > NEW.hours
BEGIN SELECT RAISE(ABORT, 'day_over_its_hours'); END;
CREATE TRIGGER session_teacher_teaches BEFORE INSERT ON session
WHEN NEW.instructor_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'session_without_teaching'); END;
-- Sessions are deleted and inserted as a whole; only the instructor may be updated.
CREATE TRIGGER session_rewritten BEFORE UPDATE OF day_id, position, unit_id, kind, hours ON session
BEGIN SELECT RAISE(ABORT, 'session_rewritten'); END;
CREATE TRIGGER session_teacher_changed BEFORE UPDATE OF instructor_id ON session
WHEN NEW.instructor_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'session_without_teaching'); END;

-- Which instructor substituted which on a day, and why.
CREATE TABLE substitution (
  id INTEGER PRIMARY KEY,
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  out_id INTEGER NOT NULL REFERENCES instructor (id),
  in_id INTEGER NOT NULL REFERENCES instructor (id) CHECK (in_id <> out_id),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX substitution_by_day ON substitution (day_id);
${appendOnly('substitution')}

-- Times of a cohort that differ from the usual: on ordinary days, on Fridays, in the fasting month.
CREATE TABLE cohort_clock (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'friday', 'ramadan')),
  start_time TEXT NOT NULL CHECK (start_time IS strftime('%H:%M', start_time)),
  minutes_per_hour INTEGER NOT NULL CHECK (minutes_per_hour BETWEEN 20 AND 60),
  PRIMARY KEY (cohort_id, kind)
) STRICT, WITHOUT ROWID;

-- Breaks within those times.
CREATE TABLE cohort_break (
  cohort_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 4),
  after_hour INTEGER NOT NULL CHECK (after_hour BETWEEN 0 AND 12),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 240),
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (cohort_id, kind, position),
  FOREIGN KEY (cohort_id, kind) REFERENCES cohort_clock (cohort_id, kind) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The fasting month, if the cohort has other times in it.
CREATE TABLE cohort_fasting (
  cohort_id INTEGER PRIMARY KEY REFERENCES cohort (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  until_date TEXT NOT NULL CHECK (until_date IS date(until_date) AND until_date >= from_date)
) STRICT;

-- Days of two cohorts that overlap in time: same date, a.start < b.end AND b.start < a.end. Back-to-back days do not overlap. CROSS JOIN fixes the
-- join order: from the requested day, by date, to the others. A plan that SQLite makes for an empty database would scan the table.
CREATE VIEW simultaneous_day AS
SELECT
  day.id AS day_id, day.cohort_id, day.n, day.date,
  other_day.id AS other_day_id, other_day.cohort_id AS other_cohort_id, other_day.n AS other_n
FROM cohort_day AS day
CROSS JOIN cohort ON cohort.id = day.cohort_id
CROSS JOIN cohort_day AS other_day ON other_day.date = day.date AND other_day.cohort_id <> day.cohort_id
CROSS JOIN cohort AS other ON other.id = other_day.cohort_id
WHERE cohort.cancelled_at IS NULL AND other.cancelled_at IS NULL
  AND coalesce(day.start_time, cohort.start_time) < coalesce(other_day.end_time, other.end_time)
  AND coalesce(other_day.start_time, other.start_time) < coalesce(day.end_time, cohort.end_time);

-- A room, instructor or trainee that two cohorts need at the same time. A trainee counts from the day of joining to the day of leaving. Every
-- trigger against double bookings reads this view.
CREATE VIEW double_booking AS
SELECT 'room' AS kind, day.room_id AS resource_id, pair.*
FROM simultaneous_day AS pair
CROSS JOIN cohort_day AS day ON day.id = pair.day_id
CROSS JOIN cohort_day AS other ON other.id = pair.other_day_id AND other.room_id = day.room_id
UNION ALL
SELECT 'instructor', teaching.instructor_id, pair.*
FROM simultaneous_day AS pair
CROSS JOIN teaching ON teaching.day_id = pair.day_id
CROSS JOIN teaching AS other ON other.day_id = pair.other_day_id AND other.instructor_id = teaching.instructor_id
UNION ALL
SELECT 'trainee', enrolment.trainee_id, pair.*
FROM simultaneous_day AS pair
CROSS JOIN enrolment ON enrolment.cohort_id = pair.cohort_id AND pair.n >= enrolment.joined_day
  AND pair.n <= coalesce(enrolment.left_after_day, pair.n)
CROSS JOIN enrolment AS other ON other.cohort_id = pair.other_cohort_id AND other.trainee_id = enrolment.trainee_id
  AND pair.other_n >= other.joined_day AND pair.other_n <= coalesce(other.left_after_day, pair.other_n);

CREATE TRIGGER teaching_booked AFTER INSERT ON teaching
WHEN EXISTS (SELECT 1 FROM double_booking WHERE kind = 'instructor' AND day_id = NEW.day_id AND resource_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
CREATE TRIGGER teaching_rebooked AFTER UPDATE OF day_id, instructor_id ON teaching
WHEN EXISTS (SELECT 1 FROM double_booking WHERE kind = 'instructor' AND day_id = NEW.day_id AND resource_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
-- A new day gets the room of its cohort. Days that were not held yet follow when the cohort gets another room.
CREATE TRIGGER day_booked AFTER INSERT ON cohort_day
BEGIN
  UPDATE cohort_day SET room_id = (SELECT room_id FROM cohort WHERE id = NEW.cohort_id) WHERE id = NEW.id;
END;
CREATE TRIGGER cohort_takes_room AFTER UPDATE OF room_id ON cohort
BEGIN
  UPDATE cohort_day SET room_id = NEW.room_id
  WHERE cohort_id = NEW.id AND room_id IS NOT NEW.room_id AND NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = cohort_day.id);
END;
CREATE TRIGGER day_rebooked AFTER UPDATE OF cohort_id, n, date, start_time, end_time, room_id ON cohort_day
WHEN NOT EXISTS (SELECT 1 FROM moving_day WHERE day_id = NEW.id) AND EXISTS (SELECT 1 FROM double_booking WHERE day_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
-- The times of a cohort are stored once for all its days, so held days get new times too; only future days can cause a double booking.
CREATE TRIGGER cohort_rebooked AFTER UPDATE OF start_time, end_time, cancelled_at ON cohort
WHEN EXISTS (
  SELECT 1 FROM double_booking
  WHERE cohort_id = NEW.id AND NOT EXISTS (SELECT 1 FROM held_day WHERE held_day.day_id = double_booking.day_id)
)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
CREATE TRIGGER trainee_booked AFTER INSERT ON enrolment
WHEN EXISTS (SELECT 1 FROM double_booking WHERE kind = 'trainee' AND cohort_id = NEW.cohort_id AND resource_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
CREATE TRIGGER trainee_rebooked AFTER UPDATE OF cohort_id, trainee_id, joined_day, left_after_day ON enrolment
WHEN EXISTS (SELECT 1 FROM double_booking WHERE kind = 'trainee' AND cohort_id = NEW.cohort_id AND resource_id = NEW.trainee_id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;

-- Teaching by instructors who are on leave that day.
CREATE VIEW teaching_on_leave AS
SELECT teaching.day_id, teaching.instructor_id, cohort_day.date, instructor_leave.id AS leave_id
FROM teaching
JOIN cohort_day ON cohort_day.id = teaching.day_id
JOIN cohort ON cohort.id = cohort_day.cohort_id
JOIN instructor_leave ON instructor_leave.instructor_id = teaching.instructor_id
  AND cohort_day.date BETWEEN instructor_leave.from_date AND instructor_leave.until_date
WHERE cohort.cancelled_at IS NULL;

CREATE TRIGGER teaching_while_away AFTER INSERT ON teaching
WHEN EXISTS (SELECT 1 FROM teaching_on_leave WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER teaching_given_to_somebody_away AFTER UPDATE OF day_id, instructor_id ON teaching
WHEN EXISTS (SELECT 1 FROM teaching_on_leave WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER taught_day_moved_into_leave AFTER UPDATE OF date ON cohort_day
WHEN NOT EXISTS (SELECT 1 FROM moving_day WHERE day_id = NEW.id) AND EXISTS (SELECT 1 FROM teaching_on_leave WHERE day_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER cohort_called_back_into_leave AFTER UPDATE OF cancelled_at ON cohort
WHEN EXISTS (
  SELECT 1 FROM teaching_on_leave JOIN cohort_day ON cohort_day.id = teaching_on_leave.day_id WHERE cohort_day.cohort_id = NEW.id
)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER leave_over_teaching AFTER INSERT ON instructor_leave
WHEN EXISTS (SELECT 1 FROM teaching_on_leave WHERE leave_id = NEW.id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER leave_changed_over_teaching AFTER UPDATE ON instructor_leave
WHEN EXISTS (SELECT 1 FROM teaching_on_leave WHERE leave_id = NEW.id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;

-- Days that are moved together, of one cohort or of several. While its row exists a day is not compared with the others, which may not have moved
-- yet. Deleting the row compares it with all of them.
CREATE TABLE moving_day (
  day_id INTEGER PRIMARY KEY REFERENCES cohort_day (id),
  -- Refers to a row that cannot exist and is checked at commit, so a transaction cannot commit while days are still marked as moving.
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended = 0) REFERENCES moving_day (day_id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TRIGGER moving_day_kept BEFORE UPDATE ON moving_day BEGIN SELECT RAISE(ABORT, 'days_on_the_move'); END;
CREATE TRIGGER moving_day_booked AFTER DELETE ON moving_day
WHEN EXISTS (SELECT 1 FROM double_booking WHERE day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'double_booking'); END;
CREATE TRIGGER moving_day_on_leave AFTER DELETE ON moving_day
WHEN EXISTS (SELECT 1 FROM teaching_on_leave WHERE day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'teaching_on_leave'); END;
CREATE TRIGGER moving_day_licensed AFTER DELETE ON moving_day
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
`
