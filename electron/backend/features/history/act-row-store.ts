import { mostCounted } from '../../../../shared/features/history/history.ts'
import type { ReadDatabase } from '../../database/connection.ts'

export type ActRow = {
  id: number
  at: string
  operator: string
  desk: string
  operation: string
  area: string
  entity: string | null
  entityId: string | null
  before: string | null
  after: string | null
}

/** Number of rows (at most `mostCounted`) and people of an act, and its approver. */
export type FirstRow = ActRow & { records: number; seen: number; approvedBy: string | null }

export function firstRows(db: ReadDatabase, ids: readonly number[]): FirstRow[] {
  return db.all<FirstRow>(
    `SELECT id, at, operator, desk, operation, area, entity, entity_id AS entityId, before, after,
       (SELECT 1 + count(*) FROM (SELECT 1 FROM audit AS other WHERE other.act = audit.id LIMIT @most)) AS records,
       (SELECT count(*) FROM seen_person WHERE audit_id = audit.id) AS seen,
       (SELECT other.after ->> 'approvedBy' FROM audit AS other
        WHERE (other.act = audit.id OR other.id = audit.id) AND other.entity = 'approval' LIMIT 1) AS approvedBy
     FROM audit WHERE id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids), most: mostCounted - 1 },
  )
}

export function otherRows(db: ReadDatabase, act: number, limit: number): ActRow[] {
  return db.all<ActRow>(
    `SELECT id, at, operator, desk, operation, area, entity, entity_id AS entityId, before, after
     FROM audit WHERE act = ? ORDER BY id LIMIT ?`,
    [act, limit],
  )
}

/** The previous change of the same entity. */
export function earlierChange(
  db: ReadDatabase,
  { id, entity, entityId }: Pick<ActRow, 'id' | 'entity' | 'entityId'>,
): { at: string; operator: string } | null {
  if (entity === null || entityId === null) return null
  return (
    db.get<{ at: string; operator: string }>(
      'SELECT at, operator FROM audit WHERE entity_id = ? AND entity = ? AND id < ? ORDER BY id DESC LIMIT 1',
      [entityId, entity, id],
    ) ?? null
  )
}

export function sealOf(db: ReadDatabase, id: number): string {
  return db.get<{ hash: string }>('SELECT hash FROM audit WHERE id = ?', [id])?.hash ?? ''
}

/** The first row of the act of a row. */
export function actOf(db: ReadDatabase, id: number): number | undefined {
  return db.get<{ act: number }>('SELECT coalesce(act, id) AS act FROM audit WHERE id = ?', [id])?.act
}

/** Number of rows and date of the first. Rows are numbered without gaps and never deleted. */
export function sizeOfHistory(db: ReadDatabase): { rows: number; since: string | null } {
  return {
    rows: db.get<{ id: number }>('SELECT id FROM audit ORDER BY id DESC LIMIT 1')?.id ?? 0,
    since: db.get<{ at: string }>('SELECT at FROM audit ORDER BY id LIMIT 1')?.at ?? null,
  }
}

export function momentOfRow(db: ReadDatabase, id: number): string {
  return db.get<{ at: string }>('SELECT at FROM audit WHERE id = ?', [id])?.at ?? ''
}
