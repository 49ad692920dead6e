import type { CohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import type { cohortContract } from '../../../../shared/features/cohort/contract.ts'
import { loneDays, type PlanWarning } from '../../../../shared/features/cohort/working-days.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { assertOwnBudgetYear } from '../activity/check-budget-year.ts'
import { assertRoomFree } from './booking-store.ts'
import { assertFreeDays } from './check-free-days.ts'
import { assertMayTeach, setTeaching, teachersOf } from './check-teaching.ts'
import { clockOfCohort } from './cohort-clock-store.ts'
import { cohortProgress } from './cohort-progress-store.ts'
import {
  allCohorts,
  type CohortRecord,
  cohortListRow,
  cohortOfEnrolment,
  type DayRecord,
  daysOfCohort,
  getCohort,
  traineesOfCohort,
  unitsOfCohort,
} from './cohort-store.ts'
import { createCohort } from './create-cohort.ts'
import { assertFree, enrolTrainees, recordLeaving, removeEnrolment, takeBackLeaving } from './enrol-trainees.ts'
import { laidOverOpenDays, openBlocks, readTimetable, storeTimetable } from './lay-timetable.ts'
import { moveCohortDays, writeSkipped } from './new-cohort-store.ts'
import { allowTeaching, withdrawOverride } from './override-credential.ts'
import { assertHolidayTables, planFromStart, readPlan } from './plan-cohort.ts'
import { acceptProposals, readWorkProgram } from './propose-work-program.ts'
import { insertScheduleChange } from './schedule-change-store.ts'
import { clearSessions } from './session-store.ts'
import { timed, writeDayTimes } from './time-days.ts'
import { workCalendar } from './work-calendar.ts'

export const cohortHandlers: Handlers<typeof cohortContract> = {
  plan: ({ db, today }, draft) => readPlan(db, draft, today),

  create: createCohort,
  proposeProgram: readWorkProgram,
  acceptProposals,

  list: ({ db }) => allCohorts(db).map(cohort => cohortListRow(db, cohort)),

  get({ db }, { code }) {
    const record = getCohort(db, code)
    const days = daysOfCohort(db, record.id)
    const { days: _, instructors: __, ...row } = cohortListRow(db, record, days)
    const calendar = workCalendar(db, row.start, record)
    const years = new Set(calendar.years)
    const warnings: PlanWarning[] = []
    if (yearOf(row.start) !== yearOf(row.end)) warnings.push('crosses_budget_year')
    if (!years.has(yearOf(row.start)) || !years.has(yearOf(row.end))) warnings.push('no_holiday_table')
    if (loneDays(days, calendar).length > 0) warnings.push('lone_day')
    const {
      minimumAttendance,
      theoryWeight,
      practiceWeight,
      passMark,
      unitsRequired,
      predicateBands,
      planVersion: _v,
      cancelled: _c,
      decided: _d,
      ...facts
    } = record
    return {
      ...facts,
      ...row,
      totalHours: days.reduce((sum, day) => sum + day.hours, 0),
      days: days.map(({ id: _id, ...day }) => day),
      units: unitsOfCohort(db, record.id).map(({ id: _id, ...unit }) => unit),
      warnings,
      rules: { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands },
      progress: cohortProgress(db, record, days),
    }
  },

  update({ db, record }, { code, facts }) {
    const cohort = getCohort(db, code)
    if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
    const open = daysOfCohort(db, cohort.id).filter(day => !day.held)
    const coming = timed(open, clockOfCohort(db, { ...cohort, startTime: facts.startTime }), { ...cohort, ...facts })
    assertFreeDays(db, { id: cohort.id, roomId: facts.roomId }, coming)
    db.run(
      `UPDATE cohort SET start_time = @startTime, end_time = @endTime, decree_issuer = @decreeIssuer, decree_number = @decreeNumber, decree_date = @decreeDate,
         decree_subject = @decreeSubject, activity = @activity, funding_source = @fundingSource, room_id = @roomId WHERE id = @id`,
      { ...facts, id: cohort.id },
    )
    writeDayTimes(db, getCohort(db, code))
    record('cohort', code, factsOf(cohort), facts)
  },

  updateDays({ db, today, record }, { code, days: plans }) {
    const cohort = getCohort(db, code)
    if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
    const timetable = readTimetable(db, cohort.id)
    const { days } = timetable
    const relaid = plans.some(plan => days.some(day => day.n === plan.n && day.hours !== plan.hours))
    for (const plan of plans) {
      const day = found(
        days.find(candidate => candidate.n === plan.n),
        'day',
      )
      const before = {
        hours: day.hours,
        topic: day.topic,
        instructorIds: day.instructors.map(instructor => instructor.id),
      }
      const sameTeachers = before.instructorIds.join() === plan.instructorIds.join()
      if (day.held && (plan.hours !== day.hours || !sameTeachers)) throw new DomainError({ code: 'day_held', n: day.n })
      if (!sameTeachers) {
        for (const id of plan.instructorIds)
          assertMayTeach(db, id, [day], { trade: cohort.trade, cohortId: cohort.id }, today)
        setTeaching(db, day.id, plan.instructorIds)
      }
      if (plan.hours !== day.hours) clearSessions(db, day.id)
      db.run('UPDATE cohort_day SET hours = ?, topic = ? WHERE id = ?', [plan.hours, plan.topic, day.id])
      record('cohort_day', `${code} ${day.n}`, before, plan)
    }
    if (relaid) {
      const open = daysOfCohort(db, cohort.id).filter(day => !day.held)
      assertFreeDays(db, cohort, timed(open, clockOfCohort(db, cohort), cohort))
      writeDayTimes(db, cohort)
      const changed = { ...timetable, days: daysOfCohort(db, cohort.id) }
      storeTimetable(db, changed, laidOverOpenDays(changed, openBlocks(timetable)))
    }
  },

  allowTeaching(scope, { code, instructorId, days, official, reason }) {
    const cohort = getCohort(scope.db, code)
    if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
    allowTeaching(scope, cohort, instructorId, days, { official, reason })
  },

  withdrawOverride(scope, { code, instructorId, days, reason }) {
    const cohort = getCohort(scope.db, code)
    if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
    withdrawOverride(scope, cohort, instructorId, days, reason)
  },

  move({ db, today, record }, { code, start, reason }) {
    const cohort = getCohort(db, code)
    const days = assertNotBegun(db, cohort)
    const plan = planFromStart(db, { ...cohort, start })
    assertHolidayTables(db, plan)
    assertOwnBudgetYear(db, cohort, plan.start)
    const dated = days.map((day, index) => ({ ...day, date: plan.days[index]?.date ?? day.date }))
    const moved = timed(dated, clockOfCohort(db, cohort), cohort)
    for (const trainee of traineesOfCohort(db, cohort.id)) assertFree(db, trainee, moved, cohort.id)
    if (cohort.roomId !== null) assertRoomFree(db, cohort.roomId, moved, cohort.id)
    for (const { teacher, days: taught } of teachersOf(moved)) {
      assertMayTeach(db, teacher.id, taught, { trade: cohort.trade, cohortId: cohort.id }, today)
    }
    moveCohortDays(db, days, moved)
    writeSkipped(db, cohort.id, plan)
    db.run('UPDATE cohort SET wanted_start = NULL WHERE id = ?', [cohort.id])
    const moves = days.flatMap(({ n, date }) => {
      const to = plan.days[n - 1]?.date ?? date
      return to === date ? [] : [{ n, from: date, to }]
    })
    const change = { action: 'move' as const, date: plan.start, name: reason, source: '', decidedOn: today, moves }
    if (moves.length > 0) insertScheduleChange(db, cohort.id, change)
    record(
      'cohort',
      code,
      { start: days[0]?.date, end: days.at(-1)?.date },
      { start: plan.start, end: plan.end, reason },
    )
  },

  cancel({ db, at, record }, { code, reason }) {
    const cohort = getCohort(db, code)
    assertNotBegun(db, cohort)
    db.run('UPDATE cohort SET cancelled_at = ?, cancel_reason = ? WHERE id = ?', [at, reason, cohort.id])
    record('cohort', code, { cancelled: false }, { cancelled: true, reason })
  },

  trainees({ db }, { code }) {
    return traineesOfCohort(db, getCohort(db, code).id).map(({ nik: _, ...trainee }) => trainee)
  },

  enrol(scope, { code, traineeIds, repeatReason }) {
    enrolTrainees(scope, getCohort(scope.db, code), traineeIds, repeatReason)
    scope.record('enrolment', code, null, { traineeIds, ...(repeatReason === null ? {} : { repeatReason }) })
    return { enrolled: traineeIds.length }
  },

  unenrol({ db, record }, { enrolmentId }) {
    const cohort = cohortOfEnrolment(db, enrolmentId)
    const before = removeEnrolment(db, cohort, enrolmentId)
    record('enrolment', enrolmentId, before, null)
  },

  leave({ db, record }, { enrolmentId, afterDay, kind, reason }) {
    const cohort = cohortOfEnrolment(db, enrolmentId)
    const before = recordLeaving(db, cohort, enrolmentId, { afterDay, kind, reason })
    record('enrolment', enrolmentId, { left: before }, { left: { afterDay, kind, reason } })
  },

  rejoin({ db, record }, { enrolmentId, reason }) {
    const before = takeBackLeaving(db, cohortOfEnrolment(db, enrolmentId), enrolmentId)
    record('enrolment', enrolmentId, { left: before }, { left: null, reason })
  },
}

/** What `update` can change, as it stands. */
function factsOf(cohort: CohortRecord): CohortDetails {
  const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId } =
    cohort
  return { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId }
}

/** @throws DomainError cohort_cancelled, cohort_has_held_days */
function assertNotBegun(db: ReadDatabase, cohort: CohortRecord): DayRecord[] {
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  const days = daysOfCohort(db, cohort.id)
  const held = days.filter(day => day.held).length
  if (held > 0) throw new DomainError({ code: 'cohort_has_held_days', cohort: cohort.title, days: held })
  return days
}
