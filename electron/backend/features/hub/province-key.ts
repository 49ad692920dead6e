import { createHash, createHmac } from 'node:crypto'
import type { KeyStore } from '../../keys/key-store.ts'
import type { Veil } from './part-store.ts'

/** Names of the two secrets among the keys of a folder. */
const provinceId = '0000b1a5'
const centreKeyId = '0000b1a6'

/** Under which a NIK is hidden. Shared by the centres of a province on paper; the hub never has it, because NIKs are few enough to try them all. */
export function provinceVeil(keys: KeyStore): Veil {
  const key = keys.get(provinceId)
  return key && veilOf(key)
}

export function veilOf(key: Uint8Array): NonNullable<Veil> {
  return {
    keyId: createHash('sha256').update('balai province key 1').update(key).digest('hex').slice(0, 8),
    of: nik => createHmac('sha256', key).update(nik).digest('hex'),
  }
}

export function keepProvinceKey(keys: KeyStore, key: Uint8Array): void {
  keys.put(provinceId, key)
}

/** By which the hub knows this centre. */
export function centreKey(keys: KeyStore): string | null {
  return keys.get(centreKeyId)?.toString('utf8') ?? null
}

export function keepCentreKey(keys: KeyStore, key: string): void {
  keys.put(centreKeyId, Buffer.from(key))
}
