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
/** Classes before their panel. */
export const openCohorts = (office: Office) => cohorts(office).filter(row => row.decided === 0)

/** Active instructors. */
export function instructors(office: Office): { id: number }[] {
  return office.rows('SELECT id FROM instructor WHERE active = 1 ORDER BY id')
}

/** Usually an instructor with a valid credential of the trade on that day. */
export function teacherFor(office: Office, choose: Choose, trade: string, date: PlainDate): number | undefined {
  const licensed = office.rows<{ id: number }>(
    `SELECT DISTINCT instructor_id AS id FROM credential JOIN credential_trade ON credential_id = credential.id
     WHERE kind = 'TEKNIS' AND trade = @trade AND @date BETWEEN issued AND valid_until ORDER BY 1`,
    { trade, date },
  )
  return choose.one(licensed.length === 0 || choose.chance(6) ? instructors(office) : licensed)?.id
}

type Hours = { hours: number; startTime: string; endTime: string }

const times: [Hours, ...Hours[]] = [
  { hours: 8, startTime: '08:00', endTime: '15:15' },
  { hours: 4, startTime: '08:00', endTime: '11:15' },
  { hours: 4, startTime: '13:00', endTime: '16:15' },
]

/** Usually a date soon, usually a working day. */
export function soon(office: Office, choose: Choose): PlainDate {
  const date = addDays(office.today, choose.number(40) - 3)
  const sunday = new Date(`${date}T00:00Z`).getUTCDay() === 0
  return sunday && !choose.chance(5) ? addDays(date, 1) : date
}

export const classActs: Act[] = [
  {
    name: 'plans a class',
    weight: 8,
    plan: (office, choose) => plannedCohort(office, choose),
  },
  {
    name: 'plans a class without teacher',
    weight: 4,
    plan: (office, choose) => plannedCohort(office, choose, { instructorId: null, traineeIds: [], activityId: null }),
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
  const undecided = choose.chance(5) ? '1' : 'cohort_id NOT IN (SELECT cohort_id FROM panel)'
  const member = choose.one(
    office.rows<{ id: number }>(`SELECT id FROM enrolment WHERE ${where} AND ${undecided} ORDER BY id DESC LIMIT 40`),
  )
  return member ? make(member) : null
}

function plannedCohort(office: Office, choose: Choose, changes: object = {}): Made {
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
      instructorId: choose.chance(5) ? null : (teacherFor(office, choose, program.trade, addDays(start, 25)) ?? null),
      traineeIds: choose.some(all, 5).map(row => row.id),
      decreeIssuer: '',
      decreeNumber: '',
      decreeDate: null,
      decreeSubject: '',
      activity: '',
      fundingSource: '',
      activityId: activity?.id ?? null,
      repeatReason: choose.of('Naik tingkat kejuruan', null),
      ...changes,
    },
  }
}
