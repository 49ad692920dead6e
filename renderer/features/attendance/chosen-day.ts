import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/**
 * The day of the line above the grid: that of the address, else today, else the first that waits for marks, else the last. Undefined for a class
 * without days.
 */
export function chosenDay(days: readonly CohortDay[], today: PlainDate, n: number | undefined): CohortDay | undefined {
  return (
    days.find(day => day.n === n) ??
    days.find(day => day.date === today) ??
    days.find(day => day.date < today && !day.closed) ??
    (days.some(day => day.date < today) ? days.findLast(day => day.date < today) : days[0])
  )
}
