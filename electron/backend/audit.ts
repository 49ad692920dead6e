import { createHash } from 'node:crypto'
import type { ReadDatabase, WriteDatabase } from './database/connection.ts'

export type AuditRecord = { entity: string | null; id: string | null; before: unknown; after: unknown }

type Row = {
  id: number
  at: string
  operator: string
  operation: string
  entity: string | null
  entity_id: string | null
  before: string | null
  after: string | null
  previous_hash: string
  hash: string
}

/** Seal of the newest row, '' before the first. Two histories that differ anywhere end in different seals. */
export function lastSeal(db: ReadDatabase): string {
  return db.get<{ hash: string }>('SELECT hash FROM audit ORDER BY id DESC LIMIT 1')?.hash ?? ''
}

/** Appends one row, sealed with the hash of the row before it. */
export function appendAudit(
  db: WriteDatabase,
  who: { at: string; operator: string; operation: string },
  record: AuditRecord,
): void {
  const row = {
    ...who,
    entity: record.entity,
    entity_id: record.id,
    before: record.before === undefined ? null : JSON.stringify(record.before),
    after: record.after === undefined ? null : JSON.stringify(record.after),
    previous_hash: lastSeal(db),
  }
  db.run(
    `INSERT INTO audit (at, operator, operation, entity, entity_id, before, after, previous_hash, hash)
     VALUES (@at, @operator, @operation, @entity, @entity_id, @before, @after, @previous_hash, @hash)`,
    { ...row, hash: seal(row) },
  )
}

/** Number of the first row whose seal does not fit, or null when the chain is whole. */
export function brokenAuditRow(db: ReadDatabase): number | null {
  let previous = ''
  for (const row of db.all<Row>('SELECT * FROM audit ORDER BY id')) {
    if (row.previous_hash !== previous || row.hash !== seal(row)) return row.id
    previous = row.hash
  }
  return null
}

function seal(row: Omit<Row, 'id' | 'hash'>): string {
  const facts = [
    row.previous_hash,
    row.at,
    row.operator,
    row.operation,
    row.entity,
    row.entity_id,
    row.before,
    row.after,
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
