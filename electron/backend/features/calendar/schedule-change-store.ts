import type { Move } from '../../../../shared/features/calendar/replan.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Why and how the days of a class were moved, as it was written down when it was done. */
export type ScheduleChange = {
  planVersion: number
  act: 'add' | 'withdraw'
  /** The day that became a day off, or is none any more. */
  date: PlainDate
  name: string
  /** Decree; '' where none was given. */
  source: string
  decidedOn: PlainDate
  moves: Move[]
}

/** The newest change of a class; undefined while its plan is the first one or was only moved as a whole. */
export function lastScheduleChange(db: ReadDatabase, cohortId: number): ScheduleChange | undefined {
  const change = db.get<Omit<ScheduleChange, 'moves'>>(
    `SELECT plan_version AS planVersion, act, date, name, source, decided_on AS decidedOn
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
