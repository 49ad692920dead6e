import { judgeRecord } from '../../../../../shared/features/certificate/signed-record.ts'
import type { Check } from '../../../database/check-database.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { sha256 } from '../certificate-store.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'

/** Every issued paper still has the bytes of its day of issue, and a record that this centre's key has signed. */
export function checkCertificates(db: ReadDatabase): Check {
  const keys = publicKeys(db)
  const rows = db.all<{ number: string; pdf: Uint8Array; sha256: string; record: string }>(
    `SELECT number, pdf, sha256, json_extract(facts, '$.qrText') AS record FROM certificate ORDER BY id`,
  )
  const changed = rows.filter(
    row => sha256(row.pdf) !== row.sha256 || judgeRecord(row.record, keys, isSignedBy).state !== 'genuine',
  )
  const detail =
    changed.length === 0
      ? `${rows.length} lembar, semuanya utuh`
      : `berubah: ${changed.map(row => row.number).join(', ')}`
  return { key: 'certificates', ok: changed.length === 0, detail }
}
