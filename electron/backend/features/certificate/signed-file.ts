import { DomainError } from '../../domain-error.ts'

/**
 * Whether a PDF that came back with an electronic signature is the paper that went out: a signature is added at the end of a file, so
 * all of its beginning is ours. False where the other program wrote it anew.
 * @throws DomainError not_signed_elsewhere for anything that is no PDF with a signature in it
 */
export function beginsWithOurs(signed: Uint8Array, ours: Uint8Array): boolean {
  const bytes = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength)
  const isSigned =
    bytes.includes('/ByteRange') && /\/Type\s*\/Sig\b|\/SubFilter\s*\/(adbe|ETSI)/.test(bytes.toString('latin1'))
  if (bytes.toString('latin1', 0, 5) !== '%PDF-' || !isSigned) throw new DomainError({ code: 'not_signed_elsewhere' })
  return bytes.subarray(0, ours.length).equals(ours)
}
