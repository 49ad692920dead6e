import type { calendarContract } from '../../../../shared/features/calendar/contract.ts'
import { dayOffId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { dayOffHandlers } from '../replan/replan-handlers.ts'
import {
  dayOffOn,
  daysOffOfYear,
  deleteDayOff,
  findDayOff,
  holidayYears,
  insertDayOff,
  saveYear,
  updateDayOff,
} from './calendar-store.ts'
import { yearTableHandlers } from './year-table-handlers.ts'

export const calendarHandlers: Handlers<typeof calendarContract> = {
  ...dayOffHandlers,
  ...yearTableHandlers,

  years: ({ db }) => holidayYears(db),

  year({ db }, { year }) {
    const rows = db.all<{ code: string; title: string; date: PlainDate }>(
      `SELECT cohort.code, cohort.title, cohort_day.date FROM cohort JOIN cohort_day ON cohort_day.cohort_id = cohort.id
       WHERE cohort.cancelled_at IS NULL AND cohort_day.date BETWEEN ? AND ? ORDER BY cohort_day.date, cohort.code`,
      [`${year}-01-01`, `${year}-12-31`],
    )
    const cohorts = [...Map.groupBy(rows, row => row.code).values()].flatMap(days => {
      const [first] = days
      const last = days.at(-1)
      if (!first || !last) return []
      return [
        { code: first.code, title: first.title, start: first.date, end: last.date, dates: days.map(day => day.date) },
      ]
    })
    const source = db.get<{ source: string }>('SELECT source FROM holiday_year WHERE year = ?', [year])?.source ?? null
    return { year, source, days: daysOffOfYear(db, year), cohorts }
  },

  saveYear({ db, record }, { year, source }) {
    const before = holidayYears(db).find(row => row.year === year) ?? null
    saveYear(db, year, source)
    record('holiday_year', year, before, { year, source })
  },

  saveDay({ db, record }, { id, day }) {
    const taken = dayOffOn(db, day.date)
    if (taken && taken.id !== id) throw new DomainError({ code: 'day_off_taken', date: day.date, name: taken.name })
    if (id === null) {
      const created = dayOffId.parse(insertDayOff(db, day))
      record('day_off', created, null, day)
      return { id: created, plannedCohorts: cohortsMeetingOn(db, day.date) }
    }
    const before = found(findDayOff(db, id), 'day_off')
    updateDayOff(db, id, day)
    record('day_off', id, before, day)
    return { id, plannedCohorts: cohortsMeetingOn(db, day.date) }
  },

  removeDay({ db, record }, { id }) {
    const before = found(findDayOff(db, id), 'day_off')
    deleteDayOff(db, id)
    record('day_off', id, before, null)
  },
}

/** Classes whose stored schedule still has training on that day: the person at the desk must be told. */
function cohortsMeetingOn(db: ReadDatabase, date: PlainDate): string[] {
  return db
    .all<{ title: string }>(
      `SELECT cohort.title FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id
       WHERE cohort_day.date = ? AND cohort.cancelled_at IS NULL ORDER BY cohort.code`,
      [date],
    )
    .map(row => row.title)
}
