import { usualClock } from '../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import type { Office } from '../office.ts'
import { instructors, ofCohort, openCohorts } from './classes.ts'
import { reason } from './people.ts'

const open = 'NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = cohort_day.id)'

function days(office: Office, cohortId: number, where = '1') {
  return office.rows<{ id: number; n: number; date: PlainDate; hours: number }>(
    `SELECT id, n, date, hours FROM cohort_day WHERE cohort_id = @cohortId AND ${where} ORDER BY n`,
    { cohortId },
  )
}

type Made = ReturnType<Act['plan']>

function ofDays(office: Office, choose: Choose, make: (code: string, numbers: number[]) => Made): Made {
  return ofCohort(office, choose, ({ id, code }) => {
    const some = choose.some(days(office, id, open), 3).map(day => day.n)
    return some.length > 0 ? make(code, [...new Set(some)]) : null
  })
}

export const timetableActs: Act[] = [
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
    name: 'lets an official allow somebody, and plans them',
    weight: 3,
    plan: (office, choose) =>
      ofDays(office, choose, (code, numbers) => {
        const instructorId = choose.one(instructors(office))?.id
        if (instructorId === undefined) return null
        return {
          words: `allow ${instructorId} to teach ${code} on ${numbers}`,
          async run() {
            await office.call('cohort.allowTeaching', {
              code,
              instructorId,
              days: numbers,
              official: 'Kepala UPT',
              reason,
            })
            const days = numbers.map(n => ({ n, hours: 4, topic: 'Praktik', instructorIds: [instructorId] }))
            await office.call('timetable.updateDays', { code, days })
          },
        }
      }),
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
