/**
 * The book of numbers and what happens to an issued paper later: series, numbers set aside, replacement, revocation, prints, copies, files
 * signed elsewhere. Private keys leave the database.
 */
export const certificateBook = /* sql */ `
-- How numbers run; no row while nothing was chosen.
CREATE TABLE number_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- 'one': a counter for every kind of paper; 'trade': each trade counts for itself and is named by {seri}.
  series TEXT NOT NULL CHECK (series IN ('one', 'trade')),
  -- The year for which the first numbers of the rules were set; in every other one counting starts at 1. NULL: any year.
  first_number_year INTEGER
) STRICT;

-- From then on nothing is signed with it; what it has signed stays genuine.
ALTER TABLE signing_key ADD COLUMN retired_at TEXT;
ALTER TABLE signing_key ADD COLUMN backed_up_at TEXT;
UPDATE signing_key SET retired_at = (
  SELECT min(later.created_at) FROM signing_key AS later
  WHERE later.created_at > signing_key.created_at OR (later.created_at = signing_key.created_at AND later.id < signing_key.id));
CREATE UNIQUE INDEX signing_key_one_in_use ON signing_key (retired_at IS NULL) WHERE retired_at IS NULL;
CREATE TRIGGER signing_key_kept BEFORE UPDATE OF id, public_key, created_at ON signing_key
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER signing_key_retired_once BEFORE UPDATE OF retired_at ON signing_key WHEN OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- A secret of an older release waits in its column until the program has written it to a file of its own; then the column is empty for good.
CREATE TRIGGER signing_key_keeps_no_secret BEFORE INSERT ON signing_key WHEN length(NEW.private_key) > 0
BEGIN SELECT RAISE(ABORT, 'key_in_database'); END;
CREATE TRIGGER signing_key_gets_no_secret BEFORE UPDATE OF private_key ON signing_key WHEN length(NEW.private_key) > 0
BEGIN SELECT RAISE(ABORT, 'key_in_database'); END;
CREATE TRIGGER signing_key_stays BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Legacy: the words of triggers and foreign keys elsewhere already name the table as it is called in the end.
PRAGMA legacy_alter_table = ON;
CREATE TABLE new_certificate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'statement')),
  -- '' where all trades share one counter.
  series TEXT NOT NULL DEFAULT '',
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  number TEXT NOT NULL UNIQUE,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on) AND CAST(substr(issued_on, 1, 4) AS INTEGER) = year),
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  photo BLOB,
  logo_sha256 TEXT REFERENCES issued_logo (sha256),
  palette TEXT NOT NULL CHECK (palette IN ('berwarna', 'hitam')),
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'F4')),
  pdf BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  -- The paper that this one takes the place of, and why.
  replaces_id INTEGER UNIQUE REFERENCES certificate (id),
  replacement_reason TEXT NOT NULL DEFAULT '' CHECK ((replacement_reason = '') = (replaces_id IS NULL)),
  UNIQUE (kind, series, year, sequence)
) STRICT;
INSERT INTO new_certificate (id, kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, photo, logo_sha256, palette,
  paper_size, pdf, sha256, issued_at, issued_by)
SELECT id, kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, photo, logo_sha256, palette, paper_size, pdf, sha256,
  issued_at, issued_by FROM certificate;
DROP TABLE certificate;
ALTER TABLE new_certificate RENAME TO certificate;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);

-- Numbers without a paper out of this program: kept for papers written by hand, or spoilt.
CREATE TABLE set_aside_number (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'statement')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  number TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  set_aside_at TEXT NOT NULL,
  set_aside_by TEXT NOT NULL,
  -- Whom the paper written by hand was made for, once somebody says so.
  holder TEXT NOT NULL DEFAULT '',
  program TEXT NOT NULL DEFAULT '',
  issued_on TEXT CHECK (issued_on IS NULL OR issued_on IS date(issued_on)),
  void_reason TEXT NOT NULL DEFAULT '',
  voided_at TEXT CHECK ((voided_at IS NULL) = (void_reason = '')),
  voided_by TEXT CHECK ((voided_by IS NULL) = (voided_at IS NULL)),
  CHECK ((holder = '') = (issued_on IS NULL)),
  UNIQUE (kind, series, year, sequence)
) STRICT;
CREATE TRIGGER set_aside_number_kept
BEFORE UPDATE OF id, kind, series, year, sequence, number, reason, set_aside_at, set_aside_by ON set_aside_number
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER set_aside_number_void_stays BEFORE UPDATE ON set_aside_number WHEN OLD.voided_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER set_aside_number_stays BEFORE DELETE ON set_aside_number BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Every number that was ever given, by whatever way.
CREATE VIEW given_number AS
SELECT kind, series, year, sequence, number FROM certificate
UNION ALL
SELECT kind, series, year, sequence, number FROM set_aside_number;

${['certificate', 'set_aside_number'].map(gapless).join('')}

CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certificate BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
-- INSERT OR REPLACE removes rows without firing a DELETE trigger, so it is caught here.
CREATE TRIGGER certificate_not_replaced BEFORE INSERT ON certificate
WHEN EXISTS (
  SELECT 1 FROM certificate
  WHERE id = NEW.id OR number = NEW.number OR replaces_id = NEW.replaces_id
    OR (kind = NEW.kind AND series = NEW.series AND year = NEW.year AND sequence = NEW.sequence)
)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
-- One paper a person and class that holds: another one names the one it takes the place of.
CREATE TRIGGER certificate_one_that_holds BEFORE INSERT ON certificate
WHEN EXISTS (
  SELECT 1 FROM certificate AS earlier
  WHERE earlier.enrolment_id = NEW.enrolment_id AND earlier.id IS NOT NEW.replaces_id
    AND NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = earlier.id)
)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER certificate_replaces_its_own BEFORE INSERT ON certificate
WHEN NEW.replaces_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM certificate AS earlier
  WHERE earlier.id = NEW.replaces_id AND earlier.enrolment_id = NEW.enrolment_id AND earlier.kind = NEW.kind
    AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = earlier.id)
)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER certificate_needs_decision BEFORE INSERT ON certificate
WHEN NOT EXISTS (
  SELECT 1 FROM panel_decision
  WHERE enrolment_id = NEW.enrolment_id
    AND ((NEW.kind = 'certificate' AND decision = 'passed') OR (NEW.kind = 'statement' AND decision = 'failed'))
)
BEGIN SELECT RAISE(ABORT, 'certificate_without_decision'); END;
CREATE TRIGGER certificate_learned AFTER INSERT ON certificate
BEGIN INSERT INTO certificate_search (rowid, number) VALUES (NEW.id, NEW.number || ' ' || NEW.sequence); END;

-- Taken back for good. A paper that was replaced may still be revoked.
CREATE TABLE certificate_revocation (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificate (id),
  revoked_on TEXT NOT NULL CHECK (revoked_on IS date(revoked_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;

-- A duplicate for somebody whose paper is lost: bytes of its own, stamped SALINAN ke-n, under the number of the original.
CREATE TABLE certificate_copy (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  n INTEGER NOT NULL CHECK (n >= 1),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  pdf BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, n)
) STRICT;
CREATE TRIGGER certificate_copy_in_order BEFORE INSERT ON certificate_copy
WHEN NEW.n <> (SELECT count(*) + 1 FROM certificate_copy WHERE certificate_id = NEW.certificate_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Every time that the bytes went to a printer or out into a file.
CREATE TABLE certificate_print (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  -- Null for the paper itself.
  copy_id INTEGER REFERENCES certificate_copy (id),
  how TEXT NOT NULL CHECK (how IN ('printed', 'saved')),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_print_by_certificate ON certificate_print (certificate_id);

-- The same paper with an electronic signature made elsewhere (TTE).
CREATE TABLE certificate_signed_file (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  file_name TEXT NOT NULL,
  pdf BLOB NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  -- 1 when the file begins with every byte of ours, as a signature added to it leaves it.
  begins_with_ours INTEGER NOT NULL CHECK (begins_with_ours IN (0, 1)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, sha256)
) STRICT;

${['certificate_revocation', 'certificate_copy', 'certificate_print', 'certificate_signed_file'].map(appendOnly).join('')}
`

/** Counting goes on by one from whatever was given last in the series and year, and no number is given twice. */
function gapless(table: string): string {
  return `
CREATE TRIGGER ${table}_gapless BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM given_number WHERE number = NEW.number)
  OR (SELECT max(sequence) FROM given_number WHERE kind = NEW.kind AND series = NEW.series AND year = NEW.year) <> NEW.sequence - 1
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;`
}

function appendOnly(table: string): string {
  return `
CREATE TRIGGER ${table}_kept BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ${table}_not_replaced BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;`
}
