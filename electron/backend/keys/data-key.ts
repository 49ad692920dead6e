import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import { DomainError } from '../domain-error.ts'

/** First bytes of an encrypted file. */
const magic = Buffer.from('BALAI-1\n')
const nonceLength = 12
const tagLength = 16
const digestLength = 32

/** Whether bytes are encrypted; files of older versions are not. */
export function isEncrypted(bytes: Uint8Array): boolean {
  return magic.equals(Buffer.from(bytes.subarray(0, magic.length)))
}

/** Whether encrypted bytes are unchanged, checked without the key. */
export function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - digestLength
  return (
    end >= magic.length + nonceLength + tagLength &&
    digestOf(bytes.subarray(0, end)).equals(Buffer.from(bytes.subarray(end)))
  )
}

/** The key of the files beside the database. AES-256-GCM: changed files cannot be opened. */
export class DataKey {
  readonly secret: Buffer

  constructor(secret: Uint8Array) {
    if (secret.length !== 32) throw new RangeError(`${secret.length} bytes are no key`)
    this.secret = Buffer.from(secret)
  }

  static make(): DataKey {
    return new DataKey(randomBytes(32))
  }

  encrypt(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', this.secret, nonce)
    cipher.setAAD(magic)
    const body = Buffer.concat([magic, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    return new Uint8Array(Buffer.concat([body, digestOf(body)]))
  }

  /** @throws DomainError file_damaged if changed, or encrypted with another key */
  decrypt(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const encrypted = Buffer.from(bytes)
    const start = magic.length
    const end = encrypted.length - digestLength
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.secret, encrypted.subarray(start, start + nonceLength))
      decipher.setAAD(magic)
      decipher.setAuthTag(encrypted.subarray(end - tagLength, end))
      const body = encrypted.subarray(start + nonceLength, end - tagLength)
      return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
    } catch {
      throw new DomainError({ code: 'file_damaged' })
    }
  }
}

type WrappedKey = { salt: string; nonce: string; tag: string; data: string }

/** The key encrypted with a code. Its 120 random bits cannot be guessed; scrypt protects codes that were partly seen. */
export function wrapKey(key: DataKey, code: Uint8Array): WrappedKey {
  const salt = randomBytes(16)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(code, salt), nonce)
  const data = Buffer.concat([cipher.update(key.secret), cipher.final()])
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return { salt: text(salt), nonce: text(nonce), tag: text(cipher.getAuthTag()), data: text(data) }
}

/** Null for a wrong code. */
export function unwrapKey(wrapped: WrappedKey, code: Uint8Array): DataKey | null {
  const [salt, nonce, tag, data] = [wrapped.salt, wrapped.nonce, wrapped.tag, wrapped.data].map(text =>
    Buffer.from(text, 'base64'),
  ) as [Buffer, Buffer, Buffer, Buffer]
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(code, salt), nonce)
    decipher.setAuthTag(tag)
    return new DataKey(Buffer.concat([decipher.update(data), decipher.final()]))
  } catch {
    return null
  }
}

/** 32 MiB and a tenth of a second; the same result with Node and Electron's BoringSSL. */
function wrappingKey(code: Uint8Array, salt: Uint8Array): Buffer {
  return scryptSync(code, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
