import { usualClock } from '../../../shared/features/cohort/day-clock.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import type { Office } from '../office.ts'
import { people, reason } from './people.ts'

export type Cohort = {
  id: number
  code: string
  trade: string
  year: number
  decided: number
  people: number
  first: PlainDate
  last: PlainDate
}

const ofCohorts = `SELECT cohort.id, code, trade, cohort.year, EXISTS (SELECT 1 FROM panel WHERE cohort_id = cohort.id) AS decided,
    (SELECT count(*) FROM enrolment WHERE cohort_id = cohort.id) AS people,
    (SELECT min(date) FROM cohort_day WHERE cohort_id = cohort.id) AS first, (SELECT max(date) FROM cohort_day WHERE cohort_id = cohort.id) AS last
  FROM cohort WHERE cancelled_at IS NULL`

/** Classes that are not cancelled. */
export const cohorts = (office: Office) => office.rows<Cohort>(`${ofCohorts} ORDER BY cohort.id DESC`)
/** Those of them without a panel. */
export const openCohorts = (office: Office) => cohorts(office).filter(row => row.decided === 0)

export function instructors(office: Office): { id: number }[] {
  return office.rows('SELECT id FROM instructor ORDER BY id')
}

function days(office: Office, cohortId: number, where = '1') {
  return office.rows<{ id: number; n: number; date: PlainDate; hours: number }>(
    `SELECT id, n, date, hours FROM cohort_day WHERE cohort_id = @cohortId AND ${where} ORDER BY n`,
    { cohortId },
  )
}

type Hours = { hours: number; startTime: string; endTime: string }

const open = 'NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = cohort_day.id)'
const times: [Hours, ...Hours[]] = [
  { hours: 8, startTime: '08:00', endTime: '15:15' },
  { hours: 4, startTime: '08:00', endTime: '11:15' },
  { hours: 4, startTime: '13:00', endTime: '16:15' },
]

/** Mostly soon, mostly on a working day. */
export function soon(office: Office, choose: Choose): PlainDate {
  const date = addDays(office.today, choose.number(40) - 3)
  const sunday = new Date(`${date}T00:00Z`).getUTCDay() === 0
  return sunday && !choose.chance(5) ? addDays(date, 1) : date
}

export const classActs: Act[] = [
  {
    name: 'plans a class',
    weight: 8,
    plan(office, choose) {
      const programs = office.rows<{ id: number; trade: string }>(
        "SELECT id, trade FROM program WHERE trade IN ('TR', 'TB') ORDER BY id",
      )
      const program = choose.one(programs)
      if (!program) return null
      const start = soon(office, choose)
      const used = office.rows<{ number: number }>(
        'SELECT max(number) AS number FROM cohort WHERE trade = @trade AND year = @year',
        {
          trade: program.trade,
          year: Number(start.slice(0, 4)),
        },
      )
      const all = people(office)
      const activity = choose.chance(3)
        ? choose.one(office.rows<{ id: number }>('SELECT id FROM activity ORDER BY id DESC'))
        : undefined
      return {
        operation: 'cohort.create',
        input: {
          programId: program.id,
          start,
          week: choose.of(5, 6),
          jointLeave: choose.of('off', 'work'),
          ...choose.of(...times),
          number: (used[0]?.number ?? 0) + 1,
          roomId: choose.chance(4) ? null : (choose.one(rooms(office))?.id ?? null),
          instructorId: choose.chance(5) ? null : (choose.one(instructors(office))?.id ?? null),
          traineeIds: choose.some(all, 5).map(row => row.id),
          decreeIssuer: '',
          decreeNumber: '',
          decreeDate: null,
          decreeSubject: '',
          activity: '',
          fundingSource: '',
          activityId: activity?.id ?? null,
          repeatReason: choose.of('Naik tingkat kejuruan', null),
        },
      }
    },
  },
  {
    name: 'moves a class',
    weight: 3,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => ({
        operation: 'cohort.move',
        input: { code: cohort.code, start: soon(office, choose), reason },
      })),
  },
  {
    name: 'cancels a class',
    weight: 1,
    plan: (office, choose) =>
      ofCohort(office, choose, cohort => ({
        operation: 'cohort.cancel',
        input: { code: cohort.code, reason },
        ...(cohort.people === 0 ? { must: true as const } : {}),
      })),
  },
  {
    name: 'changes room and hours of a class',
    weight: 3,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => {
        const { hours: _, ...time } = choose.of(...times)
        const facts = {
          ...time,
          roomId: choose.one(rooms(office))?.id ?? null,
          decreeIssuer: '',
          decreeNumber: '',
          decreeDate: null,
        }
        return {
          operation: 'cohort.update',
          input: { code, facts: { ...facts, decreeSubject: '', activity: '', fundingSource: '' } },
        }
      }),
  },
  {
    name: 'enrols people',
    weight: 5,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({
        operation: 'cohort.enrol',
        input: {
          code,
          traineeIds: choose.some(people(office), 3).map(row => row.id),
          repeatReason: choose.of('Naik tingkat kejuruan', null),
        },
      })),
  },
  {
    name: 'takes somebody off the list',
    weight: 2,
    plan: (office, choose) =>
      ofMember(office, choose, ({ id }) => ({ operation: 'cohort.unenrol', input: { enrolmentId: id } })),
  },
  {
    name: 'lets somebody leave',
    weight: 2,
    plan: (office, choose) =>
      ofMember(office, choose, ({ id }) => ({
        operation: 'cohort.leave',
        input: { enrolmentId: id, afterDay: choose.number(16), kind: choose.of('withdrawn', 'expelled'), reason },
      })),
  },
  {
    name: 'takes a leaving back',
    weight: 2,
    plan: (office, choose) =>
      ofMember(
        office,
        choose,
        ({ id }) => ({ operation: 'cohort.rejoin', input: { enrolmentId: id, reason } }),
        'left_kind IS NOT NULL',
      ),
  },
  {
    name: 'lets an official allow somebody to teach',
    weight: 2,
    plan: (office, choose) =>
      ofDays(office, choose, (code, numbers) => ({
        operation: 'cohort.allowTeaching',
        input: {
          code,
          instructorId: choose.one(instructors(office))?.id,
          days: numbers,
          official: 'Kepala UPT',
          reason,
        },
      })),
  },
  {
    name: 'takes such a word back',
    weight: 1,
    plan(office, choose) {
      const row = choose.one(
        office.rows<{ code: string; n: number; instructorId: number }>(
          `SELECT code, n, instructor_id AS instructorId FROM credential_override JOIN cohort_day ON cohort_day.id = day_id
           JOIN cohort ON cohort.id = cohort_id ORDER BY day_id DESC, instructor_id`,
        ),
      )
      return row
        ? {
            operation: 'cohort.withdrawOverride',
            input: { code: row.code, instructorId: row.instructorId, days: [row.n], reason },
          }
        : null
    },
  },
  {
    name: 'changes hours and teachers of days',
    weight: 4,
    plan: (office, choose) =>
      ofDays(office, choose, (code, numbers) => ({
        operation: 'timetable.updateDays',
        input: {
          code,
          days: numbers.map(n => ({
            n,
            hours: choose.of(4, 8, 6),
            topic: 'Praktik',
            instructorIds: choose.chance(4) ? [] : choose.some(instructors(office), 2).map(row => row.id),
          })),
        },
      })),
  },
  {
    name: 'lets somebody stand in',
    weight: 4,
    plan(office, choose) {
      const cohort = choose.one(openCohorts(office))
      const taught =
        cohort &&
        choose.one(
          office.rows<{ n: number; id: number }>(
            `SELECT n, instructor_id AS id FROM teaching JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = @id AND ${open} ORDER BY n`,
            { id: cohort.id },
          ),
        )
      const incoming = choose.one(instructors(office))
      if (!cohort || !taught || !incoming || incoming.id === taught.id) return null
      return {
        operation: 'timetable.substitute',
        input: { code: cohort.code, days: [taught.n], outId: taught.id, inId: incoming.id, reason },
      }
    },
  },
  {
    name: 'lays a timetable again',
    weight: 1,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({ operation: 'timetable.layAgain', input: { code } })),
  },
  {
    name: 'changes the clock of a class',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({
        operation: 'timetable.setClock',
        input: { code, clock: usualClock(choose.of('08:00', '07:30', '13:00'), choose.of(45, 40)) },
      })),
  },
]

export function rooms(office: Office): { id: number }[] {
  return office.rows('SELECT id FROM room WHERE active = 1 ORDER BY id LIMIT 4')
}

type Made = ReturnType<Act['plan']>

export function ofCohort(office: Office, choose: Choose, make: (cohort: Cohort) => Made): Made {
  const cohort = choose.one(openCohorts(office).slice(0, 8))
  return cohort ? make(cohort) : null
}

function ofMember(office: Office, choose: Choose, make: (member: { id: number }) => Made, where = '1'): Made {
  const member = choose.one(
    office.rows<{ id: number }>(`SELECT id FROM enrolment WHERE ${where} ORDER BY id DESC LIMIT 40`),
  )
  return member ? make(member) : null
}

function ofDays(office: Office, choose: Choose, make: (code: string, numbers: number[]) => Made): Made {
  return ofCohort(office, choose, ({ id, code }) => {
    const some = choose.some(days(office, id, open), 3).map(day => day.n)
    return some.length > 0 ? make(code, [...new Set(some)]) : null
  })
}
