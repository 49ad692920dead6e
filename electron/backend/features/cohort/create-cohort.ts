import type { CohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import { cohortCode } from '../../../../shared/features/cohort/cohort-code.ts'
import { usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import { dayTopics } from '../../../../shared/features/cohort/day-topics.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { roman } from '../../../../shared/kernel/number-format.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { activityOfNewCohort } from '../activity/check-budget-year.ts'
import { getRules } from '../centre/centre-store.ts'
import { findProgram } from '../program/program-store.ts'
import { assertRoomFree } from './check-free-days.ts'
import { assertMayTeach } from './check-teaching.ts'
import { daysOfCohort, writeTeachers } from './cohort-day-store.ts'
import { getCohort, hasNumber } from './cohort-store.ts'
import { enrolTrainees } from './enrol-trainees.ts'
import { readLaidTimetable, storeTimetable } from './lay-timetable.ts'
import { insertCohort } from './new-cohort-store.ts'
import { allowTeaching } from './override-credential.ts'
import { assertHolidayTables, planFromStart } from './plan-cohort.ts'
import { timed } from './time-days.ts'

/**
 * Creates a class with its days, instructor, room and people, in the transaction of a command.
 * @throws DomainError start_on_day_off, no_holiday_table, program_without_units, cohort_number_taken, room_busy, instructor_not_permitted,
 * instructor_away, instructor_busy, class_without_activity, activity_of_other_year, trained_already, and those of enrolment
 */
export function createCohort(scope: CommandScope, draft: CohortDraft): { code: string } {
  const { db, record } = scope
  const plan = planFromStart(db, draft)
  assertHolidayTables(db, plan)
  const program = found(findProgram(db, draft.programId), 'program')
  if (program.units.length === 0) throw new DomainError({ code: 'program_without_units', title: program.title })
  const year = yearOf(plan.start)
  if (hasNumber(db, program.trade, year, draft.number))
    throw new DomainError({ code: 'cohort_number_taken', number: draft.number, year })
  const rules = getRules(db)
  const days = timed(plan.days, usualClock(draft.startTime, rules.minutesPerHour), draft)
  if (draft.roomId !== null) assertRoomFree(db, draft.roomId, days, null)
  const session = { trade: program.trade, cohortId: null }
  const { second } = draft
  const isSeconds = (day: { n: number }) => second?.days.includes(day.n) === true
  if (draft.instructorId !== null)
    assertMayTeach(
      db,
      draft.instructorId,
      days.filter(day => !isSeconds(day)),
      session,
      draft.override !== undefined,
    )
  if (second) assertMayTeach(db, second.instructorId, days.filter(isSeconds), session)
  const code = cohortCode(program.trade, year, draft.number)
  const title = `${tradeName(program.trade)} ${roman(draft.number)}`
  const cohortId = insertCohort(db, {
    draft: { ...draft, ...activityOfNewCohort(db, draft, title, plan.start) },
    plan,
    days,
    program,
    code,
    year,
    title,
    rules,
    topics: dayTopics(
      program.units,
      plan.days.map(day => day.hours),
    ),
  })
  if (draft.instructorId !== null) {
    if (draft.override) {
      const numbers = plan.days.filter(day => !isSeconds(day)).map(day => day.n)
      allowTeaching(scope, getCohort(db, code), draft.instructorId, numbers, draft.override)
    }
    for (const day of daysOfCohort(db, cohortId))
      writeTeachers(db, day.id, [second && isSeconds(day) ? second.instructorId : draft.instructorId])
  }
  const timetable = readLaidTimetable(db, cohortId)
  storeTimetable(db, timetable, timetable.blocks)
  enrolTrainees(scope, getCohort(db, code), draft.traineeIds, draft.repeatReason ?? null)
  record('cohort', code, null, { ...draft, end: plan.end })
  return { code }
}
