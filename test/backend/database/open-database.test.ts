import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { constraintError } from '../../../electron/backend/database/constraint-error.ts'
import { applicationId } from '../../../electron/backend/database/identity.ts'
import { baseVersion, migrations, schemaVersion } from '../../../electron/backend/database/migrations.ts'
import { openDatabase, translate } from '../../../electron/backend/database/open-database.ts'
import { listSnapshots, snapshotBefore } from '../../../electron/backend/database/snapshot.ts'
import { DomainError } from '../../../electron/backend/domain-error.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-database-'))
  file = join(folder, 'balai.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const noMigration = () => {
  throw new Error('no change of schema was due')
}

function open(options: Partial<Parameters<typeof openDatabase>[1]> = {}) {
  return openDatabase(file, { create: true, beforeMigration: noMigration, ...options })
}

/** The data of the error when opening fails. */
function openingError(options?: Partial<Parameters<typeof openDatabase>[1]>) {
  try {
    open(options).close()
  } catch (error) {
    if (error instanceof DomainError) return error.data
    throw error
  }
  return null
}

test('all settings that keep data safe are set in the open database', () => {
  const raw = open()
  const pragma = (name: string) => raw.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('trusted_schema')).toBe(0)
  // Another file locks the folder; the database itself stays open to our own threads.
  expect(pragma('locking_mode')).toBe('normal')
  expect(pragma('application_id')).toBe(applicationId)
  expect(pragma('user_version')).toBe(schemaVersion)
  raw.close()
})

test('every table checks the types of its columns', () => {
  const raw = open()
  const loose = raw.prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0",
  )
  const names = (loose.all() as { name: string }[]).map(row => row.name).filter(name => !name.startsWith('sqlite_'))
  expect(names).toEqual([])
  raw.close()
})

test('the header of the file names this program', () => {
  open().close()
  const header = readFileSync(file)
  expect(header.toString('latin1', 68, 72)).toBe('BLAI')
  expect(header.readUInt32BE(60)).toBe(schemaVersion)
})

test('a missing database that may not be created is reported with its folder', () => {
  expect(openingError({ create: false })).toEqual({ code: 'database_missing', folder })
  expect(existsSync(file)).toBe(false)
})

/** File name → hash of its content, for the whole folder. */
function contents(): Record<string, string> {
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(readdirSync(folder).map(name => [name, digest(name)]))
}

test('a database of a newer version is refused and stays unchanged byte for byte', () => {
  open().close()
  const raw = new BetterSqlite(file)
  raw.pragma(`user_version = ${schemaVersion + 3}`)
  raw.close()
  const before = contents()
  expect(openingError()).toEqual({ code: 'database_newer', version: schemaVersion + 3 })
  expect(contents()).toEqual(before)
})

test('a newer database after a power cut also keeps its journal unchanged', () => {
  open().close()
  const newer = new BetterSqlite(file)
  newer.pragma('journal_mode = wal')
  newer.pragma(`user_version = ${schemaVersion + 1}`)
  newer.pragma('wal_checkpoint(TRUNCATE)')
  newer.exec('CREATE TABLE of_the_future (a)')
  const copy = { db: readFileSync(file), wal: readFileSync(`${file}-wal`) }
  newer.close()
  writeFileSync(file, copy.db)
  writeFileSync(`${file}-wal`, copy.wal)
  const before = contents()
  expect(copy.wal.length).toBeGreaterThan(0)
  expect(openingError()).toEqual({ code: 'database_newer', version: schemaVersion + 1 })
  expect(contents()).toEqual(before)
})

test.each([
  ['with a mark of its own', 'PRAGMA application_id = 7; CREATE TABLE theirs (a)'],
  ['without any mark', 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)'],
  ['without any mark, in WAL mode', 'PRAGMA journal_mode = wal; CREATE TABLE theirs (a)'],
])('a database of another program, %s, is refused and stays unchanged', (_, sql) => {
  const theirs = new BetterSqlite(file)
  theirs.exec(sql)
  theirs.close()
  const before = contents()
  expect(openingError()).toEqual({ code: 'database_foreign' })
  expect(contents()).toEqual(before)
})

test.each([
  ['words', Buffer.from('This is no database at all. '.repeat(400))],
  ['less than a header', Buffer.from('SQLite')],
  ['a header and nothing behind it', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(84)])],
])('a file of %s is damaged, and kept', (_, bytes) => {
  writeFileSync(file, bytes)
  expect(openingError()).toEqual({ code: 'database_damaged', snapshot: null })
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a file without its end is damaged', () => {
  open().close()
  writeFileSync(file, readFileSync(file).subarray(0, 40_960))
  expect(openingError()).toEqual({ code: 'database_damaged', snapshot: null })
})

test('a file whose pages were overwritten is damaged', () => {
  open().close()
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096, 12_288)
  writeFileSync(file, bytes)
  expect(openingError()).toEqual({ code: 'database_damaged', snapshot: null })
})

test('a file of no bytes is a first start', () => {
  writeFileSync(file, '')
  const raw = open()
  expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion)
  raw.close()
})

test('a folder that cannot be created is named in the error', () => {
  writeFileSync(join(folder, 'a file'), '')
  file = join(folder, 'a file', 'data', 'balai.db')
  expect(openingError()).toEqual({ code: 'folder_unwritable', folder: join(folder, 'a file', 'data') })
})

test('a folder in place of the file has its own error', () => {
  mkdirSync(file)
  expect(openingError()).toEqual({ code: 'database_is_folder', folder })
})

test.each([
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['SQLITE_BUSY', 'database_locked'],
  ['SQLITE_CORRUPT_INDEX', 'database_damaged'],
  ['SQLITE_READONLY_DIRECTORY', 'folder_unwritable'],
  ['SQLITE_CANTOPEN', 'folder_unwritable'],
  ['EACCES', 'folder_unwritable'],
  ['EROFS', 'folder_unwritable'],
])('%s at opening becomes %s', (code, domainError) => {
  const error = translate(Object.assign(new Error('sqlite says'), { code }), file)
  expect(error).toMatchObject({ name: 'DomainError', data: { code: domainError } })
})

test('an unexpected error is passed on unchanged', () => {
  const error = Object.assign(new Error('no such table'), { code: 'SQLITE_ERROR' })
  expect(translate(error, file)).toBe(error)
  expect(constraintError(error, '')).toBe(error)
})

test('a full disk during a command gives its own error, and nothing of the command stays', () => {
  const raw = open()
  raw.exec('CREATE TABLE filler (bytes BLOB) STRICT')
  const pages = Number(raw.pragma('page_count', { simple: true }))
  raw.pragma(`max_page_count = ${pages + 20}`)
  const fill = raw.transaction(() => {
    for (let row = 0; row < 100; row += 1) raw.prepare('INSERT INTO filler VALUES (zeroblob(4000))').run()
  })
  const error = (() => {
    try {
      return fill.immediate()
    } catch (thrown) {
      return constraintError(thrown, '')
    }
  })()
  expect(error).toMatchObject({ data: { code: 'disk_full' } })
  expect(raw.prepare('SELECT count(*) FROM filler').pluck().get()).toBe(0)
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  raw.close()
})

test.each([
  ['an earlier version', `PRAGMA user_version = ${baseVersion - 1}`],
  ['another text of the schema', `UPDATE schema_origin SET fingerprint = '${'0'.repeat(64)}'`],
])('a database of %s, for which there is no migration, is refused and stays unchanged', (_, sql) => {
  open().close()
  const raw = new BetterSqlite(file)
  raw.exec(sql)
  raw.close()
  const before = contents()
  expect(openingError()).toEqual({ code: 'database_outdated' })
  expect(contents()).toEqual(before)
})

// An example of the next version: one change that rebuilds a table, and one that fills the new column.
const next = `
ALTER TABLE room ADD COLUMN floor INTEGER NOT NULL DEFAULT 1 CHECK (floor BETWEEN -2 AND 50);
CREATE TABLE new_room_trade (
  room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
  trade TEXT NOT NULL CHECK (length(trade) = 2),
  PRIMARY KEY (room_id, trade)
) STRICT, WITHOUT ROWID;
INSERT INTO new_room_trade SELECT room_id, trade FROM room_trade;
DROP TABLE room_trade;
ALTER TABLE new_room_trade RENAME TO room_trade;`

function addRoom(): void {
  const raw = open()
  raw.exec(`INSERT INTO room VALUES (1, 'R. Rias 1', 16, '', 1); INSERT INTO room_trade VALUES (1, 'TR')`)
  raw.close()
}

test('an older schema is migrated in one transaction, after a snapshot that names the migration', () => {
  addRoom()
  const snapshots = join(folder, 'cadangan')
  const beforeMigration = snapshotBefore(snapshots, '2026-11-24T07:45:10')
  const raw = open({ migrations: [...migrations, next], beforeMigration })
  expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(raw.prepare('SELECT name, floor, trade FROM room JOIN room_trade ON room_id = id').all()).toEqual([
    { name: 'R. Rias 1', floor: 1, trade: 'TR' },
  ])
  raw.exec("INSERT INTO room_trade VALUES (1, 'XX')")
  expect(() => raw.exec("INSERT INTO room_trade VALUES (2, 'TR')")).toThrow('FOREIGN KEY')
  raw.close()
  const [snapshot] = listSnapshots(snapshots)
  expect(snapshot?.name).toBe(`balai-2026-11-24T07-45-10-sebelum-v${schemaVersion + 1}.db`)
  const kept = new BetterSqlite(join(snapshots, snapshot?.name ?? ''), { readonly: true })
  expect(kept.pragma('user_version', { simple: true })).toBe(schemaVersion)
  kept.close()
  // Afterwards it opens without another snapshot, and a program without the migration refuses it.
  open({ migrations: [...migrations, next] }).close()
  expect(openingError()).toEqual({ code: 'database_newer', version: schemaVersion + 1 })
})

test('a new database already has all migrations', () => {
  const raw = open({ migrations: [...migrations, next] })
  expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
  raw.exec("INSERT INTO room VALUES (1, 'R. Rias 1', 16, '', 1, 2)")
  raw.close()
})

test('a failing migration leaves the database unchanged', () => {
  addRoom()
  const broken = [...migrations, `${next}; SELECT no_such_function()`]
  expect(() => open({ migrations: broken, beforeMigration: () => {} })).toThrow('no_such_function')
  const raw = open()
  expect(raw.pragma('user_version', { simple: true })).toBe(schemaVersion)
  expect(raw.prepare("SELECT count(*) FROM pragma_table_info('room') WHERE name = 'floor'").pluck().get()).toBe(0)
  raw.close()
})

test('a migration that breaks a foreign key is rolled back', () => {
  open().close()
  const broken = "INSERT INTO trainee_photo (trainee_id, jpeg) VALUES (99, x'ff')"
  expect(() => open({ migrations: [...migrations, broken], beforeMigration: () => {} })).toThrow('1 foreign keys')
  const raw = open()
  expect(raw.prepare('SELECT count(*) FROM trainee_photo').pluck().get()).toBe(0)
  raw.close()
})

test('no migration without its snapshot', () => {
  open().close()
  const full = () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  }
  expect(openingError({ migrations: [...migrations, next], beforeMigration: full })).toEqual({ code: 'disk_full' })
  expect(openingError()).toBeNull()
})
