import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  enterScores,
  holdDays,
  issueAll,
  panel,
  programOf,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 3) })
})
afterEach(() => fixture.remove())

const decide = (changes: Partial<Parameters<typeof fixture.client.graduation.decide>[0]> = {}) =>
  fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel, ...changes })
const missing = async () => (await fixture.client.graduation.get({ code })).missing.map(step => step.words)

describe('scores', () => {
  test('changes only the named values, also when a person is in one request twice', async () => {
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const { units } = await fixture.client.score.grid({ code })
    const [first, second] = units
    if (!first || !second) throw new Error('two units are needed')
    await fixture.client.score.save({
      code,
      entries: [
        { enrolmentId, theory: 8000, units: [{ unitId: first.id, result: 'K' }] },
        {
          enrolmentId,
          practice: 9000,
          units: [
            { unitId: first.id, score: 8550 },
            { unitId: second.id, result: 'BK' },
          ],
        },
      ],
    })
    const row = async () => (await fixture.client.score.grid({ code })).rows[0]
    expect(await row()).toMatchObject({ theory: 8000, practice: 9000, final: 8700 })
    expect((await row())?.units.slice(0, 2)).toEqual([
      { unitId: first.id, result: 'K', score: 8550 },
      { unitId: second.id, result: 'BK', score: null },
    ])
    await fixture.client.score.save({
      code,
      entries: [{ enrolmentId, theory: null, units: [{ unitId: first.id, result: null, score: null }] }],
    })
    expect(await row()).toMatchObject({ theory: null, practice: 9000, final: null })
    expect((await row())?.units[0]).toEqual({ unitId: first.id, result: null, score: null })
    const audited = fixture.audit().at(-1)
    expect(JSON.parse(audited?.before ?? '')).toMatchObject({ theory: 8000, practice: 9000 })
    expect(JSON.parse(audited?.after ?? '')).toMatchObject({ theory: null, practice: 9000 })
  })

  test('are between 0 and 100, for people and units of the class', async () => {
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const other = await createSampleCohort(fixture, { number: 2, traineeIds: await addTrainees(fixture, 1, 10) })
    const stranger = await enrolled(fixture, other, 1)
    const [unit] = (await fixture.client.score.grid({ code: other })).units
    if (!unit) throw new Error('no unit')
    const save = (entry: Parameters<typeof fixture.client.score.save>[0]['entries'][number]) =>
      fixture.client.score.save({ code, entries: [entry] })
    expect(await inputProblems(save({ enrolmentId, theory: 10_001 }))).toEqual(['Paling besar 10000.'])
    expect(await inputProblems(save({ enrolmentId, theory: 80.5 }))).toEqual(['Tulis angka bulat.'])
    expect(await domainErrorOf(save({ enrolmentId: stranger.enrolmentId, theory: 80 }))).toMatchObject({
      entity: 'enrolment',
    })
    expect(await domainErrorOf(save({ enrolmentId, units: [{ unitId: unit.id, result: 'K' }] }))).toMatchObject({
      entity: 'unit',
    })
  })
})

describe('before the panel', () => {
  test('missing data is named: days, then people', async () => {
    await holdDays(fixture, code, { until: 2 })
    fixture.setToday('2024-12-18')
    await fixture.client.attendance.fillDay({ code, n: 3, exceptions: [] })
    expect((await missing()).slice(0, 3)).toEqual([
      '12 hari (ke-4 s.d. 15) belum diisi',
      'hari ke-3 belum ditutup',
      'nilai teori, nilai praktik, unit Ani Suryani kosong',
    ])
    expect((await rejectedAs(decide(), 'panel_missing')).words).toEqual(await missing())
  })

  test('a mark deleted on a closed day is missing again', async () => {
    await holdDays(fixture, code, { until: 15 })
    fixture.setToday('2025-01-09')
    await enterScores(fixture, code)
    expect(await missing()).toEqual([])
    const { enrolmentId } = await enrolled(fixture, code, 2)
    const entry = { enrolmentId, n: 7, mark: null, arrivedAt: null, note: '' }
    await fixture.client.attendance.mark({ code, marks: [entry], reason: 'Salah orang, ditanyakan dulu' })
    expect(await missing()).toEqual(['hari ke-7 belum diisi'])
    await rejectedAs(decide(), 'panel_missing')
  })

  test('a unit without a result is missing, compulsory or not', async () => {
    const programId = await programOf(fixture, 'TR')
    const { id: _, ...program } = await fixture.client.program.get({ id: programId })
    const units = program.units.map((unit, index) => ({ ...unit, compulsory: index > 0 }))
    await fixture.client.program.save({ id: programId, program: { ...program, units } })
    const [teacher] = (await fixture.client.cohort.get({ code })).days[0]?.instructors ?? []
    code = await createSampleCohort(fixture, {
      number: 2,
      start: '2025-02-03',
      instructorId: teacher?.id ?? null,
      traineeIds: await addTrainees(fixture, 1, 12),
    })
    await holdDays(fixture, code, { until: 15 })
    await enterScores(fixture, code)
    const grid = await fixture.client.score.grid({ code })
    const [unit] = grid.units
    const [row] = grid.rows
    if (!unit || !row) throw new Error('the class is not complete')
    expect(unit.compulsory).toBe(false)
    expect(await missing()).toEqual([])
    const entry = { enrolmentId: row.enrolmentId, units: [{ unitId: unit.id, result: null }] }
    await fixture.client.score.save({ code, entries: [entry] })
    expect(await missing()).toEqual([`unit ${row.name} kosong`])
    await rejectedAs(decide({ heldOn: '2025-03-01' }), 'panel_missing')
    await fixture.client.score.save({ code, entries: [{ ...entry, units: [{ unitId: unit.id, result: 'BK' }] }] })
    fixture.setToday('2025-03-01')
    expect(await decide({ heldOn: '2025-03-01' })).toEqual({ passed: 1, failed: 0, withdrawn: 0 })
  })

  test('a class without people has nothing to decide', async () => {
    const empty = await createSampleCohort(fixture, { number: 2 })
    expect((await rejectedAs(decide({ code: empty }), 'panel_missing')).words).toContain('kelas belum punya peserta')
  })
})

describe('the panel', () => {
  beforeEach(async () => {
    await holdDays(fixture, code, { until: 15, absences: { 3: { 1: 'A', 2: 'A', 3: 'A', 4: 'S' } } })
    fixture.setToday('2025-01-09')
    await enterScores(fixture, code, { 2: { theory: 5000, practice: 5000 } })
  })

  test('has not decided before it met', async () => {
    expect(await domainErrorOf(decide({ heldOn: '2025-01-10' }))).toEqual({
      code: 'panel_in_future',
      date: '2025-01-10',
    })
  })

  test('meets after the last day', async () => {
    expect(await domainErrorOf(decide({ heldOn: '2025-01-07' }))).toEqual({
      code: 'panel_before_end',
      date: '2025-01-07',
      end: '2025-01-08',
    })
    expect(await decide({ heldOn: '2025-01-08' })).toEqual({ passed: 1, failed: 2, withdrawn: 0 })
  })

  test('may differ from the proposal with a reason, which is kept with the proposal', async () => {
    const { enrolmentId } = await enrolled(fixture, code, 3)
    const reason = 'Sakit dengan surat dokter, praktik sangat baik'
    const override = { enrolmentId, decision: 'passed' as const, reason: 'kasihan' }
    expect(await inputProblems(decide({ overrides: [override] }))).toEqual(['Tulis paling sedikit 10 huruf.'])
    expect(await decide({ overrides: [{ ...override, reason }] })).toEqual({ passed: 2, failed: 1, withdrawn: 0 })
    const { rows } = await fixture.client.graduation.get({ code })
    expect(rows[2]).toMatchObject({ proposal: 'failed', decision: 'passed', overrideReason: reason })
    expect(rows[2]?.reasons).toMatchObject([{ rule: 'attendance', present: 11 }])
    expect(JSON.parse(fixture.audit().at(-1)?.after ?? '').decisions).toContainEqual({
      enrolmentId,
      proposal: 'failed',
      decision: 'passed',
      reason,
    })
  })

  test('cannot decide about a person who is not in the class', async () => {
    const other = await createSampleCohort(fixture, {
      number: 2,
      start: '2025-02-03',
      traineeIds: await addTrainees(fixture, 1, 9),
    })
    const { enrolmentId } = await enrolled(fixture, other, 1)
    const overrides = [{ enrolmentId, decision: 'passed' as const, reason: 'Bukan orang kelas ini' }]
    expect(await domainErrorOf(decide({ overrides }))).toEqual({ code: 'not_found', entity: 'enrolment' })
    expect((await fixture.client.graduation.get({ code })).panel).toBeNull()
  })

  test('decides once; then attendance and scores are fixed', async () => {
    await decide()
    expect(await domainErrorOf(decide())).toEqual({ code: 'panel_decided' })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const reason = 'Ada yang keliru dicatat'
    const marks = [{ enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: '' }]
    for (const action of [
      () => fixture.client.score.save({ code, entries: [{ enrolmentId, theory: 9000 }] }),
      () => fixture.client.attendance.mark({ code, marks, reason }),
      () => fixture.client.attendance.reopenDay({ code, n: 1, reason }),
      () => fixture.client.cohort.leave({ enrolmentId, afterDay: 15, kind: 'withdrawn', reason }),
      () => fixture.client.cohort.unenrol({ enrolmentId }),
    ]) {
      expect(await domainErrorOf(action())).toEqual({ code: 'panel_decided' })
    }
    expect((await fixture.client.score.grid({ code })).locked).toBe(true)
  })

  test('can be reopened with a reason, which keeps the earlier decisions', async () => {
    const reopen = () => fixture.client.graduation.reopen({ code, reason: 'Nilai praktik salah ketik' })
    expect(await domainErrorOf(reopen())).toEqual({ code: 'panel_not_decided' })
    await decide()
    await reopen()
    const row = fixture.audit().at(-1)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({
      heldOn: '2025-01-09',
      members: panel.members,
      decisions: [{ decision: 'passed' }, { decision: 'failed' }, { decision: 'failed' }],
    })
    expect(JSON.parse(row?.after ?? '')).toEqual({ reopened: 'Nilai praktik salah ketik' })
    await enterScores(fixture, code)
    expect(await decide()).toEqual({ passed: 2, failed: 1, withdrawn: 0 })
  })

  test('is final from the first certificate on', async () => {
    await decide()
    await issueAll(fixture, code, '2025-01-09', 'statement')
    expect(
      await domainErrorOf(fixture.client.graduation.reopen({ code, reason: 'Nilai praktik salah ketik' })),
    ).toEqual({
      code: 'certificates_exist',
      count: 2,
    })
  })

  test('proposes the same after a change of weights, because a class keeps its own', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, minimumAttendance: 50, passMark: 4000 })
    const { rows } = await fixture.client.graduation.get({ code })
    expect(rows.map(row => row.proposal)).toEqual(['passed', 'failed', 'failed'])
  })
})
