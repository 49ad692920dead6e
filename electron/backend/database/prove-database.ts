import type BetterSqlite from 'better-sqlite3'
import { firstOf } from '../../../shared/kernel/first-of.ts'
import { DomainError } from '../domain-error.ts'
import type { PaperStore } from '../files/paper-store.ts'
import type { Check } from './check.ts'
import { checkOpen } from './check-database.ts'
import { ReadDatabase } from './connection.ts'
import { openDatabase } from './open-database.ts'
import { checkRows, checkSchema, type KnownKey } from './seal/check-trust.ts'

/** Known values that the copy must have: of the open data, or recorded when it was made. */
type Expected = { centreId?: string | undefined; counts?: Readonly<Record<string, number>> | undefined }

/** `ok` if every check passed. Centre and counts are null if the file does not open. */
type Proof = { ok: boolean; centreId: string | null; counts: Record<string, number> | null; checks: Check[] }

type Options = {
  /** Where the issued papers are; undefined skips checking them. */
  papers?: PaperStore | undefined
  /** The key of the seals; undefined skips rows sealed with a key. */
  sealKey?: KnownKey
  expected?: Expected
}

/** Number of names listed; the rest is counted. */
const mostNamed = 10

/**
 * Whether a closed database file could be restored: it opens; all pages, rows and references are as written by this program; the history is intact;
 * it belongs to this centre and has the recorded number of rows; and every issued paper is in `papers` with the right hash. Changes nothing, and does
 * not throw for a bad file.
 */
export async function proveDatabase(
  file: string,
  { papers, sealKey = 'elsewhere', expected = {} }: Options = {},
): Promise<Proof> {
  const checks: Check[] = []
  let raw: BetterSqlite.Database | undefined
  let centreId: string | null = null
  let counts: Record<string, number> | null = null
  try {
    raw = openDatabase(file, { create: false, mode: 'snapshot', pages: 'unread', beforeMigration: () => {} })
    const db = new ReadDatabase(raw)
    checks.push(
      { key: 'opens', ok: true, detail: 'terbuka' },
      ...checkOpen(raw),
      checkSchema(raw),
      await checkRows(raw, sealKey),
    )
    centreId = centreIdOf(db)
    counts = rowCounts(db)
    checks.push(checkCentre(centreId, expected.centreId), checkCounts(counts, expected.counts))
    if (papers) checks.push(await provePapers(db, papers))
  } catch (error) {
    checks.push({ key: checks.length === 0 ? 'opens' : 'readable', ok: false, detail: wordsOf(error) })
  } finally {
    raw?.close()
  }
  return { ok: checks.every(check => check.ok), centreId, counts, checks }
}

/** Id of the centre, generated with the database. */
export function centreIdOf(db: ReadDatabase): string {
  return db.value('SELECT centre_id FROM schema_origin')
}

/** True if nothing was done in it, as at the first start. */
export function isBlank(db: ReadDatabase): boolean {
  return db.value<number>('SELECT NOT EXISTS (SELECT 1 FROM audit)') === 1
}

/** Row counts by table, without search tables, which are derived. */
function rowCounts(db: ReadDatabase): Record<string, number> {
  const tables = db.values<string>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  )
  return Object.fromEntries(tables.map(name => [name, db.value<number>(`SELECT count(*) FROM "${name}"`)]))
}

function checkCentre(centreId: string, expected: string | undefined): Check {
  const ok = expected === undefined || expected === centreId
  return { key: 'centre', ok, detail: ok ? `balai ${centreId.slice(0, 8)}` : 'milik balai yang lain' }
}

function checkCounts(counts: Record<string, number>, expected: Expected['counts']): Check {
  const differing = Object.entries(expected ?? {}).filter(([table, count]) => counts[table] !== count)
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const ok = differing.length === 0
  const words = differing.map(([table, count]) => `${table} ${counts[table] ?? 0} baris, tercatat ${count}`)
  return { key: 'counts', ok, detail: ok ? `${rows} baris` : firstOf(words, mostNamed) }
}

async function provePapers(db: ReadDatabase, papers: PaperStore): Promise<Check> {
  const broken: string[] = []
  // About 100 bytes for each paper.
  const kept = db.all<{ sha256: string; size: number; paper: string }>('SELECT sha256, size, paper FROM kept_paper')
  for (const { sha256, size, paper } of kept) {
    try {
      if ((await papers.get(sha256, paper)).byteLength !== size) broken.push(paper)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      broken.push(paper)
    }
  }
  const ok = broken.length === 0
  return {
    key: 'papers',
    ok,
    detail: ok ? `${kept.length} lembar utuh` : `hilang atau berubah: ${firstOf(broken, mostNamed)}`,
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof DomainError) return `tidak terbuka (${error.data.code})`
  return error instanceof Error ? error.message : String(error)
}
