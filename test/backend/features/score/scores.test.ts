import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkHistory } from '../../../../electron/backend/features/backup/check-history.ts'
import type { ScoreEntry } from '../../../../shared/features/score/contract.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'
import {
  addElements,
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  enterScores,
  holdDays,
  panel,
  programOf,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
let code: string
let first: EnrolmentId
const reason = 'Nilai praktik salah disalin dari lembar penilai'
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await addElements(fixture, await programOf(fixture, 'TR'), ['Menyiapkan alat', 'Menerapkan K3', 'Membersihkan area'])
  const instructorId = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 2) })
  first = (await enrolled(fixture, code, 1)).enrolmentId
})
afterEach(() => fixture.remove())

const grid = () => fixture.client.score.grid({ code })
const save = (entry: Omit<ScoreEntry, 'enrolmentId'>) =>
  fixture.client.score.save({ code, entries: [{ enrolmentId: first, ...entry }] })

/** The first unit, which has elements, and their ids. */
async function judgedUnit() {
  const [unit] = (await grid()).units
  if (!unit) throw new Error('the class has no units')
  return { unitId: unit.id, elements: unit.elements.map(({ id }) => id) }
}
async function judged() {
  const [row] = (await grid()).rows
  return { unit: row?.units[0]?.result, elements: row?.elements.map(({ result }) => result) }
}

describe('elements', () => {
  test('are those of the day when the class was planned', async () => {
    await addElements(fixture, await programOf(fixture, 'TR'), ['Satu elemen saja'])
    expect((await grid()).units.map(unit => unit.elements.map(({ title }) => title)).slice(0, 2)).toEqual([
      ['Menyiapkan alat', 'Menerapkan K3', 'Membersihkan area'],
      [],
    ])
    const later = await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
    const { units } = await fixture.client.score.grid({ code: later })
    expect(units[0]?.elements.map(({ title }) => title)).toEqual(['Satu elemen saja'])
  })

  test('decide the result of the unit, and follow a unit that is assessed as a whole', async () => {
    const { unitId, elements } = await judgedUnit()
    const [one, two, three] = elements
    if (!one || !two || !three) throw new Error('three elements are needed')
    await save({ elements: [{ elementId: one, result: 'K', score: 8050 }] })
    expect(await judged()).toEqual({ unit: null, elements: ['K', null, null] })
    await save({ elements: [two, three].map(elementId => ({ elementId, result: 'K' })) })
    expect(await judged()).toEqual({ unit: 'K', elements: ['K', 'K', 'K'] })
    await save({ elements: [{ elementId: two, result: 'BK' }] })
    expect(await judged()).toEqual({ unit: 'BK', elements: ['K', 'BK', 'K'] })
    await save({ units: [{ unitId, result: 'K' }] })
    expect(await judged()).toEqual({ unit: 'K', elements: ['K', 'K', 'K'] })
    await save({ units: [{ unitId, result: 'BK' }] })
    expect(await judged()).toEqual({ unit: 'BK', elements: [null, null, null] })
    // The score of an element stays, because it does not decide K or BK.
    expect((await grid()).rows[0]?.elements[0]).toMatchObject({ score: 8050 })
    const foreign = fixture.client.score.save({
      code,
      entries: [{ enrolmentId: first, elements: [{ elementId: 9999 as never, result: 'K' }] }],
    })
    await rejectedAs(foreign, 'not_found')
  })
})

describe('entry', () => {
  test('is closed only when nothing is missing, and is fixed then', async () => {
    expect(await domainErrorOf(fixture.client.score.close({ code }))).toMatchObject({ code: 'scores_missing' })
    await enterScores(fixture, code)
    await rejectedAs(fixture.client.score.reopen({ code, reason }), 'scores_not_closed')
    await fixture.client.score.close({ code })
    const { by } = (await grid()).closed ?? {}
    expect(by).not.toBeUndefined()
    expect(await domainErrorOf(save({ theory: 9000 }))).toEqual({ code: 'scores_closed', by })
    await rejectedAs(fixture.client.score.close({ code }), 'scores_closed')
    await rejectedAs(fixture.client.cohort.unenrol({ enrolmentId: first }), 'scores_closed')
  })

  test('is opened with a reason, and then every change is recorded with old and new value', async () => {
    await enterScores(fixture, code)
    await save({ practice: 8300 })
    await fixture.client.score.close({ code })
    expect(await inputProblems(fixture.client.score.reopen({ code, reason: '' }))).not.toEqual([])
    await fixture.client.score.reopen({ code, reason })
    fixture.actAs('Budi')
    const { unitId } = await judgedUnit()
    await save({ practice: 7150, theory: 7800, units: [{ unitId, result: 'BK' }] })
    const [closing, ...others] = await fixture.client.score.history({ code })
    expect(others).toEqual([])
    expect(closing?.reopened).toMatchObject({ reason })
    // Changes before the first closing and unchanged values are no corrections.
    expect(closing?.corrections.map(({ item, before, after, by }) => [item, before, after, by]).toReversed()).toEqual([
      ['Praktik', '83,00', '71,50', 'Budi'],
      ['Unit 1', 'K', 'BK', 'Budi'],
      ['Unit 1 elemen 1', 'K', '', 'Budi'],
      ['Unit 1 elemen 2', 'K', '', 'Budi'],
      ['Unit 1 elemen 3', 'K', '', 'Budi'],
    ])
    await fixture.client.score.close({ code })
    expect(await fixture.client.score.history({ code })).toHaveLength(2)
  })

  test('cannot change once the panel has decided', async () => {
    await holdDays(fixture, code, { until: 15 })
    await enterScores(fixture, code)
    await fixture.client.score.close({ code })
    fixture.setToday('2025-01-09')
    await fixture.client.graduation.decide({ code, heldOn: '2025-01-09', ...panel })
    await rejectedAs(fixture.client.score.reopen({ code, reason }), 'panel_decided')
  })
})

test('scores of a person removed from the list are not reported missing for the person who gets their number', async () => {
  const second = await enrolled(fixture, code, 2)
  await fixture.client.score.save({
    code,
    entries: [{ enrolmentId: second.enrolmentId, theory: 8000, practice: 7500 }],
  })
  const { read } = fixture.backend.workspace
  expect(checkHistory(read)).toMatchObject({ ok: true })
  await fixture.client.cohort.unenrol({ enrolmentId: second.enrolmentId })
  await fixture.client.cohort.enrol({ code, traineeIds: await addTrainees(fixture, 1, 5) })
  expect((await enrolled(fixture, code, 2)).enrolmentId).toBe(second.enrolmentId)
  expect(checkHistory(read)).toMatchObject({ ok: true })
})

describe('rules of grading', () => {
  const bands = [
    { from: 8500, label: 'Istimewa' },
    { from: 0, label: 'Biasa' },
  ]

  test('a class keeps the rules of the day when it was planned', async () => {
    await holdDays(fixture, code, { until: 15 })
    await enterScores(fixture, code, { 1: { theory: 9000, practice: 9000 } })
    const { unitId } = await judgedUnit()
    await save({ units: [{ unitId, result: 'BK' }] })
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, unitsRequired: false, predicateBands: bands })
    expect((await fixture.client.centre.get({})).rules.predicateBands).toEqual(bands)
    const [row] = (await fixture.client.graduation.get({ code })).rows
    expect(row).toMatchObject({ proposal: 'failed', predicate: 'Sangat Baik', reasons: [{ rule: 'unit' }] })
  })

  test('a class planned later passes with a BK unit under the new rules', async () => {
    const { rules } = await fixture.client.centre.get({})
    await fixture.client.centre.updateRules({ ...rules, unitsRequired: false, predicateBands: bands })
    const instructorId = await addInstructor(fixture, 'Sari', {})
    code = await createSampleCohort(fixture, {
      number: 2,
      start: '2025-02-03',
      instructorId,
      traineeIds: await addTrainees(fixture, 1, 10),
    })
    first = (await enrolled(fixture, code, 1)).enrolmentId
    await holdDays(fixture, code, { until: 15 })
    await enterScores(fixture, code, { 1: { theory: 9000, practice: 9000 } })
    const { unitId } = await judgedUnit()
    await save({ units: [{ unitId, result: 'BK' }] })
    const { rows, rules: own } = await fixture.client.graduation.get({ code })
    expect(rows[0]).toMatchObject({ proposal: 'passed', predicate: 'Istimewa', unitsAchieved: 8 })
    expect(own.unitsRequired).toBe(false)
  })

  test('a class that has not begun may take the rules and elements of today, one that has begun keeps its own', async () => {
    const { rules } = await fixture.client.centre.get({})
    expect((await grid()).outdated).toEqual([])
    await fixture.client.centre.updateRules({ ...rules, theoryWeight: 40, practiceWeight: 60, predicateBands: bands })
    await addElements(fixture, await programOf(fixture, 'TR'), ['Menyiapkan alat', 'Membuang limbah'])
    expect((await grid()).outdated).toEqual(['bobot nilai', 'predikat', 'elemen 1 unit'])
    await fixture.client.score.takeRules({ code })
    const after = await grid()
    expect(after).toMatchObject({ outdated: [], weights: { theory: 40, practice: 60 } })
    expect(after.units[0]?.elements.map(({ title }) => title)).toEqual(['Menyiapkan alat', 'Membuang limbah'])
    expect((await fixture.client.cohort.get({ code })).rules.predicateBands).toEqual(bands)
    await fixture.client.centre.updateRules(rules)
    await holdDays(fixture, code, { until: 1 })
    expect((await grid()).outdated).toEqual([])
    expect(await domainErrorOf(fixture.client.score.takeRules({ code }))).toEqual({
      code: 'rules_stand',
      cohort: 'Tata Rias I',
    })
  })

  test('grade bands with gaps or overlaps are refused', async () => {
    const { rules } = await fixture.client.centre.get({})
    const update = (predicateBands: typeof bands) => fixture.client.centre.updateRules({ ...rules, predicateBands })
    for (const wrong of [
      [],
      [{ from: 5000, label: 'Baik' }],
      [...bands, { from: 0, label: 'Lain' }],
      [...bands, { from: 100, label: 'Biasa' }],
    ])
      expect(await inputProblems(update(wrong))).not.toEqual([])
  })
})
