import { pairsOf } from './duplicates.ts'

const separators = ['.', ',', '-', '/', '(', ')', '"', ':', ';', '_', '&', '+']

/**
 * The words of a normalised name, separated by one space: 'm.rizki (alm)' → 'm rizki alm'. Must match shared/features/trainee/name/search-words.ts.
 */
function wordsOf(column: string): string {
  const spaced = separators.reduce((sql, sign) => `replace(${sql}, '${sign}', ' ')`, column)
  return `trim(replace(replace(replace(${spaced}, '   ', ' '), '  ', ' '), '  ', ' '))`
}

/** The same as a JSON array. */
function listOf(column: string): string {
  return `'[' || replace(json_quote(${wordsOf(column)}), ' ', '","') || ']'`
}

function eachWordOf(column: string): string {
  return `SELECT DISTINCT value FROM json_each(${listOf(column)}) WHERE value <> ''`
}

const learn = `
  INSERT INTO trainee_search (rowid, words) VALUES (NEW.id, ${wordsOf('NEW.folded_name')});
  INSERT INTO name_word (word, people) SELECT value, 1 FROM (${eachWordOf('NEW.folded_name')}) WHERE true
    ON CONFLICT (word) DO UPDATE SET people = people + 1;`

const forget = `
  INSERT INTO trainee_search (trainee_search, rowid, words) VALUES ('delete', OLD.id, ${wordsOf('OLD.folded_name')});
  UPDATE name_word SET people = people - 1 WHERE word IN (${eachWordOf('OLD.folded_name')});`

const list = (people: string) => `
  DELETE FROM trainee_listing WHERE trainee_id ${people};
  INSERT INTO trainee_listing SELECT * FROM trainee_standing WHERE trainee_id ${people};`

const person = `trainee.id AS trainee_id, ${wordsOf('folded_name')} AS words, birth_date, sex, coalesce(village_code, '') AS village_code,
  coalesce((SELECT poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS poor,
  coalesce((SELECT extreme_poor FROM target_evidence WHERE trainee_id = trainee.id ORDER BY id DESC LIMIT 1), 0) AS extreme_poor`

const noLater = (among: string) =>
  `NOT EXISTS (SELECT 1 FROM placement AS later WHERE later.trainee_id = place.trainee_id AND later.id > place.id ${among})`

const ofEnrolment = (row: 'NEW' | 'OLD') => list(`= (SELECT trainee_id FROM enrolment WHERE id = ${row}.enrolment_id)`)

const inBatch = (id: string) => `EXISTS (SELECT 1 FROM trainee_batch WHERE ${id} BETWEEN first_id AND last_id)`
const outsideBatch = `NOT ${inBatch('NEW.id')}`
const keptInBatch = `EXISTS (SELECT 1 FROM trainee_batch WHERE OLD.id BETWEEN first_id AND last_id AND leaving = 0)`

export const search = /* sql */ `
-- Search for people: the words of their names, and one row for each person and cohort. Everything here is derived from other tables by triggers,
-- so no other code maintains it. It holds no restricted column, so lists and search cannot show restricted data.

-- Full text of names; rowid is the id of the trainee. Names are split into words before they are stored here.
CREATE VIRTUAL TABLE trainee_search USING fts5 (
  words, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8 9 10',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);
-- To return the newest rows first, FTS5 reads a page of row ids into an array that grows by eight entries at a time. With its default pages of
-- about 4,000 bytes that takes longer than the search itself, so pages are small.
INSERT INTO trainee_search (trainee_search, rank) VALUES ('pgsz', 512);

-- Every word of a name that anybody has or had, to find names despite typing errors. A word that nobody has any more stays: readers continue from
-- the last id that they read.
CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE CHECK (word <> ''),
  people INTEGER NOT NULL CHECK (people >= 0)
) STRICT;

-- Members of cohorts that were not cancelled.
CREATE VIEW placement AS
SELECT enrolment.id, trainee_id, cohort_id, program_id, year, left_kind
FROM enrolment JOIN cohort ON cohort.id = cohort_id WHERE cancelled_at IS NULL;

-- What trainee_listing must contain: one row for each person and cohort; cohort 0 for a person without any. The four columns newest… mark the row
-- that represents the person among all cohorts, those of one program, those of one year, or both. A person who is neither poor nor extremely poor
-- looks the same as one whose evidence is restricted.
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

-- Stored copy of trainee_standing, kept by triggers, so that lists of people can use an index.
CREATE TABLE trainee_listing (
  trainee_id INTEGER NOT NULL,
  words TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  sex TEXT NOT NULL,
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
-- Each index begins with the filter and continues with the order of the list. The other columns avoid reading the table.
CREATE INDEX listing_by_name ON trainee_listing (words, trainee_id, state, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_birth ON trainee_listing (birth_date, trainee_id, state, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_state ON trainee_listing (state, words, trainee_id, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_village ON trainee_listing (village_code, words, trainee_id, state, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_sex ON trainee_listing (sex, words, trainee_id, state, village_code, poor, extreme_poor) WHERE newest = 1;
CREATE INDEX listing_by_cohort ON trainee_listing (cohort_id, words, trainee_id, state, village_code, poor, extreme_poor,
  newest, newest_of_program, newest_of_year, newest_of_both);
CREATE INDEX listing_passed_before ON trainee_listing (trainee_id, words, village_code) WHERE newest = 0 AND state = 'passed';
CREATE INDEX listing_by_program ON trainee_listing (program_id, words, trainee_id, year, state, newest_of_program, newest_of_both,
  birth_date, village_code, poor, extreme_poor) WHERE program_id IS NOT NULL;
CREATE INDEX listing_by_year ON trainee_listing (year, words, trainee_id, state, newest_of_year, birth_date, village_code, poor, extreme_poor)
  WHERE year IS NOT NULL;
CREATE INDEX listing_by_poor ON trainee_listing (words, trainee_id, state, birth_date) WHERE newest = 1 AND poor = 1;
CREATE INDEX listing_by_extreme_poor ON trainee_listing (words, trainee_id, state, birth_date) WHERE newest = 1 AND extreme_poor = 1;

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

-- A batch of new people. While its row exists, people from first_id to last_id are not indexed; deleting the row indexes all of them at once, in a
-- quarter of the time. The result is the same as if each was added alone. A long import is written in pieces, and others may write in between:
-- until the last piece deletes this row, its people and its import are hidden from everybody. An import that was stopped is removed through
-- \`leaving\`.
CREATE TABLE trainee_batch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  first_id INTEGER NOT NULL,
  -- Ids up to here are reserved; people added by others meanwhile get later ones.
  last_id INTEGER NOT NULL DEFAULT 9007199254740991,
  -- The import that is written in pieces; NULL for a batch within one transaction.
  import_id INTEGER REFERENCES import (id),
  -- Number of slices of it that were removed.
  leaving INTEGER NOT NULL DEFAULT 0 CHECK (leaving = 0 OR import_id IS NOT NULL),
  -- Refers to a row that cannot exist and is checked at commit, so a transaction cannot commit while a batch of its own is open.
  ended INTEGER DEFAULT 0 CHECK (ended = 0) REFERENCES trainee_batch (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((ended IS NULL) = (import_id IS NOT NULL))
) STRICT;
CREATE TRIGGER trainee_batch_begins BEFORE INSERT ON trainee_batch
WHEN EXISTS (SELECT 1 FROM trainee WHERE id BETWEEN NEW.first_id AND NEW.last_id)
BEGIN SELECT RAISE(ABORT, 'batch_holds_others'); END;
CREATE TRIGGER trainee_batch_kept BEFORE UPDATE OF id, first_id, last_id, import_id, ended ON trainee_batch
BEGIN SELECT RAISE(ABORT, 'batch_open'); END;
-- They are not indexed yet, so the triggers below could not change or remove their index rows.
CREATE TRIGGER trainee_of_batch_kept BEFORE UPDATE ON trainee WHEN ${inBatch('OLD.id')} BEGIN SELECT RAISE(ABORT, 'batch_open'); END;
CREATE TRIGGER trainee_of_batch_stays BEFORE DELETE ON trainee WHEN ${keptInBatch} BEGIN SELECT RAISE(ABORT, 'batch_open'); END;
-- Removes one slice at a time, so that others can write in between. The last one also removes the import and the batch.
CREATE TRIGGER trainee_batch_leaves AFTER UPDATE OF leaving ON trainee_batch BEGIN
  DELETE FROM import_row WHERE import_id = NEW.import_id
    AND row IN (SELECT row FROM import_row WHERE import_id = NEW.import_id ORDER BY row LIMIT 200);
  DELETE FROM trainee WHERE id IN (SELECT id FROM trainee WHERE id BETWEEN NEW.first_id AND NEW.last_id ORDER BY id LIMIT 200);
  DELETE FROM trainee_batch WHERE NOT EXISTS (SELECT 1 FROM trainee WHERE id BETWEEN NEW.first_id AND NEW.last_id)
    AND NOT EXISTS (SELECT 1 FROM import_row WHERE import_id = NEW.import_id);
  DELETE FROM import WHERE id = NEW.import_id AND NOT EXISTS (SELECT 1 FROM trainee_batch);
END;

-- People of an import in pieces who are not yet compared with all others: from next_id to last_id. It survives a crash and is continued
-- afterwards.
CREATE TABLE trainee_lookup (
  id INTEGER PRIMARY KEY,
  next_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  CHECK (next_id <= last_id + 1)
) STRICT;
CREATE TRIGGER trainee_lookup_moves AFTER UPDATE OF next_id ON trainee_lookup BEGIN
  ${pairsOf('BETWEEN OLD.next_id AND NEW.next_id - 1')}
  DELETE FROM trainee_lookup WHERE id = NEW.id AND next_id > last_id;
END;

CREATE TRIGGER trainee_learned AFTER INSERT ON trainee WHEN ${outsideBatch}
BEGIN ${learn} ${list('= NEW.id')} END;
CREATE TRIGGER trainee_renamed AFTER UPDATE OF folded_name ON trainee WHEN NEW.folded_name <> OLD.folded_name
BEGIN ${forget} ${learn} END;
CREATE TRIGGER trainee_relisted AFTER UPDATE OF folded_name, birth_date, sex, village_code ON trainee BEGIN ${list('= NEW.id')} END;
CREATE TRIGGER trainee_forgotten AFTER DELETE ON trainee WHEN NOT ${inBatch('OLD.id')}
BEGIN ${forget} DELETE FROM trainee_listing WHERE trainee_id = OLD.id; END;
CREATE TRIGGER trainee_looked_up AFTER INSERT ON trainee WHEN ${outsideBatch}
BEGIN ${pairsOf('= NEW.id')} END;
CREATE TRIGGER trainee_batch_ends AFTER DELETE ON trainee_batch BEGIN
  INSERT INTO trainee_search (rowid, words) SELECT id, ${wordsOf('folded_name')} FROM trainee
  WHERE id BETWEEN OLD.first_id AND OLD.last_id;
  INSERT INTO name_word (word, people)
  SELECT value, count(*) FROM (
    SELECT DISTINCT trainee.id, value FROM trainee, json_each(${listOf('folded_name')})
    WHERE trainee.id BETWEEN OLD.first_id AND OLD.last_id AND value <> ''
  ) GROUP BY value
  ON CONFLICT (word) DO UPDATE SET people = people + excluded.people;
  ${list('BETWEEN OLD.first_id AND OLD.last_id')}
END;
CREATE TRIGGER trainee_batch_looked_up AFTER DELETE ON trainee_batch WHEN OLD.import_id IS NULL
BEGIN ${pairsOf('BETWEEN OLD.first_id AND OLD.last_id')} END;
-- Comparing takes as long as everything else together, so it runs in slices.
CREATE TRIGGER trainee_batch_looks_up AFTER DELETE ON trainee_batch WHEN OLD.import_id IS NOT NULL AND OLD.leaving = 0
BEGIN INSERT INTO trainee_lookup (next_id, last_id) VALUES (OLD.first_id, OLD.last_id); END;

-- Full text of certificate numbers, split into parts. The sequence is added without leading zeros, so that '31' finds '500.15/0031/BLK/XI/2024'.
CREATE VIRTUAL TABLE certificate_search USING fts5 (
  number, content = '', detail = none, columnsize = 0, prefix = '1 2 3 4', tokenize = 'unicode61'
);
INSERT INTO certificate_search (certificate_search, rank) VALUES ('pgsz', 512);
CREATE TRIGGER certificate_learned AFTER INSERT ON certificate
BEGIN INSERT INTO certificate_search (rowid, number) VALUES (NEW.id, NEW.number || ' ' || NEW.sequence); END;
`
