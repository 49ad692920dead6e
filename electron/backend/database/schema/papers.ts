import { appendOnly } from './schema-parts.ts'

export const papers = /* sql */ `
-- The file of a cohort: which paper was printed from which facts, which came back signed, what the checker said; and letters.

-- Scans of signed papers.
CREATE TABLE paper_scan (
  file_id INTEGER PRIMARY KEY REFERENCES stored_file (id),
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*')
) STRICT;
CREATE INDEX paper_scan_by_cohort ON paper_scan (cohort_id, paper_key);

-- Latest verdict of the checker on a paper of a cohort. Taking it back deletes the row; the audit keeps it.
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

-- The print log. Contains no names: a person is the number on the list of the cohort.
CREATE TABLE print_log (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  -- Day of a daily sheet; NULL for the paper as a whole.
  day INTEGER CHECK (day BETWEEN 1 AND 60),
  -- Set if only the page of one person was printed.
  list_number INTEGER CHECK (list_number >= 1),
  -- FILE: a form of the office that was saved, or opened and printed in Word or Excel.
  way TEXT NOT NULL CHECK (way IN ('PRINT', 'PDF', 'FILE')),
  -- Version of that form; NULL for papers of the program.
  form_version INTEGER CHECK (form_version >= 1),
  plan_version INTEGER NOT NULL CHECK (plan_version >= 1),
  -- Digests of the facts on the paper, by group: {"schedule": "9f…"}.
  digests TEXT NOT NULL CHECK (json_valid(digests)),
  -- NULL for a form of the office, which has its own size.
  size TEXT CHECK (size IN ('A4', 'F4')),
  -- '' if the printer was chosen in the dialog of the system or the browser.
  printer TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- '' for all pages.
  page_range TEXT NOT NULL,
  pages INTEGER CHECK (pages >= 1),
  -- Date on the paper; NULL if it has none, or if each sheet has its own.
  dated TEXT CHECK (dated IS NULL OR dated IS date(dated)),
  -- Whether somebody chose that date by hand.
  dated_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (dated_by_hand IN (0, 1)),
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  CHECK ((way = 'FILE') = (form_version IS NOT NULL) AND (way = 'FILE') = (size IS NULL) AND (way = 'FILE') = (pages IS NULL))
) STRICT;
CREATE INDEX print_log_by_paper ON print_log (cohort_id, paper_key, id);
${appendOnly('print_log')}

-- Fixed date of a paper of a cohort: that of its first print, or one chosen by hand.
CREATE TABLE paper_date (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  dated TEXT NOT NULL CHECK (dated IS date(dated)),
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (cohort_id, paper_key)
) STRICT, WITHOUT ROWID;

-- Day of the history whose code is in the foot of a paper of a cohort since its first print.
CREATE TABLE paper_history (
  cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
  paper_key TEXT NOT NULL CHECK (paper_key GLOB '[a-z]*'),
  day TEXT NOT NULL REFERENCES history_day (day),
  PRIMARY KEY (cohort_id, paper_key)
) STRICT, WITHOUT ROWID;

-- Settings with which each paper was last printed, offered the next time.
CREATE TABLE print_setting (
  paper_key TEXT PRIMARY KEY CHECK (paper_key GLOB '[a-z]*'),
  printer TEXT NOT NULL,
  size TEXT NOT NULL CHECK (size IN ('A4', 'F4')),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- One-sided, or two-sided with binding on the long or the short edge.
  sides TEXT NOT NULL CHECK (sides IN ('SINGLE', 'LONG', 'SHORT'))
) STRICT, WITHOUT ROWID;

-- Offset of each printer of this PC, in half millimetres. The name is the one in the operating system.
CREATE TABLE printer_shift (
  printer TEXT PRIMARY KEY CHECK (printer <> ''),
  right INTEGER NOT NULL CHECK (right BETWEEN -40 AND 40),
  down INTEGER NOT NULL CHECK (down BETWEEN -40 AND 40)
) STRICT, WITHOUT ROWID;

-- Texts of letters edited by the office. A version is never changed or deleted, because printed papers refer to it. Version 0, the built-in text,
-- belongs to the program and has no row.
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

-- Word and Excel forms of the office: for a cohort, a person, a registration or an instructor.
CREATE TABLE office_form (
  key TEXT PRIMARY KEY CHECK (key GLOB 'kantor-[a-z0-9]*'),
  title TEXT NOT NULL UNIQUE CHECK (title <> ''),
  subject TEXT NOT NULL CHECK (subject IN ('COHORT', 'PERSON', 'REGISTRATION', 'INSTRUCTOR')),
  kind TEXT NOT NULL CHECK (kind IN ('docx', 'xlsx')),
  -- 1 if it is no longer used. It stays, because the print log refers to it.
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Files of a form, as checked when they were added. A version is never changed or deleted, because the print log refers to it.
CREATE TABLE office_form_version (
  id INTEGER PRIMARY KEY,
  form_key TEXT NOT NULL REFERENCES office_form (key),
  version INTEGER NOT NULL CHECK (version >= 1),
  -- File name when it was added.
  file_name TEXT NOT NULL,
  content BLOB NOT NULL CHECK (length(content) > 0),
  -- JSON list of the names of its tokens.
  tokens TEXT NOT NULL CHECK (json_valid(tokens)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  restored_from INTEGER CHECK (restored_from >= 1 AND restored_from < version),
  UNIQUE (form_key, version)
) STRICT;
CREATE TRIGGER office_form_version_follows BEFORE INSERT ON office_form_version
WHEN NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM office_form_version WHERE form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'versions of a form follow one another'); END;
${appendOnly('office_form_version')}

-- Values that a clerk typed for a letter of a cohort.
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

export const reports = /* sql */ `
-- Reports that were handed in, and saved own reports. Figures are never stored if they can be counted.

-- How reports count and when they are due; no row while everything is as in shared/features/report/report-setting.ts.
CREATE TABLE report_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Which day of a class decides the period it belongs to.
  counted_by TEXT NOT NULL CHECK (counted_by IN ('panel', 'end', 'start')),
  -- What the share of graduates is taken of: all trainees by decree, or those who finished.
  pass_base TEXT NOT NULL CHECK (pass_base IN ('decree', 'finished')),
  -- Day of the following month on which the monthly report is due.
  monthly_day INTEGER NOT NULL CHECK (monthly_day BETWEEN 1 AND 28),
  -- 'MM-DD' of the following year on which the yearly report is due.
  yearly_day TEXT NOT NULL CHECK (yearly_day GLOB '[01][0-9]-[0-3][0-9]'),
  -- JSON list of 'MM-DD' on which the report on the dana insentif fiskal is due.
  incentive_days TEXT NOT NULL CHECK (json_valid(incentive_days)),
  -- Days after the panel after which the report of a class is due.
  class_days INTEGER NOT NULL CHECK (class_days BETWEEN 1 AND 90)
) STRICT;

-- Own reports, saved by name. The choice of rows, columns and filters is JSON (shared/features/report/own-report.ts).
CREATE TABLE saved_report (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  choice TEXT NOT NULL CHECK (json_valid(choice)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

-- Settled reports (ditetapkan): figures and papers as handed in. They never change.
CREATE TABLE settled_report (
  id INTEGER PRIMARY KEY,
  report_key TEXT NOT NULL CHECK (report_key <> ''),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date TEXT NOT NULL CHECK (to_date IS date(to_date) AND to_date >= from_date),
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  settled_on TEXT NOT NULL CHECK (settled_on IS date(settled_on)),
  -- The official who signed, as of that day; JSON of shared/features/centre/signatory.ts.
  signatory TEXT NOT NULL CHECK (json_valid(signatory)),
  -- The report, with the time at which it was counted.
  content TEXT NOT NULL CHECK (json_valid(content)),
  pdf BLOB NOT NULL,
  workbook BLOB NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX settled_report_by_key ON settled_report (report_key, from_date, to_date);
${appendOnly('settled_report')}
CREATE TRIGGER settled_report_not_replaced BEFORE INSERT ON settled_report
WHEN EXISTS (SELECT 1 FROM settled_report WHERE id = NEW.id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`
