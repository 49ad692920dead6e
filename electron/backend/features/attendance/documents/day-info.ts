import type { CohortFacts, DayFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { fullDate } from '../../../../../shared/kernel/date-format.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'

/** What the head of a sheet of one day says. */
export function dayInfo({ centre, cohort, days }: CohortFacts, day: DayFacts) {
  const time = timeRange(day.startTime, day.endTime, centre.zone)
  return [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Hari, tanggal', value: `${fullDate(day.date)}  (Hari ke-${day.n} dari ${days.length})` },
    { label: 'Waktu', value: `${time}  (${day.hours}\u00a0JP)` },
    { label: 'Tempat', value: cohort.room },
    { label: 'Materi', value: day.topic },
    { label: 'Instruktur', value: day.instructors.map(instructor => instructor.name).join('; ') },
  ]
}
