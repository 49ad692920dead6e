import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { type AttachmentFile, dropUnusedAttachments, storeAttachment } from '../attachment/attachment-store.ts'

export function findScan(db: ReadDatabase, credentialId: number): AttachmentFile | undefined {
  return db.get<AttachmentFile>(
    `SELECT attachment.name, type, bytes FROM attachment JOIN credential ON credential.scan_id = attachment.id
     WHERE credential.id = ?`,
    [credentialId],
  )
}

/** Gives the sha256 of what was attached. */
export function saveScan(
  db: WriteDatabase,
  credentialId: number,
  file: AttachmentFile,
  who: { at: string; by: string },
): string {
  const { id, sha256 } = storeAttachment(db, file, who)
  db.run('UPDATE credential SET scan_id = ? WHERE id = ?', [id, credentialId])
  dropUnusedAttachments(db)
  return sha256
}

export function removeScan(db: WriteDatabase, credentialId: number): void {
  db.run('UPDATE credential SET scan_id = NULL WHERE id = ?', [credentialId])
  dropUnusedAttachments(db)
}
