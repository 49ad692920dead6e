// Trades of a changed or deleted row of `credential`; they are deleted after it.
const covered = `(
      EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = OLD.id AND credential_trade.trade = unlicensed_teaching.trade)
      OR (OLD.kind <> 'TEKNIS' AND NOT EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = OLD.id))
    )`

export const gate = /* sql */ `
-- The credential gate: nobody teaches without a valid credential. Enforced here, so that a mistake elsewhere in the code cannot bypass it.

-- The kinds of credential that an instructor must have.
CREATE TABLE required_credential_kind (
  kind TEXT PRIMARY KEY CHECK (kind IN ('TEKNIS', 'METODOLOGI', 'ASESOR'))
) STRICT, WITHOUT ROWID;

-- Written permission of an official to teach on a day without a valid credential. It belongs to the day of the cohort: if a late holiday moves the
-- day, it stays valid, and the column date keeps the original date.
CREATE TABLE credential_override (
  day_id INTEGER NOT NULL REFERENCES cohort_day (id),
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  date TEXT NOT NULL CHECK (date IS date(date)),
  official TEXT NOT NULL CHECK (length(trim(official)) > 0),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (day_id, instructor_id, date)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER override_kept BEFORE UPDATE ON credential_override
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE UNIQUE INDEX credential_override_of_day ON credential_override (day_id, instructor_id);
-- The permission of a day that was held is never deleted.
CREATE TRIGGER override_of_held_day_stays BEFORE DELETE ON credential_override
WHEN EXISTS (SELECT 1 FROM held_day WHERE day_id = OLD.day_id)
BEGIN SELECT RAISE(ABORT, 'held_day'); END;

-- The only definition of the gate, for every day and instructor: a required kind of credential is not valid on that day, and no official gave
-- permission. A TEKNIS credential must name the trade of the cohort; other kinds without trades cover all of them.
CREATE VIEW unlicensed_day AS
SELECT cohort_day.id AS day_id, instructor.id AS instructor_id, cohort_day.date,
  cohort.code AS cohort_code, cohort.trade
FROM cohort_day
JOIN cohort ON cohort.id = cohort_day.cohort_id
JOIN instructor
WHERE EXISTS (
  SELECT 1 FROM required_credential_kind AS required
  WHERE NOT EXISTS (
    SELECT 1 FROM credential
    WHERE credential.instructor_id = instructor.id
      AND credential.kind = required.kind
      AND cohort_day.date BETWEEN credential.issued AND credential.valid_until
      AND (
        EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id AND credential_trade.trade = cohort.trade)
        OR (credential.kind <> 'TEKNIS' AND NOT EXISTS (SELECT 1 FROM credential_trade WHERE credential_id = credential.id))
      )
  )
)
AND NOT EXISTS (
  SELECT 1 FROM credential_override AS allowed
  WHERE allowed.day_id = cohort_day.id AND allowed.instructor_id = instructor.id
);

-- Who teaches on which day: by the plan, if the cohort is not cancelled, and by recorded hours. Both need a credential.
CREATE VIEW teacher_of_day AS
SELECT day_id, instructor_id FROM teaching
JOIN cohort_day ON cohort_day.id = day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
WHERE cancelled_at IS NULL
UNION
SELECT day_id, instructor_id FROM taught_lesson;

-- Teaching without a valid credential or permission. Every trigger of the gate reads this view.
CREATE VIEW unlicensed_teaching AS
SELECT day_id, instructor_id, date, cohort_code, trade FROM teacher_of_day JOIN unlicensed_day USING (day_id, instructor_id);

CREATE TRIGGER teaching_inserted AFTER INSERT ON teaching
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER teaching_updated AFTER UPDATE OF day_id, instructor_id ON teaching
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER taught_day_moved AFTER UPDATE OF date ON cohort_day
WHEN NOT EXISTS (SELECT 1 FROM moving_day WHERE day_id = NEW.id) AND EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
-- A change of a credential is checked only on the days that it takes away. Otherwise a gap caused by a stricter setting would prevent entering the
-- renewal.
CREATE TRIGGER credential_shortened AFTER UPDATE ON credential
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching
  WHERE instructor_id = OLD.instructor_id AND date BETWEEN OLD.issued AND OLD.valid_until AND ${covered}
    AND NOT (NEW.instructor_id = OLD.instructor_id AND NEW.kind = OLD.kind AND date BETWEEN NEW.issued AND NEW.valid_until)
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_removed AFTER DELETE ON credential
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching
  WHERE instructor_id = OLD.instructor_id AND date BETWEEN OLD.issued AND OLD.valid_until AND ${covered}
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_trade_removed AFTER DELETE ON credential_trade
WHEN EXISTS (
  SELECT 1 FROM unlicensed_teaching JOIN credential ON credential.instructor_id = unlicensed_teaching.instructor_id
  WHERE credential.id = OLD.credential_id AND unlicensed_teaching.trade = OLD.trade
    AND unlicensed_teaching.date BETWEEN credential.issued AND credential.valid_until
)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER credential_trade_kept BEFORE UPDATE ON credential_trade
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;
CREATE TRIGGER override_removed AFTER DELETE ON credential_override
WHEN EXISTS (SELECT 1 FROM unlicensed_teaching WHERE day_id = OLD.day_id AND instructor_id = OLD.instructor_id)
BEGIN SELECT RAISE(ABORT, 'teaching_without_credential'); END;

-- Recorded lessons are checked in the same way. If the instructor was allowed when the day was planned, the lesson may be recorded even if the
-- credential was corrected since: it did take place.
CREATE TRIGGER lesson_licensed AFTER INSERT ON taught_lesson
WHEN EXISTS (SELECT 1 FROM unlicensed_day WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
  AND NOT EXISTS (SELECT 1 FROM teaching WHERE day_id = NEW.day_id AND instructor_id = NEW.instructor_id)
BEGIN SELECT RAISE(ABORT, 'unlicensed_teaching'); END;
`
