import type { TeachingOverride } from '../../../../shared/features/cohort/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { findInstructor } from '../instructor/instructor-store.ts'
import { type CohortRecord, type DayRecord, daysOfCohort } from './cohort-store.ts'

// The word is for a day of the class, not for a date: when a late holiday moves day 13, it is still day 13 that the official
// answered for, so it goes along. The row keeps the date on which the day lay when the word was given.

type Scope = Pick<CommandScope, 'db' | 'today' | 'at' | 'record'>
type Word = { official: string; reason: string }

/** Whose word lets whom teach, by the row of the day. */
export function credentialOverridesOfCohort(db: ReadDatabase, cohortId: number): Map<number, TeachingOverride[]> {
  const rows = db.all<TeachingOverride & { dayId: number }>(
    `SELECT day_id AS dayId, instructor_id AS instructorId, instructor.name, official, reason
     FROM credential_override AS allowed JOIN cohort_day ON cohort_day.id = allowed.day_id
     JOIN instructor ON instructor.id = allowed.instructor_id
     WHERE cohort_day.cohort_id = ? ORDER BY allowed.recorded_at, instructor.name`,
    [cohortId],
  )
  return new Map(
    [...Map.groupBy(rows, row => row.dayId)].map(([dayId, words]) => [
      dayId,
      words.map(({ dayId: _, ...word }) => word),
    ]),
  )
}

/**
 * Records the word for those of the days that need one.
 * @throws DomainError not_found, day_held, override_not_needed
 */
export function allowTeaching(
  { db, today, at, record }: Scope,
  cohort: CohortRecord,
  instructorId: number,
  numbers: readonly number[],
  word: Word,
): void {
  const instructor = found(findInstructor(db, instructorId, today), 'instructor')
  const days = openDays(db, cohort, numbers)
  const uncovered = uncoveredDays(instructor.credentials, requiredKinds(db), cohort.trade, days)
  const needed = days.filter(
    day => uncovered.some(gap => gap.n === day.n) && !day.overrides.some(known => known.instructorId === instructor.id),
  )
  if (needed.length === 0) throw new DomainError({ code: 'override_not_needed', name: instructor.name })
  for (const day of needed) {
    db.run(
      `INSERT INTO credential_override (day_id, instructor_id, date, official, reason, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [day.id, instructor.id, day.date, word.official, word.reason, at],
    )
    const said = { instructorId: instructor.id, name: instructor.name, date: day.date, ...word }
    record('credential_override', `${cohort.code} ${day.n}`, null, said)
  }
}

/**
 * Takes the word back; where nothing else covers the day, the person no longer teaches it.
 * @throws DomainError not_found, day_held
 */
export function withdrawOverride(
  { db, today, record }: Scope,
  cohort: CohortRecord,
  instructorId: number,
  numbers: readonly number[],
  reason: string,
): void {
  const instructor = found(findInstructor(db, instructorId, today), 'instructor')
  const days = openDays(db, cohort, numbers)
  const uncovered = uncoveredDays(instructor.credentials, requiredKinds(db), cohort.trade, days)
  for (const day of days) {
    const before = found(
      day.overrides.find(known => known.instructorId === instructor.id),
      'day',
    )
    const taught = day.instructors.some(teacher => teacher.id === instructor.id)
    const stops = taught && uncovered.some(gap => gap.n === day.n)
    // Before the word goes: the gate would refuse to take it from under somebody who teaches by it.
    if (stops) dropTeaching(db, day.id, instructor.id)
    db.run('DELETE FROM credential_override WHERE day_id = ? AND instructor_id = ?', [day.id, instructor.id])
    record(
      'credential_override',
      `${cohort.code} ${day.n}`,
      { ...before, teaches: taught },
      {
        withdrawn: true,
        reason,
        teaches: taught && !stops,
      },
    )
  }
}

function openDays(db: ReadDatabase, cohort: CohortRecord, numbers: readonly number[]): DayRecord[] {
  const days = daysOfCohort(db, cohort.id)
  return numbers.map(n => {
    const day = found(
      days.find(candidate => candidate.n === n),
      'day',
    )
    if (day.held) throw new DomainError({ code: 'day_held', n })
    return day
  })
}

function dropTeaching(db: WriteDatabase, dayId: number, instructorId: number): void {
  db.run('DELETE FROM teaching WHERE day_id = ? AND instructor_id = ?', [dayId, instructorId])
}

/** The days of a class, by number, for which an official answers for this person. */
export function allowedNumbers(db: ReadDatabase, cohortId: number | null, instructorId: number): Set<number> {
  const rows = db.all<{ n: number }>(
    `SELECT cohort_day.n FROM credential_override AS allowed JOIN cohort_day ON cohort_day.id = allowed.day_id
     WHERE cohort_day.cohort_id = ? AND allowed.instructor_id = ?`,
    [cohortId ?? 0, instructorId],
  )
  return new Set(rows.map(row => row.n))
}
