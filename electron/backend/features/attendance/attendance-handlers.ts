import type { AttendanceTask, attendanceContract, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import { isMemberOn } from '../../../../shared/features/cohort/membership.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
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
import { askCells, type SeenCell } from '../desk/join-record.ts'
import {
  correctionsOf,
  findMark,
  type MarkedMember,
  marksOfCohort,
  membersWithMarks,
  writeMark,
} from './attendance-store.ts'
import { closeDay, closeDays } from './close-day.ts'
import { assertNoLetter } from './leave-letter-store.ts'
import { assertMember, fieldOf, isSameMark, markAttendance, markableDay, markIn } from './mark-attendance.ts'

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

  fillDay(scope, { code, n, exceptions, seen, chosen }) {
    const { db, today, record } = scope
    const cohort = getUndecidedCohort(db, code)
    const day = markableDay(daysOfCohort(db, cohort.id), n, today)
    if (day.closed) throw new DomainError({ code: 'day_closed', n, by: day.closed.by })
    const trainees = traineesOfCohort(db, cohort.id)
    const given = new Map(exceptions.map(entry => [entry.enrolmentId, entry]))
    for (const id of given.keys()) assertMember(trainees, id, day)
    const cells = exceptions.flatMap(({ enrolmentId, mark }): SeenCell[] => {
      const saw = seen?.find(one => one.enrolmentId === enrolmentId)
      const trainee = assertMember(trainees, enrolmentId, day)
      const theirs = findMark(db, enrolmentId, day.id)?.mark ?? null
      const history = [`${code} ${n}`, `${code} ${enrolmentId} ${n}`].map(id => ({ entity: 'attendance', id }))
      return saw
        ? [
            {
              row: rowName(trainee, trainees),
              field: fieldOf(n),
              before: saw.mark,
              theirs,
              mine: mark,
              history,
              valueIn: markIn(enrolmentId),
            },
          ]
        : []
    })
    const stays = askCells(scope, cells, chosen)
    const before: MarkEntry[] = []
    const after: MarkEntry[] = []
    let kept = 0
    for (const trainee of trainees.filter(one => isMemberOn(one, n))) {
      const { enrolmentId } = trainee
      const present = findMark(db, enrolmentId, day.id)
      const exception = given.get(enrolmentId)
      // "Semua hadir" keeps earlier S and I. Typing the same mark again keeps its time and note.
      const repeats = exception?.mark === present?.mark && !exception?.arrivedAt && exception?.note === ''
      if (present && (!exception || repeats || stays(rowName(trainee, trainees), fieldOf(n)))) {
        kept += 1
        continue
      }
      const entry: MarkEntry = exception
        ? { ...exception, n }
        : { enrolmentId, n, mark: 'H', arrivedAt: null, note: '' }
      if (isSameMark(present, entry)) continue
      assertNoLetter(db, trainee, day, entry.mark)
      before.push({
        enrolmentId,
        n,
        mark: present?.mark ?? null,
        arrivedAt: present?.arrivedAt ?? null,
        note: present?.note ?? '',
      })
      writeMark(scope, day, entry, '')
      after.push(entry)
    }
    record('attendance', `${code} ${n}`, { marks: before }, { marks: after })
    return { written: after.length, kept, before }
  },

  fillDays(scope, { code, days: numbers }) {
    const { db, today, record } = scope
    const cohort = getUndecidedCohort(db, code)
    const days = daysOfCohort(db, cohort.id)
    const trainees = traineesOfCohort(db, cohort.id)
    const before: MarkEntry[] = []
    let kept = 0
    for (const n of new Set(numbers)) {
      const day = markableDay(days, n, today)
      if (day.closed) throw new DomainError({ code: 'day_closed', n, by: day.closed.by })
      const members = trainees.filter(trainee => isMemberOn(trainee, n))
      const open = members.filter(({ enrolmentId }) => findMark(db, enrolmentId, day.id) === null)
      kept += members.length - open.length
      const marks = open.map(({ enrolmentId }) => ({ enrolmentId, n, mark: 'H' as const, arrivedAt: null, note: '' }))
      for (const entry of marks) writeMark(scope, day, entry, '')
      before.push(...marks.map(entry => ({ ...entry, mark: null })))
      if (marks.length > 0) record('attendance', `${code} ${n}`, { marks: [] }, { marks })
    }
    return { written: before.length, kept, before }
  },

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
