export const seals = /* sql */ `
-- What tells that rows were changed by anything but this program, or by a disk that forgets.

-- A seal over some neighbouring rows of a table, made with a key that is not in this file (seal/row-seals.ts).
CREATE TABLE row_seal (
  table_name TEXT NOT NULL,
  block ANY NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 17),
  PRIMARY KEY (table_name, block)
) STRICT, WITHOUT ROWID;

-- One row: the sum of all seals, and how far the history went with them.
CREATE TABLE seal_root (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sum TEXT NOT NULL CHECK (length(sum) = 32),
  audit_rows INTEGER NOT NULL,
  audit_head TEXT NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 17)
) STRICT;
`
