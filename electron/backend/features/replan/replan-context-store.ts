import type { DayOff } from '../../../../shared/features/calendar/day-off.ts'
import type { CohortClock, Times } from '../../../../shared/features/cohort/day-clock.ts'
import type { Skipped } from '../../../../shared/features/cohort/working-days.ts'
import type { CredentialFacts, CredentialKind } from '../../../../shared/features/instructor/credential.ts'
import type { Room } from '../../../../shared/features/program/contract.ts'
import type { NumberedDay } from '../../../../shared/features/replan/replan.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { daysOff, holidayYears } from '../calendar/calendar-store.ts'
import { allClosures, type Closure } from '../calendar/closure-store.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { clocks } from '../cohort/cohort-clock-store.ts'
import { listTeachers } from '../instructor/instructor-store.ts'
import { listRooms } from '../program/program-store.ts'

export type Teacher = { id: InstructorId; name: string }

export type ReplanDay = NumberedDay &
  Times & {
    id: number
    hours: number
    roomId: number | null
    closed: boolean
    teachers: Teacher[]
  }

type ReplanMember = { traineeId: number; name: string; joinedDay: number; left: { afterDay: number } | null }

export type ReplanCohort = {
  id: number
  code: string
  title: string
  trade: string
  week: 5 | 6
  jointLeave: 'off' | 'work'
  hours: number
  endTime: string
  clock: CohortClock
  wantedStart: PlainDate | null
  /** Budget year of the activity that pays. */
  budgetYear: number | null
  days: ReplanDay[]
  skipped: Skipped[]
}

export type ReplanInstructor = Teacher & { active: boolean; credentials: readonly CredentialFacts[] }

/** All data for new dates, read once, because 200 running classes must be planned again while a person types. */
export type ReplanContext = {
  cohorts: ReplanCohort[]
  closures: ReadonlyMap<number, Closure[]>
  daysOff: DayOff[]
  years: ReadonlySet<number>
  requiredKinds: readonly CredentialKind[]
  instructors: ReadonlyMap<number, ReplanInstructor>
  rooms: readonly Room[]
  leaves: { instructorId: number; from: PlainDate; until: PlainDate; reason: string }[]
  /** By class: only people in two of the classes. */
  sharedMembers: ReadonlyMap<number, ReplanMember[]>
  /** 'dayId instructorId' of permissions. */
  overridden: ReadonlySet<string>
}

/** More than any class can move: sixty days over the longest holidays. */
const reach = 200

/** All classes not over by that day, with all data about their days. */
export function readReplanContext(db: ReadDatabase, from: PlainDate): ReplanContext {
  const cohorts = readCohorts(db, from)
  const first = cohorts.flatMap(row => row.days[0]?.date ?? []).reduce((a, b) => (b < a ? b : a), from)
  const last = cohorts.flatMap(row => row.days.at(-1)?.date ?? []).reduce((a, b) => (b > a ? b : a), from)
  return {
    cohorts,
    closures: allClosures(db),
    daysOff: daysOff(db, addDays(first, -14), addDays(last, reach)),
    years: new Set(holidayYears(db).map(row => row.year)),
    requiredKinds: requiredKinds(db),
    instructors: new Map(
      listTeachers(db).map(({ id, name, active, credentials }) => [id, { id, name, active, credentials }]),
    ),
    rooms: listRooms(db),
    leaves: db.all(
      `SELECT instructor_id AS instructorId, from_date AS "from", until_date AS until, reason FROM instructor_leave
       WHERE until_date >= ? ORDER BY from_date`,
      [from],
    ),
    sharedMembers: readSharedMembers(
      db,
      cohorts.map(row => row.id),
    ),
    overridden: new Set(
      db
        .all<{ dayId: number; instructorId: number }>(
          'SELECT day_id AS dayId, instructor_id AS instructorId FROM credential_override',
        )
        .map(row => `${row.dayId} ${row.instructorId}`),
    ),
  }
}

const coming = `cohort.cancelled_at IS NULL AND EXISTS
  (SELECT 1 FROM cohort_day AS later WHERE later.cohort_id = cohort.id AND later.date >= @from)`

function readCohorts(db: ReadDatabase, from: PlainDate): ReplanCohort[] {
  const teachers = Map.groupBy(
    db.all<Teacher & { dayId: number }>(
      `SELECT day_id AS dayId, instructor.id, instructor.name FROM teaching JOIN instructor ON instructor.id = teaching.instructor_id
       JOIN cohort_day ON cohort_day.id = teaching.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
       WHERE ${coming} ORDER BY teaching.position`,
      { from },
    ),
    row => row.dayId,
  )
  const days = Map.groupBy(
    db.all<{
      id: number
      cohortId: number
      n: number
      date: PlainDate
      startTime: string
      endTime: string
      hours: number
      roomId: number | null
      marked: number
      closed: number
    }>(
      `SELECT cohort_day.id, cohort_id AS cohortId, n, date, coalesce(cohort_day.start_time, cohort.start_time) AS startTime,
         coalesce(cohort_day.end_time, cohort.end_time) AS endTime, cohort_day.hours, cohort_day.room_id AS roomId,
         closed_at IS NOT NULL AS closed,
         EXISTS (SELECT 1 FROM held_day WHERE held_day.day_id = cohort_day.id) AS marked
       FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id WHERE ${coming} ORDER BY cohort_id, n`,
      { from },
    ),
    row => row.cohortId,
  )
  const skipped = Map.groupBy(
    db.all<Skipped & { cohortId: number }>(
      `SELECT cohort_id AS cohortId, date, kind, reason FROM cohort_skip JOIN cohort ON cohort.id = cohort_id
       WHERE ${coming} ORDER BY date`,
      { from },
    ),
    row => row.cohortId,
  )
  const clockOf = clocks(db)
  return db
    .all<Omit<ReplanCohort, 'days' | 'skipped' | 'clock'> & { startTime: string; minutesPerHour: number }>(
      `SELECT cohort.id, code, title, trade, week, joint_leave AS jointLeave, hours, start_time AS startTime, end_time AS endTime,
         minutes_per_hour AS minutesPerHour, wanted_start AS wantedStart,
         (SELECT budget_year FROM activity WHERE activity.id = cohort.activity_id) AS budgetYear
       FROM cohort WHERE ${coming} ORDER BY code`,
      { from },
    )
    .map(({ startTime, minutesPerHour, ...row }) => ({
      ...row,
      clock: clockOf({ id: row.id, startTime, minutesPerHour }),
      days: (days.get(row.id) ?? []).map(({ cohortId: _, marked, closed, ...day }) => ({
        ...day,
        held: marked === 1 || closed === 1,
        closed: closed === 1,
        teachers: (teachers.get(day.id) ?? []).map(({ id, name }) => ({ id, name })),
      })),
      skipped: (skipped.get(row.id) ?? []).map(({ date, kind, reason }) => ({ date, kind, reason })),
    }))
}

function readSharedMembers(db: ReadDatabase, cohortIds: readonly number[]): Map<number, ReplanMember[]> {
  const rows = db.all<{
    cohortId: number
    traineeId: number
    name: string
    joinedDay: number
    leftAfterDay: number | null
  }>(
    `WITH candidate AS (SELECT value AS id FROM json_each(@cohorts))
     SELECT enrolment.cohort_id AS cohortId, trainee.id AS traineeId, trainee.name, joined_day AS joinedDay,
       left_after_day AS leftAfterDay
     FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id
     WHERE enrolment.cohort_id IN (SELECT id FROM candidate) AND enrolment.trainee_id IN (
       SELECT trainee_id FROM enrolment WHERE cohort_id IN (SELECT id FROM candidate)
       GROUP BY trainee_id HAVING count(*) > 1
     ) ORDER BY enrolment.position`,
    { cohorts: JSON.stringify(cohortIds) },
  )
  const members = rows.map(({ leftAfterDay, ...row }) => ({
    ...row,
    left: leftAfterDay === null ? null : { afterDay: leftAfterDay },
  }))
  return Map.groupBy(members, row => row.cohortId)
}
