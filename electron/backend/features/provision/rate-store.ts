import type { RateRow } from '../../../../shared/features/provision/contract.ts'
import { type RateKind, rateKinds } from '../../../../shared/features/provision/provision.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type RateLevel = 'cohort' | 'activity' | 'centre'
type Place = { cohortId: number; activityId: number | null }

/** Rates of the class, its activity and the centre. */
export function ratesOf(db: ReadDatabase, { cohortId, activityId }: Place): RateRow[] {
  const rows = db.all<{ kind: RateKind; level: RateLevel; amount: number }>(
    `SELECT kind, CASE WHEN cohort_id IS NOT NULL THEN 'cohort' WHEN activity_id IS NOT NULL THEN 'activity' ELSE 'centre' END AS level,
       amount
     FROM rate WHERE cohort_id = @cohortId OR activity_id = @activityId OR (cohort_id IS NULL AND activity_id IS NULL)`,
    { cohortId, activityId },
  )
  return rateKinds.map(kind => {
    const of = (level: RateLevel) => rows.find(row => row.kind === kind && row.level === level)?.amount ?? null
    return { kind, cohort: of('cohort'), activity: of('activity'), centre: of('centre') }
  })
}

/** The most specific rate; null if none is set. */
export function rateThatCounts(rates: readonly RateRow[], kind: RateKind): number | null {
  const rate = rates.find(one => one.kind === kind)
  return rate?.cohort ?? rate?.activity ?? rate?.centre ?? null
}

export function writeRate(
  db: WriteDatabase,
  kind: RateKind,
  level: RateLevel,
  place: Place,
  amount: number | null,
): void {
  const cohortId = level === 'cohort' ? place.cohortId : null
  const activityId = level === 'activity' ? place.activityId : null
  const owner = { kind, cohortId, activityId }
  db.run('DELETE FROM rate WHERE kind = @kind AND cohort_id IS @cohortId AND activity_id IS @activityId', owner)
  if (amount !== null) db.insert('rate', 'kind, activity_id, cohort_id, amount', { ...owner, amount })
}
