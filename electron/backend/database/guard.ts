import { rmSync, statSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

/** Reserves a data folder for one program. */
export type Guard = { release(): void }

/**
 * An empty database beside the real one, locked exclusively until it is released. The real one is read by threads of this program, so it cannot carry
 * the lock. It is a lock of the system: after a crash the file remains without meaning. This program must not open either file in any other way while
 * it is held: on Linux and macOS closing any handle of a file releases all locks of the process on it.
 * @throws an SQLite error, SQLITE_BUSY if another program has it
 */
export function takeGuard(databaseFile: string): Guard {
  const file = `${databaseFile}-kunci`
  for (;;) {
    const guard = new BetterSqlite(file)
    const opened = identityOf(file)
    lock(guard)
    // The previous process may have deleted the file while we waited. Our lock would then be on a deleted file, and another process could
    // lock a new one.
    if (opened !== null && opened === identityOf(file)) return { release: () => release(file, guard) }
    guard.close()
  }
}

function lock(guard: BetterSqlite.Database): void {
  try {
    guard.pragma('busy_timeout = 1500')
    guard.pragma('locking_mode = exclusive')
    // It has no content that needs a journal.
    guard.pragma('journal_mode = memory')
    guard.pragma('synchronous = off')
    guard.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (pid INTEGER NOT NULL) STRICT; DELETE FROM held')
    guard.prepare('INSERT INTO held (pid) VALUES (?)').run(process.pid)
    guard.exec('COMMIT')
  } catch (error) {
    guard.close()
    throw error
  }
}

/** Identifies the file behind this name, to detect a replaced one, without opening it. */
function identityOf(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

/** Deleted while still locked. Windows does not delete open files: there it stays and is reused. */
function release(file: string, guard: BetterSqlite.Database): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It stays.
  }
  guard.close()
}

/** Closes the database, then releases the guard, so that a waiting program finds a closed file. */
export function closeTogether(raw: BetterSqlite.Database, guard: Guard): void {
  const close = raw.close.bind(raw)
  raw.close = () => {
    if (!raw.open) return raw
    try {
      return close()
    } finally {
      guard.release()
    }
  }
}
