import { checkRecord, claimedNumber, recordAsPasted } from '../../../../../shared/features/certificate/signed-record.ts'
import {
  type BookVerification,
  formatRevoked,
  formatSuperseded,
  notGenuine,
  type Verification,
  type VerificationWay,
} from '../../../../../shared/features/certificate/verification.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../../database/connection.ts'
import { found } from '../../../domain-error.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'

type Known = {
  number: string
  record: string
  revokedOn: PlainDate | null
  revocation: string | null
  replacedBy: string | null
  replacedOn: PlainDate | null
}

const book = `SELECT certificate.number, certificate.qr_text AS record, revoked_on AS revokedOn, reason AS revocation,
    later.number AS replacedBy, later.issued_on AS replacedOn
  FROM certificate LEFT JOIN certificate_revocation ON certificate_id = certificate.id
  LEFT JOIN certificate AS later INDEXED BY certificate_replaced ON later.replaces_id = certificate.id`

/** Checks a QR text with keys and book of this centre, or a typed number with the book alone. */
export function verifyRecord(db: ReadDatabase, text: string): BookVerification {
  const judged = checkRecord(text, publicKeys(db), isSignedBy)
  if (judged.state !== 'genuine')
    return (
      verifyNumber(db, text) ?? {
        ...notGenuine(judged),
        number: judged.state === 'tampered' ? knownNumber(db, claimedNumber(text)) : null,
      }
    )
  const { record: certificate } = judged
  const known = db.get<Known>(`${book} WHERE certificate.number = ?`, [certificate.number])
  // Signed by our key but not in our book: the data is older than the paper, or the key was stolen.
  if (known?.record !== recordAsPasted(text)) {
    const reason = 'Tanda tangannya cocok, tetapi sertifikat ini tidak ada di buku balai pada komputer ini.'
    return { status: 'unknown', certificate, reason, number: null }
  }
  return { ...stateOf(known), certificate, number: known.number }
}

function knownNumber(db: ReadDatabase, claimed: string | null): string | null {
  return db.get<{ number: string }>('SELECT number FROM certificate WHERE number = ?', [claimed])?.number ?? null
}

/** Records a result with the paper. @param number a number of our book */
export function insertVerification(
  db: WriteDatabase,
  number: string,
  answer: { how: VerificationWay; status: Exclude<BookVerification['status'], 'unknown'> },
  who: Who,
): void {
  const { id } = found(db.get<{ id: number }>('SELECT id FROM certificate WHERE number = ?', [number]), 'certificate')
  db.insert('certificate_verification', 'certificate_id: id, how, status, verified_at: at, verified_by: by', {
    id,
    ...answer,
    ...who,
  })
}

/** Longer than any number, shorter than any record. */
const longestNumber = 80
const mostNamed = 3

/** Finds the full number, or a unique part of it; null for other text. */
function verifyNumber(db: ReadDatabase, text: string): BookVerification | null {
  const typed = text.trim().toUpperCase()
  if (!/\d/.test(typed) || !/^[\p{L}\d./ -]+$/u.test(typed) || typed.length > longestNumber) return null
  const found =
    db.get<Known>(`${book} WHERE upper(certificate.number) = ?`, [typed]) ??
    db.all<Known>(`${book} WHERE instr(upper(certificate.number), ?) > 0 ORDER BY certificate.id DESC LIMIT 20`, [
      typed,
    ])
  const [known, ...others] = Array.isArray(found) ? found : [found]
  if (!known) {
    const reason = `Tidak ada sertifikat bernomor “${text.trim()}” di buku balai ini.`
    return { status: 'unknown', certificate: null, reason, number: null }
  }
  if (others.length > 0) {
    const named = [known, ...others].slice(0, mostNamed).map(row => row.number)
    const reason = `Lebih dari satu nomor memuat “${text.trim()}”: ${named.join(', ')}. Ketik nomor lengkapnya.`
    return { status: 'unknown', certificate: null, reason, number: null }
  }
  const judged = checkRecord(known.record, publicKeys(db), isSignedBy)
  const { status, reason } = stateOf(known)
  return {
    status,
    certificate: judged.state === 'genuine' ? judged.record : null,
    reason: `${reason} Dicari menurut nomornya saja: bandingkan nama dan programnya dengan kertas.`,
    number: known.number,
  }
}

function stateOf({ revokedOn, revocation, replacedBy, replacedOn }: Known): Pick<Verification, 'status' | 'reason'> {
  if (revokedOn !== null) return { status: 'revoked', reason: formatRevoked(revokedOn, revocation ?? '') }
  if (replacedBy !== null && replacedOn !== null)
    return { status: 'superseded', reason: formatSuperseded(replacedBy, replacedOn) }
  return { status: 'valid', reason: 'Tercatat di buku sertifikat, tidak dicabut dan tidak diganti.' }
}
