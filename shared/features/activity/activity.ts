import { z } from 'zod'
import { mostRupiah } from '../../kernel/money.ts'
import { type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { line, paragraph, plainDateSchema, whole } from '../../kernel/schema.ts'
import { tradeCodes } from '../program/trades.ts'
import { fundingSources } from './funding-source.ts'

/** Most activities of a budget year; numbers run from 1. */
export const mostActivities = 24

export const budgetYear = whole(2000, 2100)

function money(least: number, tooLittle: string) {
  return z
    .int({ error: 'Tulis rupiah bulat, seperti 1.250.000.' })
    .min(least, { error: tooLittle })
    .max(mostRupiah, { error: 'Paling besar Rp999.999.999.999.' })
}

export const activityDraft = z.strictObject({
  budgetYear,
  number: whole(1, mostActivities),
  fundingSource: z.enum(fundingSources),
  /** As printed on the papers of its classes. */
  title: line(160, 1),
  trade: z.enum(tradeCodes).nullable(),
  /** Line of the budget document (DPA). */
  budgetActivity: line(200),
  budgetSubActivity: line(200),
  accountCode: line(40),
  /** Pagu, whole rupiah. */
  budget: money(0, 'Pagu tidak kurang dari nol.'),
  /** Planned results of the year. */
  plannedClasses: whole(0, 99).default(1),
  plannedPeople: whole(0, 9999).default(16),
})
export type ActivityDraft = z.infer<typeof activityDraft>

export const spendingDraft = z.strictObject({
  date: plainDateSchema,
  description: line(200, 1),
  /** Whole rupiah above zero; corrections are made by a reversal. */
  amount: money(1, 'Jumlah lebih dari nol.'),
  /** Number of the evidence: SP2D, kuitansi, BAST. */
  evidence: line(80, 1),
  /** Kode rekening; '' means that of the activity. */
  accountCode: line(40).default(''),
})
export type SpendingDraft = z.infer<typeof spendingDraft>

/** Planned spending of an activity by month; each month at most once. */
export const spendingPlan = z
  .array(z.strictObject({ month: whole(1, 12), amount: money(1, 'Jumlah lebih dari nol.') }))
  .max(12)
  .refine(months => new Set(months.map(one => one.month)).size === months.length, {
    error: 'Tiap bulan satu kali.',
  })
export type SpendingPlan = z.infer<typeof spendingPlan>

export const reversalReason = paragraph(150, 10)

/** Sums of one or several activities in whole rupiah. */
export type Sums = {
  budget: number
  realized: number
  /** Negative if more was spent than budgeted. */
  left: number
  /** Tenths of a percent, rounded half up; null without a budget. */
  share: number | null
}

/** The same sums as the database calculates, for forms before saving. */
export function sumsOf(budget: number, realized: number): Sums {
  return {
    budget,
    realized,
    left: budget - realized,
    share: budget === 0 ? null : shareOf(BigInt(budget), BigInt(realized)),
  }
}

/** BigInt, because a thousand times the budget of a year exceeds the exact range of number. */
function shareOf(budget: bigint, realized: bigint): number {
  return Number((2000n * realized + budget) / (2n * budget))
}

/** Amount of overspending, 0 if none. Overspending is a warning, not an error. */
export function overspent(sums: Pick<Sums, 'left'>): number {
  return Math.max(0, -sums.left)
}

/** A class is paid from the budget of the year in which it starts, even if it ends in the next. */
export function fitsBudgetYear(start: PlainDate, year: number): boolean {
  return yearOf(start) === year
}
