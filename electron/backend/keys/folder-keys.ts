import type BetterSqlite from 'better-sqlite3'
import { isKeySealed } from '../database/seal/row-seals.ts'
import { SealKey } from '../database/seal/seal-key.ts'
import { hasSealedFiles } from '../files/sealed-files.ts'
import type { KeyProtection } from '../host-services.ts'
import { DataKeyStore } from './data-key-store.ts'
import { KeyStore } from './key-store.ts'

export class FolderKeys {
  readonly folder: string
  readonly #protection: KeyProtection | undefined
  /** The key of the scans and its recovery sheet. */
  readonly dataKeys: DataKeyStore

  /** @param database the one that is open in the folder, or undefined; sealed rows in it say that there was a key */
  constructor(
    folder: string,
    protection: KeyProtection | undefined,
    database: () => BetterSqlite.Database | undefined,
  ) {
    this.folder = folder
    this.#protection = protection
    this.dataKeys = new DataKeyStore(folder, this.keys, () => {
      const raw = database()
      return hasSealedFiles(folder) || (raw !== undefined && isKeySealed(raw))
    })
  }

  get keys(): KeyStore {
    return new KeyStore(this.folder, this.#protection)
  }

  /** Null where it cannot be opened here; made where there is none yet, and that is wanted. */
  sealKey(make: boolean): SealKey | null {
    const { dataKeys } = this
    try {
      if (dataKeys.state === 'LOCKED' || (dataKeys.state === 'NONE' && !make)) return null
      return SealKey.of(dataKeys.key.secret)
    } catch {
      // A folder that cannot be written: there is nothing to seal then.
      return null
    }
  }
}
