import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addInstructor,
  addTrainees,
  classDraft,
  createClass,
  decidedClass,
  enrolled,
  holdDays,
  panel,
  roomNamed,
  setUp,
} from '../class-steps.ts'
import { type House, inputProblems, openHouse, refusalOf, refusedAs } from '../house.ts'

let house: House
beforeEach(async () => {
  house = openHouse()
  await setUp(house)
})
afterEach(() => house.remove())

const reason = 'Gedung dipakai pemilihan kepala daerah'
const dates = async (code: string) => (await house.client.cohort.get({ code })).days.map(day => day.date)
const planVersion = (code: string) =>
  house.backend.workspace.read.value<number>('SELECT plan_version FROM cohort WHERE code = ?', [code])

describe('moving', () => {
  test.each(['2024-12-18', '2024-12-12', '2025-02-03'] as const)(
    'to %s re-dates every day and its gaps',
    async start => {
      const code = await createClass(house)
      await house.client.cohort.move({ code, start, reason })
      const moved = await house.client.cohort.get({ code })
      const { programId, week, jointLeave, hours, startTime, endTime } = moved
      const plan = await house.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
      expect(moved.days.map(day => day.date)).toEqual(plan.days.map(day => day.date))
      expect(moved.skipped).toEqual(plan.skipped)
      expect(moved.code).toBe('TR-2024-01')
      expect(planVersion(code)).toBe(2)
      const row = house.audit().at(-1)
      expect(JSON.parse(row?.before ?? '')).toEqual({ start: '2024-12-16', end: '2025-01-08' })
      expect(JSON.parse(row?.after ?? '')).toEqual({ start, end: plan.end, reason })
    },
  )

  test('on the spot takes over a holiday that was declared after planning', async () => {
    const code = await createClass(house)
    await house.client.calendar.saveDay({
      id: null,
      day: { date: '2024-12-19', kind: 'regional_holiday', name: 'Pilkada', source: 'SE Wali Kota' },
    })
    expect((await dates(code)).at(3)).toBe('2024-12-19')
    await house.client.cohort.move({ code, start: '2024-12-16', reason })
    expect((await dates(code)).slice(2, 5)).toEqual(['2024-12-18', '2024-12-20', '2024-12-23'])
    expect((await dates(code)).at(-1)).toBe('2025-01-09')
  })

  test('where some days go later and some earlier, every one finds its place', async () => {
    const off = await house.client.calendar.saveDay({
      id: null,
      day: { date: '2024-12-18', kind: 'centre_closure', name: 'Listrik padam', source: '' },
    })
    const code = await createClass(house)
    await house.client.calendar.removeDay({ id: off.id })
    await house.client.cohort.move({ code, start: '2024-12-17', reason })
    expect((await dates(code)).slice(0, 3)).toEqual(['2024-12-17', '2024-12-18', '2024-12-19'])
  })

  test('is refused for the reasons that a new class would be', async () => {
    const roomId = await roomNamed(house, 'R. Rias 1')
    const rina = await addInstructor(house, 'Rina', { validUntil: '2025-02-20' })
    const [first, second] = [await addTrainees(house, 1), await addTrainees(house, 1, 1)]
    await createClass(house, { start: '2025-02-03', roomId, traineeIds: first, number: 1 })
    const move = async (
      changes: Parameters<typeof createClass>[1],
      number: number,
      start: '2025-02-03' | '2025-02-08',
    ) => {
      const code = await createClass(house, { ...changes, number })
      return refusalOf(house.client.cohort.move({ code, start, reason }))
    }
    expect(await move({}, 2, '2025-02-08')).toMatchObject({ code: 'start_on_day_off', next: '2025-02-10' })
    expect(await move({ roomId }, 3, '2025-02-03')).toMatchObject({ code: 'room_busy', cohort: 'Tata Rias I' })
    expect(await move({ traineeIds: first }, 4, '2025-02-03')).toMatchObject({
      code: 'trainee_busy',
      name: 'Ani Suryani',
    })
    expect(await move({ instructorId: rina, traineeIds: second }, 5, '2025-02-03')).toMatchObject({
      code: 'instructor_not_permitted',
      name: 'Rina',
      n: 15,
      date: '2025-02-21',
    })
    const far = await createClass(house, { number: 6 })
    expect(await refusalOf(house.client.cohort.move({ code: far, start: '2028-02-07', reason }))).toEqual({
      code: 'no_holiday_table',
      years: [2028],
    })
    expect(await inputProblems(house.client.cohort.move({ code: far, start: '2025-02-03', reason: 'hujan' }))).toEqual([
      'Tulis paling sedikit 10 huruf.',
    ])
  })

  test('is not kept back by somebody who has left and sits elsewhere now', async () => {
    const traineeIds = await addTrainees(house, 2)
    const code = await createClass(house, { traineeIds })
    const { enrolmentId } = await enrolled(house, code, 1)
    await house.client.cohort.leave({ enrolmentId, afterDay: 0, kind: 'withdrawn', reason })
    await createClass(house, { number: 2, start: '2025-02-03', traineeIds: traineeIds.slice(0, 1) })
    await house.client.cohort.move({ code, start: '2025-02-03', reason })
    expect((await dates(code))[0]).toBe('2025-02-03')
  })
})

describe('cancelling', () => {
  test('frees room and people, keeps the number, and shows the reason', async () => {
    const roomId = await roomNamed(house, 'R. Rias 1')
    const rina = await addInstructor(house, 'Rina', {})
    const traineeIds = await addTrainees(house, 2)
    const busy = { roomId, instructorId: rina, traineeIds }
    const code = await createClass(house, busy)
    await house.client.cohort.cancel({ code, reason })
    expect(await house.client.cohort.get({ code })).toMatchObject({ status: 'cancelled', cancelReason: reason })
    await refusedAs(house.client.cohort.create(await classDraft(house, busy)), 'cohort_number_taken')
    expect(await createClass(house, { ...busy, number: 2 })).toBe('TR-2024-02')
    const credentials = (await house.client.instructor.get({ id: rina })).credentials
    expect(credentials).toHaveLength(1)
  })

  test('ends everything for the class', async () => {
    const traineeIds = await addTrainees(house, 2)
    const code = await createClass(house, { traineeIds: traineeIds.slice(0, 1) })
    const { enrolmentId } = await enrolled(house, code, 1)
    const { roomId: _, ...draft } = await classDraft(house)
    await house.client.cohort.cancel({ code, reason })
    const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } = draft
    const facts = { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
    house.setToday('2024-12-17')
    const mark = { enrolmentId, n: 1, mark: 'H' as const, arrivedAt: null, note: '' }
    for (const act of [
      house.client.cohort.cancel({ code, reason }),
      house.client.cohort.move({ code, start: '2025-02-03', reason }),
      house.client.cohort.update({ code, facts: { ...facts, roomId: null } }),
      house.client.cohort.updateDays({ code, days: [{ n: 1, hours: 8, topic: '', instructorIds: [] }] }),
      house.client.cohort.enrol({ code, traineeIds: traineeIds.slice(1) }),
      house.client.cohort.unenrol({ enrolmentId }),
      house.client.cohort.leave({ enrolmentId, afterDay: 0, kind: 'withdrawn', reason }),
      house.client.cohort.rejoin({ enrolmentId, reason }),
      house.client.attendance.mark({ code, marks: [mark], reason: null }),
      house.client.attendance.fillDay({ code, n: 1, exceptions: [] }),
      house.client.score.save({ code, entries: [{ enrolmentId, theory: 8000 }] }),
      house.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel }),
    ]) {
      expect(await refusalOf(act)).toEqual({ code: 'cohort_cancelled', cohort: 'Tata Rias I' })
    }
  })
})

describe('a held day', () => {
  test('its date alone never makes it held', async () => {
    const code = await createClass(house)
    house.setToday('2025-01-20')
    const cohort = await house.client.cohort.get({ code })
    expect(cohort.status).toBe('planned')
    expect(cohort.days.some(day => day.held)).toBe(false)
    await house.client.cohort.move({ code, start: '2025-02-03', reason })
  })

  test('one mark makes it held, taking the mark back undoes that', async () => {
    const code = await createClass(house, { traineeIds: await addTrainees(house, 2) })
    const { enrolmentId } = await enrolled(house, code, 1)
    house.setToday('2024-12-16')
    const mark = { enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: '' }
    await house.client.attendance.mark({ code, marks: [mark], reason: null })
    const refusal = { code: 'cohort_has_held_days', cohort: 'Tata Rias I', days: 1 }
    expect(await refusalOf(house.client.cohort.move({ code, start: '2025-02-03', reason }))).toEqual(refusal)
    expect(await refusalOf(house.client.cohort.cancel({ code, reason }))).toEqual(refusal)
    await house.client.attendance.mark({ code, marks: [{ ...mark, mark: null }], reason: null })
    await house.client.cohort.cancel({ code, reason })
  })

  test('closing makes it held, and its hours and teachers stand', async () => {
    const rina = await addInstructor(house, 'Rina', {})
    const code = await createClass(house, { instructorId: rina, traineeIds: await addTrainees(house, 2) })
    await holdDays(house, code, { until: 2 })
    const plan = { n: 2, hours: 8, topic: 'Judul lain', instructorIds: [rina] }
    const update = (day: typeof plan) => house.client.cohort.updateDays({ code, days: [day] })
    await update(plan)
    expect(await refusalOf(update({ ...plan, hours: 7 }))).toEqual({ code: 'day_held', n: 2 })
    expect(await refusalOf(update({ ...plan, instructorIds: [] }))).toEqual({ code: 'day_held', n: 2 })
    await update({ ...plan, n: 3, hours: 7, instructorIds: [] })
    expect((await house.client.cohort.get({ code })).days[1]?.topic).toBe('Judul lain')
  })
})

test('a class that has been decided takes no more people', async () => {
  const rina = await addInstructor(house, 'Rina', {})
  const [first, second] = await addTrainees(house, 2)
  if (!first || !second) throw new Error('nobody was added')
  const code = await decidedClass(house, { instructorId: rina, traineeIds: [first] }, { heldOn: '2025-01-09' })
  await refusedAs(house.client.cohort.enrol({ code, traineeIds: [second] }), 'panel_decided')
})

test('an official’s word opens one day to somebody without a credential, no other, and is for that day of the class', async () => {
  const tuti = await addInstructor(house, 'Tuti')
  const code = await createClass(house)
  const teach = (n: number) =>
    house.client.cohort.updateDays({ code, days: [{ n, hours: 8, topic: '', instructorIds: [tuti] }] })
  await refusedAs(teach(3), 'instructor_not_permitted')
  await house.backend.close()
  const raw = house.rawDatabase()
  raw
    .prepare(
      `INSERT INTO credential_override (day_id, instructor_id, date, official, reason, recorded_at)
       SELECT id, ?, date, 'Kepala UPT', 'Instruktur pengganti sakit', '2024-12-10T08:00:00' FROM cohort_day WHERE n = 3`,
    )
    .run(tuti)
  raw.close()
  await house.reopen()
  await teach(3)
  await refusedAs(teach(4), 'instructor_not_permitted')
  // As decided since: day 3 stays day 3 when the class moves, and the word goes along (allowance.test.ts).
  await house.client.cohort.move({ code, start: '2025-02-03', reason })
  await refusedAs(teach(4), 'instructor_not_permitted')
})
