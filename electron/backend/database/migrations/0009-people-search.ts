/**
 * Finding people among very many: the words of their names, their digits from both ends, and one line per person and class for the
 * list. All of it follows from other tables and is kept by triggers, so that no handler has to think of it.
 *
 * No column here is restricted: the list and the search cannot tell what they do not hold.
 */

const separators = ['.', ',', '-', '/', '(', ')', '"', ':', ';', '_', '&', '+']

/** The words of a folded name, one space between them: 'm.rizki (alm)' → 'm rizki alm'. search-words.ts cuts what is typed alike. */
export function wordsOf(column: string): string {
  const spaced = separators.reduce((sql, sign) => `replace(${sql}, '${sign}', ' ')`, column)
  return `trim(replace(replace(replace(${spaced}, '   ', ' '), '  ', ' '), '  ', ' '))`
}

/** The same as an array of JSON. */
export function listOf(column: string): string {
  return `'[' || replace(json_quote(${wordsOf(column)}), ' ', '","') || ']'`
}

function eachWordOf(column: string): string {
  return `SELECT DISTINCT value FROM json_each(${listOf(column)}) WHERE value <> ''`
}

/** Digits from their end: an index is searched from the beginning only, and the last digits are often all that a clerk has. */
function backwards(column: string): string {
  return Array.from({ length: 16 }, (_, index) => `substr(${column}, ${-1 - index}, 1)`).join(' || ')
}

export const learn = `
  INSERT INTO trainee_search (rowid, words) VALUES (NEW.id, ${wordsOf('NEW.folded_name')});
  INSERT INTO name_word (word, people) SELECT value, 1 FROM (${eachWordOf('NEW.folded_name')}) WHERE true
    ON CONFLICT (word) DO UPDATE SET people = people + 1;`

const forget = `
  INSERT INTO trainee_search (trainee_search, rowid, words) VALUES ('delete', OLD.id, ${wordsOf('OLD.folded_name')});
  UPDATE name_word SET people = people - 1 WHERE word IN (${eachWordOf('OLD.folded_name')});`

export const list = (people: string) => `
  DELETE FROM trainee_listing WHERE trainee_id ${people};
  INSERT INTO trainee_listing SELECT * FROM trainee_standing WHERE trainee_id ${people};`

const person = `trainee.id AS trainee_id, ${wordsOf('folded_name')} AS words, birth_date, coalesce(village_code, '') AS village_code,
  coalesce((SELECT poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS poor,
  coalesce((SELECT extreme_poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS extreme_poor`

const noLater = (among: string) =>
  `NOT EXISTS (SELECT 1 FROM placement AS later WHERE later.trainee_id = place.trainee_id AND later.id > place.id ${among})`

const ofEnrolment = (row: 'NEW' | 'OLD') => list(`= (SELECT trainee_id FROM enrolment WHERE id = ${row}.enrolment_id)`)

export const peopleSearch = /* sql */ `
-- Split at spaces alone: the words are cut before they come here. The rows hold no text, so a change must say what stood there.
CREATE VIRTUAL TABLE trainee_search USING fts5 (
  words, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8 9 10',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- Every word of a name that anybody has or had, for a typing error and for what a name holds inside. A word stays when nobody bears it
-- any more: readers remember how far they have read, by id.
CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE CHECK (word <> ''),
  people INTEGER NOT NULL CHECK (people >= 0)
) STRICT;

ALTER TABLE trainee ADD COLUMN nik_backwards TEXT GENERATED ALWAYS AS (${backwards('nik')}) VIRTUAL;
ALTER TABLE trainee ADD COLUMN phone_backwards TEXT GENERATED ALWAYS AS (${backwards('phone')}) VIRTUAL;
CREATE INDEX trainee_by_nik_backwards ON trainee (nik_backwards);
CREATE INDEX trainee_by_phone ON trainee (phone);
CREATE INDEX trainee_by_phone_backwards ON trainee (phone_backwards);

-- One line per person and class that was not cancelled; cohort 0 is for who has none. 'newest' marks the line that stands for the
-- person, the other three the one that does so among classes of one program, one year, or both.
-- Nobody who is neither poor nor extremely poor can be told from one whose evidence is restricted.
CREATE VIEW placement AS
SELECT enrolment.id, trainee_id, cohort_id, program_id, year, left_kind
FROM enrolment JOIN cohort ON cohort.id = cohort_id WHERE cancelled_at IS NULL;
CREATE VIEW trainee_standing AS
SELECT ${person}, place.cohort_id, place.program_id, place.year,
  coalesce((SELECT decision FROM panel_decision WHERE enrolment_id = place.id), place.left_kind, 'enrolled') AS state,
  ${noLater('')} AS newest,
  ${noLater('AND later.program_id = place.program_id')} AS newest_of_program,
  ${noLater('AND later.year = place.year')} AS newest_of_year,
  ${noLater('AND later.program_id = place.program_id AND later.year = place.year')} AS newest_of_both
FROM trainee JOIN placement AS place ON place.trainee_id = trainee.id
UNION ALL
SELECT ${person}, 0, NULL, NULL, 'none', 1, 0, 0, 0
FROM trainee WHERE NOT EXISTS (SELECT 1 FROM placement WHERE placement.trainee_id = trainee.id);

CREATE TABLE trainee_listing (
  trainee_id INTEGER NOT NULL,
  words TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  village_code TEXT NOT NULL,
  poor INTEGER NOT NULL,
  extreme_poor INTEGER NOT NULL,
  cohort_id INTEGER NOT NULL,
  program_id INTEGER,
  year INTEGER,
  state TEXT NOT NULL CHECK (state IN ('none', 'enrolled', 'passed', 'failed', 'withdrawn', 'expelled')),
  newest INTEGER NOT NULL,
  newest_of_program INTEGER NOT NULL,
  newest_of_year INTEGER NOT NULL,
  newest_of_both INTEGER NOT NULL,
  PRIMARY KEY (trainee_id, cohort_id)
) STRICT, WITHOUT ROWID;
-- Each begins with what is asked for and goes on in the order of the list; the columns after that spare a look at the row.
CREATE INDEX listing_by_name ON trainee_listing (words, trainee_id, state, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_birth ON trainee_listing (birth_date, trainee_id, state, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_state ON trainee_listing (state, words, trainee_id, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_village ON trainee_listing (village_code, words, trainee_id, state, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_program ON trainee_listing (program_id, words, trainee_id, year, state, newest_of_program, newest_of_both,
  birth_date, village_code, poor, extreme_poor) WHERE program_id IS NOT NULL;
CREATE INDEX listing_by_year ON trainee_listing (year, words, trainee_id, state, newest_of_year, birth_date, village_code, poor, extreme_poor)
  WHERE year IS NOT NULL;

CREATE TRIGGER trainee_learned AFTER INSERT ON trainee BEGIN ${learn} ${list('= NEW.id')} END;
CREATE TRIGGER trainee_renamed AFTER UPDATE OF folded_name ON trainee WHEN NEW.folded_name <> OLD.folded_name
BEGIN ${forget} ${learn} END;
CREATE TRIGGER trainee_relisted AFTER UPDATE OF folded_name, birth_date, village_code ON trainee BEGIN ${list('= NEW.id')} END;
CREATE TRIGGER trainee_forgotten AFTER DELETE ON trainee
BEGIN ${forget} DELETE FROM trainee_listing WHERE trainee_id = OLD.id; END;

CREATE TRIGGER enrolment_listed AFTER INSERT ON enrolment BEGIN ${list('= NEW.trainee_id')} END;
CREATE TRIGGER enrolment_relisted AFTER UPDATE OF cohort_id, trainee_id, left_kind ON enrolment
BEGIN ${list('IN (OLD.trainee_id, NEW.trainee_id)')} END;
CREATE TRIGGER enrolment_unlisted AFTER DELETE ON enrolment BEGIN ${list('= OLD.trainee_id')} END;
CREATE TRIGGER decision_listed AFTER INSERT ON panel_decision BEGIN ${ofEnrolment('NEW')} END;
CREATE TRIGGER decision_unlisted AFTER DELETE ON panel_decision BEGIN ${ofEnrolment('OLD')} END;
CREATE TRIGGER cohort_relisted AFTER UPDATE OF cancelled_at, program_id ON cohort
BEGIN ${list('IN (SELECT trainee_id FROM enrolment WHERE cohort_id = NEW.id)')} END;
CREATE TRIGGER target_listed AFTER INSERT ON target_evidence BEGIN ${list('= NEW.trainee_id')} END;
CREATE TRIGGER target_relisted AFTER UPDATE OF trainee_id ON target_evidence
BEGIN ${list('IN (OLD.trainee_id, NEW.trainee_id)')} END;
CREATE TRIGGER target_unlisted AFTER DELETE ON target_evidence BEGIN ${list('= OLD.trainee_id')} END;

-- The parts of a number; the sequence once more, so that '31' finds '500.15/0031/BLK/XI/2024'. Certificates are never changed.
CREATE VIRTUAL TABLE certificate_search USING fts5 (
  number, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4', tokenize = 'unicode61'
);
CREATE TRIGGER certificate_learned AFTER INSERT ON certificate
BEGIN INSERT INTO certificate_search (rowid, number) VALUES (NEW.id, NEW.number || ' ' || NEW.sequence); END;

INSERT INTO trainee_search (rowid, words) SELECT id, ${wordsOf('folded_name')} FROM trainee;
INSERT INTO trainee_search (trainee_search) VALUES ('optimize');
INSERT INTO name_word (word, people)
SELECT value, count(*) FROM (SELECT DISTINCT trainee.id, value FROM trainee, json_each(${listOf('folded_name')}) WHERE value <> '')
GROUP BY value;
INSERT INTO trainee_listing SELECT * FROM trainee_standing;
INSERT INTO certificate_search (rowid, number) SELECT id, number || ' ' || sequence FROM certificate;
INSERT INTO certificate_search (certificate_search) VALUES ('optimize');
`
