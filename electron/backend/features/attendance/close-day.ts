import { closersOf } from '../../../../shared/features/attendance/who-closes.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { dayNumbered, daysOfCohort, writeClosing } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { findTeacher } from '../instructor/instructor-store.ts'
import { cohortTeaching, teachingDays } from '../teaching/read-teaching.ts'
import { closeTeaching } from '../teaching/record-teaching.ts'
import { marksOfCohort } from './attendance-store.ts'
import { markableDay } from './mark-attendance.ts'

/** Closes a day in the name of one of its instructors; everybody needs a mark. `teaching` also closes what was taught. */
export function closeDay(
  scope: CommandScope,
  cohort: CohortRecord,
  { n, instructorId, teaching }: { n: number; instructorId: InstructorId; teaching: boolean },
): void {
  const { db, today, at, record } = scope
  const day = markableDay(daysOfCohort(db, cohort.id), n, today)
  if (day.closed) throw new DomainError({ code: 'day_closed', n, by: day.closed.by })
  const instructor = found(findTeacher(db, instructorId), 'instructor')
  const { days: taught, instructors } = cohortTeaching(db, today, cohort)
  if (!closersOf(dayNumbered(taught, n), instructors).some(row => row.id === instructorId))
    throw new DomainError({ code: 'instructor_not_of_day', name: instructor.name, n })
  const marked = marksOfCohort(db, cohort.id)
  const open = traineesOfCohort(db, cohort.id).filter(row => isMemberOn(row, n) && !marked.get(row.enrolmentId)?.has(n))
  if (open.length > 0) throw new DomainError({ code: 'day_incomplete', n, names: open.map(row => row.name) })
  writeClosing(db, day.id, { at, by: instructor.name })
  record('cohort_day', `${cohort.code} ${n}`, { closed: null }, { closedBy: instructor.name })
  if (teaching) closeTeaching(scope, cohort, [n])
}

/** Closes each day in the name of its first instructor, with its teaching if known; all days or none. */
export function closeDays(
  scope: CommandScope,
  cohort: CohortRecord,
  numbers: readonly number[],
): { closed: number; taught: number } {
  const days = teachingDays(scope.db, cohort)
  const unique = [...new Set(numbers)].toSorted((a, b) => a - b)
  let taught = 0
  for (const n of unique) {
    const { instructors, lessons, closed } = dayNumbered(days, n)
    const instructorId = instructors[0]?.id ?? lessons[0]?.instructorId
    if (instructorId === undefined) throw new DomainError({ code: 'day_without_instructor', n })
    const teaching = closed === null && lessons.length > 0
    closeDay(scope, cohort, { n, instructorId, teaching })
    if (teaching) taught += 1
  }
  return { closed: unique.length, taught }
}
