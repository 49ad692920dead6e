import { appendOnly } from './schema-parts.ts'

export const scans = /* sql */ `
-- Attendance sheets: printed with a code and read back as scans.

-- Facts of all attendance sheets of a cohort with one version. No names, only positions and enrolments.
CREATE TABLE sheet_edition (
  id INTEGER PRIMARY KEY,
  cohort_id INTEGER NOT NULL REFERENCES cohort (id),
  version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
  -- Days and participants as JSON of shared/features/scan/sheet-facts.ts.
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  UNIQUE (cohort_id, version)
) STRICT;
${appendOnly('sheet_edition')}

-- Position of the boxes on a printed page, so that a scan is read with the layout of the printed sheet and not of one drawn today.
CREATE TABLE sheet_page (
  edition_id INTEGER NOT NULL REFERENCES sheet_edition (id),
  place TEXT NOT NULL CHECK (length(place) = 2),
  page INTEGER NOT NULL CHECK (page BETWEEN 1 AND 9),
  -- In mm; distinguishes A4 from F4.
  width INTEGER NOT NULL CHECK (width BETWEEN 100 AND 500),
  height INTEGER NOT NULL CHECK (height BETWEEN 100 AND 500),
  layout TEXT NOT NULL CHECK (json_valid(layout)),
  PRIMARY KEY (edition_id, place, page, width, height)
) STRICT, WITHOUT ROWID;
${appendOnly('sheet_page')}

-- One scanned page.
CREATE TABLE scan_page (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL UNIQUE REFERENCES stored_file (id),
  -- Name, hash and page of the scanned file, to recognise it if it is added again.
  source_name TEXT NOT NULL,
  source_sha256 TEXT NOT NULL CHECK (length(source_sha256) = 64),
  source_page INTEGER NOT NULL CHECK (source_page >= 1),
  -- NULL until it is known which sheet it is.
  cohort_id INTEGER REFERENCES cohort (id),
  place TEXT CHECK (length(place) = 2 AND (place IS NULL) = (cohort_id IS NULL)),
  -- Both NULL if a person, not the code, said which sheet it is.
  page INTEGER CHECK (page BETWEEN 1 AND 9),
  version INTEGER CHECK (version BETWEEN 1 AND 99),
  -- Size in mm of the form it was read with; NULL if it was only stored.
  width INTEGER,
  height INTEGER CHECK ((height IS NULL) = (width IS NULL)),
  -- JSON: for each box of the form whether it is signed, and how certain that is.
  readings TEXT CHECK ((readings IS NULL OR json_valid(readings)) AND (readings IS NULL) = (width IS NULL)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  confirmed_at TEXT,
  confirmed_by TEXT CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  UNIQUE (source_sha256, source_page),
  CHECK (confirmed_at IS NULL OR cohort_id IS NOT NULL)
) STRICT;
CREATE INDEX scan_page_by_cohort ON scan_page (cohort_id, place);
CREATE TRIGGER scan_page_kept BEFORE UPDATE OF file_id, source_name, source_sha256, source_page, readings, recorded_at, recorded_by ON scan_page
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER confirmed_scan_stays BEFORE DELETE ON scan_page WHEN OLD.confirmed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
`
