import { createHmac } from 'node:crypto'
import { DataKey, unwrapKey } from '../keys/data-key.ts'
import type { StoredSheet } from '../keys/recovery-sheet.ts'

/** A key only for encrypting bundle keys. */
function wrapping(dataKey: DataKey): DataKey {
  return new DataKey(createHmac('sha256', dataKey.secret).update('balai-bundle-1').digest())
}

export function encryptBundleKey(key: Uint8Array, dataKey: DataKey): string {
  return Buffer.from(wrapping(dataKey).encrypt(key)).toString('base64')
}

/** Null if the data key belongs to another centre. */
export function bundleKeyOf(encrypted: string, dataKey: DataKey): Uint8Array | null {
  try {
    return wrapping(dataKey).decrypt(Buffer.from(encrypted, 'base64'))
  } catch {
    return null
  }
}

/** Decrypts the data key with the code of the sheet; null for a wrong code. */
export function dataKeyBySheet(sheet: StoredSheet, code: Uint8Array): DataKey | null {
  return unwrapKey(sheet.wrapped, code)
}
