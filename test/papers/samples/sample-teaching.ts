import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { TaughtDayFacts } from '../../../shared/facts/teaching-facts.ts'
import { lessonTimes } from '../../../shared/features/teaching/lesson.ts'
import { sampleTimetable } from './sample-timetable.ts'

/** The taught hours of the sample class: on every third day a substitute teaches after the third hour. */
export function sampleTeaching(facts: CohortFacts, closedUntil = facts.days.length): TaughtDayFacts[] {
  return sampleTimetable(facts).map(({ n, date, clock, blocks }) => {
    let firstHour = 1
    const lessons = blocks.map(({ code, title, kind, hours, teachers }) => {
      const own = { firstHour, hours }
      const times = lessonTimes(own, clock)
      firstHour += hours
      const standsIn = n % 3 === 0 && own.firstHour > 3
      return {
        instructor: standsIn ? { name: 'Sri Wahyuni, S.Tr.', nip: '' } : { name: teachers[0] ?? '', nip: '' },
        code,
        unit: standsIn ? `${title}, menggantikan ${teachers[0] ?? ''}` : title,
        kind,
        start: times?.start ?? '',
        end: times?.end ?? '',
        ...own,
      }
    })
    return { n, date, closed: n <= closedUntil, lessons }
  })
}
