import { createHmac, timingSafeEqual } from 'node:crypto'

// RFC 6238 with the parameters that every authenticator supports: SHA-1, six digits, 30 seconds.
const step = 30
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(part => letters[Number.parseInt(part.padEnd(5, '0'), 2)]).join('')
}

/** The code of a half minute, counted from 1970. */
export function codeAt(secret: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The counter of a code that is valid now, up to half a minute early or late. Null for a wrong or already used code. */
export function counterOfCode(secret: Uint8Array, typed: string, seconds: number, lastUsed: number): number | null {
  const code = Buffer.from(typed.replace(/\s/g, '').padEnd(6).slice(0, 6))
  const now = Math.floor(seconds / step)
  const found = [now - 1, now, now + 1].find(counter => timingSafeEqual(Buffer.from(codeAt(secret, counter)), code))
  return found !== undefined && found > lastUsed ? found : null
}
