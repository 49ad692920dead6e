import type { SignedData } from 'pkijs'
import { DomainError } from '../../../domain-error.ts'

/** The byte ranges covered by a PDF signature: up to `until` and from `after`, `length` bytes; the signature is between. */
type Signature = { until: number; after: number; length: number }

/**
 * Whether a PDF with an electronic signature is the paper we issued: it must begin with all our bytes, and a valid signature must cover them. False
 * if another program rewrote the file; people must then compare it. Does not check whose certificate it is, because the office has no access to the
 * registers of BSrE.
 * @throws DomainError not_signed_elsewhere without a signature, signature_broken for an invalid one
 */
export async function signatureCoversOurs(signed: Uint8Array, ours: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength)
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new DomainError({ code: 'not_signed_elsewhere' })
  const judged = await Promise.all(
    signaturesIn(bytes).map(async signature => ({ signature, holds: await holds(bytes, signature) })),
  )
  // A timestamp is not a signature.
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

/** Null for a timestamp, which contains the data it signs. */
async function holds(bytes: Buffer, { until, after, length }: Signature): Promise<boolean | null> {
  if (until >= after || after + length > bytes.length) return false
  const signedData = await readSignedData(bytes.subarray(until, after).toString('latin1'))
  if (signedData === null) return false
  if (signedData.encapContentInfo.eContent) return null
  const spokenFor = Buffer.concat([bytes.subarray(0, until), bytes.subarray(after, after + length)])
  try {
    return await signedData.verify({ signer: 0, data: new Uint8Array(spokenFor).buffer, checkChain: false })
  } catch {
    // Without certificate of the signer, or an obsolete kind of signature.
    return false
  }
}

/** From `<3082…0000>`; null for others. The parser is loaded on first use, because few offices sign like this. */
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

/** Space for a signature is reserved and padded with zeros. */
function lengthOf(der: Buffer): number {
  const [, first = 0] = der
  if (first < 0x80) return 2 + first
  const bytes = first & 0x7f
  return bytes === 0 || bytes > 4 || der.length < 2 + bytes ? der.length : 2 + bytes + der.readUIntBE(2, bytes)
}
