import { neverReplaced } from '../schema-parts.ts'

export const certificateVerifications = /* sql */ `
-- Whether papers that people show still hold.

-- Every time that somebody at a desk of the centre asked whether a paper holds, and what was answered.
CREATE TABLE certificate_verification (
  id INTEGER PRIMARY KEY,
  certificate_id INTEGER NOT NULL REFERENCES certificate (id),
  -- number: typed from the paper · code: the text of its QR · file: a picture or PDF of it.
  how TEXT NOT NULL CHECK (how IN ('number', 'code', 'file')),
  -- tampered: a code with this number was shown that we never signed.
  status TEXT NOT NULL CHECK (status IN ('valid', 'revoked', 'superseded', 'tampered')),
  verified_at TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  CHECK (how <> 'number' OR status <> 'tampered')
) STRICT;
CREATE INDEX certificate_verification_by_certificate ON certificate_verification (certificate_id);
${neverReplaced('certificate_verification')}
`
