import { overlaps } from '../../../../shared/features/cohort/overlap.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { formatUncovered } from '../../../../shared/features/instructor/credential-format.ts'
import type { LessonDraft, teachingContract } from '../../../../shared/features/teaching/contract.ts'
import { lessonProblem, lessonTimes, sameLessons } from '../../../../shared/features/teaching/lesson.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { unitsOfCohort } from '../cohort/cohort-unit-store.ts'
import { overriddenDays } from '../cohort/credential-override-store.ts'
import { findInstructor } from '../instructor/instructor-store.ts'
import { cohortTeaching, lessonLines, type TaughtDayRow, teachingDays } from './read-teaching.ts'
import { teachingReport } from './read-teaching-report.ts'
import { closeTaughtDay, insertCorrection, writeLessons } from './teaching-store.ts'
import { writeTeachingWorkbook } from './write-teaching-workbook.ts'

export const teachingHandlers: Handlers<typeof teachingContract> = {
  ofCohort: ({ db, today }, { code }) => cohortTeaching(db, today, getCohort(db, code)),

  record(scope, { code, n, lessons, reason }) {
    const { db, today } = scope
    const cohort = openCohort(db, code)
    const day = heldDay(teachingDays(db, cohort), n, today)
    if (day.closed && sameLessons(day.lessons, lessons)) return
    if (day.closed && !reason) throw new DomainError({ code: 'teaching_closed', n, by: day.closed.by })
    writeDay(scope, cohort, day, lessons, reason ?? '')
  },

  closeDays(scope, { code, days: numbers }) {
    const cohort = openCohort(scope.db, code)
    return { closed: closeTeaching(scope, cohort, numbers) }
  },

  report: ({ db, today }, period) => teachingReport(db, today, period),

  async exportReport({ read, write }, period) {
    const report = read(({ db, today }) => teachingReport(db, today, period))
    const name = ['jam-mengajar', period.code ?? '', period.from, period.until].filter(Boolean).join('-')
    const file = await writeTeachingWorkbook(report, `${name}.xlsx`)
    write(({ record }) =>
      record('export', file.name, null, { ...period, lessons: report.rows.flatMap(row => row.lessons).length }),
    )
    return { file }
  },
}

/**
 * Closes the teaching of these days, each as it is written down or else as the timetable has it. Answers those that were not closed before.
 * @throws DomainError not_found, day_in_future, teaching_unplanned, and what `record` refuses
 */
export function closeTeaching(scope: CommandScope, cohort: CohortRecord, numbers: readonly number[]): number[] {
  const { db, today, record, operator } = scope
  const days = teachingDays(db, cohort)
  const closed: number[] = []
  for (const n of new Set(numbers)) {
    const day = heldDay(days, n, today)
    if (day.closed) continue
    if (day.lessons.length === 0) throw new DomainError({ code: 'teaching_unplanned', n })
    if (!day.recorded) writeDay(scope, cohort, day, day.lessons, '')
    closeTaughtDay(scope, day.id)
    record('taught_day', `${cohort.code} ${n}`, { closed: null }, { closedBy: operator.name })
    closed.push(n)
  }
  return closed
}

function writeDay(
  scope: CommandScope,
  cohort: CohortRecord,
  day: TaughtDayRow,
  lessons: readonly LessonDraft[],
  reason: string,
): void {
  const { db, today, record } = scope
  const names = new Map(
    [...day.lessons, ...lessons].map(({ instructorId }) => [
      instructorId as number,
      found(findInstructor(db, instructorId, today), 'instructor').name,
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
    assertLicensed(db, today, cohort, day, id)
    assertNotElsewhere(db, cohort, day, { id, name }, own)
  }
  const before = day.recorded ? lessonLines(day.lessons, units, nameOf) : null
  const after = lessonLines(lessons, units, nameOf)
  writeLessons(scope, day.id, lessons)
  if (day.closed) insertCorrection(scope, day.id, { before: before ?? [], after, reason })
  record('taught_day', `${cohort.code} ${day.n}`, before && { lessons: before }, { lessons: after, reason })
}

/** Who was let in when the day was planned has taught it. @throws DomainError instructor_not_permitted */
function assertLicensed(db: ReadDatabase, today: PlainDate, cohort: CohortRecord, day: TaughtDayRow, id: number): void {
  if (day.instructors.some(teacher => teacher.id === id) || overriddenDays(db, cohort.id, id).has(day.n)) return
  const instructor = found(findInstructor(db, id, today), 'instructor')
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

/** Compared with what is written down of other classes, not with their plans. @throws DomainError taught_elsewhere */
function assertNotElsewhere(
  db: ReadDatabase,
  cohort: CohortRecord,
  day: TaughtDayRow,
  { id, name }: { id: number; name: string },
  lessons: readonly LessonDraft[],
): void {
  const others = db.all<{ code: string }>(
    `SELECT DISTINCT cohort.code FROM cohort_day JOIN taught_lesson ON taught_lesson.day_id = cohort_day.id
     JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE cohort_day.date = ? AND instructor_id = ? AND cohort.id <> ? AND cancelled_at IS NULL`,
    [day.date, id, cohort.id],
  )
  for (const { code } of others) {
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

/** @throws DomainError cohort_cancelled */
function openCohort(db: ReadDatabase, code: string): CohortRecord {
  const cohort = getCohort(db, code)
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  return cohort
}

/** @throws DomainError not_found, day_in_future */
function heldDay(days: readonly TaughtDayRow[], n: number, today: PlainDate): TaughtDayRow {
  const day = found(
    days.find(row => row.n === n),
    'day',
  )
  if (day.date > today) throw new DomainError({ code: 'day_in_future', n, date: day.date })
  return day
}
