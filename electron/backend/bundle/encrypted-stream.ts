import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Plain bytes of a chunk; all but the last chunk of a stream are full. */
const chunkBytes = 64 * 1024
const tagBytes = 16
const saltBytes = 16

/** Bytes of a bundle were changed, or encrypted with another key. */
export class BundleDamage extends Error {}

/**
 * Encrypts a stream of any length in chunks of AES-256-GCM. Every stream has its own key, derived with a random salt; the nonce of a chunk is its
 * number and whether it is the last one, so that missing, reordered or cut chunks are detected.
 */
export class EncryptedWriter {
  readonly #key: Buffer
  readonly #context: Uint8Array
  readonly #write: (bytes: Uint8Array) => void
  readonly #pending = Buffer.alloc(chunkBytes)
  #filled = 0
  #chunks = 0
  /** Bytes written so far, including the salt. */
  length = saltBytes

  /** @param context identifies the stream; opening needs the same */
  constructor(key: Uint8Array, context: Uint8Array, write: (bytes: Uint8Array) => void) {
    const salt = randomBytes(saltBytes)
    this.#key = streamKey(key, salt)
    this.#context = context
    this.#write = write
    write(salt)
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#filled === chunkBytes) this.#flush(false)
      const part = bytes.subarray(at, at + chunkBytes - this.#filled)
      this.#pending.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
    }
  }

  end(): void {
    this.#flush(true)
  }

  #flush(last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#chunks, last))
    cipher.setAAD(this.#context)
    const encrypted = Buffer.concat([
      cipher.update(this.#pending.subarray(0, this.#filled)),
      cipher.final(),
      cipher.getAuthTag(),
    ])
    this.#write(encrypted)
    this.length += encrypted.length
    this.#chunks += 1
    this.#filled = 0
  }
}

/** Decrypts such a stream chunk by chunk. @param read returns exactly so many bytes from there, or fewer at the end @throws BundleDamage */
export function* decryptStream(
  read: (offset: number, length: number) => Buffer,
  { offset, length }: { offset: number; length: number },
  key: Uint8Array,
  context: Uint8Array,
): Generator<Buffer> {
  const end = offset + length
  const own = streamKey(key, read(offset, saltBytes))
  let at = offset + saltBytes
  for (let chunk = 0; ; chunk += 1) {
    const size = Math.min(chunkBytes + tagBytes, end - at)
    const encrypted = read(at, Math.max(size, 0))
    if (size < tagBytes || encrypted.length !== size) throw new BundleDamage('cut off')
    at += size
    yield decryptChunk(encrypted, own, nonceOf(chunk, at === end), context)
    if (at === end) return
  }
}

function decryptChunk(encrypted: Buffer, key: Buffer, nonce: Buffer, context: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(context)
    decipher.setAuthTag(encrypted.subarray(-tagBytes))
    return Buffer.concat([decipher.update(encrypted.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new BundleDamage('changed')
  }
}

function streamKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return createHmac('sha256', key).update(salt).digest()
}

function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(chunk, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}
