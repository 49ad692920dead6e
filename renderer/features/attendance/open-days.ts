import type { AttendanceGrid } from '../../../shared/features/attendance/contract.ts'
import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import { isMemberOn } from '../../../shared/features/cohort/membership.ts'

interface OpenDay {
  day: CohortDay
  /** Number of people without a mark, and with one. */
  open: number
  kept: number
}

/** Days up to today that are not closed and where a mark is missing. */
export function openDays({ days, rows, today }: AttendanceGrid): OpenDay[] {
  return days
    .filter(day => day.date <= today && !day.closed)
    .map(day => {
      const members = rows.filter(row => isMemberOn(row, day.n))
      const open = members.filter(row => row.cells[day.n - 1] == null).length
      return { day, open, kept: members.length - open }
    })
    .filter(row => row.open > 0)
}

/** Filled days up to today that are open and have an instructor in whose name they can be closed. */
export function closableDays({ days, today }: AttendanceGrid): CohortDay[] {
  return days.filter(day => day.date <= today && day.complete && !day.closed && day.instructors.length > 0)
}
