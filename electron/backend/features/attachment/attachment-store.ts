import { createHash } from 'node:crypto'
import {
  type AttachmentType,
  attachmentError,
  attachmentType,
} from '../../../../shared/features/attachment/attachment.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import type { Who, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'

export type AttachmentFile = { name: string; type: AttachmentType; bytes: Uint8Array<ArrayBuffer> }

/** @throws DomainError scan_too_large, not_a_scan */
export async function readAttachment(file: File): Promise<AttachmentFile> {
  const domainError = attachmentError(file, new Uint8Array(await file.slice(0, 8).arrayBuffer()))
  if (domainError) throw new DomainError(domainError)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = attachmentType(bytes)
  if (type === null) throw new RangeError('a file that changed while it was read')
  return { name: safeFileName(file.name), type, bytes }
}

/** The same file is stored once, under its first name. */
export function storeAttachment(
  db: WriteDatabase,
  { name, type, bytes }: AttachmentFile,
  who: Who,
): { id: number; sha256: string } {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  db.run(
    `INSERT OR IGNORE INTO attachment (sha256, name, type, bytes, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)`,
    [sha256, name, type, bytes, who.at, who.by],
  )
  return { id: db.value<number>('SELECT id FROM attachment WHERE sha256 = ?', [sha256]), sha256 }
}

/** Scans are personal data: deleted when no row refers to them any more. */
export function dropUnusedAttachments(db: WriteDatabase): void {
  db.run(
    `DELETE FROM attachment WHERE id NOT IN (SELECT scan_id FROM credential WHERE scan_id IS NOT NULL)
       AND id NOT IN (SELECT attachment_id FROM spending_file)
       AND id NOT IN (SELECT evidence_id FROM business_aid WHERE evidence_id IS NOT NULL)`,
  )
}
