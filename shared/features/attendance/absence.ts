import type { AttendanceSpan } from './attendance.ts'
import type { Mark } from './mark.ts'

/** Consecutive days of Alpa; day numbers from 1. */
export type AbsenceRun = { from: number; until: number; days: number }

/**
 * The longest run of Alpa of a person, the last one if equal. `marks` has one entry for each day from day 1. Any other mark, or a missing one, ends a
 * run; days outside the span do not count.
 */
export function longestAbsence(marks: readonly (Mark | null)[], span: AttendanceSpan): AbsenceRun | null {
  const last = Math.min(marks.length, span.leftAfterDay ?? marks.length)
  let longest: AbsenceRun | null = null
  let from = 0
  for (let n = Math.max(1, span.joinedDay); n <= last; n += 1) {
    if (marks[n - 1] !== 'A') {
      from = 0
      continue
    }
    if (from === 0) from = n
    const days = n - from + 1
    if (longest === null || days >= longest.days) longest = { from, until: n, days }
  }
  return longest
}

/** 'alpa 3 hari berturut-turut (hari ke-4 s.d. 6)' */
export function formatAbsence({ from, until, days }: AbsenceRun): string {
  return `alpa ${days} hari berturut-turut (hari ke-${from} s.d. ${until})`
}
