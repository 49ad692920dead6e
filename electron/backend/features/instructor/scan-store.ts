import { createHash } from 'node:crypto'
import type { ScanType } from '../../../../shared/features/instructor/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type Scan = { name: string; type: ScanType; bytes: Uint8Array<ArrayBuffer> }

/** By its first bytes; null for anything else than a PDF or a JPEG. */
export function scanType(bytes: Uint8Array): ScanType | null {
  const begins = (...first: number[]) => first.every((byte, index) => bytes[index] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}

export function findScan(db: ReadDatabase, credentialId: number): Scan | undefined {
  return db.get<Scan>(
    `SELECT attachment.name, type, bytes FROM attachment JOIN credential ON credential.scan_id = attachment.id
     WHERE credential.id = ?`,
    [credentialId],
  )
}

/** Gives the sha256 of what was attached. */
export function saveScan(
  db: WriteDatabase,
  credentialId: number,
  { name, type, bytes }: Scan,
  who: { at: string; by: string },
): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  db.run(
    `INSERT OR IGNORE INTO attachment (sha256, name, type, bytes, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)`,
    [sha256, name, type, bytes, who.at, who.by],
  )
  db.run('UPDATE credential SET scan_id = (SELECT id FROM attachment WHERE sha256 = ?) WHERE id = ?', [
    sha256,
    credentialId,
  ])
  dropUnusedScans(db)
  return sha256
}

export function removeScan(db: WriteDatabase, credentialId: number): void {
  db.run('UPDATE credential SET scan_id = NULL WHERE id = ?', [credentialId])
  dropUnusedScans(db)
}

/** A scan holds personal data: it goes with the last row that shows it. */
export function dropUnusedScans(db: WriteDatabase): void {
  db.run('DELETE FROM attachment WHERE id NOT IN (SELECT scan_id FROM credential WHERE scan_id IS NOT NULL)')
}
