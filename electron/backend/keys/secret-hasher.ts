import { randomBytes } from 'node:crypto'
import type { SecretKind } from '../../../shared/features/access/secret.ts'
import type { KeyStore } from './key-store.ts'
import { type HashCost, hashSecret, isWeaker, secretFits } from './secret-hash.ts'

/** File name of the pepper in the key folder. */
const pepperId = '00000b1b'
const pepperBytes = 32

/**
 * Hashes passwords and PINs. A six-digit PIN has only a million values, so it is mixed with a pepper that the system encrypts for this user on this
 * PC; without such protection PINs are not allowed. After a restore on another PC all PINs are void.
 */
export class SecretHasher {
  readonly #keys: () => KeyStore
  readonly #cost: HashCost

  constructor(keys: () => KeyStore, cost: HashCost) {
    this.#keys = keys
    this.#cost = cost
  }

  /** Whether PINs are allowed here. */
  get pins(): boolean {
    return this.#keys().encrypted
  }

  async hash(kind: SecretKind, secret: string): Promise<string> {
    return hashSecret(secret, this.#cost, kind === 'PIN' ? this.#pepper(true) : null)
  }

  /** Does the same work without a stored value, so that an unknown name does not answer faster. */
  async fits(kind: SecretKind, secret: string, stored: string | null): Promise<boolean> {
    if (stored === null) {
      await hashSecret(secret, this.#cost, null)
      return false
    }
    if (kind === 'PASSWORD') return secretFits(secret, stored, null)
    const pepper = this.#pepper(false)
    const fits = await secretFits(secret, stored, pepper ?? randomBytes(pepperBytes))
    return pepper !== null && fits
  }

  isWeaker(stored: string): boolean {
    return isWeaker(stored, this.#cost)
  }

  #pepper(make: boolean): Uint8Array | null {
    const keys = this.#keys()
    const kept = keys.get(pepperId)
    if (kept || !make) return kept
    const pepper = randomBytes(pepperBytes)
    keys.put(pepperId, pepper)
    return pepper
  }
}
