import type { WorkCalendar } from '../../../../shared/features/cohort/working-days.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { daysOff, holidayYears } from '../calendar/calendar-store.ts'
import { closuresOfCohort } from '../calendar/closure-store.ts'

/** Far enough for sixty training days over the longest holidays. */
const reach = 200

/** The calendar around a date as a class sees it: with its own closures when it exists already (`id`). */
export function workCalendar(
  db: ReadDatabase,
  around: PlainDate,
  choice: { week: 5 | 6; jointLeave: 'off' | 'work'; id?: number },
): WorkCalendar & { years: number[] } {
  return {
    week: choice.week,
    jointLeave: choice.jointLeave,
    daysOff: [
      ...daysOff(db, addDays(around, -reach), addDays(around, reach)),
      ...(choice.id === undefined ? [] : closuresOfCohort(db, choice.id)),
    ],
    years: holidayYears(db).map(row => row.year),
  }
}
