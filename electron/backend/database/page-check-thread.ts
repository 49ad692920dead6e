// The thread that checks the pages of a database opened with 'unread', because a large one would delay the first page of the program.
import { setImmediate } from 'node:timers/promises'
import type BetterSqlite from 'better-sqlite3'
import { serveReading } from './serve-reading.ts'

/** Pages checked between two points where the thread can be stopped: closing must not wait for it. */
const pagesAtOnce = 2000
/** In larger tables only the pages are checked: checking rows is a single step that cannot be stopped. */
const mostBytes = 30_000_000

void serveReading(async (_db, _question: null, { raw }) => ({ answer: await isSound(raw) }))

async function isSound(raw: BetterSqlite.Database): Promise<boolean> {
  try {
    const sizes = new Map<string, number>()
    let seen = 0
    const pages = raw.prepare<[], { name: string; pagetype: string; pgsize: number }>(
      'SELECT name, pagetype, pgsize FROM dbstat',
    )
    for (const { name, pagetype, pgsize } of pages.iterate()) {
      if (!['leaf', 'internal', 'overflow'].includes(pagetype)) return false
      sizes.set(name, (sizes.get(name) ?? 0) + pgsize)
      seen += 1
      if (seen % pagesAtOnce === 0) await setImmediate()
    }
    const tables = raw
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .pluck()
      .all()
    for (const name of tables.filter(one => (sizes.get(one) ?? 0) < mostBytes)) {
      await setImmediate()
      if (raw.pragma(`quick_check('${name}')`, { simple: true }) !== 'ok') return false
    }
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return false
    throw error
  }
}
