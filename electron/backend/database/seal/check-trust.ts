import BetterSqlite from 'better-sqlite3'
import { firstOf } from '../../../../shared/kernel/first-of.ts'
import type { Check } from '../check.ts'
import { migrations } from '../migrations.ts'
import { schema } from '../schema/schema.ts'
import { readAnchor, readAnchorFile } from './anchor.ts'
import { checkSeals, type SealProblems } from './check-seals.ts'
import type { SealKey } from './seal-key.ts'
import { anchorProblem } from './sealed-data.ts'

/** The key of the seals; 'elsewhere' if it exists but only the desktop program can open it; null if it is gone. */
export type KnownKey = SealKey | 'elsewhere' | null

/** Number of names listed; the rest is counted. */
const mostNamed = 12

const rootText: Record<Exclude<SealProblems['root'], null>, string> = {
  missing: 'segel induk dihapus',
  changed: 'segel induk diubah',
  history: 'riwayat dipotong, disambung, atau disegel ulang di luar program',
  sum: 'baris atau segelnya dihapus atau diganti dari berkas lain',
}

/** Whether every row was written by this program. */
export async function checkRows(
  raw: BetterSqlite.Database,
  known: KnownKey,
  pause?: () => Promise<void>,
): Promise<Check> {
  const key = known === 'elsewhere' ? null : known
  const problems = await checkSeals(raw, key, pause)
  const { blocks, root, plain, unknown, count, untouched } = problems
  const words = [
    blocks.length > 0 && `diubah di luar program: ${firstOf(blocks, mostNamed)}`,
    root && rootText[root],
    plain > 0 && !untouched && key !== null && `${plain} kelompok baris disegel tanpa kunci`,
    unknown > 0 && known === null && `kunci segelnya tidak ada, ${unknown} kelompok baris tidak dapat diperiksa`,
  ].filter(Boolean)
  const ok = words.length === 0
  const fine =
    unknown > 0 ? 'segelnya hanya dapat diperiksa oleh programnya' : `${count} kelompok baris, segelnya cocok`
  return { key: 'rows', ok, detail: ok ? fine : words.join('; ') }
}

/** Whether the triggers and tables of the file are those of this program, none dropped, changed or added. */
export function checkSchema(raw: BetterSqlite.Database): Check {
  const present = partsOf(raw)
  ownParts ??= partsOfProgram()
  const right = ownParts
  const words = [
    ...[...right.keys()].filter(name => !present.has(name)).map(name => `${name} hilang`),
    ...[...present.keys()].filter(name => !right.has(name)).map(name => `${name} bukan milik Balai`),
    ...[...right]
      .filter(([name, sql]) => present.has(name) && present.get(name) !== sql)
      .map(([name]) => `${name} diubah`),
  ]
  const ok = words.length === 0
  return { key: 'schema', ok, detail: ok ? `${right.size} bagian, semuanya bawaan program` : firstOf(words, mostNamed) }
}

/** Computed once; the same for every database checked. */
let ownParts: ReadonlyMap<string, string> | undefined

function partsOfProgram(): ReadonlyMap<string, string> {
  const own = new BetterSqlite(':memory:')
  own.exec(schema)
  for (const step of migrations) own.exec(step)
  const parts = partsOf(own)
  own.close()
  return parts
}

function partsOf(raw: BetterSqlite.Database): Map<string, string> {
  const rows = raw
    .prepare<[], [string, string]>(
      "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'",
    )
    .raw(true)
    .all() as [string, string][]
  return new Map(rows)
}

/** Whether the database is in the state recorded in the anchor. @param digest of the file before it was opened; null if its journal had content */
export function checkAnchor(raw: BetterSqlite.Database, folder: string, known: KnownKey, digest: string | null): Check {
  const anchor = readAnchor(folder, known === 'elsewhere' ? null : known)
  const problem = anchorProblem(raw, anchor)
  const altered =
    anchor !== null && anchor !== 'changed' && anchor.file !== null && digest !== null && anchor.file !== digest
  const words = problem
    ? problem.kind === 'behind'
      ? `data mundur ${problem.lost} catatan, terakhir ${problem.last || 'kosong'}, yang terakhir ditulis ${problem.written}`
      : `${problemText[problem.kind]}, catatan terakhir ${problem.last || 'kosong'}`
    : altered
      ? 'berkas balai.db berubah sesudah ditutup program'
      : anchor
        ? `catatan ${anchor === 'changed' ? '' : anchor.rows} ada`
        : 'belum ada yang ditulis'
  return { key: 'anchor', ok: !problem && !altered, detail: words }
}

/** Whether the history continues from the state of this earlier copy of the anchor. */
export function checkKeptAnchor(raw: BetterSqlite.Database, file: string, known: KnownKey): Check {
  const kept = readAnchorFile(file, known === 'elsewhere' ? null : known)
  const problem = kept === null ? null : anchorProblem(raw, kept)
  const key = 'kept_anchor'
  if (kept === null || kept === 'changed') return { key, ok: false, detail: `${file} bukan jangkar Balai atau diubah` }
  if (!problem) return { key, ok: true, detail: `riwayat bersambung dari catatan ${kept.rows} (${kept.at})` }
  const detail =
    problem.kind === 'behind'
      ? `data mundur ${problem.lost} catatan dari jangkar itu, terakhir ${problem.last || 'kosong'}`
      : problemText[problem.kind].replace('jangkar.txt', 'jangkar itu')
  return { key, ok: false, detail }
}

const problemText = {
  forked: 'data bukan kelanjutan dari yang terakhir ditulis',
  missing: 'jangkar.txt tidak ada',
  changed: 'jangkar.txt diubah atau rusak',
  foreign: 'jangkar.txt milik balai lain',
}
