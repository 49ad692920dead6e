import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { DomainError } from '../domain-error.ts'
import { whenFreeSync } from '../files/file-lock.ts'
import { closeTogether, type Guard, takeGuard } from './guard.ts'
import { applicationId } from './identity.ts'
import { baseVersion, migrations } from './migrations.ts'
import { schema, schemaFingerprint } from './schema/schema.ts'
import { sealAll } from './seal/row-seals.ts'

type Options = {
  /** Called with the open database before its schema is changed; must make a verified snapshot. */
  beforeMigration: (raw: BetterSqlite.Database, from: number) => void
  /** Creates a missing file; false throws 'database_missing'. */
  create: boolean
  /**
   * 'snapshot' reads a file that no other process uses. 'inspect' locks the live file but does not migrate it; a read-only connection would leave WAL
   * files behind.
   */
  mode?: 'work' | 'snapshot' | 'inspect'
  /**
   * How thoroughly pages are checked. 'checked' reads every row. 'walked' reads every page and its structure, in a fifth of the time, enough for a
   * copy that SQLite has just built from a sound file. 'unread' skips it for now.
   */
  pages?: 'checked' | 'walked' | 'unread'
  /** Overridden only to test a change of the schema. */
  migrations?: readonly string[]
}

/**
 * Opens a Balai database: checked, migrated, and locked against other programs.
 * @throws DomainError database_locked, database_damaged, database_newer, database_outdated, database_foreign, database_missing, folder_unwritable,
 * disk_full
 */
export function openDatabase(file: string, options: Options): BetterSqlite.Database {
  if (isBlank(file) && !options.create) throw new DomainError({ code: 'database_missing', folder: dirname(file) })
  const newest = baseVersion + (options.migrations ?? migrations).length
  let raw: BetterSqlite.Database | undefined
  let guard: Guard | undefined
  try {
    makeFolder(dirname(file))
    // Before the file is opened, so that a second program is refused at once, and because closing a handle of ours would release the lock of an open
    // one.
    if (options.mode !== 'snapshot') guard = takeGuard(file)
    checkHeader(file, newest)
    raw = new BetterSqlite(file, { readonly: options.mode === 'snapshot' })
    if (guard) closeTogether(raw, guard)
    if (options.mode === 'snapshot') {
      checkIdentity(raw, newest)
      checkPages(raw, options.pages)
      checkOrigin(raw)
      return raw
    }
    set(raw, 'busy_timeout', 1500)
    checkIdentity(raw, newest)
    set(raw, 'journal_mode', 'wal')
    prepareToWrite(raw)
    // A program from before the guard locks the file itself: this fails now instead of at the first write.
    raw.exec('BEGIN IMMEDIATE; COMMIT')
    checkPages(raw, options.pages)
    checkOrigin(raw)
    if (options.mode !== 'inspect') migrate(raw, options)
    return raw
  } catch (error) {
    if (raw) raw.close()
    else guard?.release()
    throw translate(error, file)
  }
}

/** Settings of every connection that writes. */
export function prepareToWrite(raw: BetterSqlite.Database): void {
  set(raw, 'synchronous', 2)
  set(raw, 'foreign_keys', 1)
  set(raw, 'trusted_schema', 0)
  // Erased personal data must not remain readable in free pages of the file.
  set(raw, 'secure_delete', 1)
  // Statement journals are kept in memory: as files they would be slow and contain personal data.
  set(raw, 'temp_store', 2)
}

function set(raw: BetterSqlite.Database, pragma: string, value: string | number): void {
  raw.pragma(`${pragma} = ${value}`)
  const present = raw.pragma(pragma, { simple: true })
  if (String(present) !== String(value)) throw new Error(`pragma ${pragma} is ${present}, wanted ${value}`)
}

/** No file, or an empty one. @throws DomainError database_is_folder */
export function isBlank(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new DomainError({ code: 'database_is_folder', folder: dirname(file) })
  return found === undefined || found.size === 0
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    throw new DomainError({ code: 'folder_unwritable', folder })
  }
}

/** Checks the first bytes without SQLite, which would replay the journal when opening: a file that is refused must not be changed at all. */
function checkHeader(file: string, newest: number): void {
  if (isBlank(file)) return
  const header = Buffer.alloc(100)
  const handle = whenFreeSync(() => openSync(file, 'r'))
  try {
    readSync(handle, header)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return
  const id = header.readUInt32BE(68)
  if (id !== 0) assertOwnFile(id, header.readUInt32BE(60), newest)
}

function checkIdentity(raw: BetterSqlite.Database, newest: number): void {
  const id = Number(raw.pragma('application_id', { simple: true }))
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (id !== 0 || !isEmpty(raw)) assertOwnFile(id, version, newest)
}

/** @throws DomainError database_foreign, database_newer, database_outdated */
function assertOwnFile(id: number, version: number, newest: number): void {
  if (id !== applicationId) throw new DomainError({ code: 'database_foreign' })
  if (version > newest) throw new DomainError({ code: 'database_newer', version })
  if (version < baseVersion) throw new DomainError({ code: 'database_outdated' })
}

/** @throws DomainError database_damaged */
function checkPages(raw: BetterSqlite.Database, pages: Options['pages'] = 'checked'): void {
  if (pages === 'unread') return
  const sound = pages === 'walked' ? everyPageStands(raw) : raw.pragma('quick_check(1)', { simple: true }) === 'ok'
  if (!sound) throw new DomainError({ code: 'database_damaged', snapshot: null })
}

function everyPageStands(raw: BetterSqlite.Database): boolean {
  // Read once from start to end: through the page cache it would take a fifth longer.
  raw.pragma('mmap_size = 2000000000')
  const broken = raw
    .prepare("SELECT count(*) FROM dbstat WHERE pagetype NOT IN ('leaf', 'internal', 'overflow')")
    .pluck()
  return broken.get() === 0
}

/** Refuses a database with another schema text. @throws DomainError database_outdated */
function checkOrigin(raw: BetterSqlite.Database): void {
  if (isEmpty(raw)) return
  const fingerprint = raw.prepare('SELECT fingerprint FROM schema_origin').pluck().get()
  if (fingerprint !== schemaFingerprint) throw new DomainError({ code: 'database_outdated' })
}

/** A new file, or the very first start was interrupted. */
function isEmpty(raw: BetterSqlite.Database): boolean {
  return Number(raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0
}

function migrate(raw: BetterSqlite.Database, options: Options): void {
  const { migrations: steps = migrations, beforeMigration } = options
  const newest = baseVersion + steps.length
  const from = Number(raw.pragma('user_version', { simple: true }))
  if (from === newest) return
  if (from > 0) beforeMigration(raw, from)
  // Outside of the transaction, because a step that rebuilds a table needs it off and SQLite ignores the change inside one.
  raw.pragma('foreign_keys = OFF')
  raw
    .transaction(() => {
      if (from === 0) {
        raw.exec(schema)
        raw.prepare('INSERT INTO schema_origin (id, fingerprint) VALUES (1, ?)').run(schemaFingerprint)
        sealAll(raw, null)
      }
      for (const step of steps.slice(Math.max(from - baseVersion, 0))) raw.exec(step)
      const broken = raw.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration breaks ${broken.length} foreign keys`)
      raw.pragma(`application_id = ${applicationId}`)
      raw.pragma(`user_version = ${newest}`)
    })
    .immediate()
  set(raw, 'foreign_keys', 1)
  raw.pragma('optimize')
}

/** SQLite and file errors when opening, as domain errors; others are returned unchanged. */
export function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // EBUSY: another program on Windows has the file exclusively.
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'EBUSY')
    return new DomainError({ code: 'database_locked' })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new DomainError({ code: 'database_damaged', snapshot: null })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new DomainError({ code: 'disk_full' })
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return new DomainError({ code: 'folder_unwritable', folder: dirname(file) })
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(code)) {
    return new DomainError({ code: 'folder_unwritable', folder: dirname(file) })
  }
  return error
}
