import BetterSqlite from 'better-sqlite3'
import { type Acting, type AuditRecord, appendAct } from './audit.ts'
import { WriteDatabase } from './connection.ts'
import { prepareToWrite } from './open-database.ts'
import { RowSeals } from './seal/row-seals.ts'
import { SealKey } from './seal/seal-key.ts'

/** In whose name a thread writes, where and when; what a command finds out by itself. */
export type Signature = Acting & {
  /** What rows are sealed with; null where the key is not open. */
  sealSecret: Uint8Array | null
}

type BesideScope = {
  db: WriteDatabase
  record: (entity: string, id: string | number, before: unknown, after: unknown) => void
}

/**
 * Writes by a connection of its own, for a thread; each transaction once the answering thread has lent it the right to write. What is
 * recorded ends it as audit rows, as a command is ended; a thread that is stopped in the midst of one leaves nothing of it behind.
 */
export class BesideWriter {
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

  transaction<T>(work: (scope: BesideScope) => T): T {
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
