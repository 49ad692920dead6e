/** The folder of a class: which paper was printed from what, which came back signed, and what the checker said about it. */
export const cohortFolder = /* sql */ `
-- A signed paper that came back. Its bytes lie in the file store, as those of trainees do.
CREATE TABLE paper_scan (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*')
) STRICT;
CREATE INDEX paper_scan_by_cohort ON paper_scan (cohort_id, paper_key);

-- The last word about a paper of a class; who takes it back deletes the row, and the audit keeps it.
CREATE TABLE paper_verdict (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  verdict TEXT NOT NULL CHECK (verdict IN ('CHECKED', 'RETURNED', 'UNUSED')),
  -- What is wrong, or why this class has no such paper.
  note TEXT NOT NULL CHECK (verdict = 'CHECKED' OR length(trim(note)) > 0),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (cohort_id, paper_key)
) STRICT, WITHOUT ROWID;

-- What left the program on paper. Names nobody: a person is the number on the list of the class.
CREATE TABLE print_log (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  -- Of a daily sheet; NULL for the paper as a whole.
  day INTEGER CHECK (day BETWEEN 1 AND 60),
  -- Where only the page of one person was printed.
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
CREATE TRIGGER print_log_kept BEFORE UPDATE ON print_log BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER print_log_stays BEFORE DELETE ON print_log BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- How each paper was printed last, for the next time.
CREATE TABLE print_setting (
  paper_key TEXT PRIMARY KEY CHECK (paper_key GLOB '[a-z]*'),
  printer TEXT NOT NULL,
  size TEXT NOT NULL CHECK (size IN ('A4', 'F4')),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99)
) STRICT, WITHOUT ROWID;

-- Whether the scan of a signed paper stands in the file instead of the unsigned one or after it.
ALTER TABLE centre ADD COLUMN scan_place TEXT NOT NULL DEFAULT 'INSTEAD' CHECK (scan_place IN ('INSTEAD', 'AFTER'));
`
