import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WorkProgramDraft } from '../../../../shared/features/cohort/work-program.ts'
import type { InstructorId, ProgramId } from '../../../../shared/ids.ts'
import { addInstructor, createSampleCohort, programOf, roomNamed, sampleActivity, setUp } from '../../cohort-steps.ts'
import { type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let rias: ProgramId
let boga: ProgramId
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', { validUntil: '2025-08-31' })
  await addInstructor(fixture, 'Sari', { trades: ['TB'], validUntil: '2026-12-31' })
  rias = await programOf(fixture, 'TR')
  boga = await programOf(fixture, 'TB')
})
afterEach(() => fixture.remove())

type Line = WorkProgramDraft['wanted'][number]

function draft(wanted: Partial<Line>[], changes: Partial<WorkProgramDraft> = {}): WorkProgramDraft {
  return {
    week: 5,
    jointLeave: 'off',
    hours: 8,
    startTime: '08:00',
    endTime: '15:15',
    withinBudgetYear: true,
    wanted: wanted.map(line => ({
      programId: rias,
      count: 1,
      trainees: 16,
      first: '2025-01-01',
      last: '2025-12-31',
      activityId: null,
      ...line,
    })),
    ...changes,
  }
}

async function propose(wanted: Partial<Line>[], changes: Partial<WorkProgramDraft> = {}) {
  const programDraft = draft(wanted, changes)
  const { wanted: _, withinBudgetYear: __, ...choice } = programDraft
  const reading = await fixture.client.cohort.proposeProgram(programDraft)
  const classes = reading.placed.map(one => ({
    programId: one.programId,
    start: one.days[0] ?? '2025-01-01',
    roomId: one.room.id,
    instructorId: one.instructor.id,
    activityId: one.activityId,
  }))
  return { reading, accepted: { ...choice, classes } }
}

test('a programme of two trades is proposed, accepted as a whole, and created as proposed', async () => {
  const { reading, accepted } = await propose([{ count: 3 }, { programId: boga, count: 4 }])
  expect(reading.unplaced).toEqual([])
  expect(reading.placed.map(one => one.code)).toHaveLength(7)
  expect(await fixture.client.cohort.acceptProposals(accepted)).toEqual({ codes: reading.placed.map(one => one.code) })
  for (const proposed of reading.placed) {
    const cohort = await fixture.client.cohort.get({ code: proposed.code })
    expect(cohort).toMatchObject({ title: proposed.title, roomId: proposed.room.id, status: 'planned' })
    expect(cohort.days.map(day => day.date)).toEqual(proposed.days)
    expect(cohort.days.every(day => day.instructors[0]?.id === proposed.instructor.id)).toBe(true)
  }
  // Rina's credential ends in August; the classes of her trade end before that.
  expect(reading.placed.filter(one => one.trade === 'TR').every(one => (one.days.at(-1) ?? '') <= '2025-08-31')).toBe(
    true,
  )
  expect(fixture.audit().filter(row => row.operation === 'cohort.acceptProposals')).toHaveLength(7)
})

test('numbers continue after existing ones, in the order of first days', async () => {
  await createSampleCohort(fixture, { start: '2025-03-03', number: 4 })
  const { reading } = await propose([{ count: 2 }])
  expect(reading.placed.map(one => one.title)).toEqual(['Tata Rias V', 'Tata Rias VI'])
  expect(reading.placed.map(one => one.code)).toEqual(['TR-2025-05', 'TR-2025-06'])
})

test('existing classes are never in the way', async () => {
  const window = { first: '2025-03-03', last: '2025-03-21' } as const
  const roomId = await roomNamed(fixture, 'R. Rias 1')
  await createSampleCohort(fixture, { start: '2025-03-03', instructorId: rina })
  const { reading } = await propose([window])
  expect(reading.placed).toEqual([])
  expect(reading.unplaced).toMatchObject([
    { reason: { code: 'instructors_taken', instructors: 1, by: 'bookings' }, nearest: { kind: 'later' } },
  ])
  await createSampleCohort(fixture, { start: '2025-03-03', number: 2, roomId })
  await fixture.client.program.saveRoom({
    id: await roomNamed(fixture, 'Dapur 2'),
    room: { name: 'Dapur 2', capacity: 10, note: '', active: true },
  })
  await fixture.client.program.saveRoom({
    id: roomId,
    room: { name: 'R. Rias 1', capacity: 20, note: '', trades: ['TR', 'TB'], active: true },
  })
  const { reading: other } = await propose([{ ...window, programId: boga }])
  expect(other.unplaced).toMatchObject([
    { reason: { code: 'rooms_taken', rooms: 1, by: 'bookings' }, nearest: { kind: 'later' } },
  ])
})

test('an instructor on leave teaches before or after it', async () => {
  const leave = { from: '2025-03-12', until: '2025-03-12', reason: 'Cuti tahunan' } as const
  await fixture.client.instructor.saveLeave({ instructorId: rina, id: null, leave })
  const { reading } = await propose([{ first: '2025-03-03', last: '2025-03-27' }])
  expect(reading.unplaced).toMatchObject([{ reason: { code: 'instructors_taken', freeFrom: '2025-03-13' } }])
  const { reading: later } = await propose([{ first: '2025-03-03', last: '2025-04-30' }])
  expect(later.placed.map(one => one.days[0])).toEqual(['2025-03-13'])
})

test('a room equipped for another trade is not proposed', async () => {
  const las = await programOf(fixture, 'LS')
  await addInstructor(fixture, 'Budi', { trades: ['LS'], validUntil: '2026-12-31' })
  const { reading } = await propose([{ programId: las }, { programId: boga, count: 2 }])
  expect(reading.placed.map(one => one.room.name)).toEqual(['Dapur 2', 'Dapur 2'])
  expect(reading.unplaced).toMatchObject([{ wanted: 0, reason: { code: 'no_room_for_trade', trade: 'LS' } }])
  await fixture.client.program.saveRoom({
    id: null,
    room: { name: 'Bengkel Las', capacity: 16, note: '', active: true },
  })
  const { reading: then } = await propose([{ programId: las }])
  expect(then.placed.map(one => one.room.name)).toEqual(['Bengkel Las'])
})

test('if one proposal was taken meanwhile, all are refused and nothing is created', async () => {
  const { reading, accepted } = await propose([{ count: 2 }, { programId: boga, count: 1 }])
  const last = reading.placed.findLast(one => one.trade === 'TR')
  if (!last?.days[0]) throw new Error('nothing was proposed')
  await createSampleCohort(fixture, { start: last.days[0], instructorId: rina, number: 9 })
  const before = (await fixture.client.cohort.list({})).length
  await rejectedAs(fixture.client.cohort.acceptProposals(accepted), 'instructor_busy')
  expect(await fixture.client.cohort.list({})).toHaveLength(before)
})

test('a single class can be accepted, and the rest later', async () => {
  const { reading, accepted } = await propose([{ count: 3 }])
  const [first, second, third] = accepted.classes
  if (!first || !second || !third) throw new Error('not proposed')
  await fixture.client.cohort.acceptProposals({ ...accepted, classes: [second] })
  await fixture.client.cohort.acceptProposals({ ...accepted, classes: [first, third] })
  const starts = (await fixture.client.cohort.list({})).map(row => row.start).sort()
  expect(starts).toEqual(reading.placed.map(one => one.days[0]))
})

test('the activity determines the year in which its classes begin', async () => {
  const { id: activityId } = await fixture.client.activity.save({ id: null, activity: sampleActivity })
  const year = sampleActivity.budgetYear
  const window = { first: `${year - 1}-11-04`, last: `${year}-03-31` } as const
  const { reading, accepted } = await propose([{ ...window, count: 2, activityId }])
  expect(reading.placed.map(one => one.days[0]?.slice(0, 4))).toEqual([String(year), String(year)])
  const { codes } = await fixture.client.cohort.acceptProposals(accepted)
  const { classes } = await fixture.client.activity.get({ id: activityId })
  expect(classes.map(row => row.code).sort()).toEqual(codes.toSorted())
})

test('a curriculum without units and a window that ends before it begins are refused', async () => {
  const { id } = await fixture.client.program.save({
    id: null,
    program: { trade: 'LS', title: 'Las tanpa unit', standard: '', active: true, units: [] },
  })
  await rejectedAs(fixture.client.cohort.proposeProgram(draft([{ programId: id }])), 'program_without_units')
  expect(await inputProblems(fixture.client.cohort.proposeProgram(draft([{ last: '2024-12-31' }])))).toEqual([
    'Berakhir sebelum mulai.',
  ])
  expect(await inputProblems(fixture.client.cohort.proposeProgram(draft([{ count: 40 }, { count: 40 }])))).toEqual([
    'Paling banyak 60 angkatan sekali susun.',
  ])
})
