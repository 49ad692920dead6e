import type { AttendanceTask, attendanceContract } from '../../../../shared/features/attendance/contract.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import {
  type DayRecord,
  dayNumbered,
  daysOfCohort,
  daysOfCohorts,
  skippedOfCohort,
  skippedOfCohorts,
  writeClosing,
} from '../cohort/cohort-day-store.ts'
import {
  type CohortRecord,
  cohortOfEnrolment,
  getCohort,
  getUndecidedCohort,
  undecidedCohorts,
} from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { correctionsOf, type MarkedMember, marksOfCohort, membersWithMarks } from './attendance-store.ts'
import { closeDay, closeDays } from './close-day.ts'
import { fillDay, fillDays } from './fill-days.ts'
import { markAttendance } from './mark-attendance.ts'

type LetterOperation = 'addLetter' | 'removeLetter' | 'openLetter'

export const attendanceHandlers: Handlers<Omit<typeof attendanceContract, LetterOperation>> = {
  grid({ db, today }, { code }) {
    const cohort = getCohort(db, code)
    const days = daysOfCohort(db, cohort.id)
    const marks = marksOfCohort(db, cohort.id)
    return {
      code,
      today,
      minimumAttendance: cohort.minimumAttendance,
      absenceAlarm: getRules(db).absenceAlarm,
      days: days.map(({ id: _id, roomId: _room, ...day }) => day),
      skipped: skippedOfCohort(db, cohort.id),
      rows: traineesOfCohort(db, cohort.id).map(({ enrolmentId, position, name, joinedDay, left }) => ({
        enrolmentId,
        position,
        name,
        joinedDay,
        left: left && { afterDay: left.afterDay, kind: left.kind },
        cells: days.map(day => marks.get(enrolmentId)?.get(day.n) ?? null),
      })),
    }
  },

  tasks({ db, today }) {
    const undecided = undecidedCohorts(db)
    const days = daysOfCohorts(
      db,
      undecided.map(cohort => cohort.id),
    )
    const concerned = undecided.flatMap(cohort => {
      const own = days.get(cohort.id) ?? []
      const missed = own.filter(day => day.date < today && !day.complete)
      const now = own.find(day => day.date === today)
      return now || missed.length > 0 ? [{ cohort, days: own, missed, now }] : []
    })
    const ids = concerned.map(({ cohort }) => cohort.id)
    const members = Map.groupBy(membersWithMarks(db, ids), member => member.cohortId)
    const skipped = skippedOfCohorts(db, ids)
    const todays: AttendanceTask[] = []
    const earlier: AttendanceTask[] = []
    for (const { cohort, days: own, missed, now } of concerned) {
      const taskOf = attendanceTasks(cohort, own, members.get(cohort.id) ?? [], skipped.get(cohort.id) ?? [])
      if (now) todays.push(taskOf(now, missed))
      for (const day of missed) earlier.push(taskOf(day, []))
    }
    return { today: todays, earlier: earlier.sort((a, b) => (a.date < b.date ? -1 : 1)) }
  },

  mark: (scope, input) => ({ written: markAttendance(scope, input) }),

  fillDay: (scope, { code, ...filling }) => fillDay(scope, getUndecidedCohort(scope.db, code), filling),

  fillDays: (scope, { code, days }) => fillDays(scope, getUndecidedCohort(scope.db, code), days),

  closeDay(scope, { code, ...closing }) {
    closeDay(scope, getUndecidedCohort(scope.db, code), closing)
  },

  closeDays: (scope, { code, days }) => closeDays(scope, getUndecidedCohort(scope.db, code), days),

  reopenDay({ db, record }, { code, n, reason }) {
    const cohort = getUndecidedCohort(db, code)
    const day = dayNumbered(daysOfCohort(db, cohort.id), n)
    if (!day.closed) throw new DomainError({ code: 'day_not_closed', n })
    writeClosing(db, day.id, null)
    record('cohort_day', `${code} ${n}`, { closedBy: day.closed.by }, { closed: null, reason })
  },

  history({ db }, { enrolmentId, n }) {
    cohortOfEnrolment(db, enrolmentId)
    return correctionsOf(db, enrolmentId, n)
  },
}

/** Reads a class once; returns a function for the task of each day. */
function attendanceTasks(
  cohort: CohortRecord,
  days: readonly DayRecord[],
  members: readonly MarkedMember[],
  skipped: AttendanceTask['skipped'],
) {
  const rail = days.map(({ n, date, held, complete, closed }) => ({ n, date, held, complete, closed: closed !== null }))
  return (day: DayRecord, missed: readonly DayRecord[]): AttendanceTask => ({
    code: cohort.code,
    title: cohort.title,
    n: day.n,
    date: day.date,
    room: cohort.room,
    instructors: day.instructors,
    trainees: members
      .filter(row => isMemberOn(row, day.n))
      .map(({ enrolmentId, position, name, marks }) => ({
        enrolmentId,
        position,
        name,
        mark: marks.get(day.n) ?? null,
      })),
    complete: day.complete,
    closed: day.closed !== null,
    missedDays: missed.map(({ n, date }) => ({ n, date })),
    days: rail,
    skipped,
  })
}
