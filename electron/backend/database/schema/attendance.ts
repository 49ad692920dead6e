import { appendOnly } from './schema-parts.ts'

export const attendance = /* sql */ `
-- What happened on a day: attendance marks of trainees, lessons of instructors.

-- One mark for each trainee and day. No row means "belum diisi", which is not Alpa.
CREATE TABLE attendance (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  mark TEXT NOT NULL CHECK (mark IN ('H', 'S', 'I', 'A', 'T')),
  arrived_at TEXT CHECK (arrived_at IS NULL OR (mark = 'T' AND arrived_at IS strftime('%H:%M', arrived_at))),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (enrolment_id, day_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_day ON attendance (day_id);
CREATE TRIGGER attendance_of_own_cohort BEFORE INSERT ON attendance
WHEN NOT EXISTS (
  SELECT 1 FROM enrolment JOIN cohort_day ON cohort_day.cohort_id = enrolment.cohort_id
  WHERE enrolment.id = NEW.enrolment_id AND cohort_day.id = NEW.day_id
    AND cohort_day.n >= enrolment.joined_day
    AND (enrolment.left_after_day IS NULL OR cohort_day.n <= enrolment.left_after_day)
)
BEGIN SELECT RAISE(ABORT, 'attendance_outside_membership'); END;
CREATE TRIGGER mark_counted AFTER INSERT ON attendance
BEGIN UPDATE cohort_day SET marks = marks + 1 WHERE id = NEW.day_id; END;
CREATE TRIGGER mark_discounted AFTER DELETE ON attendance
BEGIN UPDATE cohort_day SET marks = marks - 1 WHERE id = OLD.day_id; END;
CREATE TRIGGER mark_kept_in_place BEFORE UPDATE OF enrolment_id, day_id ON attendance
BEGIN SELECT RAISE(ABORT, 'mark_moved'); END;
CREATE TRIGGER leave_of_letter BEFORE UPDATE OF mark ON attendance
WHEN NEW.mark NOT IN ('S', 'I')
  AND EXISTS (SELECT 1 FROM attendance_letter WHERE enrolment_id = OLD.enrolment_id AND day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'letter_without_leave'); END;

-- Marks that were changed after their day was closed.
CREATE TABLE attendance_correction (
  id INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  before TEXT,
  after TEXT,
  reason TEXT NOT NULL,
  operator TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_correction_by_cell ON attendance_correction (enrolment_id, day_id);
CREATE TRIGGER attendance_correction_stays BEFORE DELETE ON attendance_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- A reason can contain health data. When a person is made anonymous the reason is erased; the correction stays.
CREATE TRIGGER attendance_correction_kept BEFORE UPDATE ON attendance_correction
WHEN NOT (
  NEW.id = OLD.id AND NEW.enrolment_id = OLD.enrolment_id AND NEW.day_id = OLD.day_id AND NEW.before IS OLD.before
  AND NEW.after IS OLD.after AND NEW.operator = OLD.operator AND NEW.recorded_at = OLD.recorded_at AND NEW.reason = '(dihapus)'
  AND EXISTS (SELECT 1 FROM enrolment JOIN trainee_anonymity USING (trainee_id) WHERE enrolment.id = OLD.enrolment_id)
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The letter behind a mark, for example from a doctor. One file may cover several days. Delete it before the mark.
CREATE TABLE attendance_letter (
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  file_id INTEGER NOT NULL REFERENCES stored_file (id),
  PRIMARY KEY (enrolment_id, day_id),
  FOREIGN KEY (enrolment_id, day_id) REFERENCES attendance (enrolment_id, day_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_letter_by_file ON attendance_letter (file_id);
CREATE INDEX attendance_letter_by_day ON attendance_letter (day_id);
CREATE TRIGGER letter_of_leave BEFORE INSERT ON attendance_letter
WHEN NOT EXISTS (
  SELECT 1 FROM attendance WHERE enrolment_id = NEW.enrolment_id AND day_id = NEW.day_id AND mark IN ('S', 'I')
)
BEGIN SELECT RAISE(ABORT, 'letter_without_leave'); END;
CREATE TRIGGER letter_kept BEFORE UPDATE ON attendance_letter BEGIN SELECT RAISE(ABORT, 'letter_frozen'); END;
CREATE TRIGGER letter_of_closed BEFORE INSERT ON attendance_letter
WHEN EXISTS (SELECT 1 FROM closed_trainee JOIN enrolment USING (trainee_id) WHERE enrolment.id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;

-- A day whose real teaching was recorded: what instructors taught. Payment and reports use these hours.
CREATE TABLE taught_day (
  day_id INTEGER PRIMARY KEY REFERENCES cohort_day (id),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  -- Set when somebody closes the day.
  closed_at TEXT,
  closed_by TEXT CHECK ((closed_by IS NULL) = (closed_at IS NULL))
) STRICT;
CREATE TRIGGER taught_day_stays_closed BEFORE UPDATE OF closed_at ON taught_day
WHEN OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at
BEGIN SELECT RAISE(ABORT, 'taught_day_closed'); END;
CREATE TRIGGER closed_taught_day_kept BEFORE DELETE ON taught_day
WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'taught_day_closed'); END;

-- Hours that an instructor taught on a day.
CREATE TABLE taught_lesson (
  day_id INTEGER NOT NULL REFERENCES taught_day (day_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  -- NULL for an hour without a unit, such as an opening or a visit; the note says what it was.
  unit_id INTEGER REFERENCES cohort_unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('theory', 'practice')),
  -- The hours (JP) taught, counted from the first hour of the day.
  first_hour INTEGER NOT NULL CHECK (first_hour BETWEEN 1 AND 12),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (day_id, position),
  CHECK (unit_id IS NOT NULL OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX taught_lesson_by_instructor ON taught_lesson (instructor_id, day_id);
CREATE INDEX taught_lesson_by_unit ON taught_lesson (unit_id) WHERE unit_id IS NOT NULL;
CREATE TRIGGER lesson_rewritten BEFORE UPDATE ON taught_lesson BEGIN SELECT RAISE(ABORT, 'lesson_rewritten'); END;
CREATE TRIGGER lesson_of_own_cohort BEFORE INSERT ON taught_lesson
WHEN NEW.unit_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM cohort_day JOIN cohort_unit ON cohort_unit.cohort_id = cohort_day.cohort_id
  WHERE cohort_day.id = NEW.day_id AND cohort_unit.id = NEW.unit_id
)
BEGIN SELECT RAISE(ABORT, 'lesson_of_other_cohort'); END;
CREATE TRIGGER lesson_within_hours BEFORE INSERT ON taught_lesson
WHEN NEW.first_hour + NEW.hours - 1 > (SELECT hours FROM cohort_day WHERE id = NEW.day_id)
BEGIN SELECT RAISE(ABORT, 'lesson_over_hours'); END;
-- An hour is paid to only one instructor.
CREATE TRIGGER lesson_once BEFORE INSERT ON taught_lesson
WHEN EXISTS (
  SELECT 1 FROM taught_lesson AS other
  WHERE other.day_id = NEW.day_id AND other.instructor_id = NEW.instructor_id
    AND other.first_hour < NEW.first_hour + NEW.hours AND NEW.first_hour < other.first_hour + other.hours
)
BEGIN SELECT RAISE(ABORT, 'lesson_twice'); END;

-- Changes to a closed day of teaching: what it said before, and why it was changed.
CREATE TABLE taught_correction (
  id INTEGER PRIMARY KEY,
  day_id INTEGER NOT NULL REFERENCES taught_day (day_id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  operator TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX taught_correction_by_day ON taught_correction (day_id);
${appendOnly('taught_correction')}

-- Days that were held: they have a mark, are closed, or their teaching is written down.
CREATE VIEW held_day AS
SELECT id AS day_id, cohort_id, n, date FROM cohort_day
WHERE closed_at IS NOT NULL OR marks > 0
  OR EXISTS (SELECT 1 FROM taught_day WHERE taught_day.day_id = cohort_day.id);

-- A held day keeps its date and room. A day whose teaching is recorded also keeps its hours.
CREATE TRIGGER held_day_keeps_date BEFORE UPDATE OF date ON cohort_day
WHEN NEW.date <> OLD.date AND EXISTS (SELECT 1 FROM held_day WHERE day_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'held_day_moved'); END;
CREATE TRIGGER held_day_keeps_room BEFORE UPDATE OF room_id ON cohort_day
WHEN NEW.room_id IS NOT OLD.room_id AND EXISTS (SELECT 1 FROM held_day WHERE day_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'held_day_moved'); END;
CREATE TRIGGER taught_day_keeps_hours BEFORE UPDATE OF hours ON cohort_day
WHEN NEW.hours <> OLD.hours AND EXISTS (SELECT 1 FROM taught_day WHERE day_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'held_day_moved'); END;
`
