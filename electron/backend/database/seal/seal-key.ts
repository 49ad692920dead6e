import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const length = 16

/** Key for seals of rows, root and anchor. Derived from the data key, so that the recovery sheet restores it too. */
export class SealKey {
  readonly secret: Uint8Array

  constructor(secret: Uint8Array) {
    this.secret = secret
  }

  static of(dataKey: Uint8Array): SealKey {
    return new SealKey(createHmac('sha256', dataKey).update('balai-seal-1').digest())
  }
}

/**
 * A seal over texts. Its first byte tells whether a key was used. Without one (on the command line, if only the desktop program can open the key) it
 * is a plain digest, which protects against accidents but not against forgery; a check reports that.
 */
export function sealOf(key: SealKey | null, ...texts: readonly (string | number)[]): Buffer {
  const digest = key ? createHmac('sha256', key.secret) : createHash('sha256')
  // Each text is preceded by its length, so that different lists never give the same input.
  for (const text of texts) digest.update(`${Buffer.byteLength(String(text))}:${text}`)
  return Buffer.concat([Uint8Array.of(key ? 1 : 0), digest.digest().subarray(0, length)])
}

export function isKeyed(seal: Uint8Array): boolean {
  return seal[0] === 1
}

/** Null if the seal was made with a key that is not available. */
export function sealFits(
  seal: Uint8Array,
  key: SealKey | null,
  ...texts: readonly (string | number)[]
): boolean | null {
  if (isKeyed(seal) && key === null) return null
  const right = sealOf(isKeyed(seal) ? key : null, ...texts)
  return right.length === seal.length && timingSafeEqual(right, seal)
}

/** Adds and subtracts seals as numbers: the sum is independent of their order. */
export function addSeals(sum: string, added: Uint8Array | null, taken: Uint8Array | null): string {
  const value = (seal: Uint8Array | null) => (seal ? BigInt(`0x${Buffer.from(seal).toString('hex')}`) : 0n)
  const total = (BigInt(`0x${sum}`) + value(added) - value(taken)) & sumMask
  return total.toString(16).padStart(32, '0')
}

const sumMask = (1n << 128n) - 1n
export const emptySum = '0'.repeat(32)
