import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { hostname } from 'node:os'
import { BitString, fromBER, Integer, OctetString, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs'
import { DomainError } from '../backend/domain-error.ts'
import type { KeyStore } from '../backend/keys/key-store.ts'

/** Key and certificate of this host, both PEM, and the SHA-256 of the certificate in hexadecimal, which desks pin. */
export type HostCertificate = { key: string; certificate: string; fingerprint: string; from: string }

/** Name of the entry among the keys of a folder. */
const storedId = '00000de5'
const years = 30
const ecdsaWithSha256 = '1.2.840.10045.4.3.2'
const nameOid = { common: '2.5.4.3' }
const extensionOid = { constraints: '2.5.29.19', usage: '2.5.29.15', purpose: '2.5.29.37', names: '2.5.29.17' }
const serverPurpose = '1.3.6.1.5.5.7.3.1'

/**
 * The certificate of this host, made once and stored with its keys. Desks identify the host by its key alone, whatever its address, so there is never
 * a second one. A key that cannot be decrypted is not replaced, because every desk would take this for a different host.
 * @throws DomainError desk_key_unreadable, folder_unwritable
 */
export function hostCertificate(keys: KeyStore, now: Date): HostCertificate {
  const kept = keys.get(storedId)
  if (kept) return JSON.parse(kept.toString('utf8')) as HostCertificate
  if (keys.has(storedId)) throw new DomainError({ code: 'desk_key_unreadable' })
  const made = makeCertificate(now)
  keys.put(storedId, Buffer.from(JSON.stringify(made)))
  return made
}

function makeCertificate(now: Date): HostCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = new Certificate()
  certificate.version = 2
  // Positive and without a leading zero, as DER requires.
  const serial = randomBytes(16)
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  certificate.serialNumber = new Integer({ valueHex: bytesOf(serial) })
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: nameOid.common, value: new Utf8String({ value: 'Balai' }) }),
    )
  // A day early: some desks have wrong clocks.
  certificate.notBefore.value = new Date(now.getTime() - 86_400_000)
  certificate.notAfter.value = new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate()))
  // UTCTime has two-digit years and reads those after 2049 as the century before.
  certificate.notAfter.type = certificate.notAfter.value.getUTCFullYear() >= 2050 ? 1 : 0
  certificate.extensions = [
    extension(extensionOid.constraints, true, new BasicConstraints({ cA: false })),
    // digitalSignature: Chromium refuses a server without it.
    extension(extensionOid.usage, true, new BitString({ valueHex: bytesOf(Uint8Array.of(0x80)), unusedBits: 7 })),
    extension(extensionOid.purpose, false, new ExtKeyUsage({ keyPurposes: [serverPurpose] })),
    extension(extensionOid.names, false, new GeneralNames({ names: alternativeNames() })),
  ]
  const publicBytes = bytesOf(publicKey.export({ type: 'spki', format: 'der' }))
  certificate.subjectPublicKeyInfo.fromSchema(fromBER(publicBytes).result)
  certificate.signature = new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 })
  certificate.signatureAlgorithm = certificate.signature
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.signatureValue = new BitString({ valueHex: bytesOf(sign('sha256', certificate.tbsView, privateKey)) })
  const der = Buffer.from(certificate.toSchema().toBER(false))
  const key = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    key: pem('PRIVATE KEY', key),
    certificate: pem('CERTIFICATE', der),
    fingerprint: createHash('sha256').update(der).digest('hex'),
    from: now.toISOString().slice(0, 10),
  }
}

/** Names that never change. A browser that trusts the certificate reaches the host by one of these. */
function alternativeNames(): GeneralName[] {
  const own = hostname()
  const names = new Set(['localhost', own, `${own}.local`])
  return [
    ...[...names].filter(name => /^[\w.-]{1,63}$/.test(name)).map(value => new GeneralName({ type: 2, value })),
    new GeneralName({ type: 7, value: new OctetString({ valueHex: bytesOf(Uint8Array.of(127, 0, 0, 1)) }) }),
  ]
}

function extension(extnID: string, critical: boolean, value: { toSchema(): unknown } | BitString): Extension {
  const schema = 'toSchema' in value ? (value.toSchema() as BitString) : value
  return new Extension({ extnID, critical, extnValue: schema.toBER(false) })
}

function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
