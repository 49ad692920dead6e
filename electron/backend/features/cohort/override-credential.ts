import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { findTeacher } from '../instructor/instructor-store.ts'
import { type DayRecord, dayNumbered, daysOfCohort, deleteTeacher } from './cohort-day-store.ts'
import type { CohortRecord } from './cohort-store.ts'
import { deleteOverride, insertOverride } from './credential-override-store.ts'

type Scope = Pick<CommandScope, 'db' | 'today' | 'at' | 'record'>

/**
 * An official permits a person without a valid credential to teach; recorded for the days that need it.
 * @throws DomainError not_found, day_held, override_not_needed
 */
export function allowTeaching(
  { db, at, record }: Scope,
  cohort: CohortRecord,
  instructorId: number,
  numbers: readonly number[],
  given: { official: string; reason: string },
): void {
  const instructor = found(findTeacher(db, instructorId), 'instructor')
  const days = openDays(db, cohort, numbers)
  const uncovered = uncoveredDays(instructor.credentials, requiredKinds(db), cohort.trade, days)
  const needed = days.filter(
    day => uncovered.some(gap => gap.n === day.n) && !day.overrides.some(known => known.instructorId === instructor.id),
  )
  if (needed.length === 0) throw new DomainError({ code: 'override_not_needed', name: instructor.name })
  for (const day of needed) {
    const override = { instructorId: instructor.id, name: instructor.name, date: day.date, ...given }
    insertOverride(db, { ...override, dayId: day.id, at })
    record('credential_override', `${cohort.code} ${day.n}`, null, override)
  }
}

/** Withdraws the permission. If no credential covers the day, the person no longer teaches it. @throws DomainError not_found, day_held */
export function withdrawOverride(
  { db, record }: Scope,
  cohort: CohortRecord,
  instructorId: number,
  numbers: readonly number[],
  reason: string,
): void {
  const instructor = found(findTeacher(db, instructorId), 'instructor')
  const days = openDays(db, cohort, numbers)
  const uncovered = uncoveredDays(instructor.credentials, requiredKinds(db), cohort.trade, days)
  for (const day of days) {
    const before = foundIn(day.overrides, known => known.instructorId === instructor.id, 'day')
    const taught = day.instructors.some(teacher => teacher.id === instructor.id)
    const stops = taught && uncovered.some(gap => gap.n === day.n)
    // Teaching first: the schema keeps an override while it is used.
    if (stops) deleteTeacher(db, day.id, instructor.id)
    deleteOverride(db, day.id, instructor.id)
    const after = { withdrawn: true, reason, teaches: taught && !stops }
    record('credential_override', `${cohort.code} ${day.n}`, { ...before, teaches: taught }, after)
  }
}

function openDays(db: ReadDatabase, cohort: CohortRecord, numbers: readonly number[]): DayRecord[] {
  const days = daysOfCohort(db, cohort.id)
  return numbers.map(n => {
    const day = dayNumbered(days, n)
    if (day.held) throw new DomainError({ code: 'day_held', n })
    return day
  })
}
