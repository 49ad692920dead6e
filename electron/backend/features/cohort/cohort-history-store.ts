import type { CohortChange } from '../../../../shared/features/cohort/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Entities of a class: its code, or the code, a space and a day, person or paper. */
const aboutCohort = `entity_id >= @code AND entity_id < @code || '!'`

/** Acts in a class: those of one person at one time are one line. */
export function cohortHistory(db: ReadDatabase, code: string, limit: number): { total: number; rows: CohortChange[] } {
  const rows = db.all<Omit<CohortChange, 'days'> & { first: number | null; last: number | null }>(
    `SELECT at, operator, operation, min(day) AS first, max(day) AS last FROM (
       SELECT id, at, operator, operation,
         CASE WHEN entity IN ('attendance', 'cohort_day', 'taught_day', 'credential_override')
           THEN CAST(substr(entity_id, length(@code) + 2) AS INTEGER) END AS day
       FROM audit WHERE ${aboutCohort}
     ) GROUP BY at, operator, operation ORDER BY max(id) DESC LIMIT @limit`,
    { code, limit },
  )
  return {
    total: db.value(
      `SELECT count(*) FROM (SELECT 1 FROM audit WHERE ${aboutCohort} GROUP BY at, operator, operation)`,
      { code },
    ),
    rows: rows.map(({ first, last, ...change }) => ({
      ...change,
      days: first === null || last === null ? null : { from: first, to: last },
    })),
  }
}
