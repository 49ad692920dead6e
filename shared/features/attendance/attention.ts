import { type AbsenceRun, formatAbsence, longestAbsence } from './absence.ts'
import { type AttendanceSpan, daysNeeded, formatOutlook, type Outlook, outlook, tally } from './attendance.ts'
import type { Mark } from './mark.ts'

type AttentionRules = {
  planned: number
  /** Whole percent of all planned days. */
  minimumAttendance: number
  /** Consecutive days of Alpa. */
  absenceAlarm: number
}

/** Why a person needs attention; both can apply. */
type Attention = { absence: AbsenceRun | null; outOfReach: { stillPossible: number; needed: number } | null }

/** `marks` of a person from day 1 to the last day that should be filled by now. Null if there is nothing to report. */
export function attentionOf(
  marks: readonly (Mark | null)[],
  span: AttendanceSpan,
  { planned, minimumAttendance, absenceAlarm }: AttentionRules,
): Attention | null {
  const run = longestAbsence(marks, span)
  const absence = run && run.days >= absenceAlarm ? run : null
  const needed = daysNeeded(minimumAttendance, planned)
  const sums = tally(marks, planned, span)
  const view: Outlook = outlook(sums, needed)
  const outOfReach = view.kind === 'out_of_reach' ? { stillPossible: sums.stillPossible, needed } : null
  return absence || outOfReach ? { absence, outOfReach } : null
}

/** 'alpa 3 hari berturut-turut (hari ke-4 s.d. 6), paling banyak 11 dari 12 hari yang perlu' */
export function formatAttention({ absence, outOfReach }: Attention): string {
  const reach = outOfReach
    ? formatOutlook(
        { kind: 'out_of_reach', short: outOfReach.needed - outOfReach.stillPossible },
        outOfReach.stillPossible,
        outOfReach.needed,
      )
    : ''
  return [absence ? formatAbsence(absence) : '', reach].filter(Boolean).join(', ')
}
