import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { keyFolderName } from '../database/identity.ts'
import { DomainError } from '../domain-error.ts'
import { isLock, whenFreeSync } from '../files/file-lock.ts'
import type { KeyProtection } from '../host-services.ts'

type Stored = { format: 'balai-private-key-1'; id: string; protection: 'system' | 'file'; secret: string }

/**
 * The secrets of a data folder, one file each: encrypted by the system if the host can, else readable by this user only. Synchronous, because a
 * command that makes a key is one transaction; a file of a rolled back transaction is harmless.
 */
export class KeyStore {
  readonly #folder: string
  readonly #protection: KeyProtection | undefined

  constructor(dataFolder: string, protection: KeyProtection | undefined) {
    this.#folder = join(dataFolder, keyFolderName)
    this.#protection = protection
  }

  /** Whether the system encrypts secrets, so that a copy of the folder is useless. */
  get encrypted(): boolean {
    return this.#protection !== undefined
  }

  /** Completely or not at all, on the disk when it returns. @throws DomainError folder_unwritable, file_in_use */
  put(id: string, secret: Uint8Array): void {
    const protection = this.#protection
    const stored: Stored = {
      format: 'balai-private-key-1',
      id,
      protection: protection ? 'system' : 'file',
      secret: Buffer.from(protection ? protection.encrypt(secret) : secret).toString('base64'),
    }
    const path = this.#pathOf(id)
    const temporary = `${path}.tmp`
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      rmSync(temporary, { force: true })
      const file = openSync(temporary, 'wx', 0o600)
      try {
        writeSync(file, JSON.stringify(stored))
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      // The umask may have removed rights, never added any; on Windows the folder belongs to the user.
      chmodSync(temporary, 0o600)
      moveInPlace(temporary, path)
    } catch (error) {
      if (error instanceof DomainError) throw error
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
      throw new DomainError({ code: 'folder_unwritable', folder: this.#folder })
    }
  }

  /** Whether the file exists, readable or not. */
  has(id: string): boolean {
    return existsSync(this.#pathOf(id))
  }

  get ids(): string[] {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder)
      .flatMap(name => /^([0-9a-f]{8})\.json$/.exec(name)?.[1] ?? [])
      .toSorted()
  }

  /** Null if the file is missing, damaged, or encrypted by another system. */
  get(id: string): Buffer | null {
    const path = this.#pathOf(id)
    if (!existsSync(path)) return null
    try {
      const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored
      const secret = Buffer.from(stored.secret, 'base64')
      if (stored.protection === 'file') return secret
      return this.#protection ? Buffer.from(this.#protection.decrypt(secret)) : null
    } catch {
      return null
    }
  }

  remove(id: string): void {
    rmSync(this.#pathOf(id), { force: true })
  }

  #pathOf(id: string): string {
    if (!/^[0-9a-f]{8}$/.test(id)) throw new RangeError(`key ${id}`)
    return join(this.#folder, `${id}.json`)
  }
}

function moveInPlace(temporary: string, path: string): void {
  try {
    whenFreeSync(() => renameSync(temporary, path))
  } catch (error) {
    throw isLock(error) ? new DomainError({ code: 'file_in_use', name: basename(path) }) : error
  }
}
