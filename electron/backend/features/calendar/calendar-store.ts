import type { CalendarDay } from '../../../../shared/features/calendar/contract.ts'
import type { DayOff, DayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function holidayYears(db: ReadDatabase): { year: number; source: string }[] {
  return db.all('SELECT year, source FROM holiday_year ORDER BY year')
}

export function saveYear(db: WriteDatabase, year: number, source: string): void {
  db.upsert('holiday_year', 'year', 'source', { year, source })
}

/** Days off between two dates, both included. */
export function daysOff(db: ReadDatabase, first: PlainDate, last: PlainDate): DayOff[] {
  return db.all<DayOff>('SELECT date, kind, name FROM day_off WHERE date BETWEEN ? AND ? ORDER BY date', [first, last])
}

const columns = 'id, date, kind, name, source, certain AS "certain?" FROM day_off'

export function daysOffOfYear(db: ReadDatabase, year: number): CalendarDay[] {
  return db.all(`SELECT ${columns} WHERE date BETWEEN ? AND ? ORDER BY date`, [`${year}-01-01`, `${year}-12-31`])
}

export function findDayOff(db: ReadDatabase, id: number): CalendarDay | undefined {
  return db.get(`SELECT ${columns} WHERE id = ?`, [id])
}

export function dayOffOn(db: ReadDatabase, date: PlainDate): CalendarDay | undefined {
  return db.get(`SELECT ${columns} WHERE date = ?`, [date])
}

export function insertDayOff(db: WriteDatabase, day: DayOffDraft): number {
  return db.insert('day_off', 'date, kind, name, source, certain', day)
}

export function updateDayOff(db: WriteDatabase, id: number, day: DayOffDraft): void {
  db.update('day_off', 'date, kind, name, source, certain', { ...day, id })
}

export function deleteDayOff(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM day_off WHERE id = ?', [id])
}

type CohortMeeting = { code: string; title: string; date: PlainDate }

/** Days of classes that are not cancelled between two dates, by date. */
export function cohortDaysBetween(db: ReadDatabase, first: PlainDate, last: PlainDate): CohortMeeting[] {
  return db.all<CohortMeeting>(
    `SELECT cohort.code, cohort.title, cohort_day.date FROM cohort JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     WHERE cohort.cancelled_at IS NULL AND cohort_day.date BETWEEN ? AND ? ORDER BY cohort_day.date, cohort.code`,
    [first, last],
  )
}

/** Classes with days on these dates that are not held; an imported table never moves them. */
export function cohortsStillMeeting(
  db: ReadDatabase,
  dates: readonly PlainDate[],
): { date: PlainDate; cohorts: string[] }[] {
  const rows = db.all<{ date: PlainDate; title: string }>(
    `SELECT cohort_day.date, cohort.title FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE cohort.cancelled_at IS NULL AND cohort_day.date IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM held_day WHERE held_day.day_id = cohort_day.id)
     ORDER BY cohort_day.date, cohort.code`,
    [JSON.stringify(dates)],
  )
  return [...Map.groupBy(rows, row => row.date)].map(([date, cohorts]) => ({
    date,
    cohorts: cohorts.map(row => row.title),
  }))
}
