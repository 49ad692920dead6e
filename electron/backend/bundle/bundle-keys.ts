import { createHmac } from 'node:crypto'
import { DataKey, unwrapKey } from '../keys/data-key.ts'
import type { StoredSheet } from '../keys/recovery-sheet.ts'

/** A key only for encrypting bundle keys. */
function sealing(dataKey: DataKey): DataKey {
  return new DataKey(createHmac('sha256', dataKey.secret).update('balai-bundle-1').digest())
}

export function sealBundleKey(key: Uint8Array, dataKey: DataKey): string {
  return Buffer.from(sealing(dataKey).seal(key)).toString('base64')
}

/** Null if the data key belongs to another centre. */
export function bundleKeyOf(sealed: string, dataKey: DataKey): Uint8Array | null {
  try {
    return sealing(dataKey).open(Buffer.from(sealed, 'base64'))
  } catch {
    return null
  }
}

/** Decrypts the data key with the code of the sheet; null for a wrong code. */
export function dataKeyBySheet(sheet: StoredSheet, code: Uint8Array): DataKey | null {
  return unwrapKey(sheet.wrapped, code)
}
