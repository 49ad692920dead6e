import { rmSync, statSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

/** Holds a data folder for one program. */
export type Guard = { release(): void }

/**
 * An empty database beside the real one, locked exclusively until it is released. The real one is open to the threads of this program, so
 * it cannot carry the lock itself. The lock is the system's: a program that dies leaves the file, which says nothing by being there.
 *
 * Neither file may be opened by this program in any other way while it is held: on Linux and macOS closing any handle of a file gives up all
 * locks that the process has on it.
 * @throws an SQLite error, SQLITE_BUSY where another program has it
 */
export function takeGuard(databaseFile: string): Guard {
  const file = `${databaseFile}-kunci`
  for (;;) {
    const guard = new BetterSqlite(file)
    const opened = identityOf(file)
    lock(guard)
    // Whoever held it may have taken the file away while we waited: then our lock is on a file that nobody else finds.
    if (opened !== null && opened === identityOf(file)) return { release: () => release(file, guard) }
    guard.close()
  }
}

function lock(guard: BetterSqlite.Database): void {
  try {
    guard.pragma('busy_timeout = 1500')
    guard.pragma('locking_mode = exclusive')
    // Nothing in it is worth a journal.
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

/** Tells the file that stands under this name from one that stood there before, without opening it. */
function identityOf(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

/** Taken away while it is still ours. Windows does not remove what is open: there it stays, and is taken again. */
function release(file: string, guard: BetterSqlite.Database): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Stays.
  }
  guard.close()
}

/** Closing the database gives the guard back, after it: whoever waits for it finds a closed file. */
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
