import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { type AttachmentFile, dropUnusedAttachments, storeAttachment } from '../attachment/attachment-store.ts'

export function findEvidence(db: ReadDatabase, spendingId: number): AttachmentFile | undefined {
  return db.get<AttachmentFile>(
    `SELECT attachment.name, type, bytes FROM attachment JOIN spending_file ON attachment_id = attachment.id
     WHERE spending_id = ?`,
    [spendingId],
  )
}

/** Replaces an earlier one; returns the sha256 of the file. */
export function saveEvidence(db: WriteDatabase, spendingId: number, file: AttachmentFile, who: Who): string {
  const { id, sha256 } = storeAttachment(db, file, who)
  db.upsert('spending_file', 'spending_id', 'attachment_id', { spendingId, attachmentId: id })
  dropUnusedAttachments(db)
  return sha256
}

export function removeEvidence(db: WriteDatabase, spendingId: number): void {
  db.run('DELETE FROM spending_file WHERE spending_id = ?', [spendingId])
  dropUnusedAttachments(db)
}
