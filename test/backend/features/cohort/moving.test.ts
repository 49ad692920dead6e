import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  enrolled,
  holdDays,
  panel,
  roomNamed,
  sampleCohortDraft,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const reason = 'Gedung dipakai pemilihan kepala daerah'
const dates = async (code: string) => (await fixture.client.cohort.get({ code })).days.map(day => day.date)
const planVersion = (code: string) =>
  fixture.backend.workspace.read.value<number>('SELECT plan_version FROM cohort WHERE code = ?', [code])

describe('moving', () => {
  test.each(['2024-12-18', '2024-12-12', '2025-02-03'] as const)(
    'to %s re-dates every day and its gaps',
    async start => {
      const code = await createSampleCohort(fixture)
      await fixture.client.cohort.move({ code, start, reason })
      const moved = await fixture.client.cohort.get({ code })
      const { programId, week, jointLeave, hours, startTime, endTime } = moved
      const plan = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
      expect(moved.days.map(day => day.date)).toEqual(plan.days.map(day => day.date))
      expect(moved.skipped).toEqual(plan.skipped)
      expect(moved.code).toBe('TR-2024-01')
      expect(planVersion(code)).toBe(2)
      const row = fixture.audit().at(-1)
      expect(JSON.parse(row?.before ?? '')).toEqual({ start: '2024-12-16', end: '2025-01-08' })
      expect(JSON.parse(row?.after ?? '')).toEqual({ start, end: plan.end, reason })
    },
  )

  test('to the same date takes over a holiday declared after planning', async () => {
    const code = await createSampleCohort(fixture)
    await fixture.client.calendar.saveDay({
      id: null,
      day: { date: '2024-12-19', kind: 'regional_holiday', name: 'Pilkada', source: 'SE Wali Kota' },
    })
    expect((await dates(code)).at(3)).toBe('2024-12-19')
    await fixture.client.cohort.move({ code, start: '2024-12-16', reason })
    expect((await dates(code)).slice(2, 5)).toEqual(['2024-12-18', '2024-12-20', '2024-12-23'])
    expect((await dates(code)).at(-1)).toBe('2025-01-09')
  })

  test('works where some days go later and some earlier', async () => {
    const off = await fixture.client.calendar.saveDay({
      id: null,
      day: { date: '2024-12-18', kind: 'centre_closure', name: 'Listrik padam', source: '' },
    })
    const code = await createSampleCohort(fixture)
    await fixture.client.calendar.removeDay({ id: off.id })
    await fixture.client.cohort.move({ code, start: '2024-12-17', reason })
    expect((await dates(code)).slice(0, 3)).toEqual(['2024-12-17', '2024-12-18', '2024-12-19'])
  })

  test('is refused for the same reasons as a new class', async () => {
    const roomId = await roomNamed(fixture, 'R. Rias 1')
    const rina = await addInstructor(fixture, 'Rina', { validUntil: '2025-02-20' })
    const [first, second] = [await addTrainees(fixture, 1), await addTrainees(fixture, 1, 1)]
    await createSampleCohort(fixture, { start: '2025-02-03', roomId, traineeIds: first, number: 1 })
    const move = async (
      changes: Parameters<typeof createSampleCohort>[1],
      number: number,
      start: '2025-02-03' | '2025-02-08',
    ) => {
      const code = await createSampleCohort(fixture, { ...changes, number })
      return domainErrorOf(fixture.client.cohort.move({ code, start, reason }))
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
    const far = await createSampleCohort(fixture, { number: 6 })
    expect(await domainErrorOf(fixture.client.cohort.move({ code: far, start: '2028-02-07', reason }))).toEqual({
      code: 'no_holiday_table',
      years: [2028],
    })
    expect(
      await inputProblems(fixture.client.cohort.move({ code: far, start: '2025-02-03', reason: 'hujan' })),
    ).toEqual(['Tulis paling sedikit 10 huruf.'])
  })

  test('is not blocked by a person who left and is in another class now', async () => {
    const traineeIds = await addTrainees(fixture, 2)
    const code = await createSampleCohort(fixture, { traineeIds })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    await fixture.client.cohort.leave({ enrolmentId, afterDay: 0, kind: 'withdrawn', reason })
    await createSampleCohort(fixture, { number: 2, start: '2025-02-03', traineeIds: traineeIds.slice(0, 1) })
    await fixture.client.cohort.move({ code, start: '2025-02-03', reason })
    expect((await dates(code))[0]).toBe('2025-02-03')
  })
})

describe('cancelling', () => {
  test('frees room and people, keeps the number, and shows the reason', async () => {
    const roomId = await roomNamed(fixture, 'R. Rias 1')
    const rina = await addInstructor(fixture, 'Rina', {})
    const traineeIds = await addTrainees(fixture, 2)
    const busy = { roomId, instructorId: rina, traineeIds }
    const code = await createSampleCohort(fixture, busy)
    await fixture.client.cohort.cancel({ code, reason })
    expect(await fixture.client.cohort.get({ code })).toMatchObject({ status: 'cancelled', cancelReason: reason })
    await rejectedAs(fixture.client.cohort.create(await sampleCohortDraft(fixture, busy)), 'cohort_number_taken')
    expect(await createSampleCohort(fixture, { ...busy, number: 2 })).toBe('TR-2024-02')
    const credentials = (await fixture.client.instructor.get({ id: rina })).credentials
    expect(credentials).toHaveLength(1)
  })

  test('stops all further acts on the class', async () => {
    const traineeIds = await addTrainees(fixture, 2)
    const code = await createSampleCohort(fixture, { traineeIds: traineeIds.slice(0, 1) })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const { roomId: _, ...draft } = await sampleCohortDraft(fixture)
    await fixture.client.cohort.cancel({ code, reason })
    const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource } = draft
    const facts = { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
    fixture.setToday('2024-12-17')
    const mark = { enrolmentId, n: 1, mark: 'H' as const, arrivedAt: null, note: '' }
    for (const action of [
      () => fixture.client.cohort.cancel({ code, reason }),
      () => fixture.client.cohort.move({ code, start: '2025-02-03', reason }),
      () => fixture.client.cohort.update({ code, facts: { ...facts, roomId: null } }),
      () => fixture.client.timetable.updateDays({ code, days: [{ n: 1, hours: 8, topic: '', instructorIds: [] }] }),
      () => fixture.client.cohort.enrol({ code, traineeIds: traineeIds.slice(1) }),
      () => fixture.client.cohort.unenrol({ enrolmentId }),
      () => fixture.client.cohort.leave({ enrolmentId, afterDay: 0, kind: 'withdrawn', reason }),
      () => fixture.client.cohort.rejoin({ enrolmentId, reason }),
      () => fixture.client.attendance.mark({ code, marks: [mark], reason: null }),
      () => fixture.client.attendance.fillDay({ code, n: 1, exceptions: [] }),
      () => fixture.client.score.save({ code, entries: [{ enrolmentId, theory: 8000 }] }),
      () => fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel }),
    ]) {
      expect(await domainErrorOf(action())).toEqual({ code: 'cohort_cancelled', cohort: 'Tata Rias I' })
    }
  })
})

describe('a held day', () => {
  test('is not held just because its date has passed', async () => {
    const code = await createSampleCohort(fixture)
    fixture.setToday('2025-01-20')
    const cohort = await fixture.client.cohort.get({ code })
    expect(cohort.status).toBe('planned')
    expect(cohort.days.some(day => day.held)).toBe(false)
    await fixture.client.cohort.move({ code, start: '2025-02-03', reason })
  })

  test('is held with one mark, and not any more without it', async () => {
    const code = await createSampleCohort(fixture, { traineeIds: await addTrainees(fixture, 2) })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    fixture.setToday('2024-12-16')
    const mark = { enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: '' }
    await fixture.client.attendance.mark({ code, marks: [mark], reason: null })
    const domainError = { code: 'cohort_has_held_days', cohort: 'Tata Rias I', days: 1 }
    expect(await domainErrorOf(fixture.client.cohort.move({ code, start: '2025-02-03', reason }))).toEqual(domainError)
    expect(await domainErrorOf(fixture.client.cohort.cancel({ code, reason }))).toEqual(domainError)
    await fixture.client.attendance.mark({ code, marks: [{ ...mark, mark: null }], reason: null })
    await fixture.client.cohort.cancel({ code, reason })
  })

  test('is held once closed, and its hours and instructors are fixed', async () => {
    const rina = await addInstructor(fixture, 'Rina', {})
    const code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 2) })
    await holdDays(fixture, code, { until: 2 })
    const plan = { n: 2, hours: 8, topic: 'Judul lain', instructorIds: [rina] }
    const update = (day: typeof plan) => fixture.client.timetable.updateDays({ code, days: [day] })
    await update(plan)
    expect(await domainErrorOf(update({ ...plan, hours: 7 }))).toEqual({ code: 'day_held', n: 2 })
    expect(await domainErrorOf(update({ ...plan, instructorIds: [] }))).toEqual({ code: 'day_held', n: 2 })
    await update({ ...plan, n: 3, hours: 7, instructorIds: [] })
    expect((await fixture.client.cohort.get({ code })).days[1]?.topic).toBe('Judul lain')
  })
})

test('a decided class takes no more people', async () => {
  const rina = await addInstructor(fixture, 'Rina', {})
  const [first, second] = await addTrainees(fixture, 2)
  if (!first || !second) throw new Error('nobody was added')
  const code = await decidedCohort(fixture, { instructorId: rina, traineeIds: [first] }, { heldOn: '2025-01-09' })
  await rejectedAs(fixture.client.cohort.enrol({ code, traineeIds: [second] }), 'panel_decided')
})
