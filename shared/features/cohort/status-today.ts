import type { PlainDate } from '../../kernel/plain-date.ts'
import type { CohortRow, CohortStatus } from './contract.ts'

/** A plan whose first day has come counts as running, in lists, badges and counts alike. */
export function statusToday({ status, start }: Pick<CohortRow, 'status' | 'start'>, today: PlainDate): CohortStatus {
  return status === 'planned' && start <= today ? 'running' : status
}
