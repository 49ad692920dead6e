import type { LaneProblem } from '../../../../shared/features/cohort/contract.ts'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { uncoveredWords } from '../../../../shared/features/instructor/credential-words.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { found, Refused } from '../../refused.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { findInstructor } from '../instructor/instructor-store.ts'
import { instructorBookings } from './bookings.ts'

type Day = { n: number; date: PlainDate }
type Teacher = { id: number; name: string }
type Session = { trade: string; startTime: string; endTime: string; cohortId: number | null }

/** Days on which this person may not or cannot teach, with the reason in words. */
export function teachingProblems(
  db: ReadDatabase,
  instructor: InstructorRow,
  days: readonly Day[],
  session: Session,
): LaneProblem[] {
  const unlicensed = uncoveredDays(instructor.credentials, requiredKinds(db), session.trade, days).map(
    ({ n, date, reason }) => ({
      n,
      date,
      reason: uncoveredWords(reason, session.trade),
    }),
  )
  const busy = instructorBookings(db, instructor.id, days, session, session.cohortId).map(({ n, date, cohort }) => ({
    n,
    date,
    reason: `mengajar ${cohort}`,
  }))
  return [...unlicensed, ...busy].sort((a, b) => a.n - b.n)
}

/**
 * Refuses the first day on which this person may not teach, unless an official answers for that day.
 * @throws Refused instructor_not_permitted, instructor_busy
 */
export function assertMayTeach(
  db: ReadDatabase,
  instructorId: number,
  days: readonly Day[],
  session: Session,
  today: PlainDate,
): void {
  const instructor = found(findInstructor(db, instructorId, today), 'instructor')
  const allowed = new Set(
    db
      .all<{ date: PlainDate }>(
        `SELECT credential_override.date FROM credential_override JOIN cohort_day ON cohort_day.id = credential_override.day_id
         WHERE cohort_day.cohort_id = ? AND credential_override.instructor_id = ?`,
        [session.cohortId ?? 0, instructorId],
      )
      .map(row => row.date),
  )
  const gap = uncoveredDays(instructor.credentials, requiredKinds(db), session.trade, days).find(
    day => !allowed.has(day.date),
  )
  if (gap) {
    throw new Refused({
      code: 'instructor_not_permitted',
      name: instructor.name,
      n: gap.n,
      date: gap.date,
      why: uncoveredWords(gap.reason, session.trade),
    })
  }
  assertNotBusy(db, instructor, days, session)
}

/** @throws Refused instructor_busy */
export function assertNotBusy(
  db: ReadDatabase,
  { id, name }: { id: number; name: string },
  days: readonly Day[],
  session: Omit<Session, 'trade'>,
): void {
  const [clash] = instructorBookings(db, id, days, session, session.cohortId)
  if (clash) throw new Refused({ code: 'instructor_busy', name, n: clash.n, date: clash.date, cohort: clash.cohort })
}

/** Everybody who teaches some of the days, each with the days that are theirs, dated as `days` says. */
export function teachersOf<D extends Day & { instructors: readonly Teacher[] }>(
  days: readonly D[],
): { teacher: Teacher; days: D[] }[] {
  const people = new Map(days.flatMap(day => day.instructors.map(teacher => [teacher.id, teacher] as const)))
  return [...people.values()].map(teacher => ({
    teacher,
    days: days.filter(day => day.instructors.some(row => row.id === teacher.id)),
  }))
}

/** Writes who teaches a day, in the order given. */
export function setTeaching(db: WriteDatabase, dayId: number, instructorIds: readonly number[]): void {
  db.run('DELETE FROM teaching WHERE day_id = ?', [dayId])
  instructorIds.forEach((instructorId, index) => {
    db.run('INSERT INTO teaching (day_id, instructor_id, position) VALUES (?, ?, ?)', [dayId, instructorId, index + 1])
  })
}
