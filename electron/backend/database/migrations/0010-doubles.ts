// The triggers and the first filling say the same rule; shared/features/trainee/likeness.ts says it in words of its own, and a test with
// made-up people holds the two together. `one` is the row asked about, `other` every row that may be the same person.

const digits = Array.from({ length: 10 }, (_, digit) => digit)
const places = Array.from({ length: 16 }, (_, place) => place + 1)
const edits = places.flatMap(place => digits.map(digit => `(${place}, '${digit}')`)).join(', ')

export const sameName = (one: string) => `(other.folded_name = ${one}.folded_name)`
export const sameBirth = (one: string) => `(other.birth_date = ${one}.birth_date)`
export const sameCard = (one: string) => `(other.family_card <> '' AND other.family_card = ${one}.family_card)`
export const samePhone = (one: string) => `(other.phone <> '' AND other.phone = ${one}.phone)`
export const sharedWord = (one: string) => `EXISTS (
    SELECT 1 FROM json_each('[' || replace(json_quote(${one}.folded_name), ' ', '","') || ']') AS word
    WHERE length(word.value) >= 3 AND instr(' ' || other.folded_name || ' ', ' ' || word.value || ' ') > 0)`

/** People whose NIK is one digit off, by 160 looks into the index of NIKs; never a walk over everybody. */
const oneDigitOff = (one: string) => `SELECT other.id FROM nik_edit
    CROSS JOIN trainee AS other
      ON other.nik = substr(${one}.nik, 1, place - 1) || digit || substr(${one}.nik, place + 1)
    WHERE other.nik <> ${one}.nik`
const swapped = (one: string) => `SELECT other.id FROM nik_swap
    CROSS JOIN trainee AS other
      ON other.nik = substr(${one}.nik, 1, place - 1) || substr(${one}.nik, place + 1, 1) || substr(${one}.nik, place, 1)
        || substr(${one}.nik, place + 2)
    WHERE other.nik <> ${one}.nik`
const named = (one: string) => `SELECT other.id FROM trainee AS other
    WHERE other.folded_name = ${one}.folded_name AND other.birth_date = ${one}.birth_date`
const inFamily = (one: string) => `SELECT other.id FROM trainee AS other
    WHERE other.family_card <> '' AND other.family_card = ${one}.family_card
      AND (other.folded_name = ${one}.folded_name OR other.birth_date = ${one}.birth_date)`

/** Columns of possible_double for the twins of one row. The same two people met for two reasons are one pair. */
const pairs = (one: string) => `
  SELECT min(${one}.id, other.id), max(${one}.id, other.id), max(near.digit), max(near.swapped),
    40 * (max(near.digit) OR max(near.swapped))
    + CASE WHEN ${sameName(one)} THEN 40 WHEN ${sharedWord(one)} THEN 10 ELSE 0 END
    + 30 * ${sameCard(one)} + 10 * ${samePhone(one)}
    -- A birth date that the two NIKs say already says nothing more.
    + 20 * (${sameBirth(one)} AND (${sameName(one)} OR ${sameCard(one)} OR substr(other.nik, 1, 12) <> substr(${one}.nik, 1, 12)))
  FROM (
    SELECT id, 1 AS digit, 0 AS swapped FROM (${oneDigitOff(one)})
    UNION ALL SELECT id, 0, 1 FROM (${swapped(one)})
    UNION ALL SELECT id, 0, 0 FROM (${named(one)})
    UNION ALL SELECT id, 0, 0 FROM (${inFamily(one)})
  ) AS near CROSS JOIN trainee AS other ON other.id = near.id
  WHERE other.id <> ${one}.id GROUP BY other.id`

/**
 * Two rows that may be one person, and what was done about them.
 *
 * The pairs are kept by triggers: whoever is written is looked up among the others at once, so that nobody ever compares all with all. A
 * person who was merged away leaves \`trainee\` for good, so that no list, search, class or export can meet him or her again; what was
 * before stands in \`trainee_merge\`, whole, for the way back.
 */
export const doubles = /* sql */ `
CREATE TABLE nik_edit (
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 16),
  digit TEXT NOT NULL,
  PRIMARY KEY (place, digit)
) STRICT, WITHOUT ROWID;
INSERT INTO nik_edit (place, digit) VALUES ${edits};
CREATE TABLE nik_swap (place INTEGER PRIMARY KEY CHECK (place BETWEEN 1 AND 15)) STRICT;
INSERT INTO nik_swap (place) SELECT DISTINCT place FROM nik_edit WHERE place < 16;

DROP INDEX IF EXISTS trainee_by_folded_name;
CREATE INDEX trainee_by_name_and_birth ON trainee (folded_name, birth_date);
CREATE INDEX trainee_by_family_card ON trainee (family_card) WHERE family_card <> '';

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

CREATE TRIGGER trainee_looked_up AFTER INSERT ON trainee BEGIN
  INSERT INTO possible_double ${pairs('NEW')};
END;
CREATE TRIGGER trainee_looked_up_again AFTER UPDATE OF nik, folded_name, birth_date, family_card, phone ON trainee
WHEN NEW.nik <> OLD.nik OR NEW.folded_name <> OLD.folded_name OR NEW.birth_date <> OLD.birth_date
  OR NEW.family_card <> OLD.family_card OR NEW.phone <> OLD.phone
BEGIN
  DELETE FROM possible_double WHERE first_id = NEW.id;
  DELETE FROM possible_double WHERE second_id = NEW.id;
  INSERT INTO possible_double ${pairs('NEW')};
END;

-- "Bukan orang yang sama": somebody has looked. Holds whatever is corrected later.
CREATE TABLE different_people (
  first_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  second_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_people_by_second ON different_people (second_id);

CREATE TABLE trainee_merge (
  id INTEGER PRIMARY KEY,
  -- Deferred, because the way back names the survivor before the row is there again.
  survivor_id INTEGER NOT NULL REFERENCES trainee (id) DEFERRABLE INITIALLY DEFERRED,
  -- The row that went, and the NIK of the two that was not taken: whoever types it is led to the survivor.
  away_id INTEGER NOT NULL UNIQUE,
  other_nik TEXT NOT NULL,
  -- Whole rows of trainee as JSON: the one that went, and the survivor before and after.
  away TEXT NOT NULL CHECK (json_valid(away)),
  survivor_before TEXT NOT NULL CHECK (json_valid(survivor_before)),
  survivor_after TEXT NOT NULL CHECK (json_valid(survivor_after)),
  -- What hung on the one that went and now hangs on the survivor, by table.
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL
) STRICT;
CREATE INDEX trainee_merge_by_other_nik ON trainee_merge (other_nik);
CREATE INDEX trainee_merge_by_survivor ON trainee_merge (survivor_id, id);

CREATE TABLE trainee_merge_photo (
  merge_id INTEGER NOT NULL REFERENCES trainee_merge (id) ON DELETE CASCADE,
  person TEXT NOT NULL CHECK (person IN ('survivor', 'away')),
  jpeg BLOB NOT NULL,
  PRIMARY KEY (merge_id, person)
) STRICT;
CREATE TABLE trainee_merge_restricted (
  merge_id INTEGER NOT NULL REFERENCES trainee_merge (id) ON DELETE CASCADE,
  person TEXT NOT NULL CHECK (person IN ('survivor', 'away')),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (merge_id, person)
) STRICT;

-- Row numbers of the merged are not given again, and their NIK makes no second person.
CREATE TRIGGER merged_identity_kept AFTER INSERT ON trainee
WHEN EXISTS (SELECT 1 FROM trainee_merge WHERE away_id = NEW.id)
  OR EXISTS (SELECT 1 FROM trainee_merge WHERE other_nik = NEW.nik AND survivor_id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'merged_identity'); END;
CREATE TRIGGER merged_nik_kept AFTER UPDATE OF nik ON trainee
WHEN EXISTS (SELECT 1 FROM trainee_merge WHERE other_nik = NEW.nik AND survivor_id <> NEW.id)
BEGIN SELECT RAISE(ABORT, 'merged_identity'); END;

-- Those who are there already, one after the other through the same rule.
CREATE TABLE trainee_once (id INTEGER PRIMARY KEY, nik TEXT, folded_name TEXT, birth_date TEXT, family_card TEXT, phone TEXT);
CREATE TRIGGER trainee_once_looked_up AFTER INSERT ON trainee_once BEGIN
  INSERT OR IGNORE INTO possible_double ${pairs('NEW')};
END;
INSERT INTO trainee_once SELECT id, nik, folded_name, birth_date, family_card, phone FROM trainee;
DROP TABLE trainee_once;
`
