import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../../../electron/backend/database/audit.ts'
import type { CohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import type { DayOffChange } from '../../../../shared/features/replan/day-off-change.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  holdDays,
  programOf,
  roomNamed,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture({ today: '2024-11-11' })
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const close = (date: PlainDate, changes: Partial<DayOffChange> = {}): DayOffChange => ({
  action: 'add',
  day: { date, kind: 'national_holiday', name: 'Pilkada serentak', source: 'Keppres 33/2024', certain: true },
  cohort: null,
  answers: [],
  ...changes,
})
const reopen = (date: PlainDate, changes: Partial<DayOffChange> = {}) => close(date, { ...changes, action: 'withdraw' })

const get = (code: string) => fixture.client.cohort.get({ code })
const datesOf = async (code: string) => (await get(code)).days.map(day => day.date)

/** Removes a day off that the built-in table knows, as if it had not been decreed yet. */
async function forget(date: PlainDate): Promise<void> {
  const year = await fixture.client.calendar.year({ year: Number(date.slice(0, 4)) })
  const day = year.days.find(row => row.date === date)
  if (day) await fixture.client.calendar.removeDay({ id: day.id })
}

async function runningCohort(start: PlainDate, held: number, changes: Partial<CohortDraft> = {}): Promise<string> {
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 3)
  const code = await createSampleCohort(fixture, { start, instructorId, traineeIds, ...changes })
  await holdDays(fixture, code, { until: held, absences: { 1: { 2: 'S' } } })
  return code
}

describe.each([
  {
    name: 'Pilkada',
    start: '2024-11-18',
    date: '2024-11-27',
    oldEnd: '2024-12-06',
    newEnd: '2024-12-09',
    n: 8,
    to: '2024-11-28',
  },
  {
    name: '18 Agustus',
    start: '2025-08-04',
    date: '2025-08-18',
    oldEnd: '2025-08-22',
    newEnd: '2025-08-25',
    n: 11,
    to: '2025-08-19',
  },
] as const)('$name, decreed on day 4 of a class', ({ start, date, oldEnd, newEnd, n, to }) => {
  test('moves days that were not held, keeps marks and dates of held ones, and returns when it is withdrawn', async () => {
    await forget(date)
    const code = await runningCohort(start, 4)
    const before = await get(code)
    const grid = await fixture.client.attendance.grid({ code })
    expect(before.end).toBe(oldEnd)

    const preview = await fixture.client.replan.preview(close(date))
    expect(preview.blocking).toBe(0)
    expect(preview.affected).toMatchObject([{ cohort: code, oldEnd, newEnd, problems: [] }])
    expect(preview.affected[0]?.moved[0]).toEqual({ n, from: date, to })
    expect((await get(code)).end).toBe(oldEnd)

    expect(await fixture.client.replan.apply(close(date))).toEqual({ cohorts: [code] })
    const after = await get(code)
    expect(after.end).toBe(newEnd)
    expect(after.days[n - 1]?.date).toBe(to)
    expect(after.days.slice(0, 4)).toEqual(before.days.slice(0, 4))
    expect(after.skipped).toContainEqual({ date, kind: 'national_holiday', reason: 'Pilkada serentak' })
    const marks = (rows: typeof grid.rows) => rows.map(row => row.cells.slice(0, 4))
    expect(marks((await fixture.client.attendance.grid({ code })).rows)).toEqual(marks(grid.rows))

    const back = await fixture.client.replan.apply(reopen(date))
    expect(back).toEqual({ cohorts: [code] })
    expect(await datesOf(code)).toEqual(before.days.map(day => day.date))
    expect((await get(code)).skipped).toEqual(before.skipped)
    expect(
      (await fixture.client.calendar.year({ year: Number(date.slice(0, 4)) })).days.some(day => day.date === date),
    ).toBe(false)
  })
})

test('a day held on that date stays, and so does the class', async () => {
  await forget('2024-11-27')
  const code = await runningCohort('2024-11-18', 8)
  const before = await datesOf(code)
  const preview = await fixture.client.replan.preview(close('2024-11-27'))
  expect(preview.kept).toEqual([{ cohort: code, title: 'Tata Rias I', n: 8 }])
  expect(preview.affected).toEqual([])
  expect(await fixture.client.replan.apply(close('2024-11-27'))).toEqual({ cohorts: [] })
  expect(await datesOf(code)).toEqual(before)
})

describe('a credential that ends before the class does', () => {
  const until = async (validUntil: PlainDate) => {
    await forget('2024-11-27')
    const instructorId = await addInstructor(fixture, 'Slamet Riyadi', { validUntil })
    const code = await createSampleCohort(fixture, {
      start: '2024-11-18',
      instructorId,
      traineeIds: await addTrainees(fixture, 2),
    })
    await holdDays(fixture, code, { until: 4 })
    return { code, instructorId }
  }

  test('on the new last day is still valid', async () => {
    await until('2024-12-09')
    expect((await fixture.client.replan.preview(close('2024-11-27'))).affected[0]?.problems).toEqual([])
  })

  test('before the new last day blocks everything, and is answered by a substitute or by no instructor', async () => {
    const { code, instructorId } = await until('2024-12-06')
    const other = await addInstructor(fixture, 'Dian Puspita', {})
    await addInstructor(fixture, 'Bayu', { trades: ['TB'] })
    const [affected] = (await fixture.client.replan.preview(close('2024-11-27'))).affected
    expect(affected?.problems).toMatchObject([
      {
        code: 'instructor_not_permitted',
        message: 'Sertifikat Slamet Riyadi berakhir 6\u00a0Des, tidak sah pada hari ke-15',
        days: [15],
        blocking: true,
        suggestions: [
          { label: 'Diajar Dian Puspita', answer: { cohort: code, instructorId, substituteId: other } },
          { label: 'Belum ada pengajar', answer: { cohort: code, instructorId, substituteId: null } },
        ],
        allow: { instructorId, name: 'Slamet Riyadi', days: [15] },
      },
    ])
    const before = await datesOf(code)
    const domainError = await rejectedAs(fixture.client.replan.apply(close('2024-11-27')), 'shift_blocked')
    expect(domainError.problems).toHaveLength(1)
    expect(await datesOf(code)).toEqual(before)
    expect((await fixture.client.calendar.year({ year: 2024 })).days.some(day => day.date === '2024-11-27')).toBe(false)

    const answer = (substituteId: typeof other | null) =>
      close('2024-11-27', { answers: [{ kind: 'substitute', cohort: code, instructorId, substituteId }] })
    const open = await fixture.client.replan.preview(answer(null))
    expect(open.affected[0]?.answered[0]?.label).toBe('Hari ke-15 belum ada pengajar')
    expect(open.blocking).toBe(0)
    expect(await fixture.client.replan.apply(answer(other))).toEqual({ cohorts: [code] })
    const { days } = await get(code)
    expect(days.map(day => day.instructors.map(row => row.name).join())).toEqual([
      ...Array.from({ length: 14 }, () => 'Slamet Riyadi'),
      'Dian Puspita',
    ])
    const { substitutions } = await fixture.client.timetable.get({ code })
    expect(substitutions).toMatchObject([
      { n: 15, out: 'Slamet Riyadi', in: 'Dian Puspita', reason: 'Jadwal bergeser: Pilkada serentak' },
    ])
  })

  test('one substitute cannot take two classes at the same time', async () => {
    await forget('2024-11-27')
    const substitute = await addInstructor(fixture, 'Dian Puspita', {})
    const answers: Extract<DayOffChange['answers'][number], { kind: 'substitute' }>[] = []
    for (const number of [1, 2]) {
      const instructorId = await addInstructor(fixture, `Guru ${number}`, { validUntil: '2024-12-06' })
      const cohort = await createSampleCohort(fixture, { start: '2024-11-18', number, instructorId })
      answers.push({ kind: 'substitute', cohort, instructorId, substituteId: substitute })
    }
    const both = close('2024-11-27', { answers })
    const { affected, blocking } = await fixture.client.replan.preview(both)
    expect(affected.map(row => row.answered.length)).toEqual([1, 0])
    expect(affected[1]?.problems[0]?.message).toBe('Dian Puspita mengajar Tata Rias I pada hari ke-15')
    expect(blocking).toBe(1)
    await rejectedAs(fixture.client.replan.apply(both), 'shift_blocked')
    const [first, second] = answers
    if (!first || !second) throw new Error('two classes')
    const done = await fixture.client.replan.apply(
      close('2024-11-27', { answers: [first, { ...second, substituteId: null }] }),
    )
    expect(done.cohorts).toEqual([first.cohort, second.cohort])
  })

  test('a substitute without permission is no answer', async () => {
    const { code, instructorId } = await until('2024-12-06')
    const other = await addInstructor(fixture, 'Bayu', { trades: ['TB'] })
    const change = close('2024-11-27', {
      answers: [{ kind: 'substitute', cohort: code, instructorId, substituteId: other }],
    })
    const { problems } = await rejectedAs(fixture.client.replan.apply(change), 'shift_blocked')
    expect(problems[0]?.message).toContain('Bayu tidak sah pada hari ke-15')
  })
})

describe('classes one after the other in one room with one instructor', () => {
  test('move together although each needs the dates that the next one leaves', async () => {
    await forget('2024-11-27')
    const roomId = await roomNamed(fixture, 'R. Rias 1')
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const first = await createSampleCohort(fixture, { start: '2024-11-18', instructorId, roomId })
    const second = await createSampleCohort(fixture, { start: '2024-12-09', instructorId, roomId, number: 2 })
    const { affected } = await fixture.client.replan.preview(close('2024-11-27'))
    expect(affected.map(row => row.cohort)).toEqual([first])
    expect(affected[0]?.problems.map(row => [row.code, row.message])).toEqual([
      ['instructor_busy', 'Rina Marliana mengajar Tata Rias II pada hari ke-15'],
      ['room_busy', 'R. Rias 1 dipakai Tata Rias II pada hari ke-15'],
    ])
    await rejectedAs(fixture.client.replan.apply(close('2024-11-27')), 'shift_blocked')
    expect((await get(second)).start).toBe('2024-12-09')
  })

  test('make room for each other: the instructor leaves one class on the day when the other one needs him', async () => {
    await forget('2024-12-25')
    const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
    const first = await createSampleCohort(fixture, { start: '2024-12-16', number: 1 })
    const second = await createSampleCohort(fixture, { start: '2024-12-16', number: 2 })
    const teach = async (code: string, date: PlainDate) => {
      const day = (await get(code)).days.find(row => row.date === date)
      if (!day) throw new Error(`no day on ${date}`)
      const { n, hours, topic } = day
      await fixture.client.timetable.updateDays({ code, days: [{ n, hours, topic, instructorIds: [instructorId] }] })
    }
    // He teaches the first class on Christmas and the second one on the next working day; both days move one working day.
    await teach(first, '2024-12-25')
    await teach(second, '2024-12-27')
    const change = close('2024-12-25')
    const { affected } = await fixture.client.replan.preview(change)
    expect(affected.map(row => row.problems)).toEqual([[], []])
    expect(await fixture.client.replan.apply(change)).toEqual({ cohorts: [first, second] })
    const taught = async (code: string) => (await get(code)).days.find(day => day.instructors.length > 0)?.date
    expect([await taught(first), await taught(second)]).toEqual(['2024-12-27', '2024-12-30'])
    await fixture.client.replan.apply(reopen('2024-12-25'))
    expect([await taught(first), await taught(second)]).toEqual(['2024-12-25', '2024-12-27'])
  })
})

test('a class whose first day becomes a day off begins later, and on its old day again when it is withdrawn', async () => {
  const code = await createSampleCohort(fixture, { start: '2024-12-02' })
  const before = await datesOf(code)
  const change = close('2024-12-02')
  await fixture.client.replan.apply(change)
  expect((await get(code)).start).toBe('2024-12-03')
  await fixture.client.replan.apply(reopen('2024-12-02'))
  expect(await datesOf(code)).toEqual(before)
})

test('a day off for one class alone counts in its later planning', async () => {
  const code = await createSampleCohort(fixture, { start: '2024-12-02' })
  const other = await createSampleCohort(fixture, { start: '2024-12-02', number: 2 })
  const change = close('2024-12-04', { cohort: code })
  expect((await fixture.client.replan.preview(change)).affected.map(row => row.cohort)).toEqual([code])
  expect(await fixture.client.replan.apply(change)).toEqual({ cohorts: [code] })
  expect(await datesOf(code)).not.toContain('2024-12-04')
  expect(await datesOf(other)).toContain('2024-12-04')
  await fixture.client.cohort.move({ code, start: '2024-12-03', reason: 'Ruang baru siap hari Selasa' })
  expect(await datesOf(code)).not.toContain('2024-12-04')
  await fixture.client.replan.apply(reopen('2024-12-04', { cohort: code }))
  expect(await datesOf(code)).toContain('2024-12-04')
  expect(
    (await rejectedAs(fixture.client.replan.apply(reopen('2024-12-04', { cohort: code })), 'not_found')).entity,
  ).toBe('day_off')
})

test('a class that now ends in the next year warns, and is refused if that year has no calendar', async () => {
  fixture.setToday('2027-12-01')
  const code = await createSampleCohort(fixture, { start: '2027-12-10' })
  expect((await get(code)).end).toBe('2027-12-31')
  const change = close('2027-12-13')
  const { affected, blocking } = await fixture.client.replan.preview(change)
  expect(affected[0]?.problems.map(row => [row.code, row.blocking])).toEqual([
    ['no_holiday_table', true],
    ['crosses_budget_year', false],
  ])
  expect(blocking).toBe(1)
  await fixture.client.calendar.saveYear({ year: 2028, source: 'SKB 2028' })
  expect(await fixture.client.replan.apply(change)).toEqual({ cohorts: [code] })
})

test('joint leave moves no class that works on it, and a past day is withdrawn without moving anybody', async () => {
  const works = await createSampleCohort(fixture, { start: '2024-12-02', jointLeave: 'work' })
  const leave = close('2024-12-04', {
    day: { date: '2024-12-04', kind: 'joint_leave', name: 'Cuti bersama', source: '', certain: true },
  })
  expect(await fixture.client.replan.apply(leave)).toEqual({ cohorts: [] })
  expect(await datesOf(works)).toContain('2024-12-04')
  const code = await createSampleCohort(fixture, { start: '2024-12-02', number: 2 })
  expect(await datesOf(code)).not.toContain('2024-12-04')
  fixture.setToday('2024-12-05')
  const { affected, unaffected } = await fixture.client.replan.preview({ ...leave, action: 'withdraw' })
  expect(affected).toEqual([])
  expect(unaffected.map(row => row.cohort)).toEqual([works, code])
})

test('the day may already be in the calendar: the classes follow it, and a second time there is nothing to do', async () => {
  const code = await createSampleCohort(fixture, { start: '2024-12-02' })
  await fixture.client.calendar.saveDay({ id: null, day: { ...close('2024-12-04').day, name: 'Libur daerah' } })
  const preview = await fixture.client.replan.preview(close('2024-12-04'))
  expect(preview.known?.name).toBe('Libur daerah')
  expect(await fixture.client.replan.apply(close('2024-12-04'))).toEqual({ cohorts: [code] })
  expect((await get(code)).skipped).toContainEqual({
    date: '2024-12-04',
    kind: 'national_holiday',
    reason: 'Libur daerah',
  })
  expect((await rejectedAs(fixture.client.replan.apply(close('2024-12-04')), 'day_off_taken')).name).toBe(
    'Libur daerah',
  )
})

test('each class has its rows in the audit and its history of the change', async () => {
  await forget('2024-11-27')
  const code = await runningCohort('2024-11-18', 4)
  await fixture.client.replan.apply(close('2024-11-27'))
  const rows = fixture.audit().filter(row => row.operation === 'replan.apply')
  expect(rows.map(row => [row.entity, row.entity_id])).toEqual([
    ['day_off', '2024-11-27'],
    ['cohort', code],
  ])
  expect(JSON.parse(rows[1]?.after ?? '{}')).toMatchObject({ end: '2024-12-09', source: 'Keppres 33/2024' })
  expect(brokenAuditRow(fixture.backend.workspace.read)).toBeNull()
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  expect(raw.prepare('SELECT plan_version FROM cohort').pluck().get()).toBe(2)
  expect(raw.prepare('SELECT count(*) FROM schedule_change_day').pluck().get()).toBe(8)
  expect(() => raw.exec('DELETE FROM schedule_change_day')).toThrow('append_only')
  expect(() => raw.exec("UPDATE schedule_change SET name = 'X'")).toThrow('append_only')
  raw.close()
})

test('two hundred running classes move at once', { timeout: 60_000 }, async () => {
  for (const trade of ['TR', 'TB', 'PR', 'LP'] as const) {
    const programId = await programOf(fixture, trade)
    for (let number = 1; number <= 50; number += 1)
      await createSampleCohort(fixture, { programId, start: '2024-12-02', number })
  }
  const { affected } = await fixture.client.replan.preview(close('2024-12-04'))
  expect(affected).toHaveLength(200)
  expect((await fixture.client.replan.apply(close('2024-12-04'))).cohorts).toHaveLength(200)
})
