import { type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import type { SpendingPlan } from '../activity/activity.ts'

/** Twelve months, cumulative since January; coming months have no spending. */
export function reportCashMonths(
  plan: SpendingPlan,
  spent: ReadonlyMap<string, number>,
  year: number,
  today: PlainDate,
): { month: number; planned: number; spent: number | null }[] {
  let [planned, paid] = [0, 0]
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const name = `${year}-${String(month).padStart(2, '0')}`
    planned += plan.find(one => one.month === month)?.amount ?? 0
    paid += spent.get(name) ?? 0
    const isOver = year < yearOf(today) || name <= today.slice(0, 7)
    return { month, planned, spent: isOver ? paid : null }
  })
}
