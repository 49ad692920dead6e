import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFolderName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { whenFreeSync } from '../files/file-lock.ts'
import { DataKey, unwrapKey, wrapKey } from './data-key.ts'
import type { KeyStore } from './key-store.ts'
import { type StoredSheet, sheetSchema } from './recovery-sheet.ts'

/** File name among the secrets; never changes, so that copied folders can be opened. */
export const dataKeyId = 'da7a0001'
type RecoverySheet = Pick<StoredSheet, 'number' | 'madeAt'>

/** The key of the files of a data folder: stored on this PC, and in a form that the code of a printed sheet decrypts. */
export class DataKeyStore {
  readonly #keys: KeyStore
  readonly #sheetFile: string
  readonly #hasEncrypted: () => boolean
  #known: DataKey | undefined

  /** @param hasEncrypted whether anything in the folder is encrypted: a lost key must not be replaced then */
  constructor(dataFolder: string, keys: KeyStore, hasEncrypted: () => boolean) {
    this.#keys = keys
    this.#sheetFile = join(dataFolder, keyFolderName, 'lembar-pemulihan.json')
    this.#hasEncrypted = hasEncrypted
  }

  /** 'LOCKED': encrypted files exist, and this PC cannot open the key. 'NONE': nothing is encrypted yet. */
  get state(): 'OPEN' | 'LOCKED' | 'NONE' {
    if (this.#read()) return 'OPEN'
    return this.sheet !== null || this.isKept || this.#hasEncrypted() ? 'LOCKED' : 'NONE'
  }

  /** Whether the key file exists, readable or not. */
  get isKept(): boolean {
    return this.#keys.has(dataKeyId)
  }

  /** Makes the key if there is none. @throws DomainError data_locked, folder_unwritable */
  get key(): DataKey {
    const present = this.#read()
    if (present) return present
    if (this.state === 'LOCKED') throw new DomainError({ code: 'data_locked' })
    const made = DataKey.make()
    this.#keys.put(dataKeyId, made.secret)
    this.#known = made
    return made
  }

  /** The sheet whose code decrypts the key; null if none was tested. */
  get sheet(): RecoverySheet | null {
    const stored = this.#readSheet()
    return stored && { number: stored.number, madeAt: stored.madeAt }
  }

  /** From now on this code decrypts the key, and no earlier one does. Call it after the person has proved to have the sheet. */
  keepSheet(code: Uint8Array, madeAt: string): RecoverySheet {
    const sheet = this.newSheet(code, madeAt)
    this.#writeSheet(sheet)
    return { number: sheet.number, madeAt }
  }

  /** The next sheet; not stored yet. */
  newSheet(code: Uint8Array, madeAt: string): StoredSheet {
    const number = (this.#readSheet()?.number ?? 0) + 1
    return { format: 'balai-recovery-2', number, madeAt, wrapped: wrapKey(this.key, code) }
  }

  /** The sheet with the encrypted key, for a backup that the same sheet opens. */
  get storedSheet(): StoredSheet | null {
    return this.#readSheet()
  }

  /** Takes over the key and sheet of a restored backup. */
  adopt(key: DataKey, sheet: StoredSheet): void {
    this.#keys.put(dataKeyId, key.secret)
    this.#known = key
    if ((this.#readSheet()?.number ?? 0) < sheet.number) this.#writeSheet(sheet)
  }

  /** The key by the code of the sheet; not stored on this PC. @throws DomainError recovery_sheet_other */
  openWith(code: Uint8Array): DataKey {
    const stored = this.#readSheet()
    const key = stored && unwrapKey(stored.wrapped, code)
    if (!key) throw new DomainError({ code: 'recovery_sheet_other', number: stored?.number ?? null })
    return key
  }

  /** On another PC, or after Windows was reinstalled: stores the key on this PC. @throws DomainError recovery_sheet_other */
  unlock(code: Uint8Array): void {
    const key = this.openWith(code)
    this.#keys.put(dataKeyId, key.secret)
    this.#known = key
  }

  #read(): DataKey | undefined {
    const secret = this.#known ? null : this.#keys.get(dataKeyId)
    if (secret?.length === 32) this.#known = new DataKey(secret)
    return this.#known
  }

  #writeSheet(stored: StoredSheet): void {
    mkdirSync(join(this.#sheetFile, '..'), { recursive: true, mode: 0o700 })
    const temporary = `${this.#sheetFile}.tmp`
    rmSync(temporary, { force: true })
    writeFileSync(temporary, JSON.stringify(stored), { mode: 0o600, flush: true })
    whenFreeSync(() => renameSync(temporary, this.#sheetFile))
  }

  #readSheet(): StoredSheet | null {
    if (!existsSync(this.#sheetFile)) return null
    try {
      return sheetSchema.parse(JSON.parse(readFileSync(this.#sheetFile, 'utf8')))
    } catch {
      return null
    }
  }
}
