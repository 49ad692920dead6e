import { isPlainDate, type PlainDate } from '../../kernel/plain-date.ts'
import { base45, bytesOfBase45 } from './base45.ts'
import type { CertificateKind } from './contract.ts'

// The content of the QR on a paper. A phone shows it as readable text; its end is a signature over all before:
// C1*S*500.15/0007/BLK/XII/2024*SITI AMINAH*TATA RIAS*20241216*20250108*20250109*UPT BALAI LATIHAN KERJA*1A2B3C4D*<96 characters>
// Only characters of the compact QR alphabet; others are escaped as %XX of their UTF-8. No NIK, address or birth date.

const head = 'C1'
const separator = '*'
/** 64 bytes of Ed25519 in Base45. */
const signatureLength = 96
const kindLetters: Record<CertificateKind, string> = { certificate: 'S', statement: 'K' }

export type RecordFields = {
  kind: CertificateKind
  number: string
  /** In capitals, as printed. */
  name: string
  program: string
  start: PlainDate
  end: PlainDate
  issuedOn: PlainDate
  issuer: string
}

/** The content of a genuine record; null where records of the first release lack a value. */
export type CertificateRecord = Pick<RecordFields, 'number' | 'name' | 'program' | 'issuedOn'> & {
  kind: CertificateKind | null
  start: PlainDate | null
  end: PlainDate | null
  issuer: string | null
  keyId: string
}

export type PublicKey = {
  /** Eight hexadecimal digits. */
  id: string
  /** 32 bytes as 64 hexadecimal digits. */
  publicKey: string
}

export type RecordVerification =
  | { state: 'genuine'; record: CertificateRecord }
  /** Names one of our keys, but differs from what was signed. */
  | { state: 'tampered' }
  | { state: 'unknown'; why: 'not_a_record' | 'attendance_sheet' | 'other_key' }

/** Whether the key made `signature` over the UTF-8 bytes of `text`. */
export type VerifySignature = (key: PublicKey, text: string, signature: Uint8Array) => boolean

/** The signed part of a record. @param keyId eight hexadecimal digits */
export function recordText(fields: RecordFields, keyId: string): string {
  const { kind, number, name, program, start, end, issuedOn, issuer } = fields
  return [
    head,
    kindLetters[kind],
    escaped(number),
    ...[name, program].map(text => escaped(text.toUpperCase())),
    ...[start, end, issuedOn].map(date => date.replaceAll('-', '')),
    escaped(issuer.toUpperCase()),
    keyId.toUpperCase(),
  ].join(separator)
}

/** The text of the QR. */
export function sealedRecord(text: string, signature: Uint8Array): string {
  return `${text}${separator}${base45(signature)}`
}

/** The number that a text in our form claims, whether genuine or not; null for other text. */
export function claimedNumber(input: string): string | null {
  const parts = recordAsPasted(input).split(/[*|]/)
  const number = parts[0] === head ? unescaped(parts[2] ?? '') : parts[0] === 'B' ? parts[1] : undefined
  return number || null
}

/** Removes what mails and text fields add around or inside a record; no record contains such characters. */
export function recordAsPasted(input: string): string {
  return input.replace(/[\r\n\t]/g, '').trim()
}

/**
 * Checks whether a text is what one of the keys signed. A record with a changed, missing or added character is 'tampered' and not a foreign one: it
 * still names our key, or is valid once the key is put back.
 */
export function checkRecord(input: string, keys: readonly PublicKey[], verify: VerifySignature): RecordVerification {
  const text = recordAsPasted(input)
  const record = genuine(text, keys, verify)
  if (record) return { state: 'genuine', record }
  if (keys.some(key => namesKey(text, key) || isOursWithId(text, key, verify))) return { state: 'tampered' }
  if (/^B1\./.test(text)) return { state: 'unknown', why: 'attendance_sheet' }
  return { state: 'unknown', why: /^C1\*|^B\|/.test(text) ? 'other_key' : 'not_a_record' }
}

function genuine(text: string, keys: readonly PublicKey[], verify: VerifySignature): CertificateRecord | null {
  if (text.startsWith('B|')) return genuineOfFirstRelease(text, keys, verify)
  const cut = text.length - signatureLength - 1
  if (cut < 0 || text[cut] !== separator || !text.startsWith(head + separator)) return null
  const signature = bytesOfBase45(text.slice(cut + 1))
  const signed = text.slice(0, cut)
  const parts = signed.split(separator)
  const key = keys.find(({ id }) => id.toUpperCase() === parts[9])
  if (!key || !signature || parts.length !== 10 || !verify(key, signed, signature)) return null
  const [number, name, program, issuer] = [parts[2], parts[3], parts[4], parts[8]].map(part => unescaped(part ?? ''))
  const [start, end, issuedOn] = parts.slice(5, 8).map(dateOf)
  const kind = (['certificate', 'statement'] as const).find(one => kindLetters[one] === parts[1])
  if (!kind || !number || !name || program === undefined || issuer === undefined || !start || !end || !issuedOn)
    return null
  return { kind, number, name, program, start, end, issuedOn, issuer, keyId: key.id }
}

/** Records of the first release: 'B|number|NAME|program|date|key|code'. */
function genuineOfFirstRelease(
  text: string,
  keys: readonly PublicKey[],
  verify: VerifySignature,
): CertificateRecord | null {
  const parts = text.split('|')
  const [, number, name, program, issuedOn, id, code] = parts
  const key = keys.find(one => one.id === id)
  if (parts.length !== 7 || !number || !name || program === undefined || !issuedOn || !code || !key) return null
  const signature = bytesOfBase64Url(code)
  if (!isPlainDate(issuedOn) || !signature) return null
  if (!verify(key, text.slice(0, text.length - code.length - 1), signature)) return null
  return { kind: null, number, name, program, start: null, end: null, issuedOn, issuer: null, keyId: key.id }
}

function namesKey(text: string, { id }: PublicKey): boolean {
  return text.toLowerCase().includes(id)
}

/** A record of ours in which only the name of the key or the first character was changed. */
function isOursWithId(text: string, key: PublicKey, verify: VerifySignature): boolean {
  const cut = text.length - signatureLength - 1
  const old = /^.\|(.*)\|.{8}(\|[^|]*)$/s.exec(text)
  const repaired = old
    ? `B|${old[1]}|${key.id}${old[2]}`
    : cut > 8
      ? `C${text.slice(1, cut - 8)}${key.id.toUpperCase()}${text.slice(cut)}`
      : ''
  return genuine(repaired, [key], verify) !== null
}

/** Escapes all other characters, '%' and the separator as %XX. */
function escaped(text: string): string {
  return [...text.toWellFormed().normalize('NFC')]
    .map(letter => {
      if (/[0-9A-Z $+\-./:]/.test(letter)) return letter
      const code = encodeURIComponent(letter)
      return code === letter ? `%${letter.charCodeAt(0).toString(16).toUpperCase()}` : code
    })
    .join('')
}

/** Undefined for text that escaped() does not write. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function dateOf(digits: string): PlainDate | null {
  const date = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isPlainDate(date) ? date : null
}

const base64Url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 86 characters are 64 bytes and four bits; the bits must be zero, so that a signature has only one spelling. */
function bytesOfBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]{86}$/.test(text)) return null
  const bits = [...text].map(letter => base64Url.indexOf(letter))
  const bytes = new Uint8Array(64)
  for (const [index, value] of bits.entries()) {
    const bit = index * 6
    const at = bit >> 3
    const shift = 10 - (bit & 7)
    bytes[at] = (bytes[at] ?? 0) | ((value << shift) >> 8)
    if (at + 1 < 64) bytes[at + 1] = (bytes[at + 1] ?? 0) | ((value << shift) & 0xff)
  }
  return ((bits.at(-1) ?? 0) & 15) === 0 ? bytes : null
}
