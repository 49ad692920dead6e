import { attentionOf, formatAttention } from '../../../../shared/features/attendance/attention.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { marksOfCohort } from './attendance-store.ts'

/** Trainees of a class whose attendance needs attention now, with the reason; those who left are not among them. */
export function cohortAttention(
  db: ReadDatabase,
  cohort: CohortRecord,
  days: readonly DayRecord[],
  { today, absenceAlarm }: { today: PlainDate; absenceAlarm: number },
): { name: string; words: string }[] {
  const due = days.filter(day => day.date <= today)
  if (due.length === 0) return []
  const marks = marksOfCohort(db, cohort.id)
  const rules = { planned: days.length, minimumAttendance: cohort.minimumAttendance, absenceAlarm }
  return traineesOfCohort(db, cohort.id).flatMap(({ enrolmentId, name, joinedDay, left }) => {
    if (left) return []
    const own = marks.get(enrolmentId)
    const row = due.map(day => own?.get(day.n)?.mark ?? null)
    const attention = attentionOf(row, { joinedDay, leftAfterDay: null }, rules)
    return attention ? [{ name, words: formatAttention(attention) }] : []
  })
}
