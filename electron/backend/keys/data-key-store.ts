import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keyFolderName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { whenFreeSync } from '../files/file-lock.ts'
import { DataKey, unwrapKey, type WrappedKey, wrapKey } from './data-key.ts'
import type { KeyStore } from './key-store.ts'

/** Its name among the other secrets: it never changes, so that a copied folder is opened by what it always was. */
const dataKeyId = 'da7a0001'
const base64 = z.base64()
const sheetSchema = z.strictObject({
  format: z.literal('balai-recovery-1'),
  /** 1 for the first sheet of this folder. */
  number: z.int().min(1),
  madeAt: z.string(),
  wrapped: z.strictObject({ salt: base64, nonce: base64, tag: base64, data: base64 }),
})
type StoredSheet = z.infer<typeof sheetSchema>
type RecoverySheet = Pick<StoredSheet, 'number' | 'madeAt'>

/** The key of the files of a data folder: kept by this PC, and once more in a form that the code on a printed sheet opens. */
export class DataKeyStore {
  readonly #keys: KeyStore
  readonly #sheetFile: string
  readonly #hasSealedFiles: () => boolean
  #known: DataKey | undefined

  /** @param hasSealedFiles whether anything in the folder was sealed already: then a lost key must not become a new one. */
  constructor(dataFolder: string, keys: KeyStore, hasSealedFiles: () => boolean) {
    this.#keys = keys
    this.#sheetFile = join(dataFolder, keyFolderName, 'lembar-pemulihan.json')
    this.#hasSealedFiles = hasSealedFiles
  }

  /** 'LOCKED': sealed files are here, and this PC cannot open the key. 'NONE': nothing was sealed yet. */
  get state(): 'OPEN' | 'LOCKED' | 'NONE' {
    if (this.#read()) return 'OPEN'
    return this.sheet !== null || this.#hasSealedFiles() ? 'LOCKED' : 'NONE'
  }

  /** Makes the key where there is none yet. @throws DomainError data_locked, folder_unwritable */
  get key(): DataKey {
    const present = this.#read()
    if (present) return present
    if (this.state === 'LOCKED') throw new DomainError({ code: 'data_locked' })
    const made = DataKey.make()
    this.#keys.put(dataKeyId, made.secret)
    this.#known = made
    return made
  }

  /** The sheet whose code opens the key; null while none was tested. */
  get sheet(): RecoverySheet | null {
    const stored = this.#readSheet()
    return stored && { number: stored.number, madeAt: stored.madeAt }
  }

  /** From now on this code opens the key, and no earlier one does. Call it once somebody has proven to have the sheet. */
  keepSheet(code: Uint8Array, madeAt: string): RecoverySheet {
    const number = (this.#readSheet()?.number ?? 0) + 1
    const stored: StoredSheet = { format: 'balai-recovery-1', number, madeAt, wrapped: wrapKey(this.key, code) }
    mkdirSync(join(this.#sheetFile, '..'), { recursive: true, mode: 0o700 })
    const temporary = `${this.#sheetFile}.tmp`
    rmSync(temporary, { force: true })
    writeFileSync(temporary, JSON.stringify(stored), { mode: 0o600, flush: true })
    whenFreeSync(() => renameSync(temporary, this.#sheetFile))
    return { number, madeAt }
  }

  /** On another PC, or after Windows was installed anew: this PC keeps the key from now on. @throws DomainError recovery_sheet_other */
  unlock(code: Uint8Array): void {
    const stored = this.#readSheet()
    const key = stored && unwrapKey(stored.wrapped satisfies WrappedKey, code)
    if (!key) throw new DomainError({ code: 'recovery_sheet_other', number: stored?.number ?? null })
    this.#keys.put(dataKeyId, key.secret)
    this.#known = key
  }

  #read(): DataKey | undefined {
    const secret = this.#known ? null : this.#keys.get(dataKeyId)
    if (secret?.length === 32) this.#known = new DataKey(secret)
    return this.#known
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
