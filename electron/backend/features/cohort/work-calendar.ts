import type { WorkCalendar } from '../../../../shared/features/cohort/working-days.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { daysOff, holidayYears } from '../calendar/calendar-store.ts'

/** Far enough for sixty training days over the longest holidays. */
const reach = 200

export function workCalendar(
  db: ReadDatabase,
  around: PlainDate,
  choice: { week: 5 | 6; jointLeave: 'off' | 'work' },
): WorkCalendar & { years: number[] } {
  return {
    week: choice.week,
    jointLeave: choice.jointLeave,
    daysOff: daysOff(db, addDays(around, -reach), addDays(around, reach)),
    years: holidayYears(db).map(row => row.year),
  }
}
