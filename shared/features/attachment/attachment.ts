import type { DomainErrorData } from '../../domain-error.ts'

/** A scan as handed in, of a certificate or of evidence. */
export type Attachment = { name: string; type: AttachmentType }
export type AttachmentType = 'application/pdf' | 'image/jpeg'

export const mostAttachmentMegabytes = 5

/** For the `accept` of an HTML input. */
export const attachmentNames = '.pdf,.jpg,.jpeg'

/** Detected by the first bytes, not by the name; null for other files. */
export function attachmentType(bytes: Uint8Array): AttachmentType | null {
  const begins = (...first: number[]) => first.every((byte, index) => bytes[index] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}

/** Why a file cannot be stored, by size and first bytes; null if it can. */
export function attachmentError(file: { name: string; size: number }, first: Uint8Array): DomainErrorData | null {
  if (file.size > mostAttachmentMegabytes * 1024 * 1024)
    return { code: 'scan_too_large', megabytes: mostAttachmentMegabytes }
  return attachmentType(first) === null ? { code: 'not_a_scan', file: file.name.slice(0, 80) } : null
}
