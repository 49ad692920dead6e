import { learn, list, listOf, wordsOf } from './0009-people-search.ts'
import { sameBirth, sameCard, sameName, samePhone, sharedWord } from './0010-doubles.ts'

const changed = `other.nik = substr(one.nik, 1, place - 1) || digit || substr(one.nik, place + 1)`
const swapped = `other.nik = substr(one.nik, 1, place - 1) || substr(one.nik, place + 1, 1) || substr(one.nik, place, 1)
        || substr(one.nik, place + 2)`

/** Whose text in a column begins like one's: few, and next to each other in its index. */
const beginsLike = (column: string, length: number) => `other.${column} >= substr(one.${column}, 1, ${length})
      AND other.${column} < substr(one.${column}, 1, ${length}) || ':'`
const oneOf = (places: number[]) =>
  `${places.map(place => `(substr(one.nik, ${place}, 1) <> substr(other.nik, ${place}, 1))`).join(' + ')} = 1`

/**
 * The pairs of 0010, of as many people as are asked about, with half the looks: a digit that is off at either end of the NIK leaves
 * the rest next to each other in an index.
 */
const pairs = (people: string) => `
  INSERT INTO possible_double
  SELECT min(one.id, other.id), max(one.id, other.id), max(digit), max(swapped),
    40 * (max(digit) OR max(swapped))
    + CASE WHEN ${sameName('one')} THEN 40 WHEN ${sharedWord('one')} THEN 10 ELSE 0 END
    + 30 * ${sameCard('one')} + 10 * ${samePhone('one')}
    + 20 * (${sameBirth('one')} AND (${sameName('one')} OR ${sameCard('one')} OR substr(other.nik, 1, 12) <> substr(one.nik, 1, 12)))
  FROM (
    SELECT one.id AS one_id, other.id AS other_id, 1 AS digit, 0 AS swapped
    FROM trainee AS one CROSS JOIN nik_edit ON place BETWEEN 7 AND 14 CROSS JOIN trainee AS other ON ${changed}
    WHERE one.id ${people}
    UNION ALL SELECT one.id, other.id, 1, 0
    FROM trainee AS one CROSS JOIN trainee AS other ON ${beginsLike('nik', 14)} AND ${oneOf([15, 16])}
    WHERE one.id ${people}
    UNION ALL SELECT one.id, other.id, 1, 0
    FROM trainee AS one CROSS JOIN trainee AS other ON ${beginsLike('nik_backwards', 10)} AND ${oneOf([1, 2, 3, 4, 5, 6])}
    WHERE one.id ${people}
    UNION ALL SELECT one.id, other.id, 0, 1
    FROM trainee AS one CROSS JOIN nik_swap CROSS JOIN trainee AS other ON ${swapped}
    WHERE one.id ${people}
    UNION ALL SELECT one.id, other.id, 0, 0
    FROM trainee AS one CROSS JOIN trainee AS other ON other.folded_name = one.folded_name AND other.birth_date = one.birth_date
    WHERE one.id ${people}
    UNION ALL SELECT one.id, other.id, 0, 0
    FROM trainee AS one CROSS JOIN trainee AS other ON other.family_card <> '' AND other.family_card = one.family_card
      AND (other.folded_name = one.folded_name OR other.birth_date = one.birth_date)
    WHERE one.id ${people}
  ) AS near CROSS JOIN trainee AS one ON one.id = one_id CROSS JOIN trainee AS other ON other.id = other_id
  WHERE one_id <> other_id GROUP BY one_id, other_id
  -- Each of two finds the other, and one of them may have been looked up before.
  ON CONFLICT (first_id, second_id) DO NOTHING;`

const outsideBatch = 'NOT EXISTS (SELECT 1 FROM trainee_batch WHERE first_id <= NEW.id)'
const insideBatch = 'EXISTS (SELECT 1 FROM trainee_batch WHERE first_id <= OLD.id)'

/**
 * Many people who come in together. What the triggers of 0009 and 0010 keep about each of them is worked out for all at once when the
 * batch ends, in a quarter of the time: words, list and possible doubles are as if they had come one by one.
 */
export const peopleTogether = /* sql */ `
-- People from first_id on are of the batch. It ends when its row goes.
CREATE TABLE trainee_batch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  first_id INTEGER NOT NULL,
  -- Names no row there can be, and is looked at last: nothing is committed while a batch is open.
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended = 0) REFERENCES trainee_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TRIGGER trainee_batch_begins BEFORE INSERT ON trainee_batch WHEN EXISTS (SELECT 1 FROM trainee WHERE id >= NEW.first_id)
BEGIN SELECT RAISE(ABORT, 'batch_holds_others'); END;
CREATE TRIGGER trainee_batch_kept BEFORE UPDATE ON trainee_batch BEGIN SELECT RAISE(ABORT, 'batch_open'); END;
-- Nothing is known about them yet that could be changed or taken off.
CREATE TRIGGER trainee_of_batch_kept BEFORE UPDATE ON trainee WHEN ${insideBatch} BEGIN SELECT RAISE(ABORT, 'batch_open'); END;
CREATE TRIGGER trainee_of_batch_stays BEFORE DELETE ON trainee WHEN ${insideBatch} BEGIN SELECT RAISE(ABORT, 'batch_open'); END;

DROP TRIGGER trainee_learned;
CREATE TRIGGER trainee_learned AFTER INSERT ON trainee WHEN ${outsideBatch}
BEGIN ${learn} ${list('= NEW.id')} END;
DROP TRIGGER trainee_looked_up;
CREATE TRIGGER trainee_looked_up AFTER INSERT ON trainee WHEN ${outsideBatch}
BEGIN ${pairs('= NEW.id')} END;
DROP TRIGGER trainee_looked_up_again;
CREATE TRIGGER trainee_looked_up_again AFTER UPDATE OF nik, folded_name, birth_date, family_card, phone ON trainee
WHEN NEW.nik <> OLD.nik OR NEW.folded_name <> OLD.folded_name OR NEW.birth_date <> OLD.birth_date
  OR NEW.family_card <> OLD.family_card OR NEW.phone <> OLD.phone
BEGIN
  DELETE FROM possible_double WHERE first_id = NEW.id;
  DELETE FROM possible_double WHERE second_id = NEW.id;
  ${pairs('= NEW.id')}
END;

CREATE TRIGGER trainee_batch_ends AFTER DELETE ON trainee_batch BEGIN
  INSERT INTO trainee_search (rowid, words) SELECT id, ${wordsOf('folded_name')} FROM trainee WHERE id >= OLD.first_id;
  INSERT INTO name_word (word, people)
  SELECT value, count(*) FROM (
    SELECT DISTINCT trainee.id, value FROM trainee, json_each(${listOf('folded_name')}) WHERE trainee.id >= OLD.first_id AND value <> ''
  ) GROUP BY value
  ON CONFLICT (word) DO UPDATE SET people = people + excluded.people;
  ${list('>= OLD.first_id')}
  ${pairs('>= OLD.first_id')}
END;
`
