import type { LaneProblem } from '../../../../shared/features/cohort/contract.ts'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import { formatLeave, leaveOn } from '../../../../shared/features/instructor/leave.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { findInstructor } from '../instructor/instructor-store.ts'
import { type BookedDay, instructorBookings } from './booking-store.ts'
import { allowedNumbers } from './override-credential.ts'

type Teacher = { id: number; name: string }
type Session = { trade: string; cohortId: number | null }

/** Days on which this person may not or cannot teach, with the reason in words. */
export function teachingProblems(
  db: ReadDatabase,
  instructor: InstructorRow,
  days: readonly BookedDay[],
  session: Session,
): LaneProblem[] {
  const allowed = allowedNumbers(db, session.cohortId, instructor.id)
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
 * Refuses the first day on which this person may not or cannot teach. For a missing credential an official can answer: for days
 * of a class that there is by recorded words, for one that is being made by `answered`.
 * @throws DomainError instructor_not_permitted, instructor_away, instructor_busy
 */
export function assertMayTeach(
  db: ReadDatabase,
  instructorId: number,
  days: readonly BookedDay[],
  session: Session,
  today: PlainDate,
  answered = false,
): void {
  const instructor = found(findInstructor(db, instructorId, today), 'instructor')
  const allowed = allowedNumbers(db, session.cohortId, instructorId)
  const gap = uncoveredDays(instructor.credentials, requiredKinds(db), session.trade, days).find(
    day => !answered && !allowed.has(day.n),
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
  assertNotBusy(db, instructor, days, session.cohortId)
}

/** @throws DomainError instructor_away */
function assertNotAway({ name, leaves }: InstructorRow, days: readonly Pick<BookedDay, 'n' | 'date'>[]): void {
  for (const { n, date } of days) {
    const leave = leaveOn(leaves, date)
    if (leave) throw new DomainError({ code: 'instructor_away', name, n, date, why: formatLeave(leave) })
  }
}

/** @throws DomainError instructor_busy */
export function assertNotBusy(
  db: ReadDatabase,
  { id, name }: { id: number; name: string },
  days: readonly BookedDay[],
  exceptCohort: number | null,
): void {
  const [clash] = instructorBookings(db, id, days, exceptCohort)
  if (clash)
    throw new DomainError({ code: 'instructor_busy', name, n: clash.n, date: clash.date, cohort: clash.cohort })
}

/** Everybody who teaches some of the days, each with the days that are theirs, dated as `days` says. */
export function teachersOf<D extends { n: number; date: PlainDate; instructors: readonly Teacher[] }>(
  days: readonly D[],
): { teacher: Teacher; days: D[] }[] {
  const people = new Map(days.flatMap(day => day.instructors.map(teacher => [teacher.id, teacher] as const)))
  return [...people.values()].map(teacher => ({
    teacher,
    days: days.filter(day => day.instructors.some(row => row.id === teacher.id)),
  }))
}

/** Writes who teaches a day, in the order given. Who goes on teaching keeps the row: the blocks of the timetable rest on it. */
export function setTeaching(db: WriteDatabase, dayId: number, instructorIds: readonly number[]): void {
  db.run('DELETE FROM teaching WHERE day_id = ? AND instructor_id NOT IN (SELECT value FROM json_each(?))', [
    dayId,
    JSON.stringify(instructorIds),
  ])
  // Out of the way first, because two people may change places.
  db.run('UPDATE teaching SET position = position + 100 WHERE day_id = ?', [dayId])
  instructorIds.forEach((instructorId, index) => {
    db.run(
      `INSERT INTO teaching (day_id, instructor_id, position) VALUES (@dayId, @instructorId, @position)
       ON CONFLICT (day_id, instructor_id) DO UPDATE SET position = excluded.position`,
      { dayId, instructorId, position: index + 1 },
    )
  })
}
