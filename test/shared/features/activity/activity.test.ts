import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  activityDraft,
  fitsBudgetYear,
  overspent,
  reversalReason,
  spendingDraft,
  sumsOf,
} from '../../../../shared/features/activity/activity.ts'
import {
  fundingSourceName,
  fundingSourceOnPapers,
  fundingSources,
} from '../../../../shared/features/activity/funding-source.ts'
import { mostRupiah } from '../../../../shared/kernel/money.ts'

test('the worked figures of the start page: 91,4 %, sisa Rp106.640.000', () => {
  expect(sumsOf(1_240_000_000, 1_133_360_000)).toEqual({
    budget: 1_240_000_000,
    realized: 1_133_360_000,
    left: 106_640_000,
    share: 914,
  })
})

test('an empty budget has no share, and half a tenth is rounded up', () => {
  expect(sumsOf(0, 5).share).toBeNull()
  expect(sumsOf(2000, 1).share).toBe(1)
  expect(sumsOf(2001, 1).share).toBe(0)
})

test('spent and remaining money add up to the budget; the share is never off by more than half a tenth', () => {
  const amount = fc.integer({ min: 0, max: mostRupiah })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: mostRupiah }), amount, (budget, realized) => {
      const { left, share } = sumsOf(budget, realized)
      expect(left + realized).toBe(budget)
      expect(overspent({ left })).toBe(realized > budget ? realized - budget : 0)
      const twiceOff = 2n * (1000n * BigInt(realized) - BigInt(share ?? -1) * BigInt(budget))
      expect(twiceOff >= -BigInt(budget) && twiceOff < BigInt(budget)).toBe(true)
    }),
  )
})

test('a class belongs to the year of its first day, not of its last', () => {
  expect(fitsBudgetYear('2024-12-31', 2024)).toBe(true)
  expect(fitsBudgetYear('2025-01-01', 2024)).toBe(false)
})

test('an amount is whole rupiah above zero', () => {
  const entry = { date: '2025-01-08', description: 'Bahan', amount: 1, evidence: 'SP2D' }
  expect(spendingDraft.safeParse(entry).success).toBe(true)
  for (const amount of [0, -1, 1.5, mostRupiah + 1]) {
    expect(spendingDraft.safeParse({ ...entry, amount }).success).toBe(false)
  }
  expect(spendingDraft.safeParse({ ...entry, evidence: ' ' }).success).toBe(false)
  expect(reversalReason.safeParse('salah').success).toBe(false)
})

test('numbers of activities run from 1 to 24', () => {
  const activity = {
    budgetYear: 2025,
    number: 24,
    fundingSource: 'APBD',
    title: 'Pelatihan',
    trade: null,
    budgetActivity: '',
    budgetSubActivity: '',
    accountCode: '',
    budget: 0,
  }
  expect(activityDraft.safeParse(activity).success).toBe(true)
  expect(activityDraft.safeParse({ ...activity, number: 25 }).success).toBe(false)
  expect(activityDraft.safeParse({ ...activity, number: 0 }).success).toBe(false)
  expect(activityDraft.safeParse({ ...activity, budget: -1 }).success).toBe(false)
})

test('every funding source has a unique name, on screens and on papers', () => {
  expect(new Set(fundingSources.map(fundingSourceName)).size).toBe(fundingSources.length)
  expect(new Set(fundingSources.map(fundingSourceOnPapers)).size).toBe(fundingSources.length)
})
