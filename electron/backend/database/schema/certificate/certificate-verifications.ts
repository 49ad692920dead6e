import { neverReplaced } from '../schema-parts.ts'

export const certificateVerifications = /* sql */ `
-- Verification of papers that people show.

-- Each time somebody at the centre checked a paper, and the answer.
CREATE TABLE certificate_verification (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  -- number: typed from the paper · code: the text of its QR · file: a picture or PDF of it.
  how TEXT NOT NULL CHECK (how IN ('number', 'code', 'file')),
  -- tampered: the code shown has this number, but this centre never signed it.
  status TEXT NOT NULL CHECK (status IN ('valid', 'revoked', 'superseded', 'tampered')),
  verified_at TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  CHECK (how <> 'number' OR status <> 'tampered')
) STRICT;
CREATE INDEX certificate_verification_by_certificate ON certificate_verification (certificate_id);
${neverReplaced('certificate_verification')}
`
