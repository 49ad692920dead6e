import { lastSeal, selectLastSeal } from './audit.ts'
import { type ReadDatabase, WriteDatabase } from './connection.ts'
import type { RowRange, Written } from './seal/commit-log.ts'
import { unsealed } from './seal/sealed-table.ts'
import { TableUse } from './table-use.ts'

/** Seals of rows that only say who looked, each with the seal of the data as they were before. */
const onlyLooked = new Map<string, string>()
const mostLooks = 20

/** Runs what writes who looked at whose data, and nothing else: what is remembered stays right. */
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
  /** Keeps it until one of the tables is written that it was read from; what is read may come from nothing else. */
  byTables?: boolean
  /** Where of its tables these alone were written, and few rows of them: what is right now, made of what was; null where it must be read anew. */
  renew?: { tables: readonly string[]; of(db: ReadDatabase, value: Value, rows: WrittenRows): Value | null }
}
/** Of each table that was written. */
export type WrittenRows = ReadonlyMap<string, readonly RowRange[]>
const mostRenewed = 50

/**
 * Keeps what was read from a database until something is written there: every command ends in an audit row, so the newest seal
 * says whether anything is different. At most `most` answers at a time.
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
    // Within a command it may hold what is rolled back.
    const lasts = this.#options.byTables === true && !(db instanceof WriteDatabase)
    values.set(key, { value, statements, tables: lasts ? tablesOf(statements) : null })
    return value
  }

  /** What was kept and still holds. */
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

/** Null where one of the tables is not sealed: its writes are not logged, so nothing read from it may be remembered. */
function tablesOf(statements: ReadonlySet<string>): ReadonlySet<string> | null {
  tableUse ??= new TableUse()
  const use = tableUse
  // Whatever is remembered within asks for the seal; what is kept does not come of it.
  const read = [...statements]
    .filter(sql => sql !== selectLastSeal)
    .flatMap(sql => [...use.of(sql).reads])
    .filter(name => use.kindOf(name) !== null)
  return read.some(name => use.kindOf(name) === 'virtual' || unsealed.includes(name)) ? null : new Set(read)
}
