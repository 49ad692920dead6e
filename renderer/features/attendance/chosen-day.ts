import type { CohortDay } from '../../../shared/features/cohort/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

/**
 * The day whose line stands above the grid: the one in the address, else today's, else the first that still waits, else
 * the last one. Undefined only for a class without days.
 */
export function chosenDay(days: readonly CohortDay[], today: PlainDate, n: number | undefined): CohortDay | undefined {
  return (
    days.find(day => day.n === n) ??
    days.find(day => day.date === today) ??
    days.find(day => day.date < today && !day.closed) ??
    (days.some(day => day.date < today) ? days.findLast(day => day.date < today) : days[0])
  )
}
