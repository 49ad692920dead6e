import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DayOffChange, DayOffPreview, ReplanAnswer } from '../../../../shared/features/replan/day-off-change.ts'
import { addDays, daysFrom, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

// Preview and act use the same function, so accepting only offered answers must give exactly what the preview showed.

const first: PlainDate = '2025-02-03'

const steps = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 30 }),
    action: fc.constantFrom('add' as const, 'add' as const, 'withdraw' as const),
    only: fc.option(fc.nat(3)),
    kind: fc.constantFrom('national_holiday' as const, 'joint_leave' as const, 'centre_closure' as const),
    hold: fc.option(fc.nat(3)),
    choices: fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 2, maxLength: 6 },
)
type Step = (typeof steps extends fc.Arbitrary<infer Value> ? Value : never)[number]

/** Classes one after another in the same room, with the same two instructors and some of the same people. */
async function openCentre() {
  const fixture = openFixture({ today: first })
  await setUp(fixture)
  fixture.setToday(first)
  const one = await addInstructor(fixture, 'Rina', { validUntil: '2025-03-05' })
  const two = await addInstructor(fixture, 'Dian', {})
  await addInstructor(fixture, 'Sri', {})
  const room = { capacity: 20, note: '', trades: [], active: true }
  const { id: roomId } = await fixture.client.program.saveRoom({ id: null, room: { ...room, name: 'Ruang A' } })
  await fixture.client.program.saveRoom({ id: null, room: { ...room, name: 'Ruang B' } })
  const people = await addTrainees(fixture, 4)
  const leave = { from: '2025-02-26', until: '2025-02-27', reason: 'Umrah' } as const
  await fixture.client.instructor.saveLeave({ instructorId: two, id: null, leave })
  const codes: string[] = []
  const draft = { roomId, hours: 4, repeatReason: 'Naik tingkat kejuruan lain' }
  const add = async (changes: Parameters<typeof createSampleCohort>[1]) => {
    codes.push(await createSampleCohort(fixture, { ...draft, number: codes.length + 1, ...changes }))
  }
  await add({ start: first, instructorId: one, traineeIds: people.slice(0, 2), startTime: '08:00', endTime: '11:15' })
  await add({ start: first, instructorId: one, traineeIds: people.slice(2), startTime: '13:00', endTime: '16:15' })
  await add({
    start: '2025-02-28',
    instructorId: two,
    traineeIds: people.slice(0, 1),
    startTime: '08:00',
    endTime: '11:15',
  })
  await add({
    start: '2025-02-26',
    week: 6,
    jointLeave: 'work',
    traineeIds: people.slice(2, 3),
    startTime: '13:00',
    endTime: '16:15',
  })
  return { fixture, codes }
}

const look = (fixture: Fixture, codes: readonly string[]) =>
  Promise.all(codes.map(code => fixture.client.cohort.get({ code })))

/** Accepts offered answers until no problem is left, or nothing more is offered. */
async function answered(fixture: Fixture, change: DayOffChange, choices: readonly number[]) {
  let answers: ReplanAnswer[] = []
  let preview = await fixture.client.replan.preview({ ...change, answers })
  for (const choice of choices) {
    const problem = preview.affected
      .flatMap(row => row.problems)
      .find(row => row.blocking && row.suggestions.length > 0)
    const offered = problem?.suggestions[choice % problem.suggestions.length]?.answer
    if (!offered) break
    answers = together(answers, offered)
    preview = await fixture.client.replan.preview({ ...change, answers })
  }
  return { change: { ...change, answers }, preview }
}

/** Combines answers in the same way as the page. */
function together(answers: readonly ReplanAnswer[], given: ReplanAnswer): ReplanAnswer[] {
  const subject = (one: ReplanAnswer) => [one.kind, one.cohort, 'instructorId' in one ? one.instructorId : ''].join()
  const before = answers.find(one => subject(one) === subject(given))
  const merged =
    given.kind === 'pause' && before?.kind === 'pause'
      ? { ...given, dates: [...new Set([...before.dates, ...given.dates])].sort() }
      : given
  return [...answers.filter(one => subject(one) !== subject(given)), merged]
}

async function expectAsSaid(
  fixture: Fixture,
  codes: readonly string[],
  preview: DayOffPreview,
  before: Awaited<ReturnType<typeof look>>,
) {
  for (const row of await look(fixture, codes)) {
    const previewed = preview.affected.find(one => one.cohort === row.code)
    const old = before.find(one => one.code === row.code)
    const dates = row.days.map(day => day.date)
    expect(dates).toEqual((previewed ? previewed.after : (old?.days ?? [])).map(day => day.date))
    // Every date between the first and the last is a training day or has a reason why not.
    const skipped = row.skipped.map(day => day.date)
    expect([...dates, ...skipped].sort()).toEqual(daysFrom(row.start, row.end))
  }
  const closures = fixture.backend.workspace.read.all(
    'SELECT cohort_id, date FROM cohort_closure JOIN cohort_day USING (cohort_id, date)',
  )
  expect(closures).toEqual([])
}

async function take(centre: Awaited<ReturnType<typeof openCentre>>, step: Step): Promise<void> {
  const { fixture, codes } = centre
  const { client } = fixture
  if (step.hold !== null) {
    const code = codes[step.hold % codes.length] ?? ''
    const day = (await client.cohort.get({ code })).days.find(row => !row.held)
    if (day) {
      fixture.setToday(day.date)
      await client.attendance.fillDay({ code, n: day.n, exceptions: [] })
    }
  }
  const cohort = step.only === null ? null : (codes[step.only % codes.length] ?? null)
  const day = {
    date: addDays(first, step.after),
    kind: step.kind,
    name: 'Libur mendadak',
    source: 'SE 1',
    certain: true,
  }
  const change: DayOffChange = { action: step.action, day, cohort, answers: [] }
  if (step.action === 'add' && cohort !== null && step.kind === 'joint_leave') {
    expect(await inputProblems(client.replan.preview(change))).not.toEqual([])
    return
  }
  const before = await look(fixture, codes)
  const ready = await answered(fixture, change, step.choices).catch(domainErrorOfThrown)
  // The change withdraws a day that is no day off.
  if (ready === null) return
  if (ready.preview.refused !== null || ready.preview.blocking > 0) {
    await domainErrorOf(client.replan.apply(ready.change))
    expect(await look(fixture, codes)).toEqual(before)
    return
  }
  await client.replan.apply(ready.change)
  await expectAsSaid(fixture, codes, ready.preview, before)
}

async function domainErrorOfThrown(error: unknown): Promise<null> {
  await domainErrorOf(Promise.reject(error))
  return null
}

test('if nothing blocks, the act succeeds with exactly the dates of the preview', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async plan => {
      const centre = await openCentre()
      try {
        for (const step of plan) await take(centre, step)
      } finally {
        await centre.fixture.remove()
      }
    }),
    { numRuns: Number(process.env.BALAI_RUNS ?? 12) },
  )
})

describe('a day off of one class', () => {
  test('is refused on a day on which it has met', async () => {
    const { fixture, codes } = await openCentre()
    const [code = ''] = codes
    await fixture.client.attendance.fillDay({ code, n: 1, exceptions: [] })
    const day = { date: first, kind: 'centre_closure' as const, name: 'Listrik padam', source: '', certain: true }
    const change = { action: 'add' as const, day, cohort: code, answers: [] }
    expect((await fixture.client.replan.preview(change)).refused).toMatchObject({ code: 'class_has_met', n: 1 })
    await rejectedAs(fixture.client.replan.apply(change), 'class_has_met')
    await fixture.remove()
  })
})

test('has no effect on a cancelled class, neither in the preview nor in the act', async () => {
  const { fixture, codes } = await openCentre()
  const [code = ''] = codes
  const day = {
    date: addDays(first, 2),
    kind: 'centre_closure' as const,
    name: 'Listrik padam',
    source: '',
    certain: true,
  }
  const change = { action: 'add' as const, day, cohort: code, answers: [] }
  await fixture.client.cohort.cancel({ code, reason: 'Peserta kurang dari sepuluh orang' })
  await rejectedAs(fixture.client.replan.preview(change), 'cohort_cancelled')
  await rejectedAs(fixture.client.replan.apply(change), 'cohort_cancelled')
  await fixture.remove()
})

test('an unneeded answer is named before the act, and ignored by it', async () => {
  const { fixture, codes } = await openCentre()
  const [code = ''] = codes
  const day = { date: first, kind: 'national_holiday' as const, name: 'Pilkada', source: '', certain: true }
  const instructors = await fixture.client.instructor.list({})
  const of = (name: string) => instructors.find(row => row.name === name)?.id ?? instructors[0]?.id
  const answer = { kind: 'substitute' as const, cohort: code, instructorId: of('Sri'), substituteId: of('Dian') }
  const change = { action: 'add' as const, day, cohort: null, answers: [answer as ReplanAnswer] }
  const preview = await fixture.client.replan.preview(change)
  expect(preview.unused).toMatchObject([{ answer }])
  await fixture.remove()
})
