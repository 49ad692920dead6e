import { exampleCurricula } from '../../../electron/backend/features/program/example-curricula.ts'
import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { WeekDay } from '../../../shared/facts/week-facts.ts'
import { clockOf, clockRows, usualClock } from '../../../shared/features/cohort/day-clock.ts'
import { curriculumBlocks, layBlocks } from '../../../shared/features/timetable/timetable.ts'

/** The curriculum of the sample class laid out over its days, with the default clock. */
export function sampleTimetable({ days, cohort }: CohortFacts): WeekDay[] {
  const units = (exampleCurricula.find(one => one.trade === 'TR')?.units ?? []).map((unit, index) => ({
    ...unit,
    id: index,
  }))
  const laid = layBlocks(
    curriculumBlocks(units),
    days.map(day => day.hours),
  )
  const clock = usualClock(cohort.startTime, cohort.minutesPerHour)
  return days.map((day, index) => ({
    n: day.n,
    date: day.date,
    clock: clockRows(day.hours, clockOf(clock, day.date)),
    blocks: (laid[index] ?? []).map(({ unitId, kind, hours }) => ({
      code: units[unitId]?.code ?? '',
      title: units[unitId]?.title ?? '',
      kind,
      hours,
      teachers: day.instructors.map(instructor => instructor.name),
    })),
  }))
}
