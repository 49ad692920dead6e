import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { addInstructor, addTrainees, createSampleCohort, enrolled, holdDays, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 4) })
  fixture.setToday('2024-12-16')
})
afterEach(() => fixture.remove())

async function mark(
  position: number,
  n: number,
  value: Mark | null,
  more: { arrivedAt?: string; reason?: string } = {},
) {
  const { enrolmentId } = await enrolled(fixture, code, position)
  const entry = { enrolmentId, n, mark: value, arrivedAt: more.arrivedAt ?? null, note: '' }
  return fixture.client.attendance.mark({ code, marks: [entry], reason: more.reason ?? null })
}

async function marksOfDay(n: number): Promise<(Mark | null)[]> {
  const { rows } = await fixture.client.attendance.grid({ code })
  return rows.map(row => row.cells[n - 1]?.mark ?? null)
}

const fill = (n: number) => fixture.client.attendance.fillDay({ code, n, exceptions: [] })
const close = (n: number, instructorId = rina) => fixture.client.attendance.closeDay({ code, n, instructorId })

test('an empty day is not filled in, which is not an absence', async () => {
  expect(await marksOfDay(1)).toEqual([null, null, null, null])
  const { today } = await fixture.client.attendance.tasks({})
  expect(today).toMatchObject([{ code, n: 1, complete: false, closed: false, missedDays: [] }])
})

test('"Semua hadir" keeps every earlier mark', async () => {
  await mark(1, 1, 'S')
  await mark(2, 1, 'I')
  await mark(3, 1, 'A')
  expect((await fill(1)).before).toHaveLength(1)
  expect(await marksOfDay(1)).toEqual(['S', 'I', 'A', 'H'])
  expect((await fill(1)).before).toEqual([])
})

test('exceptions and everybody else are written together, and the replaced marks are returned', async () => {
  await mark(2, 1, 'S')
  const [second, third] = [await enrolled(fixture, code, 2), await enrolled(fixture, code, 3)]
  const filled = await fixture.client.attendance.fillDay({
    code,
    n: 1,
    exceptions: [
      { enrolmentId: second.enrolmentId, mark: 'I', arrivedAt: null, note: 'urusan keluarga' },
      { enrolmentId: third.enrolmentId, mark: 'T', arrivedAt: '08:40', note: '' },
    ],
  })
  expect(filled.before).toHaveLength(4)
  expect(filled.before).toContainEqual({
    enrolmentId: second.enrolmentId,
    n: 1,
    mark: 'S',
    arrivedAt: null,
    note: '',
  })
  expect(await marksOfDay(1)).toEqual(['H', 'I', 'T', 'H'])
  const row = fixture.audit().at(-1)
  expect(JSON.parse(row?.before ?? '')).toEqual({ marks: filled.before })
  expect(JSON.parse(row?.after ?? '').marks.map((entry: { mark: Mark }) => entry.mark)).toEqual(['H', 'I', 'T', 'H'])
  await fixture.client.attendance.mark({ code, marks: filled.before, reason: null })
  expect(await marksOfDay(1)).toEqual([null, 'S', null, null])
})

test('the same letter typed again keeps note and time', async () => {
  const { enrolmentId } = await enrolled(fixture, code, 1)
  const noted = { enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: 'surat dokter' }
  await fixture.client.attendance.mark({ code, marks: [noted], reason: null })
  const again = { enrolmentId, mark: 'S' as const, arrivedAt: null, note: '' }
  const { before } = await fixture.client.attendance.fillDay({ code, n: 1, exceptions: [again] })
  expect(before).toHaveLength(3)
  const { rows } = await fixture.client.attendance.grid({ code })
  expect(rows[0]?.cells[0]).toMatchObject({ mark: 'S', note: 'surat dokter' })
})

test('late is present, with the time; another mark has none', async () => {
  await mark(1, 1, 'T', { arrivedAt: '08:40' })
  await mark(2, 1, 'S', { arrivedAt: '09:00' })
  const { rows } = await fixture.client.attendance.grid({ code })
  expect(rows[0]?.cells[0]).toMatchObject({ mark: 'T', arrivedAt: '08:40' })
  expect(rows[1]?.cells[0]).toMatchObject({ mark: 'S', arrivedAt: null })
  const { rows: graduation } = await fixture.client.graduation.get({ code })
  expect(graduation.map(row => row.present)).toEqual([1, 0, 0, 0])
  await mark(1, 1, 'H')
  expect((await fixture.client.attendance.grid({ code })).rows[0]?.cells[0]).toMatchObject({
    mark: 'H',
    arrivedAt: null,
  })
})

test('a future day is refused; on its day and later it can be filled', async () => {
  expect(await domainErrorOf(fill(2))).toEqual({ code: 'day_in_future', n: 2, date: '2024-12-17' })
  expect(await domainErrorOf(mark(1, 15, 'H'))).toEqual({ code: 'day_in_future', n: 15, date: '2025-01-08' })
  await rejectedAs(close(2), 'day_in_future')
  fixture.setToday('2024-12-17', '00:01')
  await fill(2)
  fixture.setToday('2025-03-03')
  await fill(1)
})

test('the date of the centre counts, whatever the time zone of the PC', async () => {
  // 23.30 of the 16th at the centre is 16.30 of the 16th in London, and 01.30 of the 17th in Jayapura.
  fixture.setToday('2024-12-16', '23:30')
  await rejectedAs(fill(2), 'day_in_future')
})

describe('closing', () => {
  test('asks for every mark and names who has none', async () => {
    await mark(1, 1, 'H')
    expect(await domainErrorOf(close(1))).toEqual({
      code: 'day_incomplete',
      n: 1,
      names: ['Dewi Lestari', 'Eka Puspitasari', 'Fitri Handayani'],
    })
  })

  test('is done once, in the name of an instructor of that day', async () => {
    const sari = await addInstructor(fixture, 'Sari', {})
    await fill(1)
    expect(await domainErrorOf(close(1, sari))).toEqual({ code: 'instructor_not_of_day', name: 'Sari', n: 1 })
    await close(1)
    const { days } = await fixture.client.attendance.grid({ code })
    expect(days[0]?.closed).toEqual({ by: 'Rina', at: '2024-12-16T08:00:00' })
    expect(await domainErrorOf(close(1))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
    expect(await domainErrorOf(fill(1))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
  })

  test('may be in the name of a second planned instructor, also after they left the centre', async () => {
    const sari = await addInstructor(fixture, 'Sari', {})
    const instructorIds = [rina, sari]
    await fixture.client.timetable.updateDays({ code, days: [{ n: 1, hours: 8, topic: 'Praktik', instructorIds }] })
    const gone = { name: 'Sari', nip: '', institution: '', phone: '', active: false }
    await fixture.client.instructor.save({ id: sari, instructor: gone })
    await fill(1)
    await close(1, sari)
    expect((await fixture.client.attendance.grid({ code })).days[0]?.closed?.by).toBe('Sari')
  })

  test('can be undone with a reason', async () => {
    await fill(1)
    const reopen = () => fixture.client.attendance.reopenDay({ code, n: 1, reason: 'Salah menutup hari ini' })
    expect(await domainErrorOf(reopen())).toEqual({ code: 'day_not_closed', n: 1 })
    await close(1)
    await reopen()
    expect((await fixture.client.attendance.grid({ code })).days[0]?.closed).toBeNull()
    await mark(1, 1, 'S')
  })
})

describe('a correction of a closed day', () => {
  beforeEach(async () => {
    await mark(1, 1, 'T', { arrivedAt: '08:40' })
    await fill(1)
    await close(1)
    fixture.setToday('2024-12-18', '13:45')
    fixture.actAs('Budi')
  })
  const history = async (position: number) =>
    fixture.client.attendance.history({ enrolmentId: (await enrolled(fixture, code, position)).enrolmentId, n: 1 })

  test('needs a reason, and keeps the old mark with who, when and why', async () => {
    expect(await domainErrorOf(mark(2, 1, 'S'))).toEqual({ code: 'day_closed', n: 1, by: 'Rina' })
    await rejectedAs(mark(2, 1, 'S', { reason: '  ' }), 'day_closed')
    expect(await marksOfDay(1)).toEqual(['T', 'H', 'H', 'H'])
    expect(await history(2)).toEqual([])
    await mark(2, 1, 'S', { reason: 'Surat dokter menyusul' })
    await mark(2, 1, null, { reason: 'Surat dokter palsu' })
    expect(await history(2)).toEqual([
      { at: '2024-12-18T13:45:00', operator: 'Budi', before: 'H', after: 'S', reason: 'Surat dokter menyusul' },
      { at: '2024-12-18T13:45:00', operator: 'Budi', before: 'S', after: null, reason: 'Surat dokter palsu' },
    ])
    expect((await fixture.client.attendance.grid({ code })).rows[1]?.cells[0]).toBeNull()
  })

  test('is also recorded for a new time only, and the cell shows that it was corrected', async () => {
    await mark(1, 1, 'T', { arrivedAt: '08:20', reason: 'Jam dinding salah' })
    expect(await history(1)).toMatchObject([{ before: 'T', after: 'T', reason: 'Jam dinding salah' }])
    const { rows } = await fixture.client.attendance.grid({ code })
    expect(rows[0]?.cells[0]).toMatchObject({ arrivedAt: '08:20', corrected: true })
    expect(rows[1]?.cells[0]).toMatchObject({ corrected: false })
  })

  test('that changes nothing is not recorded', async () => {
    expect(await mark(2, 1, 'H')).toEqual({ written: 0 })
    expect(await history(2)).toEqual([])
  })

  test('writes all marks of one request or none', async () => {
    const [first, second] = [await enrolled(fixture, code, 3), await enrolled(fixture, code, 4)]
    const entry = { n: 2, mark: 'H' as const, arrivedAt: null, note: '' }
    const marks = [
      { ...entry, enrolmentId: first.enrolmentId },
      { ...entry, enrolmentId: second.enrolmentId, n: 1, mark: 'S' as const },
    ]
    await rejectedAs(fixture.client.attendance.mark({ code, marks, reason: null }), 'day_closed')
    expect(await marksOfDay(2)).toEqual([null, null, null, null])
  })
})

test('a mark for a person of another class is refused', async () => {
  const other = await createSampleCohort(fixture, { number: 2, traineeIds: await addTrainees(fixture, 1, 10) })
  const { enrolmentId } = await enrolled(fixture, other, 1)
  const marks = [{ enrolmentId, n: 1, mark: 'H' as const, arrivedAt: null, note: '' }]
  expect(await domainErrorOf(fixture.client.attendance.mark({ code, marks, reason: null }))).toEqual({
    code: 'not_found',
    entity: 'enrolment',
  })
})

test('missed days are in the list of tasks, oldest first', async () => {
  await holdDays(fixture, code, { until: 1 })
  fixture.setToday('2024-12-19')
  const { today, earlier } = await fixture.client.attendance.tasks({})
  expect(today).toMatchObject([{ n: 4, date: '2024-12-19', missedDays: [{ n: 2 }, { n: 3 }] }])
  expect(earlier.map(task => task.n)).toEqual([2, 3])
  expect(today[0]?.trainees.map(row => row.mark)).toEqual([null, null, null, null])
  fixture.setToday('2024-12-21')
  expect((await fixture.client.attendance.tasks({})).today).toEqual([])
})
