import { createHash } from 'node:crypto'
import type { ReadDatabase, WriteDatabase } from './connection.ts'

export type AuditRecord = { entity: string | null; id: string | null; before: unknown; after: unknown }

export type AuditRow = {
  id: number
  at: string
  operator: string
  desk: string
  operation: string
  area: string
  act: number | null
  entity: string | null
  entity_id: string | null
  before: string | null
  after: string | null
  previous_hash: string
  hash: string
}

/** The fields in `before` or `after` of an audit row; empty if there are none. */
export function auditValues(json: string | null): Record<string, unknown> {
  const value: unknown = JSON.parse(json ?? 'null')
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

export const selectLastSeal = 'SELECT hash FROM audit ORDER BY id DESC LIMIT 1'

/** Seal of the newest row, '' if there is none. Histories that differ anywhere have different seals. */
export function lastSeal(db: ReadDatabase): string {
  return db.get<{ hash: string }>(selectLastSeal)?.hash ?? ''
}

/** Who acts, where, when, and the role table row of the operation. */
export type Acting = { at: string; operator: string; desk: string; operation: string; area: string }

/** Appends the rows of one act, each sealed with the hash of the row before. `seen`: people whose data was shown or exported, without duplicates. */
export function appendAct(
  db: WriteDatabase,
  { at, operator, desk, operation, area }: Acting,
  records: readonly AuditRecord[],
  seen: ArrayLike<number> = [],
): number | null {
  let act: number | null = null
  for (const record of records) {
    const row: Omit<AuditRow, 'id' | 'hash'> = {
      ...{ at, operator, desk, operation, area, act },
      entity: record.entity,
      // SQLite stores a single surrogate as another letter; the row must be sealed as it is stored.
      entity_id: record.id?.toWellFormed() ?? null,
      before: record.before === undefined ? null : JSON.stringify(record.before),
      after: record.after === undefined ? null : JSON.stringify(record.after),
      previous_hash: lastSeal(db),
    }
    const id: number = db.insert(
      'audit',
      'at, operator, desk, operation, area, act, entity, entity_id: entity_id, before, after, previous_hash: previous_hash, hash',
      { ...row, hash: seal(row) },
    )
    act ??= id
  }
  if (act !== null) appendSeen(db, act, seen)
  return act
}

/** Further people of an act. */
export function appendSeen(db: WriteDatabase, act: number, people: ArrayLike<number>): void {
  if (people.length === 0) return
  db.run('INSERT INTO seen_person (audit_id, trainee_id) SELECT ?, value FROM json_each(?)', [
    act,
    JSON.stringify(Array.from(people)),
  ])
}

/**
 * Number of the first row whose seal does not fit, or null if the chain is intact. A row whose values were erased on request no longer fits its seal:
 * its remaining content must then match the digest in a later row of the chain.
 */
export function brokenAuditRow(db: ReadDatabase): number | null {
  const erasures = db.all<AuditRow>('SELECT * FROM audit WHERE entity = ?', [erasureEntity])
  const erased = new Map(erasures.filter(row => row.hash === seal(row)).flatMap(erasedIn))
  let previous = ''
  for (const row of rowsOf(db, '')) {
    if (row.previous_hash !== previous) return row.id
    if (row.hash !== seal(row) && erased.get(row.id) !== digest(row)) return row.id
    previous = row.hash
  }
  return null
}

/** Rows of this entity list erased rows with the digest of their remaining content. */
export const erasureEntity = 'audit_erasure'

/** A row for an erasure; `before` and `after` are JSON text. */
export type ErasableRow = Pick<AuditRow, 'operation' | 'entity' | 'entity_id' | 'before' | 'after'>

/**
 * Erases values from rows: for each row the new texts, or null to keep it. Who did what and when stays, and so does the chain. Returns what must be
 * recorded under `erasureEntity` in the same transaction: the number of each row and the digest of its remaining content.
 */
export function eraseFromAudit(
  db: WriteDatabase,
  erase: (row: ErasableRow) => Pick<AuditRow, 'before' | 'after'> | null,
): Record<string, string> {
  const digests: Record<string, string> = {}
  for (const row of rowsOf(db, `AND (before IS NOT NULL OR after IS NOT NULL) AND entity IS NOT '${erasureEntity}'`)) {
    const erased = erase(row)
    if (erased === null) continue
    const { id } = row
    const mark = digest({ ...row, ...erased })
    db.run('INSERT OR IGNORE INTO audit_erasure (audit_id, digest) VALUES (?, ?)', [id, mark])
    db.update('audit', 'before, after', { id, ...erased })
    digests[id] = mark
  }
  return digests
}

/** Reads in pages: ten years of history are 250 MB, and an open statement would block every write. */
function* rowsOf(db: ReadDatabase, condition: string): Generator<AuditRow> {
  for (let last = 0; ; ) {
    const rows = db.all<AuditRow>(`SELECT * FROM audit WHERE id > ? ${condition} ORDER BY id LIMIT 1000`, [last])
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

function erasedIn({ after }: AuditRow): [number, string][] {
  const { rows } = JSON.parse(after ?? '{}') as { rows?: Record<string, string> }
  return Object.entries(rows ?? {}).map(([id, mark]) => [Number(id), mark])
}

/** Digest of the remaining content of a row, bound to its seal. */
function digest(row: AuditRow): string {
  return hashOf(row.hash, row)
}

function seal(row: Omit<AuditRow, 'id' | 'hash'>): string {
  return hashOf(row.previous_hash, row)
}

function hashOf(bound: string, row: Omit<AuditRow, 'id' | 'hash' | 'previous_hash'>): string {
  const { at, operator, desk, operation, area, act, entity, entity_id, before, after } = row
  const facts = [bound, at, operator, desk, operation, area, act, entity, entity_id, before, after]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
