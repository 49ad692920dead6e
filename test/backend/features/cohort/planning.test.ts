import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  programOf,
  roomNamed,
  sampleCohortDraft,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let rina: InstructorId
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina', { validUntil: '2025-01-10' })
})
afterEach(() => fixture.remove())

test('a start on a day off is refused with the next working day, at planning and at saving', async () => {
  const draft = await sampleCohortDraft(fixture, { start: '2024-12-25' })
  const domainError = {
    code: 'start_on_day_off',
    date: '2024-12-25',
    reason: expect.stringContaining('Natal'),
    next: '2024-12-27',
  }
  const { programId, start, week, jointLeave, hours, startTime, endTime } = draft
  const plan = { programId, start, week, jointLeave, hours, startTime, endTime }
  expect(await domainErrorOf(fixture.client.cohort.plan(plan))).toEqual(domainError)
  expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual(domainError)
})

test('a year without a holiday table can be planned by weekends, and not saved', async () => {
  const draft = await sampleCohortDraft(fixture, { start: '2028-03-06' })
  const { programId, start, week, jointLeave, hours, startTime, endTime } = draft
  const plan = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
  expect(plan.warnings).toEqual(['no_holiday_table'])
  expect(plan.skipped.every(day => day.kind === 'weekend')).toBe(true)
  expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({ code: 'no_holiday_table', years: [2028] })
  await fixture.client.calendar.saveYear({ year: 2028, source: 'SKB 2028' })
  expect(await fixture.client.cohort.create(draft)).toEqual({ code: 'TR-2028-01' })
})

test('a class that only ends in a year without a table is not saved either', async () => {
  const draft = await sampleCohortDraft(fixture, { start: '2027-12-20' })
  expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({ code: 'no_holiday_table', years: [2028] })
})

test('the working week and joint leave are chosen per class', async () => {
  const six = await fixture.client.cohort.get({ code: await createSampleCohort(fixture, { week: 6 }) })
  expect(six.end).toBe('2025-01-04')
  const working = await fixture.client.cohort.get({
    code: await createSampleCohort(fixture, { jointLeave: 'work', number: 2 }),
  })
  expect(working.end).toBe('2025-01-07')
  expect(working.days.map(day => day.date)).toContain('2024-12-26')
})

test('a number is used once within trade and year, also where its class was cancelled', async () => {
  const code = await createSampleCohort(fixture)
  const again = await sampleCohortDraft(fixture, { start: '2024-12-17' })
  expect(await domainErrorOf(fixture.client.cohort.create(again))).toEqual({
    code: 'cohort_number_taken',
    number: 1,
    year: 2024,
  })
  await fixture.client.cohort.cancel({ code, reason: 'Peserta kurang dari sepuluh orang' })
  await rejectedAs(fixture.client.cohort.create(again), 'cohort_number_taken')
  const { programId, start, week, jointLeave, hours, startTime, endTime } = again
  const plan = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
  expect(plan.number).toBe(2)
  expect(await createSampleCohort(fixture, { programId: await programOf(fixture, 'TB') })).toBe('TB-2024-01')
  expect(await createSampleCohort(fixture, { start: '2025-02-03' })).toBe('TR-2025-01')
})

test('a programme without units cannot be taught', async () => {
  const programId = await programOf(fixture, 'TR')
  const { id: _, ...program } = await fixture.client.program.get({ id: programId })
  await fixture.client.program.save({ id: programId, program: { ...program, units: [] } })
  expect(await domainErrorOf(fixture.client.cohort.create(await sampleCohortDraft(fixture)))).toEqual({
    code: 'program_without_units',
    title: program.title,
  })
})

test('a class keeps the units and rules of the day it was planned', async () => {
  const code = await createSampleCohort(fixture)
  const before = await fixture.client.cohort.get({ code })
  const programId = await programOf(fixture, 'TR')
  const { id: _, ...program } = await fixture.client.program.get({ id: programId })
  await fixture.client.program.save({ id: programId, program: { ...program, units: program.units.slice(0, 1) } })
  const { rules } = await fixture.client.centre.get({})
  await fixture.client.centre.updateRules({ ...rules, passMark: 8000, theoryWeight: 50, practiceWeight: 50 })
  const after = await fixture.client.cohort.get({ code })
  expect(after.units).toEqual(before.units)
  expect(after.rules).toEqual(before.rules)
  expect(after.rules).toMatchObject({ minimumAttendance: 80, theoryWeight: 30, practiceWeight: 70, passMark: 7000 })
})

test('times that end before they start are refused', async () => {
  const draft = await sampleCohortDraft(fixture, { startTime: '13:00', endTime: '12:00' })
  expect(await inputProblems(fixture.client.cohort.create(draft))).toEqual(['Selesai sesudah mulai.'])
})

describe('a permitted instructor', () => {
  test('may have a credential that ends on day 15; with a day less the first uncovered day is named', async () => {
    const exact = await addInstructor(fixture, 'Sari', { validUntil: '2025-01-08' })
    const short = await addInstructor(fixture, 'Tuti', { validUntil: '2025-01-07' })
    expect(await createSampleCohort(fixture, { instructorId: exact })).toBe('TR-2024-01')
    const draft = await sampleCohortDraft(fixture, { instructorId: short, number: 2 })
    expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({
      code: 'instructor_not_permitted',
      name: 'Tuti',
      n: 15,
      date: '2025-01-08',
      why: expect.stringMatching(/^sertifikat BNSP teknis berakhir 7\s/u),
    })
  })

  test.each([
    ['none at all', []],
    ['one of another trade', [{ trades: ['TB' as const] }]],
    ['one of another kind', [{ kind: 'METODOLOGI' as const }]],
    ['one that begins later', [{ issued: '2024-12-17' as const }]],
  ])('is not somebody with %s', async (_, credentials) => {
    const instructorId = await addInstructor(fixture, 'Sari', ...credentials)
    const draft = await sampleCohortDraft(fixture, { instructorId })
    expect(await domainErrorOf(fixture.client.cohort.create(draft))).toMatchObject({
      code: 'instructor_not_permitted',
      name: 'Sari',
      n: 1,
    })
  })

  test('needs both kinds where the setting asks for both', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, requiredCredentialKinds: ['TEKNIS', 'METODOLOGI'] })
    await rejectedAs(
      fixture.client.cohort.create(await sampleCohortDraft(fixture, { instructorId: rina })),
      'instructor_not_permitted',
    )
    const both = await addInstructor(fixture, 'Sari', {}, { kind: 'METODOLOGI', trades: [], number: '7' })
    expect(await createSampleCohort(fixture, { instructorId: both })).toBe('TR-2024-01')
  })

  test('is listed in the planner with the reason for each day without permission', async () => {
    await addInstructor(fixture, 'Sari', { validUntil: '2025-01-06' })
    await addInstructor(fixture, 'Tuti')
    const { programId, start, week, jointLeave, hours, startTime, endTime } = await sampleCohortDraft(fixture)
    const { instructors } = await fixture.client.cohort.plan({
      programId,
      start,
      week,
      jointLeave,
      hours,
      startTime,
      endTime,
    })
    expect(instructors.map(lane => [lane.name, lane.problems.map(problem => problem.n)])).toEqual([
      ['Rina', []],
      ['Sari', [14, 15]],
      ['Tuti', Array.from({ length: 15 }, (_, index) => index + 1)],
    ])
  })
})

describe('nobody and nothing is in two places', () => {
  test('an instructor', async () => {
    await createSampleCohort(fixture, { instructorId: rina })
    const draft = await sampleCohortDraft(fixture, {
      instructorId: rina,
      number: 2,
      start: '2024-12-12',
      startTime: '15:00',
      endTime: '17:00',
    })
    expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({
      code: 'instructor_busy',
      name: 'Rina',
      n: 3,
      date: '2024-12-16',
      cohort: 'Tata Rias I',
    })
    // On Fridays the prayer break moves the end to 16.00.
    const afternoon = { instructorId: rina, number: 2, hours: 2, endTime: '18:00' }
    const tooEarly = await sampleCohortDraft(fixture, { ...afternoon, startTime: '15:15' })
    expect(await domainErrorOf(fixture.client.cohort.create(tooEarly))).toMatchObject({
      code: 'instructor_busy',
      n: 5,
      date: '2024-12-20',
    })
    expect(await createSampleCohort(fixture, { ...afternoon, startTime: '16:00' })).toBe('TR-2024-02')
  })

  test('a room', async () => {
    const roomId = await roomNamed(fixture, 'R. Rias 1')
    await createSampleCohort(fixture, { roomId })
    const draft = await sampleCohortDraft(fixture, { roomId, number: 2, start: '2025-01-08' })
    expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({
      code: 'room_busy',
      name: 'R. Rias 1',
      n: 1,
      date: '2025-01-08',
      cohort: 'Tata Rias I',
    })
    const { programId, start, week, jointLeave, hours, startTime, endTime } = draft
    const { rooms } = await fixture.client.cohort.plan({
      programId,
      start,
      week,
      jointLeave,
      hours,
      startTime,
      endTime,
    })
    expect(rooms.at(-1)).toMatchObject({
      name: 'R. Rias 1',
      problems: [{ n: 1, date: '2025-01-08', reason: 'dipakai Tata Rias I' }],
    })
    expect(await createSampleCohort(fixture, { roomId, number: 2, start: '2025-01-09' })).toBe('TR-2025-02')
  })

  test('a trainee, on the days and at the hours of a class', async () => {
    const traineeIds = await addTrainees(fixture, 2)
    await createSampleCohort(fixture, { traineeIds })
    const draft = await sampleCohortDraft(fixture, { traineeIds, number: 2, start: '2025-01-08' })
    expect(await domainErrorOf(fixture.client.cohort.create(draft))).toEqual({
      code: 'trainee_busy',
      name: 'Ani Suryani',
      cohort: 'Tata Rias I',
      until: '2025-01-08',
      n: 1,
      date: '2025-01-08',
    })
    // A morning class and an evening class do not collide, nor do classes on different weekdays.
    const repeatReason = 'Mengulang karena pindah kejuruan'
    const evenings = { traineeIds, number: 3, hours: 2, startTime: '16:00', endTime: '18:00', repeatReason }
    expect(await createSampleCohort(fixture, evenings)).toBe('TR-2024-03')
    const evening = await sampleCohortDraft(fixture, {
      traineeIds,
      number: 4,
      hours: 2,
      startTime: '17:59',
      endTime: '20:00',
    })
    expect(await domainErrorOf(fixture.client.cohort.create(evening))).toMatchObject({
      code: 'trainee_busy',
      cohort: 'Tata Rias III',
      n: 1,
      date: '2024-12-16',
    })
    expect(await createSampleCohort(fixture, { traineeIds, number: 2, start: '2025-01-09' })).toBe('TR-2025-02')
  })
})

test('a refused class leaves nothing behind', async () => {
  const before = fixture.audit().length
  const traineeIds = await addTrainees(fixture, 1)
  await createSampleCohort(fixture, { traineeIds })
  await rejectedAs(
    fixture.client.cohort.create(await sampleCohortDraft(fixture, { traineeIds, number: 2 })),
    'trainee_busy',
  )
  expect((await fixture.client.cohort.list({})).map(row => row.code)).toEqual(['TR-2024-01'])
  expect(
    fixture
      .audit()
      .slice(before)
      .map(row => row.operation),
  ).toEqual(['trainee.importRows', 'cohort.create'])
})

describe('facts of a class', () => {
  const decree = {
    decreeIssuer: 'Kepala Dinas',
    decreeNumber: '800.2/153/2024',
    decreeDate: '2024-12-09' as const,
    decreeSubject: 'Penetapan Peserta',
    activity: 'Pelatihan',
    fundingSource: 'APBD',
  }

  test('are kept as written and are in the audit with their earlier values', async () => {
    const code = await createSampleCohort(fixture)
    const roomId = await roomNamed(fixture, 'Dapur 2')
    await fixture.client.cohort.update({ code, facts: { ...decree, startTime: '09:00', endTime: '16:00', roomId } })
    expect(await fixture.client.cohort.get({ code })).toMatchObject({ ...decree, startTime: '09:00', room: 'Dapur 2' })
    const row = fixture.audit().at(-1)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({ startTime: '08:00', decreeNumber: '', roomId: null })
    expect(Object.keys(JSON.parse(row?.before ?? '')).sort()).toEqual(Object.keys(JSON.parse(row?.after ?? '')).sort())
  })

  test('new times are refused where room or instructor are busy', async () => {
    const roomId = await roomNamed(fixture, 'Dapur 2')
    await createSampleCohort(fixture, { hours: 4, startTime: '13:00', endTime: '16:00', roomId, instructorId: rina })
    const morning = { ...decree, startTime: '08:00', endTime: '12:00', roomId: null }
    const code = await createSampleCohort(fixture, {
      number: 2,
      hours: 4,
      startTime: '08:00',
      endTime: '12:00',
      instructorId: rina,
    })
    await rejectedAs(fixture.client.cohort.update({ code, facts: { ...morning, endTime: '13:30' } }), 'instructor_busy')
    await rejectedAs(
      fixture.client.cohort.update({ code, facts: { ...morning, endTime: '13:30', roomId } }),
      'room_busy',
    )
    await fixture.client.cohort.update({ code, facts: { ...morning, roomId } })
  })
})

describe('days of a class', () => {
  test('can have other hours, topics and instructors, each checked for its day', async () => {
    const code = await createSampleCohort(fixture, { instructorId: rina })
    const sari = await addInstructor(fixture, 'Sari', { issued: '2024-12-18' })
    const plan = { hours: 6, topic: 'Rias pengantin' }
    expect(
      await domainErrorOf(
        fixture.client.timetable.updateDays({ code, days: [{ n: 2, ...plan, instructorIds: [sari] }] }),
      ),
    ).toMatchObject({ code: 'instructor_not_permitted', name: 'Sari', n: 2, date: '2024-12-17' })
    await fixture.client.timetable.updateDays({ code, days: [{ n: 3, ...plan, instructorIds: [sari, rina] }] })
    const cohort = await fixture.client.cohort.get({ code })
    expect(cohort.days[2]).toMatchObject({ ...plan, instructors: [{ name: 'Sari' }, { name: 'Rina' }] })
    expect(cohort.totalHours).toBe(118)
    await fixture.client.timetable.updateDays({ code, days: [{ n: 3, ...plan, instructorIds: [rina, sari] }] })
    expect((await fixture.client.cohort.get({ code })).days[2]?.instructors.map(row => row.name)).toEqual([
      'Rina',
      'Sari',
    ])
  })

  test('an instructor or a day listed twice is refused', async () => {
    const code = await createSampleCohort(fixture)
    const day = { n: 1, hours: 8, topic: '', instructorIds: [] }
    expect(
      await inputProblems(
        fixture.client.timetable.updateDays({ code, days: [{ ...day, instructorIds: [rina, rina] }] }),
      ),
    ).toEqual(['Pengajar yang sama ditulis dua kali.'])
    expect(await inputProblems(fixture.client.timetable.updateDays({ code, days: [day, day] }))).toEqual([
      'Hari yang sama ditulis dua kali.',
    ])
    expect(await domainErrorOf(fixture.client.timetable.updateDays({ code, days: [{ ...day, n: 16 }] }))).toEqual({
      code: 'not_found',
      entity: 'day',
    })
  })
})

test('two instructors can share a class that neither may teach completely, each on their own days', async () => {
  // The class of fifteen days ends on 8 January: Sari may begin on day 11, Tuti must end on day 10.
  const tuti = await addInstructor(fixture, 'Tuti', { validUntil: '2024-12-31' })
  const sari = await addInstructor(fixture, 'Sari', { issued: '2025-01-02', validUntil: '2028-01-02' })
  const last = [11, 12, 13, 14, 15]
  const shared = { instructorId: tuti, second: { instructorId: sari, days: last } }
  await rejectedAs(createSampleCohort(fixture, { instructorId: tuti }), 'instructor_not_permitted')
  await rejectedAs(
    createSampleCohort(fixture, { ...shared, second: { instructorId: sari, days: [10, ...last] } }),
    'instructor_not_permitted',
  )
  expect(
    await inputProblems(createSampleCohort(fixture, { ...shared, second: { instructorId: tuti, days: last } })),
  ).toEqual(['Pilih dua instruktur yang berbeda.'])
  const code = await createSampleCohort(fixture, shared)
  const { days } = await fixture.client.cohort.get({ code })
  expect(days.map(day => day.instructors.map(one => one.name).join())).toEqual([
    ...Array.from({ length: 10 }, () => 'Tuti'),
    ...Array.from({ length: 5 }, () => 'Sari'),
  ])
})

test('rooms of the trade come first, rooms for other trades last and with a warning', async () => {
  const { programId, start, week, jointLeave, hours, startTime, endTime } = await sampleCohortDraft(fixture)
  const { rooms } = await fixture.client.cohort.plan({ programId, start, week, jointLeave, hours, startTime, endTime })
  expect(rooms[0]?.name).toBe('R. Rias 1')
  expect(rooms[0]?.notice).toBeNull()
  expect(rooms.at(-1)?.notice).toMatch(/^untuk /)
})
