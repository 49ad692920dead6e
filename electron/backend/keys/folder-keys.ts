import type BetterSqlite from 'better-sqlite3'
import { isKeySealed } from '../database/seal/row-seals.ts'
import { SealKey } from '../database/seal/seal-key.ts'
import { hasEncryptedFiles } from '../files/encrypted-files.ts'
import type { KeyProtection } from '../host-services.ts'
import { DataKeyStore } from './data-key-store.ts'
import { KeyStore } from './key-store.ts'

export class FolderKeys {
  readonly folder: string
  readonly #protection: KeyProtection | undefined
  /** The key of the scans with its recovery sheet. */
  readonly dataKeys: DataKeyStore

  /** @param database the open one, or undefined; sealed rows in it show that a key existed */
  constructor(
    folder: string,
    protection: KeyProtection | undefined,
    database: () => BetterSqlite.Database | undefined,
  ) {
    this.folder = folder
    this.#protection = protection
    this.dataKeys = new DataKeyStore(folder, this.keys, () => {
      const raw = database()
      return hasEncryptedFiles(folder) || (raw !== undefined && isKeySealed(raw))
    })
  }

  get keys(): KeyStore {
    return new KeyStore(this.folder, this.#protection)
  }

  /** Null if it cannot be opened here; made if there is none and `make` is set. */
  sealKey(make: boolean): SealKey | null {
    const { dataKeys } = this
    try {
      if (dataKeys.state === 'LOCKED' || (dataKeys.state === 'NONE' && !make)) return null
      return SealKey.of(dataKeys.key.secret)
    } catch {
      // A read-only folder: nothing can be sealed there.
      return null
    }
  }
}
