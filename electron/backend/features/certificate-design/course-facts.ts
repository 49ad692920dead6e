import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { Signatory } from '../../../../shared/features/centre/signatory.ts'
import type { CohortUnit } from '../../../../shared/features/cohort/contract.ts'

/** The same data on certificates and statements of a class. */
export function courseFacts({ cohort, days }: CohortFacts) {
  const { trade, program, number, year, start, end } = cohort
  const hours = days.reduce((sum, day) => sum + day.hours, 0)
  return { trade, program, cohort: { number, year }, start, end, dayCount: days.length, hours }
}

/** Further data on all certificates of a class; `markOf` returns the result of a unit. */
export function certificateCourseFacts<Unit extends CohortUnit, Mark>(
  { centre, cohort }: CohortFacts,
  decreeIssuer: string,
  units: readonly Unit[],
  markOf: (unit: Unit) => Mark,
) {
  const { lines, city, practice } = centre
  const { decree, weights, passMark, minimumAttendance, minutesPerHour } = cohort
  return {
    centre: { lines, city, practice },
    decree: decree?.date
      ? { issuer: decreeIssuer, number: decree.number, date: decree.date, subject: decree.subject }
      : null,
    theoryHours: units.reduce((sum, unit) => sum + unit.theoryHours, 0),
    practiceHours: units.reduce((sum, unit) => sum + unit.practiceHours, 0),
    minutesPerHour,
    weights,
    passMark,
    minimumAttendance,
    units: units.map(unit => ({
      code: unit.code,
      title: unit.title,
      hours: unit.theoryHours + unit.practiceHours,
      ...markOf(unit),
    })),
  }
}

/** Signatory of the back: the head if the class has no instructor. */
export function backSignatory({ instructor }: CohortFacts, by: 'instructor' | 'head', head: Signatory): Signatory {
  if (by === 'head' || instructor === null) return head
  return { prefix: '', title: 'Instruktur', name: instructor.name, rank: '', nip: instructor.nip }
}
