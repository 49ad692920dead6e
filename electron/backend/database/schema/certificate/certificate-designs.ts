export const certificateDesigns = /* sql */ `
-- Designs of certificates.

-- Designs of certificates. The three built-in designs belong to the program; a version of one is stored when something is issued with it.
CREATE TABLE certificate_design (
  id INTEGER PRIMARY KEY,
  built_in TEXT UNIQUE CHECK (built_in IN ('klasik', 'modern', 'polos')),
  name TEXT NOT NULL CHECK (name <> ''),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX certificate_design_name ON certificate_design (name) WHERE active = 1;
INSERT INTO certificate_design (built_in, name) VALUES ('klasik', 'Klasik'), ('modern', 'Modern'), ('polos', 'Polos');

-- Background pictures, each stored once.
CREATE TABLE design_picture (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  picture BLOB NOT NULL CHECK (length(picture) BETWEEN 1 AND 8388608)
) STRICT;
CREATE TRIGGER design_picture_kept BEFORE UPDATE ON design_picture BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER design_picture_stays BEFORE DELETE ON design_picture
WHEN EXISTS (SELECT 1 FROM certificate_design_version WHERE picture_sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;

-- Versions of a design, one for each time it was saved. They never change; one that a certificate uses is never deleted.
CREATE TABLE certificate_design_version (
  id INTEGER PRIMARY KEY,
  design_id INTEGER NOT NULL REFERENCES certificate_design (id),
  n INTEGER NOT NULL CHECK (n >= 1),
  -- JSON of shared/features/certificate-design.
  content TEXT NOT NULL CHECK (json_valid(content)),
  picture_sha256 TEXT REFERENCES design_picture (sha256),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (design_id, n),
  CHECK (picture_sha256 IS json_extract(content, '$.background.sha256'))
) STRICT;
CREATE TRIGGER design_version_kept BEFORE UPDATE ON certificate_design_version
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER design_version_not_replaced BEFORE INSERT ON certificate_design_version
WHEN EXISTS (SELECT 1 FROM certificate_design_version WHERE id = NEW.id OR (design_id = NEW.design_id AND n = NEW.n))
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;
CREATE TRIGGER design_version_stays BEFORE DELETE ON certificate_design_version
WHEN EXISTS (SELECT 1 FROM certificate WHERE design_version_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'certificate_frozen'); END;

-- Design for the certificates of a program. The row without a program applies to all others.
CREATE TABLE certificate_design_choice (
  id INTEGER PRIMARY KEY,
  program_id INTEGER REFERENCES program (id),
  design_id INTEGER NOT NULL REFERENCES certificate_design (id)
) STRICT;
CREATE UNIQUE INDEX certificate_design_choice_once ON certificate_design_choice (ifnull(program_id, 0));

-- Offset of a printer on preprinted blanks, in half millimetres.
CREATE TABLE blank_shift (
  printer TEXT PRIMARY KEY CHECK (printer <> ''),
  right INTEGER NOT NULL CHECK (right BETWEEN -40 AND 40),
  down INTEGER NOT NULL CHECK (down BETWEEN -40 AND 40)
) STRICT, WITHOUT ROWID;
`
