import { holdsPlace, type Progress } from './applicant-state.ts'
import type { Outcome } from './registration.ts'

export type PlaceHolder = {
  id: number
  /** As stipulated. */
  decision: Outcome | null
  /** Position among the reserves, from 1. */
  reserve: number | null
  progress: Progress
  /** How the person left the class; null if still in it or never enrolled. */
  leftCohort: { kind: 'withdrawn' | 'expelled'; afterDay: number } | null
  /** The person whose place a reserve took. */
  replaces: number | null
}

/** The next day of the class that is not held; null if all are. */
type CohortProgress = { nextDay: number | null }

export type Vacancies = {
  /** Applicants whose free place nobody has taken yet. */
  given: number[]
  /** The reserve who moves up next; null if there is none. */
  next: number | null
  /** Places are free, but the class is too far advanced. */
  tooLate: boolean
}

/**
 * Free places and the first reserve. A person who leaves the class frees the place only up to and including `untilDay`, and a reserve must be able to
 * join by the day after it. It does not matter whether the person withdrew or was expelled.
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

/** On the list of reserves, neither moved up nor withdrawn. */
function isWaiting({ decision, progress }: PlaceHolder): boolean {
  return decision === 'reserve' && !progress.promoted && !progress.withdrawn
}
