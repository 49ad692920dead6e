import type { SignedData } from 'pkijs'
import { DomainError } from '../../../domain-error.ts'

/** What a signature in a PDF speaks for: all up to `until` and from `after` on, `length` bytes; it stands itself between them. */
type Signature = { until: number; after: number; length: number }

/**
 * Whether a PDF that came back with an electronic signature is the paper that went out: it begins with all our bytes, and a signature speaks
 * for them. False where the other program wrote the file anew; then a signature holds over something that has to be compared by people.
 * Whose certificate it is, and who vouches for it, is not asked: the office has no way to the registers of BSrE.
 * @throws DomainError not_signed_elsewhere for anything that is no PDF with a signature in it, signature_broken where one does not hold
 */
export async function speaksForOurs(signed: Uint8Array, ours: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength)
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new DomainError({ code: 'not_signed_elsewhere' })
  const judged = await Promise.all(
    signaturesIn(bytes).map(async signature => ({ signature, holds: await holds(bytes, signature) })),
  )
  // A stamp of time is no signature of anybody.
  const signatures = judged.filter(({ holds }) => holds !== null)
  if (signatures.length === 0) throw new DomainError({ code: 'not_signed_elsewhere' })
  if (signatures.some(({ holds }) => !holds)) throw new DomainError({ code: 'signature_broken' })
  return (
    bytes.subarray(0, ours.length).equals(ours) && signatures.some(({ signature }) => signature.until >= ours.length)
  )
}

function signaturesIn(bytes: Buffer): Signature[] {
  const ranges = bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g)
  return [...ranges].map(([, until, after, length]) => ({
    until: Number(until),
    after: Number(after),
    length: Number(length),
  }))
}

/** Null for a stamp of time, which brings what it signs with it. */
async function holds(bytes: Buffer, { until, after, length }: Signature): Promise<boolean | null> {
  if (until >= after || after + length > bytes.length) return false
  const signedData = await readSignedData(bytes.subarray(until, after).toString('latin1'))
  if (signedData === null) return false
  if (signedData.encapContentInfo.eContent) return null
  const spokenFor = Buffer.concat([bytes.subarray(0, until), bytes.subarray(after, after + length)])
  try {
    return await signedData.verify({ signer: 0, data: new Uint8Array(spokenFor).buffer, checkChain: false })
  } catch {
    // No certificate of the signer in it, or a kind of signature that nobody makes any more.
    return false
  }
}

/** Out of `<3082…0000>`; null for anything else. Its reader is loaded when it is first needed: few offices sign so. */
async function readSignedData(contents: string): Promise<SignedData | null> {
  const hex = /^<([0-9a-fA-F\s]*)>$/.exec(contents.trim())?.[1]
  if (hex === undefined) return null
  const { ContentInfo, id_ContentType_SignedData, SignedData } = await import('pkijs')
  const padded = Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')
  try {
    const content = ContentInfo.fromBER(new Uint8Array(padded.subarray(0, lengthOf(padded))))
    return content.contentType === id_ContentType_SignedData ? new SignedData({ schema: content.content }) : null
  } catch {
    return null
  }
}

/** Room is kept for a signature before it is made, and what is left of it is filled with zeros. */
function lengthOf(der: Buffer): number {
  const [, first = 0] = der
  if (first < 0x80) return 2 + first
  const bytes = first & 0x7f
  return bytes === 0 || bytes > 4 || der.length < 2 + bytes ? der.length : 2 + bytes + der.readUIntBE(2, bytes)
}
