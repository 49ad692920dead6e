import type { ScheduleChange } from '../../../../shared/facts/schedule-change-facts.ts'
import type { Move } from '../../../../shared/features/replan/replan.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Records how the days of a class moved, as a new version of its plan. */
export function insertScheduleChange(
  db: WriteDatabase,
  cohortId: number,
  { moves, ...change }: Omit<ScheduleChange, 'planVersion'>,
): void {
  db.run('UPDATE cohort SET plan_version = plan_version + 1 WHERE id = ?', [cohortId])
  const version = db.value<number>('SELECT plan_version FROM cohort WHERE id = ?', [cohortId])
  db.insert('schedule_change', 'cohort_id, plan_version: version, action, date, name, source, decided_on', {
    ...change,
    cohortId,
    version,
  })
  for (const move of moves) {
    db.insert('schedule_change_day', 'cohort_id, plan_version: version, n, old_date: from, new_date: to', {
      ...move,
      cohortId,
      version,
    })
  }
}

/** The newest change of a class; undefined if it never changed. */
export function lastScheduleChange(db: ReadDatabase, cohortId: number): ScheduleChange | undefined {
  const change = db.get<Omit<ScheduleChange, 'moves'>>(
    `SELECT plan_version AS planVersion, action, date, name, source, decided_on AS decidedOn
     FROM schedule_change WHERE cohort_id = ? ORDER BY plan_version DESC LIMIT 1`,
    [cohortId],
  )
  if (!change) return undefined
  const moves = db.all<Move>(
    `SELECT n, old_date AS "from", new_date AS "to" FROM schedule_change_day WHERE cohort_id = ? AND plan_version = ? ORDER BY n`,
    [cohortId, change.planVersion],
  )
  return { ...change, moves }
}
