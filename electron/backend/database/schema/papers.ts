import { appendOnly } from './schema-parts.ts'

export const papers = /* sql */ `
-- The file of a cohort: which paper was printed from what, which came back signed, and what the checker said about it; and letters.

-- Signed papers that came back as scans.
CREATE TABLE paper_scan (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*')
) STRICT;
CREATE INDEX paper_scan_by_cohort ON paper_scan (cohort_id, paper_key);

-- The last verdict of the checker about a paper of a cohort. Taking it back deletes the row; the audit keeps it.
CREATE TABLE paper_verdict (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  verdict TEXT NOT NULL CHECK (verdict IN ('CHECKED', 'RETURNED', 'UNUSED')),
  -- What is wrong, or why this cohort has no such paper.
  note TEXT NOT NULL CHECK (verdict = 'CHECKED' OR length(trim(note)) > 0),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (cohort_id, paper_key)
) STRICT, WITHOUT ROWID;

-- What left the program on paper. Holds no names: a person is the number on the list of the cohort.
CREATE TABLE print_log (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  -- Day of a daily sheet; NULL for the paper as a whole.
  day INTEGER CHECK (day BETWEEN 1 AND 60),
  -- Set where only the page of one person was printed.
  list_number INTEGER CHECK (list_number >= 1),
  way TEXT NOT NULL CHECK (way IN ('PRINT', 'PDF')),
  plan_version INTEGER NOT NULL CHECK (plan_version >= 1),
  -- The facts that the paper says, a digest for each group of them: {"schedule": "9f…"}.
  digests TEXT NOT NULL CHECK (json_valid(digests)),
  size TEXT NOT NULL CHECK (size IN ('A4', 'F4')),
  -- '' where the system dialog or a browser chose it.
  printer TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- '' for all pages.
  page_range TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 1),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL
) STRICT;
CREATE INDEX print_log_by_paper ON print_log (cohort_id, paper_key, id);
${appendOnly('print_log')}

-- How each paper was printed last, for the next time.
CREATE TABLE print_setting (
  paper_key TEXT PRIMARY KEY CHECK (paper_key GLOB '[a-z]*'),
  printer TEXT NOT NULL,
  size TEXT NOT NULL CHECK (size IN ('A4', 'F4')),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- On one side, or on both, turned over the long or the short edge.
  sides TEXT NOT NULL CHECK (sides IN ('SINGLE', 'LONG', 'SHORT'))
) STRICT, WITHOUT ROWID;

-- How far a printer of this PC prints beside the right place, in half millimetres, by its name in the system.
CREATE TABLE printer_shift (
  printer TEXT PRIMARY KEY CHECK (printer <> ''),
  right INTEGER NOT NULL CHECK (right BETWEEN -40 AND 40),
  down INTEGER NOT NULL CHECK (down BETWEEN -40 AND 40)
) STRICT, WITHOUT ROWID;

-- The words of letters as the office edited them. A version is never changed or deleted: printed papers name it. Version 0, the
-- built-in words, belongs to the program and has no row.
CREATE TABLE letter_template (
  paper TEXT NOT NULL CHECK (paper <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  restored_from INTEGER CHECK (restored_from >= 0 AND restored_from < version),
  PRIMARY KEY (paper, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER letter_template_follows BEFORE INSERT ON letter_template
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM letter_template WHERE paper = NEW.paper)
BEGIN SELECT RAISE(ABORT, 'versions of a letter follow one another'); END;
CREATE TRIGGER letter_template_stays BEFORE UPDATE ON letter_template
BEGIN SELECT RAISE(ABORT, 'a version of a letter never changes'); END;
CREATE TRIGGER letter_template_remains BEFORE DELETE ON letter_template
BEGIN SELECT RAISE(ABORT, 'a version of a letter is never taken away'); END;

-- What a letter of a cohort says beside its words.
CREATE TABLE cohort_letter (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
  paper TEXT NOT NULL CHECK (paper <> ''),
  number TEXT NOT NULL,
  dated TEXT CHECK (dated IS date(dated)),
  held_on TEXT CHECK (held_on IS date(held_on)),
  begins_at TEXT CHECK (begins_at IS strftime('%H:%M', begins_at)),
  place TEXT NOT NULL,
  officer_id INTEGER REFERENCES officer (id),
  extra TEXT NOT NULL CHECK (json_valid(extra) AND json_type(extra) = 'object'),
  PRIMARY KEY (cohort_id, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX cohort_letter_officer ON cohort_letter (officer_id);
`
