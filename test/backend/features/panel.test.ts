import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addInstructor,
  addTrainees,
  createClass,
  enrolled,
  enterScores,
  holdDays,
  issueAll,
  panel,
  programOf,
  setUp,
} from '../class-steps.ts'
import { type House, inputProblems, openHouse, refusalOf, refusedAs } from '../house.ts'

let house: House
let code: string
beforeEach(async () => {
  house = openHouse()
  await setUp(house)
  const instructorId = await addInstructor(house, 'Rina', {})
  code = await createClass(house, { instructorId, traineeIds: await addTrainees(house, 3) })
})
afterEach(() => house.remove())

const decide = (changes: Partial<Parameters<typeof house.client.graduation.decide>[0]> = {}) =>
  house.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel, ...changes })
const missing = async () => (await house.client.graduation.get({ code })).missing.map(step => step.words)

describe('scores', () => {
  test('only what an entry names changes, also where a person comes twice in one request', async () => {
    const { enrolmentId } = await enrolled(house, code, 1)
    const { units } = await house.client.score.grid({ code })
    const [first, second] = units
    if (!first || !second) throw new Error('two units are needed')
    await house.client.score.save({
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
    const row = async () => (await house.client.score.grid({ code })).rows[0]
    expect(await row()).toMatchObject({ theory: 8000, practice: 9000, final: 8700 })
    expect((await row())?.units.slice(0, 2)).toEqual([
      { unitId: first.id, result: 'K', score: 8550 },
      { unitId: second.id, result: 'BK', score: null },
    ])
    await house.client.score.save({
      code,
      entries: [{ enrolmentId, theory: null, units: [{ unitId: first.id, result: null, score: null }] }],
    })
    expect(await row()).toMatchObject({ theory: null, practice: 9000, final: null })
    expect((await row())?.units[0]).toEqual({ unitId: first.id, result: null, score: null })
    const audited = house.audit().at(-1)
    expect(JSON.parse(audited?.before ?? '')).toMatchObject({ theory: 8000, practice: 9000 })
    expect(JSON.parse(audited?.after ?? '')).toMatchObject({ theory: null, practice: 9000 })
  })

  test('lie between 0 and 100, for people and units of the class', async () => {
    const { enrolmentId } = await enrolled(house, code, 1)
    const other = await createClass(house, { number: 2, traineeIds: await addTrainees(house, 1, 10) })
    const stranger = await enrolled(house, other, 1)
    const [unit] = (await house.client.score.grid({ code: other })).units
    if (!unit) throw new Error('no unit')
    const save = (entry: Parameters<typeof house.client.score.save>[0]['entries'][number]) =>
      house.client.score.save({ code, entries: [entry] })
    expect(await inputProblems(save({ enrolmentId, theory: 10_001 }))).toEqual(['Paling besar 10000.'])
    expect(await inputProblems(save({ enrolmentId, theory: 80.5 }))).toEqual(['Tulis angka bulat.'])
    expect(await refusalOf(save({ enrolmentId: stranger.enrolmentId, theory: 80 }))).toMatchObject({
      thing: 'enrolment',
    })
    expect(await refusalOf(save({ enrolmentId, units: [{ unitId: unit.id, result: 'K' }] }))).toMatchObject({
      thing: 'unit',
    })
  })
})

describe('before the panel', () => {
  test('what is missing is named: days, then people', async () => {
    await holdDays(house, code, { until: 2 })
    house.setToday('2024-12-18')
    await house.client.attendance.fillDay({ code, n: 3, exceptions: [] })
    expect((await missing()).slice(0, 3)).toEqual([
      '12 hari (ke-4 s.d. 15) belum diisi',
      'hari ke-3 belum ditutup',
      'nilai teori, nilai praktik, unit Ani Suryani kosong',
    ])
    expect((await refusedAs(decide(), 'panel_missing')).words).toEqual(await missing())
  })

  test('a mark taken back on a closed day is missing again', async () => {
    await holdDays(house, code, { until: 15 })
    house.setToday('2025-01-09')
    await enterScores(house, code)
    expect(await missing()).toEqual([])
    const { enrolmentId } = await enrolled(house, code, 2)
    const entry = { enrolmentId, n: 7, mark: null, arrivedAt: null, note: '' }
    await house.client.attendance.mark({ code, marks: [entry], reason: 'Salah orang, ditanyakan dulu' })
    expect(await missing()).toEqual(['hari ke-7 belum diisi'])
    await refusedAs(decide(), 'panel_missing')
  })

  test('a unit without a result is missing, compulsory or not', async () => {
    const programId = await programOf(house, 'TR')
    const { id: _, ...program } = await house.client.program.get({ id: programId })
    const units = program.units.map((unit, index) => ({ ...unit, compulsory: index > 0 }))
    await house.client.program.save({ id: programId, program: { ...program, units } })
    const [teacher] = (await house.client.cohort.get({ code })).days[0]?.instructors ?? []
    code = await createClass(house, {
      number: 2,
      start: '2025-02-03',
      instructorId: teacher?.id ?? null,
      traineeIds: await addTrainees(house, 1, 12),
    })
    await holdDays(house, code, { until: 15 })
    await enterScores(house, code)
    const grid = await house.client.score.grid({ code })
    const [unit] = grid.units
    const [row] = grid.rows
    if (!unit || !row) throw new Error('the class is not complete')
    expect(unit.compulsory).toBe(false)
    expect(await missing()).toEqual([])
    const entry = { enrolmentId: row.enrolmentId, units: [{ unitId: unit.id, result: null }] }
    await house.client.score.save({ code, entries: [entry] })
    expect(await missing()).toEqual([`unit ${row.name} kosong`])
    await refusedAs(decide({ heldOn: '2025-03-01' }), 'panel_missing')
    await house.client.score.save({ code, entries: [{ ...entry, units: [{ unitId: unit.id, result: 'BK' }] }] })
    house.setToday('2025-03-01')
    expect(await decide({ heldOn: '2025-03-01' })).toEqual({ passed: 1, failed: 0, withdrawn: 0 })
  })

  test('a class without anybody has nothing to decide', async () => {
    const empty = await createClass(house, { number: 2 })
    expect((await refusedAs(decide({ code: empty }), 'panel_missing')).words).toContain('kelas belum punya peserta')
  })
})

describe('the panel', () => {
  beforeEach(async () => {
    await holdDays(house, code, { until: 15, absences: { 3: { 1: 'A', 2: 'A', 3: 'A', 4: 'S' } } })
    house.setToday('2025-01-09')
    await enterScores(house, code, { 2: { theory: 5000, practice: 5000 } })
  })

  test('has not decided before it sat', async () => {
    expect(await refusalOf(decide({ heldOn: '2025-01-10' }))).toEqual({ code: 'panel_in_future', date: '2025-01-10' })
  })

  test('sits after the last day', async () => {
    expect(await refusalOf(decide({ heldOn: '2025-01-07' }))).toEqual({
      code: 'panel_before_end',
      date: '2025-01-07',
      end: '2025-01-08',
    })
    expect(await decide({ heldOn: '2025-01-08' })).toEqual({ passed: 1, failed: 2, withdrawn: 0 })
  })

  test('may differ from the proposal with a reason, which stays with the proposal', async () => {
    const { enrolmentId } = await enrolled(house, code, 3)
    const reason = 'Sakit dengan surat dokter, praktik sangat baik'
    const override = { enrolmentId, decision: 'passed' as const, reason: 'kasihan' }
    expect(await inputProblems(decide({ overrides: [override] }))).toEqual(['Tulis paling sedikit 10 huruf.'])
    expect(await decide({ overrides: [{ ...override, reason }] })).toEqual({ passed: 2, failed: 1, withdrawn: 0 })
    const { rows } = await house.client.graduation.get({ code })
    expect(rows[2]).toMatchObject({ proposal: 'failed', decision: 'passed', overrideReason: reason })
    expect(rows[2]?.reasons).toMatchObject([{ rule: 'attendance', present: 11 }])
    expect(JSON.parse(house.audit().at(-1)?.after ?? '').decisions).toContainEqual({
      enrolmentId,
      proposal: 'failed',
      decision: 'passed',
      reason,
    })
  })

  test('cannot decide about somebody who is not in the class', async () => {
    const other = await createClass(house, {
      number: 2,
      start: '2025-02-03',
      traineeIds: await addTrainees(house, 1, 9),
    })
    const { enrolmentId } = await enrolled(house, other, 1)
    const overrides = [{ enrolmentId, decision: 'passed' as const, reason: 'Bukan orang kelas ini' }]
    expect(await refusalOf(decide({ overrides }))).toEqual({ code: 'not_found', thing: 'enrolment' })
    expect((await house.client.graduation.get({ code })).panel).toBeNull()
  })

  test('decides once; then attendance and scores stand still', async () => {
    await decide()
    expect(await refusalOf(decide())).toEqual({ code: 'panel_decided' })
    const { enrolmentId } = await enrolled(house, code, 1)
    const reason = 'Ada yang keliru dicatat'
    const marks = [{ enrolmentId, n: 1, mark: 'S' as const, arrivedAt: null, note: '' }]
    for (const act of [
      house.client.score.save({ code, entries: [{ enrolmentId, theory: 9000 }] }),
      house.client.attendance.mark({ code, marks, reason }),
      house.client.attendance.reopenDay({ code, n: 1, reason }),
      house.client.cohort.leave({ enrolmentId, afterDay: 15, kind: 'withdrawn', reason }),
      house.client.cohort.unenrol({ enrolmentId }),
    ]) {
      expect(await refusalOf(act)).toEqual({ code: 'panel_decided' })
    }
    expect((await house.client.score.grid({ code })).locked).toBe(true)
  })

  test('can be reopened with a reason, which keeps what it had decided', async () => {
    const reopen = () => house.client.graduation.reopen({ code, reason: 'Nilai praktik salah ketik' })
    expect(await refusalOf(reopen())).toEqual({ code: 'panel_not_decided' })
    await decide()
    await reopen()
    const row = house.audit().at(-1)
    expect(JSON.parse(row?.before ?? '')).toMatchObject({
      heldOn: '2025-01-09',
      members: panel.members,
      decisions: [{ decision: 'passed' }, { decision: 'failed' }, { decision: 'failed' }],
    })
    expect(JSON.parse(row?.after ?? '')).toEqual({ reopened: 'Nilai praktik salah ketik' })
    await enterScores(house, code)
    expect(await decide()).toEqual({ passed: 2, failed: 1, withdrawn: 0 })
  })

  test('stands from the first certificate on', async () => {
    await decide()
    await issueAll(house, code, '2025-01-09', 'statement')
    expect(await refusalOf(house.client.graduation.reopen({ code, reason: 'Nilai praktik salah ketik' }))).toEqual({
      code: 'certificates_exist',
      count: 2,
    })
  })

  test('proposes the same again after another weight, because a class keeps its own', async () => {
    const { rules } = await house.client.centre.get({})
    await house.client.centre.updateRules({ ...rules, minimumAttendance: 50, passMark: 4000 })
    const { rows } = await house.client.graduation.get({ code })
    expect(rows.map(row => row.proposal)).toEqual(['passed', 'failed', 'failed'])
  })
})
