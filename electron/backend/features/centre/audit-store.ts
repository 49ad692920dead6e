import type { AuditEntry } from '../../../../shared/features/centre/contract.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** The history from one row back, the newest first. */
export function listAudit(db: ReadDatabase, before: number | null, limit: number): AuditEntry[] {
  const rows = db.all<Omit<AuditEntry, 'summary'> & { after: string | null; earlier: string | null }>(
    `SELECT id, at, operator, desk, operation, entity || ' ' || entity_id AS entity, before AS earlier, after FROM audit
     WHERE id < ? ORDER BY id DESC LIMIT ?`,
    [before ?? Number.MAX_SAFE_INTEGER, limit],
  )
  return rows.map(({ earlier, after, ...row }) => ({ ...row, summary: changed(earlier, after) }))
}

/** The moment of the last row that was written, null before the first. */
export function lastWork(db: ReadDatabase): string | null {
  return db.get<{ at: string }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1')?.at ?? null
}

/**
 * Names of the fields that differ; their values stay out of lists because they may be personal data. Where both sides are known,
 * only what the change set counts: the state before it may hold more.
 */
function changed(before: string | null, after: string | null): string {
  const [was, is] = [auditValues(before), auditValues(after)]
  return Object.keys(after === null ? was : is)
    .filter(key => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .join(', ')
}
