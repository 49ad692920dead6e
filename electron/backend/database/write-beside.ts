import BetterSqlite from 'better-sqlite3'
import { type AuditRecord, appendAudit } from './audit.ts'
import { WriteDatabase } from './connection.ts'
import { prepareToWrite } from './open-database.ts'

/** In whose name a thread writes, where and when; what a command finds out by itself. */
export type Signature = { at: string; operator: string; desk: string; operation: string }

/**
 * One transaction by a connection of its own, ended by its audit rows as a command is; for a thread, once the answering one has lent it the
 * right to write. Nobody sees anything of it before it is whole, and a thread that is ended leaves nothing behind.
 */
export function writeBeside<T>(
  file: string,
  signature: Signature,
  work: (scope: {
    db: WriteDatabase
    record: (entity: string, id: string | number, before: unknown, after: unknown) => void
  }) => T,
): T {
  const raw = new BetterSqlite(file, { fileMustExist: true })
  try {
    raw.pragma('busy_timeout = 10000')
    prepareToWrite(raw)
    const db = new WriteDatabase(raw)
    return raw
      .transaction(() => {
        const records: AuditRecord[] = []
        const result = work({
          db,
          record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
        })
        for (const record of records) appendAudit(db, signature, record)
        return result
      })
      .immediate()
  } finally {
    raw.close()
  }
}
