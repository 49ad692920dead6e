import { appendOnly, neverReplaced } from '../schema-parts.ts'

export const certificates = /* sql */ `
-- Issued certificates, their numbers, and what happens to them later.

-- How certificate numbers run; no row until somebody chose.
CREATE TABLE number_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- 'one': one counter for each kind of paper; 'trade': each trade has its own, named by {seri}.
  series TEXT NOT NULL CHECK (series IN ('one', 'trade')),
  -- Year to which the first numbers in the rules apply; other years start at 1. NULL: they apply to every year.
  first_number_year INTEGER
) STRICT;

-- Public keys of this centre for certificates. Kept forever: old papers must stay verifiable. Private keys are separate files, because otherwise
-- every snapshot of the database would contain them.
CREATE TABLE signing_key (
  id TEXT PRIMARY KEY,
  public_key BLOB NOT NULL,
  created_at TEXT NOT NULL,
  -- Nothing is signed with it from then on; what it signed stays genuine.
  retired_at TEXT,
  backed_up_at TEXT
) STRICT;
CREATE UNIQUE INDEX signing_key_one_in_use ON signing_key (retired_at IS NULL) WHERE retired_at IS NULL;
CREATE TRIGGER signing_key_kept BEFORE UPDATE OF id, public_key, created_at ON signing_key
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER signing_key_retired_once BEFORE UPDATE OF retired_at ON signing_key WHEN OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER signing_key_stays BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Logos as they were when papers were issued, each stored once.
CREATE TABLE issued_logo (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  picture BLOB NOT NULL
) STRICT;
CREATE TRIGGER issued_logo_kept BEFORE UPDATE ON issued_logo BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER issued_logo_stays BEFORE DELETE ON issued_logo BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER issued_logo_not_replaced BEFORE INSERT ON issued_logo
WHEN EXISTS (SELECT 1 FROM issued_logo WHERE sha256 = NEW.sha256 AND picture <> NEW.picture)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;

-- Issued certificates and surat keterangan. Facts, pictures and bytes never change after issue. The bytes are a file in the store of papers beside
-- the database, named by its hash.
CREATE TABLE certificate (
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
  -- Photo, logo and colours of that day, to draw the file of the whole cohort.
  photo_sha256 TEXT CHECK (length(photo_sha256) = 64),
  photo_size INTEGER CHECK ((photo_size IS NULL) = (photo_sha256 IS NULL)),
  logo_sha256 TEXT REFERENCES issued_logo (sha256),
  palette TEXT NOT NULL CHECK (palette IN ('berwarna', 'hitam')),
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'F4')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  -- The paper that this one replaces, and why.
  replaces_id INTEGER REFERENCES certificate (id),
  replacement_reason TEXT NOT NULL DEFAULT '' CHECK ((replacement_reason = '') = (replaces_id IS NULL)),
  -- NULL for a paper issued before designs were stored: the built-in design Klasik of that time.
  design_version_id INTEGER REFERENCES certificate_design_version (id),
  -- Columns for lists and search, read from the facts once and kept in an index.
  holder TEXT NOT NULL GENERATED ALWAYS AS (json_extract(facts, '$.name')) VIRTUAL,
  course TEXT NOT NULL GENERATED ALWAYS AS (json_extract(facts, '$.program')) VIRTUAL,
  qr_text TEXT NOT NULL GENERATED ALWAYS AS (json_extract(facts, '$.qrText')) VIRTUAL,
  UNIQUE (kind, series, year, sequence),
  -- A mistyped year would date the paper far ahead; nobody could collect it until then.
  CHECK (issued_on <= date(substr(issued_at, 1, 10), '+14 days'))
) STRICT;
CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);
-- Partial, because few papers are replaced: with NULLs in the index its statistics would make SQLite scan the table instead.
CREATE UNIQUE INDEX certificate_replaced ON certificate (replaces_id) WHERE replaces_id IS NOT NULL;
-- In the order of the book. Holds every column that the book shows.
CREATE INDEX certificate_book ON certificate (year DESC, kind, series, sequence DESC, number, holder, course, enrolment_id);
CREATE INDEX certificate_by_qr_text ON certificate (qr_text);
${gapless('certificate')}
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
-- One valid paper for each person and cohort. Another one must name the paper it replaces.
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
CREATE INDEX certificate_by_design ON certificate (design_version_id) WHERE design_version_id IS NOT NULL;

-- Numbers without a paper of this program: used for papers written by hand, or spoilt.
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
  -- Person for whom the paper was written by hand, once known.
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
${gapless('set_aside_number')}

-- Revoked papers; this is final. A paper that was replaced may still be revoked.
CREATE TABLE certificate_revocation (
  certificate_id INTEGER PRIMARY KEY REFERENCES certificate (id),
  revoked_on TEXT NOT NULL CHECK (revoked_on IS date(revoked_on)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
${neverReplaced('certificate_revocation')}

-- Copies for people who lost their paper: a file of its own, stamped SALINAN ke-n, with the number of the original.
CREATE TABLE certificate_copy (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  n INTEGER NOT NULL CHECK (n >= 1),
  made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
  recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, n)
) STRICT;
CREATE TRIGGER certificate_copy_in_order BEFORE INSERT ON certificate_copy
WHEN NEW.n <> (SELECT count(*) + 1 FROM certificate_copy WHERE certificate_id = NEW.certificate_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
${neverReplaced('certificate_copy')}

-- Each time a paper was printed or saved as a file.
CREATE TABLE certificate_print (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  -- NULL for the original.
  copy_id INTEGER REFERENCES certificate_copy (id),
  how TEXT NOT NULL CHECK (how IN ('printed', 'saved')),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX certificate_print_by_certificate ON certificate_print (certificate_id);
${neverReplaced('certificate_print')}

-- The same paper with an electronic signature made elsewhere (TTE).
CREATE TABLE certificate_signed_file (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  -- 1 if the file begins with all bytes of our paper and contains a signature that covers them.
  begins_with_ours INTEGER NOT NULL CHECK (begins_with_ours IN (0, 1)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, sha256)
) STRICT;
${neverReplaced('certificate_signed_file')}

-- A failed check before printing that somebody accepted with a reason.
CREATE TABLE issue_override (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  check_code TEXT NOT NULL CHECK (check_code <> ''),
  message TEXT NOT NULL CHECK (message <> ''),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (certificate_id, check_code)
) STRICT;
${appendOnly('issue_override')}

-- Who collected which paper.
CREATE TABLE certificate_collection (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  collected_on TEXT NOT NULL CHECK (collected_on IS date(collected_on)),
  collector TEXT NOT NULL CHECK (collector IN ('SELF', 'DEPUTY')),
  deputy_name TEXT NOT NULL CHECK ((deputy_name = '') = (collector = 'SELF')),
  deputy_relation TEXT NOT NULL CHECK ((deputy_relation = '') = (collector = 'SELF')),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  -- Set if the entry was a mistake; the row stays.
  taken_back_at TEXT,
  taken_back_by TEXT CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL)),
  take_back_reason TEXT NOT NULL DEFAULT '' CHECK ((take_back_reason = '') = (taken_back_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX certificate_collected_once ON certificate_collection (certificate_id) WHERE taken_back_at IS NULL;
CREATE INDEX certificate_collection_by_certificate ON certificate_collection (certificate_id);
CREATE TRIGGER certificate_collection_after_issue BEFORE INSERT ON certificate_collection
WHEN NOT EXISTS (SELECT 1 FROM certificate WHERE id = NEW.certificate_id AND issued_on <= NEW.collected_on)
BEGIN SELECT RAISE(ABORT, 'collected_before_issue'); END;
CREATE TRIGGER certificate_collection_stays BEFORE DELETE ON certificate_collection BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- An entry can be taken back once. Names and reasons are erased when the person is made anonymous.
CREATE TRIGGER certificate_collection_kept BEFORE UPDATE ON certificate_collection
WHEN NOT (
  NEW.id = OLD.id AND NEW.certificate_id = OLD.certificate_id AND NEW.collected_on = OLD.collected_on AND NEW.collector = OLD.collector
  AND NEW.recorded_at = OLD.recorded_at AND NEW.recorded_by = OLD.recorded_by
  AND (
    (OLD.taken_back_at IS NULL AND NEW.deputy_name = OLD.deputy_name AND NEW.deputy_relation = OLD.deputy_relation)
    OR (
      NEW.taken_back_at IS OLD.taken_back_at AND NEW.taken_back_by IS OLD.taken_back_by
      AND NEW.deputy_name IN (OLD.deputy_name, '(dihapus)') AND NEW.deputy_relation IN (OLD.deputy_relation, '(dihapus)')
      AND NEW.take_back_reason IN (OLD.take_back_reason, '(dihapus)')
      AND EXISTS (
        SELECT 1 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee_anonymity USING (trainee_id)
        WHERE certificate.id = OLD.certificate_id
      )
    )
  )
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Files that must be in the store of papers, with the name under which a missing one is reported. Areas below that store papers there add theirs.
CREATE VIEW kept_paper AS
SELECT sha256, size, CASE kind WHEN 'certificate' THEN 'sertifikat ' ELSE 'surat keterangan ' END || number AS paper FROM certificate
UNION ALL
SELECT photo_sha256, photo_size, 'foto pada ' || number FROM certificate WHERE photo_sha256 IS NOT NULL
UNION ALL
SELECT certificate_copy.sha256, certificate_copy.size, 'salinan ' || n || ' dari ' || number
FROM certificate_copy JOIN certificate ON certificate.id = certificate_id
UNION ALL
SELECT certificate_signed_file.sha256, certificate_signed_file.size, 'berkas TTE “' || file_name || '” dari ' || number
FROM certificate_signed_file JOIN certificate ON certificate.id = certificate_id;

-- Every number that was ever used, with or without a paper of this program.
CREATE VIEW given_number AS
SELECT kind, series, year, sequence, number FROM certificate
UNION ALL
SELECT kind, series, year, sequence, number FROM set_aside_number;
`

/** Numbers continue by one from the last one of the series and year; none is assigned twice. */
function gapless(table: string): string {
  return `
CREATE TRIGGER ${table}_gapless BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM given_number WHERE number = NEW.number)
  OR (SELECT max(sequence) FROM given_number WHERE kind = NEW.kind AND series = NEW.series AND year = NEW.year) <> NEW.sequence - 1
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;`
}
