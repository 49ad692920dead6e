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
  /** Called with the open database before an older schema is changed; must leave a verified snapshot behind. */
  beforeMigration: (raw: BetterSqlite.Database, from: number) => void
  /** Creates the file when it is absent; false answers 'database_missing'. */
  create: boolean
  /**
   * 'snapshot' reads a file that nobody else touches. 'inspect' takes the lock of the live file and leaves its schema alone; a
   * read-only connection would not do there, because it leaves files of the WAL behind.
   */
  mode?: 'work' | 'snapshot' | 'inspect'
  /**
   * How far its pages are looked at. 'checked' reads and checks every row. 'walked' reads every page and its structure: a fifth of the time,
   * and enough for a copy that SQLite has just built anew out of a sound one. 'unread' trusts it for now.
   */
  pages?: 'checked' | 'walked' | 'unread'
  /** Another list than the real one only where a change of the schema is tried out. */
  migrations?: readonly string[]
}

/**
 * Opens a Balai database, checked and migrated, locked against every other program.
 * @throws DomainError database_locked, database_damaged, database_newer, database_outdated, database_foreign, database_missing,
 *   folder_unwritable, disk_full
 */
export function openDatabase(file: string, options: Options): BetterSqlite.Database {
  if (isBlank(file) && !options.create) throw new DomainError({ code: 'database_missing', folder: dirname(file) })
  const newest = baseVersion + (options.migrations ?? migrations).length
  let raw: BetterSqlite.Database | undefined
  let guard: Guard | undefined
  try {
    makeFolder(dirname(file))
    // Before the file is looked at, so that a second program is told at once; and our own handles would give up the lock of one that is open.
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
    // A program from before the guard holds the file itself: it is met here instead of at the first write.
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

/** What holds for every connection that writes. */
export function prepareToWrite(raw: BetterSqlite.Database): void {
  set(raw, 'synchronous', 2)
  set(raw, 'foreign_keys', 1)
  set(raw, 'trusted_schema', 0)
  // What was erased on a person's request must not stay readable in the free pages of the file.
  set(raw, 'secure_delete', 1)
  // What a statement could have to undo is kept in memory: as a file it would be written page by page, by each row of a list, and hold
  // people's data where nobody looks for it.
  set(raw, 'temp_store', 2)
}

function set(raw: BetterSqlite.Database, pragma: string, value: string | number): void {
  raw.pragma(`${pragma} = ${value}`)
  const present = raw.pragma(pragma, { simple: true })
  if (String(present) !== String(value)) throw new Error(`pragma ${pragma} is ${present}, wanted ${value}`)
}

/** No file, or one without a single byte. @throws DomainError database_is_folder */
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

/**
 * Refuses by the first bytes of the file alone: SQLite, once it has opened a file, plays its journal into it, and a file that we
 * must not open has to stay as it is to the byte.
 */
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
  if (id !== 0) refuseStranger(id, header.readUInt32BE(60), newest)
}

function checkIdentity(raw: BetterSqlite.Database, newest: number): void {
  const id = Number(raw.pragma('application_id', { simple: true }))
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (id !== 0 || !isEmpty(raw)) refuseStranger(id, version, newest)
}

/** @throws DomainError database_foreign, database_newer, database_outdated */
function refuseStranger(id: number, version: number, newest: number): void {
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
  // Read once from end to end: through the cache of pages it would take a fifth longer.
  raw.pragma('mmap_size = 2000000000')
  const broken = raw
    .prepare("SELECT count(*) FROM dbstat WHERE pagetype NOT IN ('leaf', 'internal', 'overflow')")
    .pluck()
  return broken.get() === 0
}

/** Refuses a database that was made with another text of the schema. @throws DomainError database_outdated */
function checkOrigin(raw: BetterSqlite.Database): void {
  if (isEmpty(raw)) return
  const fingerprint = raw.prepare('SELECT fingerprint FROM schema_origin').pluck().get()
  if (fingerprint !== schemaFingerprint) throw new DomainError({ code: 'database_outdated' })
}

/** Just made, or the very first start was cut off. */
function isEmpty(raw: BetterSqlite.Database): boolean {
  return Number(raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) === 0
}

function migrate(raw: BetterSqlite.Database, options: Options): void {
  const { migrations: steps = migrations, beforeMigration } = options
  const newest = baseVersion + steps.length
  const from = Number(raw.pragma('user_version', { simple: true }))
  if (from === newest) return
  if (from > 0) beforeMigration(raw, from)
  // Off around the transaction, because a step that rebuilds a table needs it off and SQLite ignores the change inside one.
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

/** SQLite and file errors at opening, as domain errors; anything else stays what it is. */
export function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // EBUSY: a program on Windows has the file for itself alone.
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
