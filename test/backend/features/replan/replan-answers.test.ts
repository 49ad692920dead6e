import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DayOffChange, ReplanAnswer } from '../../../../shared/features/replan/day-off-change.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { addInstructor, addTrainees, createSampleCohort, holdDays, roomNamed, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ today: '2024-11-11' })
  await setUp(fixture)
  // The built-in table knows this decree; remove it, as if it had not been signed yet.
  await fixture.client.program.saveRoom({
    id: null,
    room: { name: 'R. Rias 2', capacity: 16, note: '', active: true, trades: ['TR'] },
  })
  const { days } = await fixture.client.calendar.year({ year: 2024 })
  const day = days.find(row => row.date === '2024-11-27')
  if (day) await fixture.client.calendar.removeDay({ id: day.id })
})
afterEach(() => fixture.remove())

const pilkada = (answers: ReplanAnswer[] = [], changes: Partial<DayOffChange> = {}): DayOffChange => ({
  action: 'add',
  day: {
    date: '2024-11-27',
    kind: 'national_holiday',
    name: 'Pilkada serentak',
    source: 'Keppres 33/2024',
    certain: true,
  },
  cohort: null,
  answers,
  ...changes,
})
const preview = (answers: ReplanAnswer[] = [], changes: Partial<DayOffChange> = {}) =>
  fixture.client.replan.preview(pilkada(answers, changes))
const apply = (answers: ReplanAnswer[] = []) => fixture.client.replan.apply(pilkada(answers))
const get = (code: string) => fixture.client.cohort.get({ code })
const datesOf = async (code: string) => (await get(code)).days.map(day => day.date)

/** The first class ends on 6 December and is pushed to the 9th, when the second one begins. */
async function oneAfterTheOther(shared: { room?: boolean; instructor?: boolean; trainee?: boolean }) {
  const roomId = shared.room ? await roomNamed(fixture, 'R. Rias 1') : null
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const [common, other] = await addTrainees(fixture, 2)
  if (common === undefined || other === undefined) throw new Error('two people')
  const first = await createSampleCohort(fixture, { start: '2024-11-18', instructorId, roomId, traineeIds: [common] })
  const second = await createSampleCohort(fixture, {
    start: '2024-12-09',
    instructorId: shared.instructor ? instructorId : null,
    roomId,
    number: 2,
    traineeIds: [shared.trainee ? common : other],
    repeatReason: 'Mengulang karena pindah kejuruan',
  })
  await holdDays(fixture, first, { until: 4 })
  return { first, second }
}

/** The suggested answer whose text contains `words`. */
function way(reading: Awaited<ReturnType<typeof preview>>, words: string): ReplanAnswer {
  const suggestions = reading.affected.flatMap(row => row.problems.flatMap(problem => problem.suggestions))
  const found = suggestions.find(row => row.label.replaceAll('\u00a0', ' ') === words)
  if (!found) throw new Error(`${words} is not among ${suggestions.map(row => row.label).join(' | ')}`)
  return found.answer
}

describe('a room that the next class needs', () => {
  test('can be changed for another one that is free on all remaining days', async () => {
    const { first, second } = await oneAfterTheOther({ room: true })
    const before = (await get(first)).days
    const answer = way(await preview(), 'Pindah ke R. Rias 2')
    const answered = await preview([answer])
    expect(answered.blocking).toBe(0)
    expect(answered.affected[0]?.answered.map(row => row.label)).toEqual(['Hari ke-5 s.d. 15 di R. Rias 2'])
    expect(await apply([answer])).toEqual({ cohorts: [first] })
    expect(await get(first)).toMatchObject({ room: 'R. Rias 2', end: '2024-12-09' })
    expect((await get(first)).days.slice(0, 4)).toEqual(before.slice(0, 4))
    expect(await get(second)).toMatchObject({ room: 'R. Rias 1', start: '2024-12-09' })
  })

  test('cannot be changed for one that another class uses', async () => {
    const { first } = await oneAfterTheOther({ room: true })
    const roomId = await roomNamed(fixture, 'R. Rias 2')
    await createSampleCohort(fixture, { start: '2024-12-02', number: 3, roomId })
    const { affected, blocking } = await preview([{ kind: 'room', cohort: first, roomId }])
    expect(blocking).toBe(1)
    expect(affected.find(row => row.cohort === first)?.problems[0]?.message).toContain(
      'R. Rias 2 dipakai Tata Rias III',
    )
    await rejectedAs(apply([{ kind: 'room', cohort: first, roomId }]), 'shift_blocked')
  })
})

describe.each([
  ['room', { room: true }],
  ['instructor', { instructor: true }],
  ['trainee', { trainee: true }],
  ['room, instructor and trainee', { room: true, instructor: true, trainee: true }],
])('a shared %s', (_, shared) => {
  test('can move the next class as a whole', async () => {
    const { first, second } = await oneAfterTheOther(shared)
    const answer = way(await preview(), 'Undur Tata Rias II 1 hari, selesai Kam 2 Jan')
    expect(answer).toEqual({ kind: 'pause', cohort: second, dates: ['2024-12-09'] })
    const reading = await preview([answer])
    expect(reading.blocking).toBe(0)
    expect(reading.affected.map(row => [row.cohort, row.newEnd])).toEqual([
      [first, '2024-12-09'],
      [second, '2025-01-02'],
    ])
    expect(await apply([answer])).toEqual({ cohorts: [first, second] })
    expect((await get(second)).start).toBe('2024-12-10')
    // Withdrawing both changes, one after the other, restores the old plans.
    expect(await fixture.client.replan.apply({ ...pilkada(), action: 'withdraw' })).toEqual({
      cohorts: [first],
    })
    expect((await get(first)).end).toBe('2024-12-06')
    const day = { ...pilkada().day, date: '2024-12-09' as const }
    const back: DayOffChange = { action: 'withdraw', day, cohort: second, answers: [] }
    expect((await fixture.client.replan.preview(back)).known?.name).toBe('Diundur: Pilkada serentak')
    expect(await fixture.client.replan.apply(back)).toEqual({ cohorts: [second] })
    expect((await get(second)).start).toBe('2024-12-09')
  })

  test('can make the class itself wait until the next one is over', async () => {
    const { first, second } = await oneAfterTheOther(shared)
    const reading = await preview()
    const suggestions = reading.affected[0]?.problems.at(-1)?.suggestions ?? []
    const own = suggestions.find(row => row.answer.kind === 'pause' && row.answer.cohort === first)
    expect(own?.label.replaceAll('\u00a0', ' ')).toBe('Undur Tata Rias I 15 hari, selesai Kam 2 Jan')
    if (!own) return
    expect((await preview([own.answer])).blocking).toBe(0)
    expect(await apply([own.answer])).toEqual({ cohorts: [first] })
    expect((await datesOf(first)).slice(-2)).toEqual(['2024-12-06', '2025-01-02'])
    expect((await get(second)).start).toBe('2024-12-09')
  })
})

describe('an official who permits teaching without a credential', () => {
  const word = { official: 'Ahmad Fauzi, Kepala UPT BLK', reason: 'Perpanjangan sedang diproses LSP' }
  async function expiring() {
    const instructorId = await addInstructor(fixture, 'Slamet Riyadi', { validUntil: '2024-12-06' })
    const code = await createSampleCohort(fixture, { start: '2024-11-18', instructorId })
    return { code, instructorId, answer: { kind: 'allow' as const, cohort: code, instructorId, ...word } }
  }

  test('lets the day move, and the permission is stored with the day', async () => {
    const { code, answer } = await expiring()
    const reading = await preview([answer])
    expect(reading.blocking).toBe(0)
    expect(reading.affected[0]?.answered[0]?.label).toBe(
      'Ahmad Fauzi, Kepala UPT BLK mengizinkan Slamet Riyadi mengajar hari ke-15',
    )
    expect(await apply([answer])).toEqual({ cohorts: [code] })
    const { days } = await get(code)
    expect(days.map(day => day.overrides.length)).toEqual([...Array.from({ length: 14 }, () => 0), 1])
    expect(days.at(-1)).toMatchObject({ date: '2024-12-09', overrides: [{ name: 'Slamet Riyadi', ...word }] })
    const rows = fixture.audit().filter(row => row.entity === 'credential_override')
    expect(rows.map(row => [row.operation, row.entity_id])).toEqual([['replan.apply', `${code} 15`]])
  })

  test('is no answer to leave of an instructor', async () => {
    const { code, instructorId, answer } = await expiring()
    await fixture.client.instructor.saveLeave({
      instructorId,
      id: null,
      leave: { from: '2024-12-09', until: '2024-12-09', reason: 'Dinas luar ke Bandung' },
    })
    const { affected, blocking } = await preview([answer])
    expect(blocking).toBe(1)
    expect(affected[0]?.problems.map(row => row.code)).toEqual(['instructor_away'])
    const wait = way(await preview([answer]), 'Undur Tata Rias I 1 hari, selesai Sel 10 Des')
    expect((await preview([answer, wait])).blocking).toBe(0)
    expect(await apply([answer, wait])).toEqual({ cohorts: [code] })
    expect((await get(code)).end).toBe('2024-12-10')
  })

  test('must be named, with a reason of ten letters', async () => {
    const { answer } = await expiring()
    const bad = preview([{ ...answer, official: '', reason: 'kurang' }])
    await expect(bad).rejects.toThrow()
  })
})

test('answers for unknown or unaffected classes change nothing', async () => {
  const { first, second } = await oneAfterTheOther({})
  const dates: PlainDate[] = ['2024-11-18']
  const answers: ReplanAnswer[] = [
    { kind: 'pause', cohort: 'XX-2024-01', dates },
    { kind: 'pause', cohort: first, dates },
    { kind: 'room', cohort: second, roomId: await roomNamed(fixture, 'R. Rias 1') },
  ]
  expect(await apply(answers)).toEqual({ cohorts: [first] })
  expect((await get(first)).end).toBe('2024-12-09')
  expect((await get(first)).start).toBe('2024-11-18')
  expect((await get(second)).room).toBeNull()
})

test('waiting for another class also works when the day off is for one class alone', async () => {
  const { first, second } = await oneAfterTheOther({ room: true })
  const only = { cohort: first }
  const answer = way(await preview([], only), 'Undur Tata Rias II 1 hari, selesai Kam 2 Jan')
  const { affected } = await preview([answer], only)
  expect(affected.map(row => row.cohort)).toEqual([first, second])
  expect(await fixture.client.replan.apply(pilkada([answer], only))).toEqual({ cohorts: [first, second] })
  expect((await fixture.client.calendar.year({ year: 2024 })).days.some(day => day.date === '2024-11-27')).toBe(false)
})
