import type { DayOff, DayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** A day without training for one class while the centre is open. */
export type Closure = DayOff & { source: string }

export function closuresOfCohort(db: ReadDatabase, cohortId: number): Closure[] {
  return db.all<Closure>('SELECT date, kind, name, source FROM cohort_closure WHERE cohort_id = ? ORDER BY date', [
    cohortId,
  ])
}

export function allClosures(db: ReadDatabase): Map<number, Closure[]> {
  const rows = db.all<Closure & { cohortId: number }>(
    'SELECT cohort_id AS cohortId, date, kind, name, source FROM cohort_closure ORDER BY date',
  )
  return Map.groupBy(rows, row => row.cohortId)
}

export function insertClosure(db: WriteDatabase, cohortId: number, { date, kind, name, source }: DayOffDraft): void {
  db.insert('cohort_closure', 'cohort_id, date, kind, name, source', { cohortId, date, kind, name, source })
}

export function deleteClosure(db: WriteDatabase, cohortId: number, date: PlainDate): void {
  db.run('DELETE FROM cohort_closure WHERE cohort_id = ? AND date = ?', [cohortId, date])
}
