import { trades } from './schema-parts.ts'

export const instructors = /* sql */ `
-- Instructors, their BNSP credentials and their leave.

-- One row for each instructor.
CREATE TABLE instructor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  nip TEXT NOT NULL CHECK (nip = '' OR (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*')),
  institution TEXT NOT NULL,
  phone TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- What is needed to pay an instructor.
CREATE TABLE instructor_payment (
  instructor_id INTEGER PRIMARY KEY REFERENCES instructor (id),
  status TEXT NOT NULL CHECK (status IN ('NON_ASN', 'PPPK', 'PNS_I', 'PNS_II', 'PNS_III', 'PNS_IV')),
  npwp TEXT NOT NULL CHECK (npwp NOT GLOB '*[^0-9]*'),
  bank_name TEXT NOT NULL,
  bank_account TEXT NOT NULL CHECK (bank_account NOT GLOB '*[^0-9]*'),
  bank_holder TEXT NOT NULL
) STRICT;

-- BNSP certificates of instructors. Valid from the first to the last date, both included.
CREATE TABLE credential (
  id INTEGER PRIMARY KEY,
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  kind TEXT NOT NULL CHECK (kind IN ('TEKNIS', 'METODOLOGI', 'ASESOR')),
  number TEXT NOT NULL CHECK (number <> ''),
  registration TEXT NOT NULL,
  lsp TEXT NOT NULL,
  licence TEXT NOT NULL,
  scheme TEXT NOT NULL,
  issued TEXT NOT NULL CHECK (issued IS date(issued)),
  valid_until TEXT NOT NULL CHECK (valid_until IS date(valid_until)),
  scan_id INTEGER REFERENCES attachment (id),
  -- Operator who checked the certificate in the register of the LSP, and when.
  verified_by TEXT NOT NULL DEFAULT '',
  verified_on TEXT
    CHECK ((verified_on IS NULL OR verified_on IS date(verified_on)) AND (verified_on IS NULL) = (verified_by = '')),
  UNIQUE (instructor_id, kind, number),
  CHECK (valid_until >= issued)
) STRICT;
CREATE INDEX credential_by_scan ON credential (scan_id) WHERE scan_id IS NOT NULL;

-- Trades that a credential covers. They are deleted after their credential, because the trigger on its deletion still reads them.
CREATE TABLE credential_trade (
  credential_id INTEGER NOT NULL REFERENCES credential (id) DEFERRABLE INITIALLY DEFERRED,
  trade TEXT NOT NULL CHECK (trade IN ${trades}),
  PRIMARY KEY (credential_id, trade)
) STRICT, WITHOUT ROWID;

-- Days on which an instructor cannot teach. Past leave is never changed.
CREATE TABLE instructor_leave (
  id INTEGER PRIMARY KEY,
  instructor_id INTEGER NOT NULL REFERENCES instructor (id),
  from_date TEXT NOT NULL CHECK (from_date IS date(from_date)),
  until_date TEXT NOT NULL CHECK (until_date IS date(until_date)),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  CHECK (until_date >= from_date)
) STRICT;
CREATE INDEX instructor_leave_by_instructor ON instructor_leave (instructor_id, until_date, from_date);
`
