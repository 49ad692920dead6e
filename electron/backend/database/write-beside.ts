import BetterSqlite from 'better-sqlite3'
import { type AuditRecord, appendAudit } from './audit.ts'
import { WriteDatabase } from './connection.ts'
import { prepareToWrite } from './open-database.ts'
import { RowSeals } from './seal/row-seals.ts'
import { SealKey } from './seal/seal-key.ts'

/** In whose name a thread writes, where and when; what a command finds out by itself. */
export type Signature = {
  at: string
  operator: string
  desk: string
  operation: string
  /** What rows are sealed with; null where the key is not open. */
  sealSecret: Uint8Array | null
}

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
  let seals: RowSeals | undefined
  try {
    raw.pragma('busy_timeout = 10000')
    prepareToWrite(raw)
    const db = new WriteDatabase(raw)
    const { sealSecret, ...who } = signature
    const sealing = new RowSeals(raw, sealSecret && new SealKey(sealSecret))
    seals = sealing
    return raw
      .transaction(() => {
        const records: AuditRecord[] = []
        const result = work({
          db,
          record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
        })
        for (const record of records) appendAudit(db, who, record)
        sealing.settle()
        return result
      })
      .immediate()
  } finally {
    seals?.close()
    raw.close()
  }
}
