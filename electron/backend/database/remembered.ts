import { lastSeal, selectLastSeal } from './audit.ts'
import { type ReadDatabase, WriteDatabase } from './connection.ts'
import type { RowRange, Written } from './seal/commit-log.ts'
import { unsealed } from './seal/sealed-table.ts'
import { TableUse } from './table-use.ts'

/** Seals of rows that only record who looked, each with the previous seal that changed data. */
const onlyLooked = new Map<string, string>()
const mostLooks = 20

/** Runs a write that only records who looked at data, so remembered results stay valid. */
export function withoutChange(db: ReadDatabase, write: () => void): void {
  const data = sealOfData(db)
  write()
  const seal = lastSeal(db)
  if (seal === data) return
  onlyLooked.set(seal, data)
  const [oldest] = onlyLooked.keys()
  if (onlyLooked.size > mostLooks && oldest !== undefined) onlyLooked.delete(oldest)
}

function sealOfData(db: ReadDatabase): string {
  const seal = lastSeal(db)
  return onlyLooked.get(seal) ?? seal
}

type Kept<Value> = { value: Value; statements: ReadonlySet<string>; tables: ReadonlySet<string> | null }
type Options<Value> = {
  /** Keeps the result until one of the tables it was read from is written. The result must depend on the database alone. */
  byTables?: boolean
  /** If only these tables were written, and few rows of them: derives the new result from the old one; null if it must be read again. */
  renew?: { tables: readonly string[]; of(db: ReadDatabase, value: Value, rows: WrittenRows): Value | null }
}
/** Written rows by table. */
export type WrittenRows = ReadonlyMap<string, readonly RowRange[]>
const mostRenewed = 50

/**
 * Caches results read from a database until something is written: every command appends an audit row, so the newest seal tells whether anything
 * changed. Keeps at most `most` results.
 */
export class Remembered<Value> {
  readonly #most: number
  readonly #options: Options<Value>
  readonly #kept = new WeakMap<ReadDatabase, { seal: string; values: Map<string, Kept<Value>> }>()

  constructor(most: number, options: Options<Value> = {}) {
    this.#most = most
    this.#options = options
  }

  get(db: ReadDatabase, key: string, read: () => Value): Value {
    const { values } = this.#standing(db)
    const present = values.get(key)
    if (present !== undefined) {
      db.noteUse(present.statements)
      return present.value
    }
    const statements = new Set<string>()
    const value = db.watching(statements, read)
    if (values.size >= this.#most) values.delete(values.keys().next().value ?? '')
    // Inside a command it may contain data that is rolled back.
    const lasts = this.#options.byTables === true && !(db instanceof WriteDatabase)
    values.set(key, { value, statements, tables: lasts ? tablesOf(statements) : null })
    return value
  }

  /** The cached result if it is still valid. */
  #standing(db: ReadDatabase) {
    const seal = sealOfData(db)
    const kept = this.#kept.get(db)
    if (kept?.seal === seal) return kept
    const now = { seal, values: new Map<string, Kept<Value>>() }
    this.#kept.set(db, now)
    const written = kept && this.#options.byTables ? db.commits.between(kept.seal, seal) : null
    if (kept && written)
      for (const [key, one] of kept.values) {
        const standing = this.#stillRight(db, one, written)
        if (standing) now.values.set(key, standing)
      }
    return now
  }

  #stillRight(db: ReadDatabase, kept: Kept<Value>, written: Written): Kept<Value> | null {
    const { tables } = kept
    if (tables === null) return null
    const touched = [...written.keys()].filter(table => tables.has(table))
    if (touched.length === 0) return kept
    const { renew } = this.#options
    if (!renew || touched.some(table => !renew.tables.includes(table))) return null
    const rows = new Map(touched.map(table => [table, written.get(table)] as const).filter(hasFew))
    if (rows.size < touched.length) return null
    const value = renew.of(db, kept.value, rows)
    return value === null ? null : { ...kept, value }
  }
}

function hasFew(entry: readonly [string, readonly RowRange[] | null | undefined]): entry is [string, RowRange[]] {
  return entry[1] != null && entry[1].length <= mostRenewed
}

let tableUse: TableUse | undefined

/** Null if a table is not sealed: its writes are not logged, so nothing read from it may be cached. */
function tablesOf(statements: ReadonlySet<string>): ReadonlySet<string> | null {
  tableUse ??= new TableUse()
  const use = tableUse
  // Reading the seal is not a dependency of the result.
  const read = [...statements]
    .filter(sql => sql !== selectLastSeal)
    .flatMap(sql => [...use.of(sql).reads])
    .filter(name => use.kindOf(name) !== null)
  return read.some(name => use.kindOf(name) === 'virtual' || unsealed.includes(name)) ? null : new Set(read)
}
