// shared/features/trainee/name/likeness.ts has the same rule in TypeScript; a test with random people compares both. `one` is the row being checked,
// `other` every row that may be the same person.

const digits = Array.from({ length: 10 }, (_, digit) => digit)
const places = Array.from({ length: 16 }, (_, place) => place + 1)
const edits = places.flatMap(place => digits.map(digit => `(${place}, '${digit}')`)).join(', ')

const sameName = '(other.folded_name = one.folded_name)'
const sameBirth = '(other.birth_date = one.birth_date)'
const sameCard = `(other.family_card <> '' AND other.family_card = one.family_card)`
const samePhone = `(other.phone <> '' AND other.phone = one.phone)`
const sharedWord = `EXISTS (
    SELECT 1 FROM json_each('[' || replace(json_quote(one.folded_name), ' ', '","') || ']') AS word
    WHERE length(word.value) >= 3 AND instr(' ' || other.folded_name || ' ', ' ' || word.value || ' ') > 0)`

const changed = `other.nik = substr(one.nik, 1, place - 1) || digit || substr(one.nik, place + 1)`
const swapped = `other.nik = substr(one.nik, 1, place - 1) || substr(one.nik, place + 1, 1) || substr(one.nik, place, 1)
        || substr(one.nik, place + 2)`

/** People whose column starts with the same text: few, and adjacent in its index. */
const beginsLike = (column: string, length: number) => `other.${column} >= substr(one.${column}, 1, ${length})
      AND other.${column} < substr(one.${column}, 1, ${length}) || ':'`
const oneOf = (places: number[]) =>
  `${places.map(place => `(substr(one.nik, ${place}, 1) <> substr(other.nik, ${place}, 1))`).join(' + ')} = 1`

/**
 * Inserts the possible duplicates of people selected by a condition on the trainee id. NIKs that differ in one digit are looked up by index: at both
 * ends the rest is adjacent in an index, in the middle each other digit is tried. Never scans everybody.
 */
export const pairsOf = (people: string) => `
  INSERT INTO possible_double
  SELECT min(one.id, other.id), max(one.id, other.id), max(digit), max(swapped),
    40 * (max(digit) OR max(swapped))
    + CASE WHEN ${sameName} THEN 40 WHEN ${sharedWord} THEN 10 ELSE 0 END
    + 30 * ${sameCard} + 10 * ${samePhone}
    -- A NIK contains the birth date: if both NIKs agree on it, an equal birth date proves nothing more.
    + 20 * (${sameBirth} AND (${sameName} OR ${sameCard} OR substr(other.nik, 1, 12) <> substr(one.nik, 1, 12)))
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
  WHERE one_id <> other_id
    -- People of an import that is still being written are not compared yet; that happens when it is complete.
    AND NOT EXISTS (SELECT 1 FROM trainee_batch WHERE other_id BETWEEN trainee_batch.first_id AND trainee_batch.last_id)
  GROUP BY one_id, other_id
  -- Each of the two finds the other, and one of them may have been compared earlier.
  ON CONFLICT (first_id, second_id) DO NOTHING;`

export const duplicates = /* sql */ `
-- Possible duplicates: two records that may be one person, and what was decided about them. Triggers compare each new record with the others, so
-- nothing ever compares all with all.

-- Every digit at every place of a NIK, to find numbers that differ in one digit.
CREATE TABLE nik_edit (
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 16),
  digit TEXT NOT NULL,
  PRIMARY KEY (place, digit)
) STRICT, WITHOUT ROWID;
INSERT INTO nik_edit (place, digit) VALUES ${edits};

-- Every place of a NIK that may have been swapped with the next one.
CREATE TABLE nik_swap (place INTEGER PRIMARY KEY CHECK (place BETWEEN 1 AND 15)) STRICT;
INSERT INTO nik_swap (place) SELECT DISTINCT place FROM nik_edit WHERE place < 16;

-- Pairs of records that may be one person, with their points.
CREATE TABLE possible_double (
  first_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  nik_one_digit INTEGER NOT NULL CHECK (nik_one_digit IN (0, 1)),
  nik_swapped INTEGER NOT NULL CHECK (nik_swapped IN (0, 1)),
  likeness INTEGER NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX possible_double_by_second ON possible_double (second_id);
CREATE INDEX possible_double_by_likeness ON possible_double (likeness DESC, first_id, second_id);

-- New people are compared by triggers in search.ts, which wait for the end of a batch.
CREATE TRIGGER trainee_looked_up_again AFTER UPDATE OF nik, folded_name, birth_date, family_card, phone ON trainee
WHEN NEW.nik <> OLD.nik OR NEW.folded_name <> OLD.folded_name OR NEW.birth_date <> OLD.birth_date
  OR NEW.family_card <> OLD.family_card OR NEW.phone <> OLD.phone
BEGIN
  DELETE FROM possible_double WHERE first_id = NEW.id;
  DELETE FROM possible_double WHERE second_id = NEW.id;
  ${pairsOf('= NEW.id')}
END;

-- Pairs that an operator decided are two people. This stays, whatever is corrected later.
CREATE TABLE different_people (
  first_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_people_by_second ON different_people (second_id);

-- Merged records of one person. The removed record is deleted from trainee, so that no list, search, cohort or export can show it. Both records
-- are stored here as they were, to undo the merge.
CREATE TABLE trainee_merge (
  id INTEGER PRIMARY KEY,
  -- Deferred, because undoing a merge names the survivor before the record exists again.
  survivor_id INTEGER NOT NULL REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  away_id INTEGER NOT NULL UNIQUE,
  -- The NIK of the two that was not kept; a search for it leads to the survivor.
  other_nik TEXT NOT NULL,
  -- Rows of trainee as JSON: the removed one, and the survivor before and after.
  away TEXT NOT NULL CHECK (json_valid(away)),
  survivor_before TEXT NOT NULL CHECK (json_valid(survivor_before)),
  survivor_after TEXT NOT NULL CHECK (json_valid(survivor_after)),
  -- Rows of other tables that were moved from the removed record to the survivor, by table.
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL
) STRICT;
CREATE INDEX trainee_merge_by_other_nik ON trainee_merge (other_nik);
CREATE INDEX trainee_merge_by_survivor ON trainee_merge (survivor_id, id);

-- Photos of both records before a merge.
CREATE TABLE trainee_merge_photo (
  merge_id INTEGER NOT NULL REFERENCES trainee_merge (id) ON DELETE CASCADE,
  person TEXT NOT NULL CHECK (person IN ('survivor', 'away')),
  jpeg BLOB NOT NULL,
  PRIMARY KEY (merge_id, person)
) STRICT;

-- Restricted data of both records before a merge.
CREATE TABLE trainee_merge_restricted (
  merge_id INTEGER NOT NULL REFERENCES trainee_merge (id) ON DELETE CASCADE,
  person TEXT NOT NULL CHECK (person IN ('survivor', 'away')),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (merge_id, person)
) STRICT;

-- The ids of merged records are not used again, and their NIK cannot be entered as another person.
CREATE TRIGGER merged_identity_kept AFTER INSERT ON trainee
WHEN EXISTS (SELECT 1 FROM trainee_merge WHERE away_id = NEW.id)
  OR EXISTS (SELECT 1 FROM trainee_merge WHERE other_nik = NEW.nik AND survivor_id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'merged_identity'); END;
CREATE TRIGGER merged_nik_kept AFTER UPDATE OF nik ON trainee
WHEN EXISTS (SELECT 1 FROM trainee_merge WHERE other_nik = NEW.nik AND survivor_id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'merged_identity'); END;
`
