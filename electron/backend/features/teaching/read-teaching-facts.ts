import type { TaughtDayFacts } from '../../../../shared/facts/teaching-facts.ts'
import { lessonTimes } from '../../../../shared/features/teaching/lesson.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { type CohortRecord, unitsOfCohort } from '../cohort/cohort-store.ts'
import { teachingDays } from './read-teaching.ts'
import { namesOfInstructors } from './teaching-store.ts'

export function teachingFacts(db: ReadDatabase, cohort: CohortRecord): TaughtDayFacts[] {
  const units = new Map(unitsOfCohort(db, cohort.id).map(unit => [unit.id, unit]))
  const people = namesOfInstructors(db)
  return teachingDays(db, cohort).map(({ n, date, closed, clock, lessons }) => ({
    n,
    date,
    closed: closed !== null,
    lessons: lessons.map(lesson => {
      const unit = lesson.unitId === null ? undefined : units.get(lesson.unitId)
      const times = lessonTimes(lesson, clock)
      return {
        instructor: people.get(lesson.instructorId) ?? { name: '', nip: '' },
        code: unit?.code ?? '',
        unit: [unit?.title, lesson.note].filter(Boolean).join(', '),
        kind: lesson.kind,
        start: times?.start ?? '',
        end: times?.end ?? '',
        firstHour: lesson.firstHour,
        hours: lesson.hours,
      }
    }),
  }))
}
