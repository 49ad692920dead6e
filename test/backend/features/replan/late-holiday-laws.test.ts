import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whyOff } from '../../../../shared/features/cohort/working-days.ts'
import type { DayOffChange } from '../../../../shared/features/replan/day-off-change.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

// Random centres with random days off that are added and withdrawn while classes run.

const first: PlainDate = '2024-11-18'
const working = [0, 1, 2, 3, 4, 7, 8, 10, 11, 14]

const classes = fc.array(
  fc.record({
    startsAfter: fc.constantFrom(...working),
    week: fc.constantFrom(5 as const, 6 as const),
    jointLeave: fc.constantFrom('off' as const, 'work' as const),
  }),
  { minLength: 1, maxLength: 3 },
)
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('hold' as const), which: fc.nat(2), days: fc.integer({ min: 1, max: 4 }) }),
    fc.record({
      kind: fc.constantFrom('add' as const, 'withdraw' as const, 'try' as const),
      after: fc.integer({ min: 0, max: 34 }),
      off: fc.constantFrom('national_holiday' as const, 'joint_leave' as const, 'centre_closure' as const),
      only: fc.option(fc.nat(2)),
    }),
  ),
  { minLength: 1, maxLength: 7 },
)

async function openCentre(wanted: typeof classes extends fc.Arbitrary<infer Value> ? Value : never) {
  const fixture = openFixture({ today: first })
  await setUp(fixture)
  fixture.setToday(first)
  const codes: string[] = []
  for (const [index, { startsAfter, ...choice }] of wanted.entries()) {
    const instructorId = await addInstructor(fixture, `Guru ${index + 1}`, {})
    const traineeIds = await addTrainees(fixture, 1, index)
    const start = addDays(first, startsAfter)
    codes.push(await createSampleCohort(fixture, { start, number: index + 1, instructorId, traineeIds, ...choice }))
  }
  return { fixture, codes, today: first }
}

type Centre = Awaited<ReturnType<typeof openCentre>>

const look = (fixture: Fixture, codes: readonly string[]) =>
  Promise.all(codes.map(code => fixture.client.cohort.get({ code })))
type Classes = Awaited<ReturnType<typeof look>>
const datesOf = (rows: Classes) => rows.map(row => row.days.map(day => day.date))

/** Fills the next days of a class, each on its own date. */
async function hold(centre: Centre, code: string, count: number): Promise<void> {
  const { fixture } = centre
  const { days } = await fixture.client.cohort.get({ code })
  for (const { n, date } of days.filter(day => !day.held).slice(0, count)) {
    if (date > centre.today) {
      centre.today = date
      fixture.setToday(date)
    }
    await fixture.client.attendance.fillDay({ code, n, exceptions: [] })
  }
}

function expectSound(before: Classes, after: Classes): void {
  after.forEach((row, index) => {
    expect(row.days.map(day => day.n)).toEqual(before[index]?.days.map(day => day.n))
    row.days.forEach((day, at) => {
      const was = before[index]?.days[at]
      if (was?.held) expect(day).toEqual(was)
      expect(day.date > (row.days[at - 1]?.date ?? '')).toBe(true)
    })
  })
}

test('held days never move; days stay distinct, ascending working days; the act does what the preview showed', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(classes, steps, async (wanted, plan) => {
      const centre = await openCentre(wanted)
      const { fixture, codes } = centre
      try {
        for (const step of plan) {
          if (step.kind === 'hold') {
            await hold(centre, codes[step.which % codes.length] ?? '', step.days)
            continue
          }
          const cohort = step.only === null ? null : (codes[step.only % codes.length] ?? null)
          const date = addDays(first, step.after)
          const day = { date, kind: step.off, name: 'Libur mendadak', source: 'SE 1', certain: true }
          const change: DayOffChange = {
            action: step.kind === 'withdraw' ? 'withdraw' : 'add',
            day,
            cohort,
            answers: [],
          }
          const before = await look(fixture, codes)
          const preview = await fixture.client.replan.preview(change).catch(() => null)
          expect(datesOf(await look(fixture, codes))).toEqual(datesOf(before))
          if (preview === null || step.kind === 'try') continue
          const done = await fixture.client.replan.apply(change).catch(() => null)
          const after = await look(fixture, codes)
          expectSound(before, after)
          if (done === null) {
            expect(datesOf(after)).toEqual(datesOf(before))
            continue
          }
          expect(preview.blocking).toBe(0)
          for (const row of after) {
            const previewed = preview.affected.find(one => one.cohort === row.code)
            const old = before.find(one => one.code === row.code)
            expect(row.days.map(one => one.date)).toEqual(
              previewed ? previewed.after.map(one => one.date) : old?.days.map(one => one.date),
            )
          }
          if (change.action === 'add' && preview.known === null) {
            await expectAway(change, after, preview)
            await expectBack(centre, change, before)
          }
        }
      } finally {
        await fixture.remove()
      }
    }),
    { numRuns: 25 },
  )
})

/** No class meets on the new day off, except classes that already met on it, are locked by a later held day, or work on joint leave. */
async function expectAway(
  { day, cohort }: DayOffChange,
  rows: Classes,
  preview: Awaited<ReturnType<Fixture['client']['replan']['preview']>>,
): Promise<void> {
  for (const row of rows.filter(one => cohort === null || one.code === cohort)) {
    const met = row.days.find(one => one.date === day.date)
    if (!met || met.held) continue
    const stuck = preview.affected
      .find(one => one.cohort === row.code)
      ?.problems.some(problem => problem.code === 'day_shut_in' && problem.days.includes(met.n))
    const works = whyOff(day.date, { week: row.week, jointLeave: row.jointLeave, daysOff: [day] }) === null
    expect(stuck === true || works).toBe(true)
  }
}

/** Withdrawing at once restores everything; a past day is only removed from the calendar. */
async function expectBack({ fixture, codes, today }: Centre, change: DayOffChange, before: Classes): Promise<void> {
  const added = await look(fixture, codes)
  await fixture.client.replan.apply({ ...change, action: 'withdraw' })
  const back = await look(fixture, codes)
  expect(datesOf(back)).toEqual(datesOf(change.day.date >= today ? before : added))
  if (change.day.date < today) return
  await fixture.client.replan.apply(change)
  expect(datesOf(await look(fixture, codes))).toEqual(datesOf(added))
}
