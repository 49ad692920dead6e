import { overlaps } from '../../../../shared/features/cohort/overlap.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import type { LessonDraft } from '../../../../shared/features/teaching/contract.ts'
import { lessonProblem, lessonTimes } from '../../../../shared/features/teaching/lesson.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { dayNumbered } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, getCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { overriddenDays } from '../cohort/credential-override-store.ts'
import { findTeacher } from '../instructor/instructor-store.ts'
import { lessonLines, type TaughtDayRow, teachingDays } from './read-teaching.ts'
import { closeTaughtDay, cohortsTaughtOn, insertCorrection, writeLessons } from './teaching-store.ts'
/**
 * Closes the teaching of these days, as recorded or else as in the timetable. Returns those not closed before.
 * @throws DomainError not_found, day_in_future, teaching_unplanned, and errors of `record`
 */
export function closeTeaching(scope: CommandScope, cohort: CohortRecord, numbers: readonly number[]): number[] {
  const { db, today, record, operator } = scope
  const days = teachingDays(db, cohort)
  const closed: number[] = []
  for (const n of new Set(numbers)) {
    const day = heldDay(days, n, today)
    if (day.closed) continue
    if (day.lessons.length === 0) throw new DomainError({ code: 'teaching_unplanned', n })
    if (!day.recorded) writeTaughtDay(scope, cohort, day, day.lessons, '')
    closeTaughtDay(scope, day.id)
    record('taught_day', `${cohort.code} ${n}`, { closed: null }, { closedBy: operator.name })
    closed.push(n)
  }
  return closed
}

/** Writes the lessons of a day; on a closed one with a reason. */
export function writeTaughtDay(
  scope: CommandScope,
  cohort: CohortRecord,
  day: TaughtDayRow,
  lessons: readonly LessonDraft[],
  reason: string,
): void {
  const { db, record } = scope
  const names = new Map(
    [...day.lessons, ...lessons].map(({ instructorId }) => [
      instructorId as number,
      found(findTeacher(db, instructorId), 'instructor').name,
    ]),
  )
  const nameOf = (id: number) => names.get(id) ?? ''
  const units = unitsOfCohort(db, cohort.id)
  const unknown = lessons.find(lesson => lesson.unitId !== null && !units.some(unit => unit.id === lesson.unitId))
  if (unknown) throw new DomainError({ code: 'not_found', entity: 'unit' })
  const problem = lessonProblem(lessons, day.hours)
  if (problem?.code === 'over_hours') throw new DomainError({ code: 'lesson_over_hours', n: day.n, hours: day.hours })
  if (problem?.code === 'twice')
    throw new DomainError({ code: 'lesson_twice', name: nameOf(problem.instructorId), n: day.n, hour: problem.hour })
  if (problem) throw new DomainError({ code: 'lesson_unnamed', n: day.n })
  for (const [id, name] of names) {
    const own = lessons.filter(lesson => lesson.instructorId === id)
    if (own.length === 0) continue
    assertLicensed(db, cohort, day, id)
    assertNotElsewhere(db, cohort, day, { id, name }, own)
  }
  const before = day.recorded ? lessonLines(day.lessons, units, nameOf) : null
  const after = lessonLines(lessons, units, nameOf)
  writeLessons(scope, day.id, lessons)
  if (day.closed) insertCorrection(scope, day.id, { before: before ?? [], after, reason })
  record('taught_day', `${cohort.code} ${day.n}`, before && { lessons: before }, { lessons: after, reason })
}

/** Only people permitted to teach the day. @throws DomainError instructor_not_permitted */
function assertLicensed(db: ReadDatabase, cohort: CohortRecord, day: TaughtDayRow, id: number): void {
  if (day.instructors.some(teacher => teacher.id === id) || overriddenDays(db, cohort.id, id).has(day.n)) return
  const instructor = found(findTeacher(db, id), 'instructor')
  const [gap] = uncoveredDays(instructor.credentials, requiredKinds(db), cohort.trade, [day])
  if (!gap) return
  throw new DomainError({
    code: 'instructor_not_permitted',
    name: instructor.name,
    n: day.n,
    date: day.date,
    why: formatUncovered(gap.reason, cohort.trade),
  })
}

/** Compared with recorded lessons of other classes, not with their plans. @throws DomainError taught_elsewhere */
function assertNotElsewhere(
  db: ReadDatabase,
  cohort: CohortRecord,
  day: TaughtDayRow,
  { id, name }: { id: number; name: string },
  lessons: readonly LessonDraft[],
): void {
  for (const code of cohortsTaughtOn(db, day.date, id, cohort.id)) {
    const other = getCohort(db, code)
    const there = teachingDays(db, other).filter(one => one.date === day.date && one.recorded)
    for (const elsewhere of there) {
      const taken = elsewhere.lessons
        .filter(lesson => lesson.instructorId === id)
        .flatMap(lesson => lessonTimes(lesson, elsewhere.clock) ?? [])
      for (const lesson of lessons) {
        const times = lessonTimes(lesson, day.clock)
        const clash = times && taken.find(one => overlaps({ date: day.date, ...one }, { date: day.date, ...times }))
        if (clash) throw new DomainError({ code: 'taught_elsewhere', name, cohort: other.title, ...clash })
      }
    }
  }
}

/** @throws DomainError not_found, day_in_future */
export function heldDay(days: readonly TaughtDayRow[], n: number, today: PlainDate): TaughtDayRow {
  const day = dayNumbered(days, n)
  if (day.date > today) throw new DomainError({ code: 'day_in_future', n, date: day.date })
  return day
}
