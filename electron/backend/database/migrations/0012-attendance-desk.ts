/**
 * The attendance desk: letters of the doctor beside a mark, and what instructors really taught.
 *
 * What a day of teaching was to be stands in \`session\`; \`taught_lesson\` is what it was, because hours are paid and reported by it.
 */
export const attendanceDesk = /* sql */ `
-- So many days of Alpa in a row, and somebody is named.
ALTER TABLE rules ADD COLUMN absence_alarm INTEGER NOT NULL DEFAULT 3 CHECK (absence_alarm BETWEEN 2 AND 10);

-- One letter may speak for several days of the same person. It goes before its mark does: see the foreign key and the trigger.
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
CREATE TRIGGER leave_of_letter BEFORE UPDATE OF mark ON attendance
WHEN NEW.mark NOT IN ('S', 'I')
  AND EXISTS (SELECT 1 FROM attendance_letter WHERE enrolment_id = OLD.enrolment_id AND day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'letter_without_leave'); END;
CREATE TRIGGER letter_of_closed BEFORE INSERT ON attendance_letter
WHEN EXISTS (SELECT 1 FROM closed_trainee JOIN enrolment USING (trainee_id) WHERE enrolment.id = NEW.enrolment_id)
BEGIN SELECT RAISE(ABORT, 'trainee_closed'); END;

-- A day whose teaching is written down; closed once somebody vouches for it.
CREATE TABLE taught_day (
  day_id INTEGER PRIMARY KEY REFERENCES cohort_day (id),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT CHECK ((closed_by IS NULL) = (closed_at IS NULL))
) STRICT;
CREATE TRIGGER taught_day_stays_closed BEFORE UPDATE OF closed_at ON taught_day
WHEN OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at
BEGIN SELECT RAISE(ABORT, 'taught_day_closed'); END;
CREATE TRIGGER closed_taught_day_kept BEFORE DELETE ON taught_day
WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'taught_day_closed'); END;

-- Hours (JP) of a day counted from its first. Without a unit: an opening, a visit; the note says what.
CREATE TABLE taught_lesson (
  day_id INTEGER NOT NULL REFERENCES taught_day (day_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  unit_id INTEGER REFERENCES cohort_unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('theory', 'practice')),
  first_hour INTEGER NOT NULL CHECK (first_hour BETWEEN 1 AND 12),
  hours INTEGER NOT NULL CHECK (hours BETWEEN 1 AND 12),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (day_id, position),
  CHECK (unit_id IS NOT NULL OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX taught_lesson_by_instructor ON taught_lesson (instructor_id, day_id);
CREATE INDEX taught_lesson_by_unit ON taught_lesson (unit_id) WHERE unit_id IS NOT NULL;
CREATE TRIGGER lesson_rewritten BEFORE UPDATE ON taught_lesson BEGIN SELECT RAISE(ABORT, 'lesson_rewritten'); END;
CREATE TRIGGER lesson_of_own_class BEFORE INSERT ON taught_lesson
WHEN NEW.unit_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM cohort_day JOIN cohort_unit ON cohort_unit.cohort_id = cohort_day.cohort_id
  WHERE cohort_day.id = NEW.day_id AND cohort_unit.id = NEW.unit_id
)
BEGIN SELECT RAISE(ABORT, 'lesson_of_other_class'); END;
CREATE TRIGGER lesson_within_hours BEFORE INSERT ON taught_lesson
WHEN NEW.first_hour + NEW.hours - 1 > (SELECT hours FROM cohort_day WHERE id = NEW.day_id)
BEGIN SELECT RAISE(ABORT, 'lesson_over_hours'); END;
-- Nobody is paid twice for an hour.
CREATE TRIGGER lesson_once BEFORE INSERT ON taught_lesson
WHEN EXISTS (
  SELECT 1 FROM taught_lesson AS other
  WHERE other.day_id = NEW.day_id AND other.instructor_id = NEW.instructor_id
    AND other.first_hour < NEW.first_hour + NEW.hours AND NEW.first_hour < other.first_hour + other.hours
)
BEGIN SELECT RAISE(ABORT, 'lesson_twice'); END;
-- The gate of \`unlicensed_teaching\`, for who really stood there.
CREATE TRIGGER lesson_licensed AFTER INSERT ON taught_lesson
WHEN EXISTS (
  SELECT 1 FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id, required_credential_kind AS required
  WHERE cohort_day.id = NEW.day_id
    AND NOT EXISTS (
      SELECT 1 FROM credential
      WHERE credential.instructor_id = NEW.instructor_id
        AND credential.kind = required.kind
        AND cohort_day.date BETWEEN credential.issued AND credential.valid_until
        AND (
          EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id AND credential_trade.trade = cohort.trade)
          OR (credential.kind <> 'TEKNIS' AND NOT EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id))
        )
    )
    AND NOT EXISTS (
      SELECT 1 FROM credential_override AS allowed
      WHERE allowed.day_id = NEW.day_id AND allowed.instructor_id = NEW.instructor_id
    )
    -- Who was let in when the day was planned has taught it, whatever was corrected in the credential since.
    AND NOT EXISTS (SELECT 1 FROM teaching WHERE teaching.day_id = NEW.day_id AND teaching.instructor_id = NEW.instructor_id)
)
BEGIN SELECT RAISE(ABORT, 'unlicensed_teaching'); END;

-- What a closed day said before, and why it was changed.
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
CREATE TRIGGER taught_correction_kept BEFORE UPDATE ON taught_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER taught_correction_stays BEFORE DELETE ON taught_correction BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A day is held once it has a mark, is closed, or somebody has taught it.
DROP VIEW held_day;
CREATE VIEW held_day AS
SELECT id AS day_id, cohort_id, n, date FROM cohort_day
WHERE closed_at IS NOT NULL OR EXISTS (SELECT 1 FROM attendance WHERE attendance.day_id = cohort_day.id)
  OR EXISTS (SELECT 1 FROM taught_day WHERE taught_day.day_id = cohort_day.id);
CREATE TRIGGER taught_day_keeps_date BEFORE UPDATE OF date, n, hours ON cohort_day
WHEN (NEW.date <> OLD.date OR NEW.hours <> OLD.hours) AND EXISTS (SELECT 1 FROM taught_day WHERE day_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'held_day_moved'); END;
`
