import type { CohortFacts, InstructorFacts } from '../../../../shared/facts/cohort-facts.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { isNoNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { addDays, type PlainDate, weekdayOf } from '../../../../shared/kernel/plain-date.ts'
import type { Moment } from '../../clock.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { marksOfCohort } from '../attendance/attendance-store.ts'
import { daysOff } from '../calendar/calendar-store.ts'
import { centreFacts, listOfficers, officersOn } from '../centre/centre-store.ts'
import { daysOfCohort, skippedOfCohort } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { lastScheduleChange } from '../cohort/schedule-change-store.ts'
import { sheetVersionOf } from '../scan/sheet-edition-store.ts'
import { identityFacts } from '../trainee/person-facts-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { findPanel, graduationRows } from './graduation-store.ts'

/** The last working day before a date, by weekends and calendar. */
function workingDayBefore(db: ReadDatabase, date: PlainDate): PlainDate {
  const off = new Set(daysOff(db, addDays(date, -30), date).map(day => day.date))
  let day = addDays(date, -1)
  while (weekdayOf(day) > 5 || off.has(day)) day = addDays(day, -1)
  return day
}

/** All data of the papers of a class, read at once. */
export function cohortFacts(db: ReadDatabase, moment: Moment, cohort: CohortRecord): CohortFacts {
  const days = daysOfCohort(db, cohort.id)
  const start = found(days[0], 'day').date
  const end = found(days.at(-1), 'day').date
  const marks = marksOfCohort(db, cohort.id)
  const results = new Map(graduationRows(db, cohort).map(row => [row.enrolmentId, row]))
  const panel = findPanel(db, cohort.id)
  const nips = new Map(
    db.all<{ id: number; nip: string }>('SELECT id, nip FROM instructor').map(row => [row.id, row.nip]),
  )
  const instructors = days.map(day =>
    day.instructors.map((row): InstructorFacts => ({ name: row.name, nip: nips.get(row.id) ?? '' })),
  )
  const [head] = [...officersOn(db, moment.today), ...listOfficers(db)]
  if (!head) throw new DomainError({ code: 'not_found', entity: 'officer' })
  // Not days that are held only because teaching was recorded.
  const recorded = days.findLast(day => day.closed !== null || [...marks.values()].some(cells => cells.has(day.n)))
  return {
    centre: centreFacts(db),
    cohort: {
      code: cohort.code,
      trade: tradeName(cohort.trade),
      program: cohort.program,
      number: cohort.number,
      year: cohort.year,
      start,
      end,
      startTime: cohort.startTime,
      endTime: cohort.endTime,
      room: cohort.room ?? '',
      decree:
        cohort.decreeNumber === ''
          ? null
          : { number: cohort.decreeNumber, date: cohort.decreeDate, subject: cohort.decreeSubject },
      activity: cohort.activity,
      fundingSource: cohort.fundingSource,
      minimumAttendance: cohort.minimumAttendance,
      weights: { theory: cohort.theoryWeight, practice: cohort.practiceWeight },
      passMark: cohort.passMark,
      unitsRequired: cohort.unitsRequired,
      minutesPerHour: cohort.minutesPerHour,
      planVersion: cohort.planVersion,
      sheetVersion: sheetVersionOf(db, cohort),
    },
    days: days.map((day, index) => ({
      n: day.n,
      date: day.date,
      startTime: day.startTime,
      endTime: day.endTime,
      hours: day.hours,
      topic: day.topic,
      instructors: instructors[index] ?? [],
      overrides: day.overrides.filter(word => day.instructors.some(teacher => teacher.id === word.instructorId)),
      closed: day.closed !== null,
    })),
    skipped: skippedOfCohort(db, cohort.id),
    trainees: traineesOfCohort(db, cohort.id).map(trainee => {
      const person = found(findTrainee(db, trainee.traineeId), 'trainee')
      const result = results.get(trainee.enrolmentId)
      return {
        position: trainee.position,
        ...identityFacts(person),
        nik: isNoNik(person.nik) ? '–' : person.nik,
        joinedDay: trainee.joinedDay,
        left: trainee.left && { afterDay: trainee.left.afterDay, kind: trainee.left.kind },
        marks: days.map(day => marks.get(trainee.enrolmentId)?.get(day.n)?.mark ?? null),
        theory: result?.theory ?? null,
        practice: result?.practice ?? null,
        final: result?.final ?? null,
        decision: result?.decision ?? null,
        reasons: result?.reasons ?? [],
        overrideReason: result?.overrideReason ?? '',
      }
    }),
    head,
    instructor: instructors[0]?.[0] ?? null,
    panel: panel && { number: null, heldOn: panel.heldOn, place: panel.place, members: panel.members },
    recordedUntilDay: recorded?.n ?? 0,
    preparedOn: workingDayBefore(db, start),
    changedOn: lastScheduleChange(db, cohort.id)?.decidedOn ?? null,
    signedOn: panel?.heldOn ?? null,
    printedAt: moment.at.slice(0, 16),
  }
}
