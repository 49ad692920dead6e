import type BetterSqlite from 'better-sqlite3'
import { auditEnd, BlockReader, findRoot, rootFits } from './row-seals.ts'
import { addSeals, emptySum, isKeyed, type SealKey, sealFits } from './seal-key.ts'
import { type SealedTable, sealedTables } from './sealed-table.ts'

export type SealProblems = {
  /** 'peserta 33–64' and similar: a table with the row keys. */
  blocks: string[]
  /** Error of the root: blocks were deleted or replaced from an older file, or the history was cut or resealed. */
  root: 'missing' | 'changed' | 'history' | 'sum' | null
  /** Blocks sealed without a key, which do not prove who wrote them. */
  plain: number
  /** Blocks sealed with a key that is not available. */
  unknown: number
  count: number
  /** Nothing was ever written into it. */
  untouched: boolean
}

/** Compares every row with its seal. `pause` is awaited regularly, so that a thread can be stopped. */
export async function checkSeals(
  raw: BetterSqlite.Database,
  key: SealKey | null,
  pause: () => Promise<void> = async () => {},
): Promise<SealProblems> {
  const reader = new BlockReader(raw)
  const seals = raw.prepare<[string], { block: number | string; seal: Buffer }>(
    'SELECT block, seal FROM row_seal WHERE table_name = ?',
  )
  const problems: SealProblems = {
    blocks: [],
    root: null,
    plain: 0,
    unknown: 0,
    count: 0,
    untouched: auditEnd(raw).rows === 0,
  }
  let sum = emptySum
  const tables = sealedTables(raw)
  for (const table of tables) {
    const known = new Map(seals.all(table.name).map(row => [row.block, row.seal]))
    for (const seal of known.values()) sum = addSeals(sum, seal, null)
    for (const block of blocksOf(reader, table, known)) {
      problems.count += 1
      if (problems.count % 200 === 0) await pause()
      const seal = known.get(block)
      const fits = seal === undefined ? false : fitsRows(reader, table, block, seal, key)
      if (fits === null) problems.unknown += 1
      else if (!fits) problems.blocks.push(nameOf(table, block))
      if (seal && !isKeyed(seal)) problems.plain += 1
    }
  }
  problems.root = rootProblem(raw, key, sum)
  return problems
}

/** If damage prevents reading the table, the sealed blocks are checked. */
function blocksOf(reader: BlockReader, table: SealedTable, known: ReadonlyMap<number | string, Buffer>) {
  try {
    return reader.blocksOf(table)
  } catch {
    return [...known.keys()]
  }
}

function fitsRows(reader: BlockReader, table: SealedTable, block: number | string, seal: Buffer, key: SealKey | null) {
  try {
    return sealFits(seal, key, table.name, block, reader.contentOf(table, block))
  } catch {
    // A row that cannot be read, or has an invalid value.
    return false
  }
}

function rootProblem(raw: BetterSqlite.Database, key: SealKey | null, sum: string): SealProblems['root'] {
  const root = findRoot(raw)
  if (!root) return 'missing'
  if (rootFits(root, key) === false) return 'changed'
  const { rows, head } = auditEnd(raw)
  if (root.auditRows !== rows || root.auditHead !== head) return 'history'
  return root.sum === sum ? null : 'sum'
}

function nameOf({ name, rowsOf }: SealedTable, block: number | string): string {
  return `${name} ${rowsOf(block)}`
}
