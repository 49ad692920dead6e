import BetterSqlite from 'better-sqlite3'
import { type Acting, type AuditRecord, appendAct } from './audit.ts'
import { WriteDatabase } from './connection.ts'
import { prepareToWrite } from './open-database.ts'
import { RowSeals } from './seal/row-seals.ts'
import { SealKey } from './seal/seal-key.ts'

/** Author, place and time for writes of a thread; a command determines these itself. */
export type Signature = Acting & {
  /** Secret of the seals; null if the key is not available. */
  sealSecret: Uint8Array | null
}

type ThreadScope = {
  db: WriteDatabase
  record: (entity: string, id: string | number, before: unknown, after: unknown) => void
}

/**
 * Writes from a thread with its own connection, each transaction after the answering thread has allowed it. Like a command, it ends with audit rows;
 * a thread stopped inside a transaction leaves nothing behind.
 */
export class ThreadWriter {
  readonly #raw: BetterSqlite.Database
  readonly #db: WriteDatabase
  readonly #seals: RowSeals
  readonly #who: Omit<Signature, 'sealSecret'>

  constructor(file: string, { sealSecret, ...who }: Signature) {
    this.#raw = new BetterSqlite(file, { fileMustExist: true })
    this.#raw.pragma('busy_timeout = 10000')
    prepareToWrite(this.#raw)
    this.#db = new WriteDatabase(this.#raw)
    this.#seals = new RowSeals(this.#raw, sealSecret && new SealKey(sealSecret))
    this.#who = who
  }

  transaction<T>(work: (scope: ThreadScope) => T): T {
    return this.#raw
      .transaction(() => {
        const records: AuditRecord[] = []
        const result = work({
          db: this.#db,
          record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
        })
        appendAct(this.#db, this.#who, records)
        this.#seals.settle()
        return result
      })
      .immediate()
  }

  close(): void {
    this.#seals.close()
    this.#raw.close()
  }
}
