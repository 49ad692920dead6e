import type BetterSqlite from 'better-sqlite3'
import { insertStatement, type RowStatement, updateStatement, upsertStatement } from './row-statements.ts'
import { CommitLog } from './seal/commit-log.ts'

type Value = string | number | bigint | Uint8Array | null
export type Who = { at: string; by: string }

export type Parameters = Record<string, Value> | readonly Value[]

const commitLogs = new WeakMap<BetterSqlite.Database, CommitLog>()

/** Shared by all views of a connection. */
export function commitLogOf(raw: BetterSqlite.Database): CommitLog {
  const log = commitLogs.get(raw) ?? new CommitLog()
  commitLogs.set(raw, log)
  return log
}

/** A view of the database that refuses every statement that could write. A column named 'active?' becomes the boolean field `active`. */
export class ReadDatabase {
  protected readonly raw: BetterSqlite.Database
  readonly #prepared = new Map<string, BetterSqlite.Statement>()
  #seen: Set<string> | undefined
  readonly #yesOrNo = new WeakMap<BetterSqlite.Statement, boolean>()

  constructor(raw: BetterSqlite.Database) {
    this.raw = raw
  }

  get commits(): CommitLog {
    return commitLogOf(this.raw)
  }

  /** Runs `work` and collects its statements; an outer `watching` collects them too. */
  watching<T>(seen: Set<string>, work: () => T): T {
    const before = this.#seen
    this.#seen = seen
    try {
      return work()
    } finally {
      this.#seen = before
      this.noteUse(seen)
    }
  }

  /** Counts these statements as used, because their remembered result is used without running them again. */
  noteUse(statements: Iterable<string>): void {
    if (this.#seen) for (const sql of statements) this.#seen.add(sql)
  }

  get<Row>(sql: string, parameters: Parameters = []): Row | undefined {
    const statement = this.reading(sql)
    const row = statement.get(parameters)
    return (row && this.asksYesOrNo(statement) ? withFlags(row) : row) as Row | undefined
  }

  all<Row>(sql: string, parameters: Parameters = []): Row[] {
    const statement = this.reading(sql)
    const rows = statement.all(parameters)
    return (this.asksYesOrNo(statement) ? rows.map(withFlags) : rows) as Row[]
  }

  /** The first column of the first row, which must exist. */
  value<T>(sql: string, parameters: Parameters = []): T {
    const row = this.reading(sql).raw(true).get(parameters) as T[] | undefined
    if (row === undefined) throw new Error(`no row from: ${sql}`)
    return row[0] as T
  }

  /** The first column of all rows. */
  values<T>(sql: string, parameters: Parameters = []): T[] {
    return (this.reading(sql).raw(true).all(parameters) as [T][]).map(([value]) => value)
  }

  protected prepare(sql: string): BetterSqlite.Statement {
    this.#seen?.add(sql)
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.raw.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }

  private asksYesOrNo(statement: BetterSqlite.Statement): boolean {
    const known = this.#yesOrNo.get(statement)
    if (known !== undefined) return known
    const asks = statement.columns().some(column => column.name.endsWith('?'))
    this.#yesOrNo.set(statement, asks)
    return asks
  }

  private reading(sql: string): BetterSqlite.Statement {
    const statement = this.prepare(sql)
    if (!statement.readonly) throw new Error(`a query must not write: ${sql}`)
    return statement.raw(false)
  }
}

function withFlags(row: unknown): object {
  return Object.fromEntries(
    Object.entries(row as object).map(([name, value]) =>
      name.endsWith('?') ? [name.slice(0, -1), value === null ? null : value === 1] : [name, value],
    ),
  )
}

/** Only for a command, inside its transaction. */
export class WriteDatabase extends ReadDatabase {
  /** Returns the id of the inserted row and the number of changed rows. */
  run(sql: string, parameters: Parameters = []): { id: number; changes: number } {
    const result = this.prepare(sql).run(parameters)
    return { id: Number(result.lastInsertRowid), changes: result.changes }
  }

  /**
   * Inserts a row and returns its id. Columns take the values with their names in camel case, or with the names after a colon: 'trainee_id,
   * recorded_at: at' takes `traineeId` and `at`. Other fields of `row` are ignored. Booleans are stored as 1 and 0, arrays and objects as JSON.
   */
  insert(table: string, columns: string, row: object): number {
    return this.write(insertStatement(table, columns), row).id
  }

  /** Inserts a row, or updates the one with this key. */
  upsert(table: string, key: string, columns: string, row: object): void {
    this.write(upsertStatement(table, key, columns), row)
  }

  /** Returns the number of rows with this key. */
  update(table: string, columns: string, row: object, key = 'id'): number {
    return this.write(updateStatement(table, columns, key), row).changes
  }

  private write({ sql, names }: RowStatement, row: object): { id: number; changes: number } {
    const values = new Map<string, unknown>(Object.entries(row))
    return this.run(sql, Object.fromEntries(names.map(name => [name, stored(values.get(name))])))
  }
}

function stored(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0
  const plain = value === null || typeof value !== 'object' || value instanceof Uint8Array
  return plain ? (value as Value) : JSON.stringify(value)
}
