import type { LaneProblem } from '../../../../shared/features/cohort/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import { formatLeave, leaveOn } from '../../../../shared/features/instructor/leave.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { findTeacher, type Teacher } from '../instructor/instructor-store.ts'
import { type BookedDay, instructorBookings } from './booking-store.ts'
import { assertInstructorFree } from './check-free-days.ts'
import { overriddenDays } from './credential-override-store.ts'

type Session = { trade: string; cohortId: number | null }

/** Days on which this person is not permitted or not available, with the reason as text. */
export function teachingProblems(
  db: ReadDatabase,
  instructor: Teacher,
  days: readonly BookedDay[],
  session: Session,
): LaneProblem[] {
  const allowed = overriddenDays(db, session.cohortId, instructor.id)
  const unlicensed = uncoveredDays(instructor.credentials, requiredKinds(db), session.trade, days)
    .filter(day => !allowed.has(day.n))
    .map(({ n, date, reason }) => ({
      n,
      date,
      reason: formatUncovered(reason, session.trade),
      kind: 'credential' as const,
    }))
  const away = days.flatMap(({ n, date }) => {
    const leave = leaveOn(instructor.leaves, date)
    return leave ? [{ n, date, reason: formatLeave(leave), kind: 'away' as const }] : []
  })
  const busy = instructorBookings(db, instructor.id, days, session.cohortId).map(({ n, date, cohort }) => ({
    n,
    date,
    reason: `mengajar ${cohort}`,
    kind: 'busy' as const,
  }))
  return [...unlicensed, ...away, ...busy].sort((a, b) => a.n - b.n)
}

/**
 * Refuses the first day on which this person is not permitted or not available. A missing credential can be permitted by an official: recorded
 * overrides for an existing class, `overridden` for a new one.
 * @throws DomainError instructor_not_permitted, instructor_away, instructor_busy
 */
export function assertMayTeach(
  db: ReadDatabase,
  instructorId: number,
  days: readonly BookedDay[],
  session: Session,
  overridden = false,
): void {
  const instructor = found(findTeacher(db, instructorId), 'instructor')
  const allowed = overriddenDays(db, session.cohortId, instructorId)
  const gap = uncoveredDays(instructor.credentials, requiredKinds(db), session.trade, days).find(
    day => !overridden && !allowed.has(day.n),
  )
  if (gap) {
    throw new DomainError({
      code: 'instructor_not_permitted',
      name: instructor.name,
      n: gap.n,
      date: gap.date,
      why: formatUncovered(gap.reason, session.trade),
    })
  }
  assertNotAway(instructor, days)
  assertInstructorFree(db, instructor, days, session.cohortId)
}

/** @throws DomainError instructor_away */
function assertNotAway({ name, leaves }: Teacher, days: readonly Pick<BookedDay, 'n' | 'date'>[]): void {
  for (const { n, date } of days) {
    const leave = leaveOn(leaves, date)
    if (leave) throw new DomainError({ code: 'instructor_away', name, n, date, why: formatLeave(leave) })
  }
}
