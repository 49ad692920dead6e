import { createHash } from 'node:crypto'
import { Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime } from 'asn1js'
import {
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const detached = '1.2.840.113549.1.7.1'
const room = 8192

/** Appends an electronic signature to our PDF, as an official's software does; `changed` modifies the file after signing. */
export async function signPdf(ours: Uint8Array, changed: (pdf: Buffer) => Buffer = pdf => pdf): Promise<File> {
  const head = `\n9999 0 obj\n<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange `
  const range = (until: number, after: number, length: number) => `[0 ${until} ${after} ${length}]`.padEnd(40)
  const tail = ' >>\nendobj\n%%EOF\n'
  const until = ours.length + head.length + 40 + ' /Contents '.length
  const after = until + room * 2 + 2
  const before = Buffer.concat([ours, Buffer.from(`${head}${range(until, after, tail.length)} /Contents `)])
  const signature = await signDetached(Buffer.concat([before, Buffer.from(tail)]))
  const contents = `<${signature.toString('hex').padEnd(room * 2, '0')}>`
  const pdf = changed(Buffer.concat([before, Buffer.from(contents), Buffer.from(tail)]))
  return new File([new Uint8Array(pdf)], 'tte.pdf', { type: 'application/pdf' })
}

async function signDetached(data: Buffer): Promise<Buffer> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 1 })
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value: 'Endah Wulandari' }) }),
    )
  certificate.notBefore.value = new Date('2024-01-01')
  certificate.notAfter.value = new Date('2034-01-01')
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const hash = createHash('sha256').update(data).digest()
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: detached })] }),
        new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: new Date('2025-01-09') })] }),
        new Attribute({
          type: '1.2.840.113549.1.9.4',
          values: [new OctetString({ valueHex: new Uint8Array(hash).buffer })],
        }),
      ],
    }),
  })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: detached }),
    signerInfos: [signer],
    certificates: [certificate],
  })
  await signed.sign(keys.privateKey, 0, 'SHA-256', new Uint8Array(data).buffer)
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return Buffer.from(content.toSchema().toBER(false))
}
