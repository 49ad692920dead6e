import type { Graduation } from '../../../../shared/features/graduation/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'

export function missingSteps(
  db: ReadDatabase,
  cohort: CohortRecord,
  days: readonly DayRecord[],
  rows: readonly Graduation['rows'][number][],
): Graduation['missing'] {
  const missing: Graduation['missing'] = []
  if (traineesOfCohort(db, cohort.id).length === 0)
    missing.push({ step: 'attendance', words: 'kelas belum punya peserta' })
  // A closed day can be incomplete too: a mark was removed, or a person who had left returned.
  const lacking = new Set(
    rows.flatMap(row => row.reasons.flatMap(reason => (reason.rule === 'attendance_missing' ? reason.days : []))),
  )
  const unfilled = days.filter(day => lacking.has(day.n) || (!day.complete && day.closed === null)).map(day => day.n)
  const open = days.filter(day => day.complete && day.closed === null).map(day => day.n)
  for (const [list, words] of [
    [unfilled, 'belum diisi'],
    [open, 'belum ditutup'],
  ] as const) {
    const [day] = list
    if (day !== undefined) missing.push({ step: 'attendance', words: `${dayList(list)} ${words}`, day })
  }
  for (const row of rows) {
    if (row.proposal === 'withdrawn' || row.proposal === 'expelled') continue
    const lacks = [
      row.theory === null ? 'nilai teori' : '',
      row.practice === null ? 'nilai praktik' : '',
      row.unitsOpen > 0 ? 'unit' : '',
    ].filter(Boolean)
    if (lacks.length > 0) missing.push({ step: 'score', words: `${lacks.join(', ')} ${row.name} kosong` })
  }
  return missing
}

/** 'hari ke-3, 4, 11'; long runs are shortened to their ends. */
function dayList(days: readonly number[]): string {
  return days.length > 4 ? `${days.length} hari (ke-${days[0]} s.d. ${days.at(-1)})` : `hari ke-${days.join(', ')}`
}
