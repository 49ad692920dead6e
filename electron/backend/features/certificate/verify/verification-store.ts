import { judgeRecord, recordAsPasted } from '../../../../../shared/features/certificate/signed-record.ts'
import {
  formatRevoked,
  formatSuperseded,
  notGenuine,
  type Verification,
} from '../../../../../shared/features/certificate/verification.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'

type Known = {
  record: string
  revokedOn: PlainDate | null
  revocation: string | null
  replacedBy: string | null
  replacedOn: PlainDate | null
}

/** Checks the text of a QR by the keys and the book of this centre. */
export function verifyRecord(db: ReadDatabase, text: string): Verification {
  const judged = judgeRecord(text, publicKeys(db), isSignedBy)
  if (judged.state !== 'genuine') return notGenuine(judged)
  const { record: certificate } = judged
  const known = db.get<Known>(
    `SELECT certificate.qr_text AS record, revoked_on AS revokedOn, reason AS revocation,
       later.number AS replacedBy, later.issued_on AS replacedOn
     FROM certificate LEFT JOIN certificate_revocation ON certificate_id = certificate.id
     LEFT JOIN certificate AS later INDEXED BY certificate_replaced ON later.replaces_id = certificate.id WHERE certificate.number = ?`,
    [certificate.number],
  )
  // Signed by our key and not in our book: the data is older than the paper, or somebody else had the key.
  if (known?.record !== recordAsPasted(text)) {
    const reason = 'Tanda tangannya cocok, tetapi sertifikat ini tidak ada di buku balai pada komputer ini.'
    return { status: 'unknown', certificate, reason }
  }
  if (known.revokedOn !== null)
    return { status: 'revoked', certificate, reason: formatRevoked(known.revokedOn, known.revocation ?? '') }
  if (known.replacedBy !== null && known.replacedOn !== null)
    return { status: 'superseded', certificate, reason: formatSuperseded(known.replacedBy, known.replacedOn) }
  return { status: 'valid', certificate, reason: 'Tercatat di buku sertifikat, tidak dicabut dan tidak diganti.' }
}
