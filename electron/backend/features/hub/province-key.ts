import { createHash, createHmac } from 'node:crypto'
import type { KeyStore } from '../../keys/key-store.ts'
import type { Pseudonymiser } from './part-store.ts'

/** File names of the two secrets in the key folder. */
const provinceId = '0000b1a5'
const centreKeyId = '0000b1a6'

/** Hides NIKs with the key that the centres of a province share on paper. The hub never has it, because NIKs are few enough to try them all. */
export function provincePseudonymiser(keys: KeyStore): Pseudonymiser {
  const key = keys.get(provinceId)
  return key && pseudonymiserOf(key)
}

export function pseudonymiserOf(key: Uint8Array): NonNullable<Pseudonymiser> {
  return {
    keyId: createHash('sha256').update('balai province key 1').update(key).digest('hex').slice(0, 8),
    of: nik => createHmac('sha256', key).update(nik).digest('hex'),
  }
}

export function keepProvinceKey(keys: KeyStore, key: Uint8Array): void {
  keys.put(provinceId, key)
}

/** The key that authenticates this centre at the hub. */
export function centreKey(keys: KeyStore): string | null {
  return keys.get(centreKeyId)?.toString('utf8') ?? null
}

export function keepCentreKey(keys: KeyStore, key: string): void {
  keys.put(centreKeyId, Buffer.from(key))
}
