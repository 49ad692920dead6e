import { appendOnly } from './schema-parts.ts'

export const reports = /* sql */ `
-- Reports: what was handed in, and questions that are asked again. Figures are never stored where they can be counted.

-- How reports count and when they are due; no row while nothing differs from shared/features/report/report-setting.ts.
CREATE TABLE report_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- By which day a class falls into a period.
  counted_by TEXT NOT NULL CHECK (counted_by IN ('panel', 'end', 'start')),
  -- Of whom the share of graduates is reckoned: of all by decree, or of those who were decided on to the end.
  pass_base TEXT NOT NULL CHECK (pass_base IN ('decree', 'finished')),
  -- Day of the next month by which the report of a month is handed in.
  monthly_day INTEGER NOT NULL CHECK (monthly_day BETWEEN 1 AND 28),
  -- 'MM-DD' of the next year for the report of a year.
  yearly_day TEXT NOT NULL CHECK (yearly_day GLOB '[01][0-9]-[0-3][0-9]'),
  -- JSON list of 'MM-DD' on which the use of the dana insentif fiskal is reported.
  incentive_days TEXT NOT NULL CHECK (json_valid(incentive_days)),
  -- Days after the panel by which the report of a class is handed in.
  class_days INTEGER NOT NULL CHECK (class_days BETWEEN 1 AND 90)
) STRICT;

-- Own reports by their name. The choice is JSON of shared/features/report/own-report.ts.
CREATE TABLE saved_report (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  choice TEXT NOT NULL CHECK (json_valid(choice)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

-- Reports as they were handed in (ditetapkan): figures and papers of that day, which never change.
CREATE TABLE settled_report (
  id INTEGER PRIMARY KEY,
  report_key TEXT NOT NULL CHECK (report_key <> ''),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  to_date TEXT NOT NULL CHECK (to_date IS date(to_date) AND to_date >= from_date),
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  settled_on TEXT NOT NULL CHECK (settled_on IS date(settled_on)),
  -- The official who signed, as on that day: JSON of shared/features/centre/signatory.ts.
  signatory TEXT NOT NULL CHECK (json_valid(signatory)),
  -- The report itself, with the moment of its figures.
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
