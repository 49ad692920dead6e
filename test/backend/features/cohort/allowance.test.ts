import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstructorId } from '../../../../shared/ids.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  holdDays,
  sampleCohortDraft,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

// An official may permit an instructor to teach without a valid credential: by name, with a reason, for named days.

let fixture: Fixture
let sari: InstructorId
let code: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  // Days 1 to 13 are covered; 14 and 15 are 7 and 8 January.
  sari = await addInstructor(fixture, 'Sari', { validUntil: '2025-01-06' })
  code = await createSampleCohort(fixture)
})
afterEach(() => fixture.remove())

const word = { official: 'Drs. H. Ahmad Fauzi Rahman, M.Si.', reason: 'Perpanjangan sedang diproses LSP' }
const allow = (...days: number[]) => fixture.client.cohort.allowTeaching({ code, instructorId: sari, days, ...word })
const withdraw = (...days: number[]) =>
  fixture.client.cohort.withdrawOverride({
    code,
    instructorId: sari,
    days,
    reason: 'Sertifikat baru belum juga terbit',
  })
const teach = (n: number) =>
  fixture.client.timetable.updateDays({ code, days: [{ n, hours: 8, topic: '', instructorIds: [sari] }] })
const dayOf = async (n: number) => (await fixture.client.cohort.get({ code })).days.find(day => day.n === n)

test('the permission covers the named days only, and is shown with them', async () => {
  await rejectedAs(teach(14), 'instructor_not_permitted')
  await allow(14)
  await teach(14)
  expect(await domainErrorOf(teach(15))).toMatchObject({ code: 'instructor_not_permitted', n: 15 })
  expect((await dayOf(14))?.overrides).toEqual([{ instructorId: sari, name: 'Sari', ...word }])
  expect((await dayOf(15))?.overrides).toEqual([])
})

test('only days that need a permission get one, each with a row in the audit', async () => {
  const before = fixture.audit().length
  await allow(12, 13, 14, 15)
  const rows = fixture.audit().slice(before)
  expect(rows.map(row => [row.operation, row.entity, row.entity_id])).toEqual([
    ['cohort.allowTeaching', 'credential_override', `${code} 14`],
    ['cohort.allowTeaching', 'credential_override', `${code} 15`],
  ])
  expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({ name: 'Sari', date: '2025-01-07', ...word })
  expect(await domainErrorOf(allow(13, 14))).toEqual({ code: 'override_not_needed', name: 'Sari' })
})

test('a reason of fewer than ten letters and an official without name are refused', async () => {
  const { cohort } = fixture.client
  const input = { code, instructorId: sari, days: [14], ...word }
  expect(await inputProblems(cohort.allowTeaching({ ...input, reason: 'mendesak' }))).toEqual([
    'Tulis paling sedikit 10 huruf.',
  ])
  expect(await inputProblems(cohort.allowTeaching({ ...input, official: '  ' }))).toEqual(['Wajib diisi.'])
  expect(await inputProblems(cohort.allowTeaching({ ...input, days: [14, 14] }))).toEqual([
    'Hari yang sama ditulis dua kali.',
  ])
})

test('it moves with its day when the class moves, and covers no other day', async () => {
  await allow(15)
  await teach(15)
  await teach(1)
  await fixture.client.cohort.move({ code, start: '2024-12-17', reason: 'Ruang belum siap dipakai' })
  const moved = await dayOf(15)
  expect(moved).toMatchObject({ date: '2025-01-09', overrides: [word] })
  expect(moved?.instructors.map(teacher => teacher.name)).toEqual(['Sari'])
  await rejectedAs(teach(14), 'instructor_not_permitted')
})

test('moving a day without permission past the end is still refused', async () => {
  await allow(15)
  await teach(15)
  await teach(13)
  const move = fixture.client.cohort.move({ code, start: '2024-12-17', reason: 'Ruang belum siap dipakai' })
  expect(await domainErrorOf(move)).toMatchObject({ code: 'instructor_not_permitted', n: 13, date: '2025-01-07' })
})

describe('withdrawing it', () => {
  test('removes the instructor from the day, with a row in the audit', async () => {
    await allow(14, 15)
    await teach(14)
    await withdraw(14)
    expect(await dayOf(14)).toMatchObject({ instructors: [], overrides: [] })
    expect((await dayOf(15))?.overrides).toHaveLength(1)
    const row = fixture.audit().at(-1)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({ ...word, teaches: true })
    expect(JSON.parse(row?.after ?? '')).toEqual({
      withdrawn: true,
      reason: 'Sertifikat baru belum juga terbit',
      teaches: false,
    })
    expect(await domainErrorOf(withdraw(14))).toEqual({ code: 'not_found', entity: 'day' })
  })

  test('keeps an instructor who has a valid credential by then', async () => {
    await allow(14)
    await teach(14)
    const [credential] = (await fixture.client.instructor.get({ id: sari })).credentials
    if (!credential) throw new Error('no credential')
    const { id, scan: _, verified: __, ...draft } = credential
    await fixture.client.instructor.saveCredential({
      instructorId: sari,
      id,
      credential: { ...draft, validUntil: '2026-01-06' },
    })
    await withdraw(14)
    expect((await dayOf(14))?.instructors.map(teacher => teacher.name)).toEqual(['Sari'])
  })

  test('is refused for a day held under it', async () => {
    await fixture.client.cohort.enrol({ code, traineeIds: await addTrainees(fixture, 1) })
    for (let n = 1; n <= 13; n += 1) await teach(n)
    await allow(14, 15)
    await teach(14)
    await holdDays(fixture, code, { until: 14 })
    expect(await domainErrorOf(withdraw(14))).toEqual({ code: 'day_held', n: 14 })
    expect(await domainErrorOf(allow(14))).toEqual({ code: 'day_held', n: 14 })
    await withdraw(15)
  })
})

test('a class can be created with the permission for the days that need it', async () => {
  const draft = await sampleCohortDraft(fixture, { instructorId: sari, number: 2 })
  await rejectedAs(fixture.client.cohort.create(draft), 'instructor_not_permitted')
  const { code: made } = await fixture.client.cohort.create({ ...draft, override: word })
  const { days } = await fixture.client.cohort.get({ code: made })
  expect(days.every(day => day.instructors[0]?.id === sari)).toBe(true)
  expect(days.filter(day => day.overrides.length > 0).map(day => day.n)).toEqual([14, 15])
})

test('no permission allows a double booking', async () => {
  const both = await createSampleCohort(fixture, { instructorId: await addInstructor(fixture, 'Rina', {}), number: 2 })
  await fixture.client.timetable.updateDays({
    code: both,
    days: [{ n: 1, hours: 8, topic: '', instructorIds: [sari] }],
  })
  await allow(14)
  expect(await domainErrorOf(teach(1))).toMatchObject({ code: 'instructor_busy', cohort: 'Tata Rias II' })
})
