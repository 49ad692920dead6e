/**
 * The words of letters, and what a letter of a class says beside them. A version is never changed or taken away: printed papers
 * name it. Version 0, the built-in words, belongs to the program and has no row.
 */
export const letters = /* sql */ `
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
BEGIN SELECT raise(ABORT, 'versions of a letter follow one another'); END;
CREATE TRIGGER letter_template_stays BEFORE UPDATE ON letter_template
BEGIN SELECT raise(ABORT, 'a version of a letter never changes'); END;
CREATE TRIGGER letter_template_remains BEFORE DELETE ON letter_template
BEGIN SELECT raise(ABORT, 'a version of a letter is never taken away'); END;

CREATE TABLE class_letter (
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
CREATE INDEX class_letter_officer ON class_letter (officer_id);
`
