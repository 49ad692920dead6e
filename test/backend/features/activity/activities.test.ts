import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { overspent, sumsOf } from '../../../../shared/features/activity/activity.ts'
import { fundingSources } from '../../../../shared/features/activity/funding-source.ts'
import type { ActivityId } from '../../../../shared/ids.ts'
import { mostRupiah } from '../../../../shared/kernel/money.ts'
import {
  addActivity,
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  sampleCohortDraft,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const bought = { date: '2025-01-08' as const, description: 'Bahan praktik', amount: 250_000, evidence: 'SP2D-1' }

function spend(activityId: ActivityId, amount: number, description = 'Bahan praktik') {
  return fixture.client.activity.saveSpending({ activityId, spending: { ...bought, amount, description } })
}

test('sums, shares and reversals of random years agree with a plain addition', async () => {
  const amount = fc.integer({ min: 1, max: mostRupiah })
  const activity = fc.record({
    fundingSource: fc.constantFrom(...fundingSources),
    budget: fc.integer({ min: 0, max: mostRupiah }),
    spending: fc.array(fc.record({ amount, reversed: fc.boolean() }), { maxLength: 4 }),
  })
  let year = 2030
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 6 }), async activities => {
      year += 1
      for (const [index, { fundingSource, budget, spending }] of activities.entries()) {
        const id = await addActivity(fixture, { budgetYear: year, number: index + 1, fundingSource, budget })
        for (const { amount, reversed } of spending) {
          const entry = { ...bought, date: `${year}-03-01` as const, amount }
          const saved = await fixture.client.activity.saveSpending({ activityId: id, spending: entry })
          if (reversed) await fixture.client.activity.reverseSpending({ id: saved.id, reason: 'Salah ketik jumlah' })
        }
      }
      const plain = activities.map(({ fundingSource, budget, spending }) => ({
        fundingSource,
        budget,
        realized: spending.reduce((sum, entry) => sum + (entry.reversed ? 0 : entry.amount), 0),
      }))
      const added = (rows: typeof plain) =>
        sumsOf(
          rows.reduce((sum, row) => sum + row.budget, 0),
          rows.reduce((sum, row) => sum + row.realized, 0),
        )
      const answer = await fixture.client.activity.list({ year })
      expect(answer.rows.map(({ budget, realized, left, share }) => ({ budget, realized, left, share }))).toEqual(
        plain.map(row => sumsOf(row.budget, row.realized)),
      )
      expect(answer.total).toEqual(added(plain))
      for (const { fundingSource, budget, realized, left, share, activities: count } of answer.sources) {
        const own = plain.filter(row => row.fundingSource === fundingSource)
        expect({ budget, realized, left, share, count }).toEqual({ ...added(own), count: own.length })
      }
      expect(answer.sources.map(row => row.fundingSource)).toEqual(
        fundingSources.filter(source => plain.some(row => row.fundingSource === source)),
      )
    }),
    // Each run needs its own year; there are 70 of them, too few for shrinking.
    { numRuns: 40, endOnFailure: true },
  )
})

test('spending beyond the budget is recorded and reported', async () => {
  const id = await addActivity(fixture, { budget: 400_000 })
  await spend(id, 250_000)
  expect(overspent(await fixture.client.activity.get({ id }))).toBe(0)
  await spend(id, 250_000)
  const activity = await fixture.client.activity.get({ id })
  expect(activity).toMatchObject({ realized: 500_000, left: -100_000, share: 1250, entries: 2 })
  expect(overspent(activity)).toBe(100_000)
})

test('a wrong entry is reversed by one of the opposite amount, once, and both stay', async () => {
  const id = await addActivity(fixture)
  const { id: entry } = await spend(id, 250_000)
  fixture.setToday('2025-01-09')
  const { id: reversal } = await fixture.client.activity.reverseSpending({ id: entry, reason: 'Salah ketik jumlah' })
  expect((await fixture.client.activity.get({ id })).spending).toMatchObject([
    {
      id: reversal,
      date: '2025-01-09',
      description: 'Pembatalan: Salah ketik jumlah',
      amount: -250_000,
      evidence: 'SP2D-1',
      reverses: entry,
      reversedBy: null,
      recordedBy: 'Wulan Sari',
    },
    { id: entry, amount: 250_000, reverses: null, reversedBy: reversal },
  ])
  const again = fixture.client.activity.reverseSpending({ id: entry, reason: 'Salah ketik jumlah' })
  expect(await rejectedAs(again, 'spending_reversed_already')).toMatchObject({ description: 'Bahan praktik' })
  const undo = fixture.client.activity.reverseSpending({ id: reversal, reason: 'Ternyata benar juga' })
  await rejectedAs(undo, 'reversal_not_reversible')
})

test('an entry with a future date is reversed on its own day', async () => {
  const id = await addActivity(fixture)
  fixture.setToday('2025-01-02')
  const { id: entry } = await spend(id, 250_000)
  await fixture.client.activity.reverseSpending({ id: entry, reason: 'Salah ketik jumlah' })
  expect((await fixture.client.activity.get({ id })).spending[0]).toMatchObject({
    date: '2025-01-08',
    amount: -250_000,
  })
})

test('money is spent in its budget year', async () => {
  const id = await addActivity(fixture, { budgetYear: 2024 })
  expect(await rejectedAs(spend(id, 1), 'spending_outside_year')).toMatchObject({ date: '2025-01-08', year: 2024 })
  await rejectedAs(spend(99 as ActivityId, 1), 'not_found')
})

test('an activity number is used once per year', async () => {
  const first = await addActivity(fixture)
  const second = await addActivity(fixture, { number: 2, title: 'Pelatihan Las' })
  await addActivity(fixture, { budgetYear: 2026 })
  expect(await rejectedAs(addActivity(fixture, { number: 2 }), 'activity_number_taken')).toMatchObject({
    number: 2,
    year: 2025,
    title: 'Pelatihan Las',
  })
  expect((await fixture.client.activity.list({ year: 2025 })).nextNumber).toBe(3)
  await rejectedAs(saveAgain(second, 2025), 'activity_number_taken')
  await saveAgain(first, 2025)
  expect(await fixture.client.activity.years({})).toEqual([2026, 2025])
})

test('an activity in use keeps its budget year', async () => {
  const id = await addActivity(fixture)
  await spend(id, 1)
  const [row] = (await fixture.client.activity.list({ year: 2025 })).rows
  expect(row?.id).toBe(id)
  const move = saveAgain(id, 2026)
  expect(await rejectedAs(move, 'activity_year_in_use')).toMatchObject({ year: 2025, cohorts: 0, entries: 1 })
})

/** Saves the row with another name and source, as number 1. */
async function saveAgain(id: ActivityId, budgetYear: number) {
  return fixture.client.activity.save({
    id,
    activity: {
      budgetYear,
      number: 1,
      fundingSource: 'APBD',
      title: 'Pelatihan Las bagi Pencari Kerja',
      trade: 'LS',
      budgetActivity: '',
      budgetSubActivity: '',
      accountCode: '',
      budget: 5,
    },
  })
}

test('counts people, classes and decided classes, but not people who left and cancelled classes', async () => {
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const activityId = await addActivity(fixture, { budgetYear: 2024 })
  const traineeIds = await addTrainees(fixture, 5)
  await decidedCohort(
    fixture,
    { instructorId, activityId, traineeIds: traineeIds.slice(0, 3) },
    { heldOn: '2025-01-09', absences: {} },
  )
  fixture.setToday('2024-12-10')
  const cancelled = await createSampleCohort(fixture, {
    number: 2,
    start: '2024-11-04',
    activityId,
    traineeIds: traineeIds.slice(3),
  })
  await fixture.client.cohort.cancel({ code: cancelled, reason: 'Peserta tidak cukup banyak' })
  const [row] = (await fixture.client.activity.list({ year: 2024 })).rows
  expect(row).toMatchObject({ cohorts: 1, decided: 1, people: 3 })
})

test('the start page shows how much of this year’s dana insentif fiskal is spent', async () => {
  fixture.setToday('2025-01-08')
  expect((await fixture.client.home.overview({})).budget).toBeNull()
  const poverty = await addActivity(fixture, { budget: 1_000_000_000 })
  const stunting = await addActivity(fixture, { number: 2, fundingSource: 'DIF_STUNTING', budget: 240_000_000 })
  const own = await addActivity(fixture, { number: 3, fundingSource: 'APBD', budget: 7_000_000 })
  await spend(poverty, 933_360_000)
  await spend(stunting, 200_000_000)
  await spend(own, 7_000_000)
  expect((await fixture.client.home.overview({})).budget).toEqual({
    crossing: [],
    year: 2025,
    money: { name: 'Insentif Fiskal', budget: 1_240_000_000, realized: 1_133_360_000, left: 106_640_000, share: 914 },
  })
})

test('every change is in the audit', async () => {
  const { code } = await fixture.client.cohort.create(await sampleCohortDraft(fixture))
  const id = await addActivity(fixture, { budgetYear: 2024 })
  const spending = { ...bought, date: '2024-12-20' as const }
  const entry = await fixture.client.activity.saveSpending({ activityId: id, spending })
  await fixture.client.activity.reverseSpending({ id: entry.id, reason: 'Salah ketik jumlah' })
  await fixture.client.activity.assign({ code, activityId: id })
  const rows = fixture.audit().filter(row => row.operation.startsWith('activity.'))
  expect(rows.map(row => [row.operation, row.entity, row.operator])).toEqual([
    ['activity.save', 'activity', 'Wulan Sari'],
    ['activity.saveSpending', 'spending', 'Wulan Sari'],
    ['activity.reverseSpending', 'spending', 'Wulan Sari'],
    ['activity.assign', 'cohort', 'Wulan Sari'],
  ])
  expect(JSON.parse(rows[2]?.after ?? '{}')).toMatchObject({ amount: -250_000, reverses: entry.id })
})
