import BetterSqlite from 'better-sqlite3'
import { appendAct } from '../../../electron/backend/database/audit.ts'
import { type Parameters, ReadDatabase, WriteDatabase } from '../../../electron/backend/database/connection.ts'

/** The number of statements an operation runs, and of rows they return. */
export type Load = { statements: number; rows: number }
type Statement = { sql: string; parameters: Parameters; first: boolean }

const methods = { get: true, value: true, all: false, values: false } as const

/** Records every read statement that `work` runs, in order, with its parameters. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { prototype } = ReadDatabase
  const { get, value, all, values } = prototype
  const own = { get, value, all, values }
  const statements: Statement[] = []
  for (const [name, first] of Object.entries(methods) as [keyof typeof methods, boolean][])
    Object.assign(prototype, {
      [name](this: ReadDatabase, sql: string, parameters: Parameters = []) {
        statements.push({ sql, parameters, first })
        return own[name].call(this, sql, parameters)
      },
    })
  try {
    await work()
  } finally {
    Object.assign(prototype, own)
  }
  return statements
}

/**
 * A second connection to the same file. It runs recorded statements without using the rows, and its writes make the program drop its
 * caches.
 */
export class SecondConnection {
  readonly #raw: BetterSqlite.Database
  readonly #db: WriteDatabase
  readonly #prepared = new Map<string, BetterSqlite.Statement>()
  #acts = 0

  constructor(file: string) {
    this.#raw = new BetterSqlite(file)
    this.#db = new WriteDatabase(this.#raw)
  }

  /** Returns the number of rows. */
  read(statements: readonly Statement[]): number {
    let rows = 0
    for (const { sql, parameters, first } of statements) {
      const statement = this.#prepared.get(sql) ?? this.#raw.prepare(sql).raw(true)
      this.#prepared.set(sql, statement)
      if (first) rows += statement.get(parameters) === undefined ? 0 : 1
      else rows += statement.all(parameters).length
    }
    return rows
  }

  /** Writes an act without the program. */
  write(): void {
    this.#acts += 1
    const acting = { at: '2027-01-04T08:00:00', operator: 'Bench', desk: 'bench', operation: 'bench', area: 'open' }
    appendAct(this.#db, acting, [{ entity: null, id: null, before: undefined, after: { acts: this.#acts } }])
  }

  close(): void {
    this.#raw.close()
  }
}
