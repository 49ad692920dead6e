import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { InstructorId } from '../../../shared/ids.ts'
import { addInstructor, addTrainees, createClass, enrolled, holdDays, setUp } from '../class-steps.ts'
import { type House, openHouse, refusalOf, refusedAs } from '../house.ts'

let house: House
let code: string
let rina: InstructorId
beforeEach(async () => {
  house = openHouse()
  await setUp(house)
  rina = await addInstructor(house, 'Rina', {})
  code = await createClass(house, { instructorId: rina, traineeIds: await addTrainees(house, 4) })
  house.setToday('2024-12-16')
})
afterEach(() => house.remove())

async function mark(
  position: number,
  n: number,
  value: Mark | null,
  more: { arrivedAt?: string; reason?: string } = {},
) {
  const { enrolmentId } = await enrolled(house, code, position)
  const entry = { enrolmentId, n, mark: value, arrivedAt: more.arrivedAt ?? null, note: '' }
  return house.client.attendance.mark({ code, marks: [entry], reason: more.reason ?? null })
}

async function marksOfDay(n: number): Promise<(Mark | null)[]> {
  const { rows } = await house.client.attendance.grid({ code })
  return rows.map(row => row.cells[n - 1]?.mark ?? null)
}

const fill = (n: number) => house.client.attendance.fillDay({ code, n, exceptions: [] })
const close = (n: number, instructorId = rina) => house.client.attendance.closeDay({ code, n, instructorId })

test('an empty day is not filled in, which is not absence', async () => {
  expect(await marksOfDay(1)).toEqual([null, null, null, null])
  const { today } = await house.client.attendance.tasks({})
  expect(today).toMatchObject([{ code, n: 1, complete: false, closed: false, missedDays: [] }])
})

test('"Semua hadir" leaves what was entered before, whatever it is', async () => {
  await mark(1, 1, 'S')
  await mark(2, 1, 'I')
  await mark(3, 1, 'A')
  expect(await fill(1)).toMatchObject({ written: 1, kept: 3 })
  expect(await marksOfDay(1)).toEqual(['S', 'I', 'A', 'H'])
  expect(await fill(1)).toMatchObject({ written: 0, kept: 4 })
})

test('exceptions of a day are written with everybody else, and what they replace is handed back', async () => {
  await mark(2, 1, 'S')
  const [second, third] = [await enrolled(house, code, 2), await enrolled(house, code, 3)]
  const filled = await house.client.attendance.fillDay({
    code,
    n: 1,
    exceptions: [
      { enrolmentId: second.enrolmentId, mark: 'I', arrivedAt: null, note: 'urusan keluarga' },
      { enrolmentId: third.enrolmentId, mark: 'T', arrivedAt: '08:40', note: '' },
    ],
  })
  expect(filled).toMatchObject({ written: 4, kept: 0 })
  expect(filled.before).toContainEqual({
    enrolmentId: second.enrolmentId,
    n: 1,
    mark: 'S',
    arrivedAt: null,
    note: '',
  })
  expect(await marksOfDay(1)).toEqual(['H', 'I', 'T', 'H'])
  const row = house.audit().at(-1)
  expect(JSON.parse(row?.before ?? '')).toEqual({ marks: filled.before })
  expect(JSON.parse(row?.after ?? '').marks.map((entry: { mark: Mark }) => entry.mark)).toEqual(['H', 'I', 'T', 'H'])
  await house.client.attendance.mark({ code, marks: filled.before, reason: null })
  expect(await marksOfDay(1)).toEqual([null, 'S', null, null])
})

test('a letter typed once more keeps the note and the time that stand there', async () => {
  const { enrolmentId } = await enrolled(house, code, 1)
  const noted = { enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: 'surat dokter' }
  await house.client.attendance.mark({ code, marks: [noted], reason: null })
  const again = { enrolmentId, mark: 'S' as const, arrivedAt: null, note: '' }
  expect(await house.client.attendance.fillDay({ code, n: 1, exceptions: [again] })).toMatchObject({
    written: 3,
    kept: 1,
  })
  const { rows } = await house.client.attendance.grid({ code })
  expect(rows[0]?.cells[0]).toMatchObject({ mark: 'S', note: 'surat dokter' })
})

test('late is present, with the time; another mark has none', async () => {
  await mark(1, 1, 'T', { arrivedAt: '08:40' })
  await mark(2, 1, 'S', { arrivedAt: '09:00' })
  const { rows } = await house.client.attendance.grid({ code })
  expect(rows[0]?.cells[0]).toMatchObject({ mark: 'T', arrivedAt: '08:40' })
  expect(rows[1]?.cells[0]).toMatchObject({ mark: 'S', arrivedAt: null })
  const { rows: graduation } = await house.client.graduation.get({ code })
  expect(graduation.map(row => row.present)).toEqual([1, 0, 0, 0])
  await mark(1, 1, 'H')
  expect((await house.client.attendance.grid({ code })).rows[0]?.cells[0]).toMatchObject({ mark: 'H', arrivedAt: null })
})

test('a day that has not come is refused; on its own day and after, it can be filled', async () => {
  expect(await refusalOf(fill(2))).toEqual({ code: 'day_in_future', n: 2, date: '2024-12-17' })
  expect(await refusalOf(mark(1, 15, 'H'))).toEqual({ code: 'day_in_future', n: 15, date: '2025-01-08' })
  await refusedAs(close(2), 'day_in_future')
  house.setToday('2024-12-17', '00:01')
  await fill(2)
  house.setToday('2025-03-03')
  await fill(1)
})

test('the day of the centre counts, wherever the PC believes to be', async () => {
  // 23.30 of the 16th at the centre is 16.30 of the 16th in London, and 01.30 of the 17th in Jayapura.
  house.setToday('2024-12-16', '23:30')
  await refusedAs(fill(2), 'day_in_future')
})

describe('closing', () => {
  test('asks for every mark and names who has none', async () => {
    await mark(1, 1, 'H')
    expect(await refusalOf(close(1))).toEqual({
      code: 'day_incomplete',
      n: 1,
      names: ['Dewi Lestari', 'Eka Puspitasari', 'Fitri Handayani'],
    })
  })

  test('is done in the name of an instructor of that day, once', async () => {
    const sari = await addInstructor(house, 'Sari', {})
    await fill(1)
    expect(await refusalOf(close(1, sari))).toEqual({ code: 'instructor_not_of_day', name: 'Sari', n: 1 })
    await close(1)
    const { days } = await house.client.attendance.grid({ code })
    expect(days[0]?.closed).toEqual({ by: 'Rina', at: '2024-12-16T08:00:00' })
    expect(await refusalOf(close(1))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
    expect(await refusalOf(fill(1))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
  })

  test('can be taken back with a reason', async () => {
    await fill(1)
    const reopen = () => house.client.attendance.reopenDay({ code, n: 1, reason: 'Salah menutup hari ini' })
    expect(await refusalOf(reopen())).toEqual({ code: 'day_not_closed', n: 1 })
    await close(1)
    await reopen()
    expect((await house.client.attendance.grid({ code })).days[0]?.closed).toBeNull()
    await mark(1, 1, 'S')
  })
})

describe('a correction of a closed day', () => {
  beforeEach(async () => {
    await mark(1, 1, 'T', { arrivedAt: '08:40' })
    await fill(1)
    await close(1)
    house.setToday('2024-12-18', '13:45')
    await house.client.session.chooseOperator({ name: 'Budi' })
  })
  const history = async (position: number) =>
    house.client.attendance.history({ enrolmentId: (await enrolled(house, code, position)).enrolmentId, n: 1 })

  test('needs a reason, and keeps the old mark with who, when and why', async () => {
    expect(await refusalOf(mark(2, 1, 'S'))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
    await refusedAs(mark(2, 1, 'S', { reason: '  ' }), 'day_closed')
    expect(await marksOfDay(1)).toEqual(['T', 'H', 'H', 'H'])
    expect(await history(2)).toEqual([])
    await mark(2, 1, 'S', { reason: 'Surat dokter menyusul' })
    await mark(2, 1, null, { reason: 'Surat dokter palsu' })
    expect(await history(2)).toEqual([
      { at: '2024-12-18T13:45:00', operator: 'Budi', before: 'H', after: 'S', reason: 'Surat dokter menyusul' },
      { at: '2024-12-18T13:45:00', operator: 'Budi', before: 'S', after: null, reason: 'Surat dokter palsu' },
    ])
    expect((await house.client.attendance.grid({ code })).rows[1]?.cells[0]).toBeNull()
  })

  test('is kept also where only the time is new, and a cell shows that it was corrected', async () => {
    await mark(1, 1, 'T', { arrivedAt: '08:20', reason: 'Jam dinding salah' })
    expect(await history(1)).toMatchObject([{ before: 'T', after: 'T', reason: 'Jam dinding salah' }])
    const { rows } = await house.client.attendance.grid({ code })
    expect(rows[0]?.cells[0]).toMatchObject({ arrivedAt: '08:20', corrected: true })
    expect(rows[1]?.cells[0]).toMatchObject({ corrected: false })
  })

  test('that changes nothing is no correction', async () => {
    expect(await mark(2, 1, 'H')).toEqual({ written: 0 })
    expect(await history(2)).toEqual([])
  })

  test('writes all marks of one request or none', async () => {
    const [first, second] = [await enrolled(house, code, 3), await enrolled(house, code, 4)]
    const entry = { n: 2, mark: 'H' as const, arrivedAt: null, note: '' }
    const marks = [
      { ...entry, enrolmentId: first.enrolmentId },
      { ...entry, enrolmentId: second.enrolmentId, n: 1, mark: 'S' as const },
    ]
    await refusedAs(house.client.attendance.mark({ code, marks, reason: null }), 'day_closed')
    expect(await marksOfDay(2)).toEqual([null, null, null, null])
  })
})

test('a mark for somebody of another class is not taken', async () => {
  const other = await createClass(house, { number: 2, traineeIds: await addTrainees(house, 1, 10) })
  const { enrolmentId } = await enrolled(house, other, 1)
  const marks = [{ enrolmentId, n: 1, mark: 'H' as const, arrivedAt: null, note: '' }]
  expect(await refusalOf(house.client.attendance.mark({ code, marks, reason: null }))).toEqual({
    code: 'not_found',
    thing: 'enrolment',
  })
})

test('days that were missed wait in the list of tasks, the oldest first', async () => {
  await holdDays(house, code, { until: 1 })
  house.setToday('2024-12-19')
  const { today, earlier } = await house.client.attendance.tasks({})
  expect(today).toMatchObject([{ n: 4, date: '2024-12-19', missedDays: [{ n: 2 }, { n: 3 }] }])
  expect(earlier.map(task => task.n)).toEqual([2, 3])
  expect(today[0]?.trainees.map(row => row.mark)).toEqual([null, null, null, null])
  house.setToday('2024-12-21')
  expect((await house.client.attendance.tasks({})).today).toEqual([])
})
