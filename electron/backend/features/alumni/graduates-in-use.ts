import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'

/**
 * A panel stays closed once somebody was followed up or helped on the ground of it.
 * @throws DomainError graduates_in_use
 */
export function assertGraduatesFree(db: ReadDatabase, cohortId: number): void {
  const count = (table: 'follow_up' | 'business_aid') =>
    db.value<number>(
      `SELECT count(DISTINCT enrolment_id) FROM ${table} JOIN enrolment ON enrolment.id = enrolment_id WHERE cohort_id = ?`,
      [cohortId],
    )
  const [followed, aided] = [count('follow_up'), count('business_aid')]
  if (followed + aided > 0) throw new DomainError({ code: 'graduates_in_use', followed, aided })
}
