import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const length = 16

/** What seals rows, the root over them and the anchor. Made from the key of the data, so that the recovery sheet brings it back too. */
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
 * A seal over some texts. Its first byte says whether a key was there: without one (a key that only the desktop program opens, on the command
 * line) it is a plain digest, which can be made without the key, and a check says so.
 */
export function sealOf(key: SealKey | null, ...texts: readonly (string | number)[]): Buffer {
  const digest = key ? createHmac('sha256', key.secret) : createHash('sha256')
  // The length before each text: no two lists of texts are one.
  for (const text of texts) digest.update(`${Buffer.byteLength(String(text))}:${text}`)
  return Buffer.concat([Uint8Array.of(key ? 1 : 0), digest.digest().subarray(0, length)])
}

export function isKeyed(seal: Uint8Array): boolean {
  return seal[0] === 1
}

/** Null where the seal was made with a key that is not here: it cannot be checked. */
export function sealFits(
  seal: Uint8Array,
  key: SealKey | null,
  ...texts: readonly (string | number)[]
): boolean | null {
  if (isKeyed(seal) && key === null) return null
  const right = sealOf(isKeyed(seal) ? key : null, ...texts)
  return right.length === seal.length && timingSafeEqual(right, seal)
}

/** Seals as numbers that are added up: the sum says all of them, in whatever order they came. */
export function addSeals(sum: string, added: Uint8Array | null, taken: Uint8Array | null): string {
  const value = (seal: Uint8Array | null) => (seal ? BigInt(`0x${Buffer.from(seal).toString('hex')}`) : 0n)
  const total = (BigInt(`0x${sum}`) + value(added) - value(taken)) & sumMask
  return total.toString(16).padStart(32, '0')
}

const sumMask = (1n << 128n) - 1n
export const emptySum = '0'.repeat(32)
