import { attentionOf, formatAttention } from '../../../../shared/features/attendance/attention.ts'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { membersWithMarks } from './attendance-store.ts'

/** Trainees who need attention now with the reason, by class row id, without people who left; one statement for all classes. */
export function readAttention(
  db: ReadDatabase,
  classes: readonly { cohort: CohortRecord; days: readonly DayRecord[] }[],
  { today, absenceAlarm }: { today: PlainDate; absenceAlarm: number },
): Map<number, { name: string; words: string }[]> {
  const begun = classes.filter(({ days }) => days.some(day => day.date <= today))
  const people = Map.groupBy(
    membersWithMarks(
      db,
      begun.map(({ cohort }) => cohort.id),
    ),
    person => person.cohortId,
  )
  return new Map(
    begun.map(({ cohort, days }) => {
      const due = days.filter(day => day.date <= today)
      const rules = { planned: days.length, minimumAttendance: cohort.minimumAttendance, absenceAlarm }
      const worried = (people.get(cohort.id) ?? []).flatMap(({ name, joinedDay, left, marks }) => {
        if (left) return []
        const row = due.map((day): Mark | null => marks.get(day.n) ?? null)
        const attention = attentionOf(row, { joinedDay, leftAfterDay: null }, rules)
        return attention ? [{ name, words: formatAttention(attention) }] : []
      })
      return [cohort.id, worried]
    }),
  )
}
