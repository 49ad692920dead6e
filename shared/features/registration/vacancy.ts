import { holdsPlace, type Progress } from './applicant-state.ts'
import type { Outcome } from './registration.ts'

export type PlaceHolder = {
  id: number
  /** As stipulated. */
  decision: Outcome | null
  /** Place on the list of reserves, 1 for the first. */
  reserve: number | null
  progress: Progress
  /** Of the class; null for who stays or never came. */
  leftCohort: { kind: 'withdrawn' | 'expelled'; afterDay: number } | null
  /** Whom a reserve came for. */
  replaces: number | null
}

/** The class that takes the people in, as far as it has come: the next day that is not held; null when every day is. */
type CohortProgress = { nextDay: number | null }

export type Vacancies = {
  /** Those whose place nobody has taken yet. */
  given: number[]
  /** Who moves up next; null when nobody is left on the list. */
  next: number | null
  /** Places were given up, but the class has gone on for too long. */
  tooLate: boolean
}

/**
 * Places that were given up, and the first reserve. Somebody who left the class frees the place only up to and including `untilDay`;
 * a reserve must be able to join on the day after it at the latest. Whether they went or were put out, the chair is empty.
 */
export function findVacancies(
  people: readonly PlaceHolder[],
  cohortProgress: CohortProgress | null,
  untilDay: number,
): Vacancies {
  const replaced = new Set(people.map(person => person.replaces).filter(id => id !== null))
  const given = people.filter(person => !replaced.has(person.id) && gaveUp(person, untilDay)).map(person => person.id)
  const [next] = people.filter(isWaiting).toSorted((a, b) => (a.reserve ?? 0) - (b.reserve ?? 0))
  const inTime = cohortProgress === null || (cohortProgress.nextDay !== null && cohortProgress.nextDay <= untilDay + 1)
  return {
    given: inTime ? given : [],
    next: next?.id ?? null,
    tooLate: !inTime && given.length > 0,
  }
}

function gaveUp({ decision, progress, leftCohort }: PlaceHolder, untilDay: number): boolean {
  if (!holdsPlace({ ...progress, withdrawn: false, left: false }, decision)) return false
  if (leftCohort) return leftCohort.afterDay <= untilDay
  return progress.withdrawn
}

/** On the list, and neither moved up nor gone. */
function isWaiting({ decision, progress }: PlaceHolder): boolean {
  return decision === 'reserve' && !progress.promoted && !progress.withdrawn
}
