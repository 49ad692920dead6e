import { appendOnly } from './schema-parts.ts'

export const audit = /* sql */ `
-- The audit: everything that was done, by whom.

-- One change: who, where, when, and the values before and after. The place is stored under the name it had then. Rows are never changed or
-- deleted; each contains the hash of the row before it.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  desk TEXT NOT NULL CHECK (desk <> ''),
  operation TEXT NOT NULL,
  -- Row of the table of roles that the operation belongs to, or 'open' or 'everyone'.
  area TEXT NOT NULL CHECK (area <> ''),
  -- First row of the same act (one call of an operation); NULL in that first row.
  act INTEGER CHECK (act < id),
  entity TEXT,
  entity_id TEXT,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- The history of one person is read from the audit.
CREATE INDEX audit_by_entity ON audit (entity_id, entity) WHERE entity_id IS NOT NULL;
-- The history page reads acts, newest first: all, those of one area, or those of one person and area.
CREATE INDEX audit_acts ON audit (at) WHERE act IS NULL;
CREATE INDEX audit_acts_by_area ON audit (area, at) WHERE act IS NULL;
CREATE INDEX audit_acts_by_person ON audit (operator, area, at) WHERE act IS NULL;
CREATE INDEX audit_rows_of_act ON audit (act) WHERE act IS NOT NULL;
-- Only the values of an erased row may change; who, what and when stay.
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit
WHEN NOT (
  NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.operator = OLD.operator AND NEW.desk = OLD.desk AND NEW.operation = OLD.operation
  AND NEW.area = OLD.area AND NEW.act IS OLD.act AND NEW.entity IS OLD.entity
  AND NEW.entity_id IS OLD.entity_id AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash
  AND EXISTS (SELECT 1 FROM audit_erasure WHERE audit_id = OLD.id)
)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Audit rows from which the values of a person were erased on request. The digest covers what is left of the row; a later audit row contains it,
-- so the chain of hashes protects it too (audit.ts).
CREATE TABLE audit_erasure (
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (audit_id, digest)
) STRICT, WITHOUT ROWID;
${appendOnly('audit_erasure')}

-- Last audit row of a day, signed with the certificate key. Papers printed later show eight characters of the hash.
CREATE TABLE history_day (
  day TEXT PRIMARY KEY CHECK (day IS date(day)),
  audit_id INTEGER NOT NULL UNIQUE REFERENCES audit (id),
  head TEXT NOT NULL CHECK (length(head) = 64),
  key_id TEXT NOT NULL REFERENCES signing_key (id),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT, WITHOUT ROWID;
${appendOnly('history_day')}

-- People whose data an act showed, printed or exported. A person who was merged away stays here under the old number.
CREATE TABLE seen_person (
  audit_id INTEGER NOT NULL REFERENCES audit (id),
  trainee_id INTEGER NOT NULL,
  PRIMARY KEY (audit_id, trainee_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_person_by_trainee ON seen_person (trainee_id);
${appendOnly('seen_person')}

-- Seals that show when rows were changed by another program, or lost by a faulty disk.

-- A seal over a block of neighbouring rows of a table. Its key is not in this file (seal/row-seals.ts).
CREATE TABLE row_seal (
  table_name TEXT NOT NULL,
  block ANY NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 17),
  PRIMARY KEY (table_name, block)
) STRICT, WITHOUT ROWID;

-- One row: the sum of all seals, and the last audit row that they include.
CREATE TABLE seal_root (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sum TEXT NOT NULL CHECK (length(sum) = 32),
  audit_rows INTEGER NOT NULL,
  audit_head TEXT NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 17)
) STRICT;
`
