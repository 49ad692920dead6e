import { type CohortDetails, cohortDetails } from '../../../../shared/features/cohort/cohort.ts'
import type { cohortContract } from '../../../../shared/features/cohort/contract.ts'
import { planWarnings } from '../../../../shared/features/cohort/working-days.ts'
import type { Handlers } from '../../scope.ts'
import { joinForm } from '../desk/join-record.ts'
import { assertFreeDays } from './check-free-days.ts'
import { clockOfCohort, keepClockOfHeldDays } from './cohort-clock-store.ts'
import { daysOfCohort } from './cohort-day-store.ts'
import { cohortHistory } from './cohort-history-store.ts'
import { listCohorts } from './cohort-list-store.ts'
import { cohortProgress } from './cohort-progress-store.ts'
import {
  type CohortRecord,
  cancelCohort,
  cohortListRow,
  cohortOfEnrolment,
  getCohort,
  getOpenCohort,
  unitsOfCohort,
  updateDetails,
  writeRoom,
} from './cohort-store.ts'
import { createCohort } from './create-cohort.ts'
import { enrolTrainees, recordLeaving, removeEnrolment, takeBackLeaving } from './enrol-trainees.ts'
import { traineesOfCohort } from './enrolment-store.ts'
import { assertNotBegun, moveCohort } from './move-cohort.ts'
import { allowTeaching, withdrawOverride } from './override-credential.ts'
import { readPlan, workCalendar } from './plan-cohort.ts'
import { acceptProposals, readWorkProgram } from './propose-work-program.ts'
import { timed, writeDayTimes } from './time-days.ts'

export const cohortHandlers: Handlers<typeof cohortContract> = {
  plan: ({ db }, draft) => readPlan(db, draft),

  create: createCohort,
  proposeProgram: readWorkProgram,
  acceptProposals,

  list: ({ db }) => listCohorts(db),

  get({ db }, { code }) {
    const record = getCohort(db, code)
    const days = daysOfCohort(db, record.id)
    const { days: _, instructors: __, ...row } = cohortListRow(db, record, days)
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
      days: days.map(({ id: _id, roomId: _room, ...day }) => day),
      units: unitsOfCohort(db, record.id).map(({ id: _id, ...unit }) => unit),
      warnings: planWarnings(days, workCalendar(db, row.start, record)),
      rules: { minimumAttendance, theoryWeight, practiceWeight, passMark, unitsRequired, predicateBands },
      ...cohortProgress(db, record, days),
    }
  },

  history({ db }, { code, limit }) {
    getCohort(db, code)
    return cohortHistory(db, code, limit)
  },

  update({ db, record }, { code, facts: mine, seen }) {
    const cohort = getOpenCohort(db, code)
    const form = { entity: 'cohort', id: code, schema: cohortDetails, seen, stored: cohort, mine }
    const { values: facts, joined } = joinForm(db, form)
    // Held days keep their times, but the stated times must be possible for the other days.
    const days = timed(daysOfCohort(db, cohort.id), clockOfCohort(db, { ...cohort, startTime: facts.startTime }), {
      ...cohort,
      ...facts,
    })
    const coming = days.filter(day => !day.held)
    assertFreeDays(
      db,
      cohort.id,
      coming.map(day => ({ ...day, roomId: facts.roomId })),
    )
    // The room is released first and taken last: the schema checks every step, and days have mixed times in between.
    keepClockOfHeldDays(db, cohort)
    writeRoom(db, cohort.id, null)
    updateDetails(db, cohort.id, facts)
    writeDayTimes(db, getCohort(db, code))
    writeRoom(db, cohort.id, facts.roomId)
    record('cohort', code, factsOf(cohort), facts)
    return { joined }
  },

  allowTeaching(scope, { code, instructorId, days, official, reason }) {
    const cohort = getOpenCohort(scope.db, code)
    allowTeaching(scope, cohort, instructorId, days, { official, reason })
  },

  withdrawOverride(scope, { code, instructorId, days, reason }) {
    const cohort = getOpenCohort(scope.db, code)
    withdrawOverride(scope, cohort, instructorId, days, reason)
  },

  move: moveCohort,

  cancel({ db, at, record }, { code, reason }) {
    const cohort = getCohort(db, code)
    // A class without people has nothing to keep, even if a day was closed or hours recorded.
    if (cohort.cancelled || traineesOfCohort(db, cohort.id).length > 0) assertNotBegun(db, cohort)
    cancelCohort(db, cohort.id, at, reason)
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

/** What `update` can change. */
function factsOf(cohort: CohortRecord): CohortDetails {
  const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId } =
    cohort
  return { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource, roomId }
}
