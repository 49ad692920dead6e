export const files = /* sql */ `
-- Scans and other files that rows of other areas point to.

-- Scans of evidence and credentials, with their bytes. The same file is stored once.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg')),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 5242880),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER attachment_kept BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment_frozen'); END;

-- Files in the data folder. They are not in the database because one cohort has tens of megabytes of them.
CREATE TABLE stored_file (
  id INTEGER PRIMARY KEY,
  -- Random. Ids of rows are used again after a snapshot is restored, and would then name another file.
  name TEXT NOT NULL UNIQUE CHECK (length(name) = 32 AND name NOT GLOB '*[^0-9a-f]*'),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  type TEXT NOT NULL CHECK (type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER stored_file_kept BEFORE UPDATE ON stored_file BEGIN SELECT RAISE(ABORT, 'file_frozen'); END;
`
