import { usualClock } from '../../../shared/features/cohort/day-clock.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Act, Choose } from '../act.ts'
import type { Office } from '../office.ts'
import { instructors, ofCohort, openCohorts, teacherFor } from './classes.ts'
import { reason } from './people.ts'

const open = 'NOT EXISTS (SELECT 1 FROM held_day WHERE day_id = cohort_day.id)'

function days(office: Office, cohortId: number, where = '1') {
  return office.rows<{ id: number; n: number; date: PlainDate; hours: number }>(
    `SELECT id, n, date, hours FROM cohort_day WHERE cohort_id = @cohortId AND ${where} ORDER BY n`,
    { cohortId },
  )
}

type Made = ReturnType<Act['plan']>

function ofDays(
  office: Office,
  choose: Choose,
  make: (code: string, numbers: number[], cohort: { trade: string; date: PlainDate }) => Made,
): Made {
  return ofCohort(office, choose, ({ id, code, trade }) => {
    const some = choose.some(days(office, id, open), 3)
    const date = some.at(-1)?.date
    return date === undefined ? null : make(code, [...new Set(some.map(day => day.n))], { trade, date })
  })
}

type Block = { unitId: number; kind: string; hours: number; instructorId: number | null }

/** Reorders the blocks of the open days, keeping each unit together with its theory first. */
async function arrange(office: Office, code: string, choose: Choose): Promise<void> {
  const timetable = await office.must<{ days: { held: boolean; blocks: Block[] }[] }>('timetable.get', { code })
  const blocks = timetable.days.filter(day => !day.held).flatMap(day => day.blocks)
  const units = [...Map.groupBy(blocks, block => block.unitId).values()]
  const from = choose.number(units.length)
  const turned = [...units.slice(from), ...units.slice(0, from)].flatMap(own =>
    own.toSorted((a, b) => Number(a.kind !== 'theory') - Number(b.kind !== 'theory')),
  )
  const input = {
    code,
    blocks: turned.map(({ unitId, kind, hours, instructorId }) => ({ unitId, kind, hours, instructorId })),
  }
  // If a later day was held before earlier ones, its theory is fixed and the new order may be refused.
  const inTurn = timetable.days.every((day, index) => !day.held || timetable.days[index - 1]?.held !== false)
  await (inTurn ? office.must('timetable.arrange', input) : office.call('timetable.arrange', input))
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
      ofDays(office, choose, (code, numbers, { trade, date }) => {
        const one = teacherFor(office, choose, trade, date)
        const other = choose.chance(3) ? teacherFor(office, choose, trade, date) : undefined
        const instructorIds = [...new Set([one, other])].filter(id => id !== undefined)
        const hours = choose.of(4, 8, 6)
        const days = numbers.map(n => ({
          n,
          hours,
          topic: 'Praktik',
          instructorIds: choose.chance(4) ? [] : instructorIds,
        }))
        return { operation: 'timetable.updateDays', input: { code, days } }
      }),
  },
  {
    name: 'arranges a timetable',
    weight: 2,
    plan: (office, choose) =>
      ofCohort(office, choose, ({ code }) => ({
        words: `arrange the timetable of ${code}`,
        run: () => arrange(office, code, choose),
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
          office.rows<{ n: number; id: number; date: PlainDate }>(
            `SELECT n, instructor_id AS id, date FROM teaching JOIN cohort_day ON cohort_day.id = day_id WHERE cohort_id = @id AND ${open} ORDER BY n`,
            { id: cohort.id },
          ),
        )
      if (!cohort || !taught) return null
      const inId = teacherFor(office, choose, cohort.trade, taught.date)
      if (inId === undefined || inId === taught.id) return null
      return {
        operation: 'timetable.substitute',
        input: { code: cohort.code, days: [taught.n], outId: taught.id, inId, reason },
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
