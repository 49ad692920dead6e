import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { ScanRow } from '../../../shared/features/scan/contract.ts'

/** What the clerk said of a row: a mark, or that nothing is to be written. Without an entry the proposal stands unconfirmed. */
export type Choices = ReadonlyMap<string, Mark | 'empty'>

export function keyOfRow({ enrolmentId, n }: Pick<ScanRow, 'enrolmentId' | 'n'>): string {
  return `${enrolmentId} ${n}`
}

/** What is to be written for a row: as chosen, else as proposed; null for nothing, also where something is recorded already. */
export function markOf(row: ScanRow, choices: Choices): Mark | null {
  if (row.present !== null) return null
  const chosen = choices.get(keyOfRow(row))
  if (chosen !== undefined) return chosen === 'empty' ? null : chosen
  return row.signed ? 'H' : null
}

/** Rows that somebody must still look at: unlike readings of a day, and readings that are no better than a guess. */
export function undecided(rows: readonly ScanRow[], choices: Choices): ScanRow[] {
  return rows.filter(
    row => row.present === null && !choices.has(keyOfRow(row)) && (row.signed === null || row.confidence < leastSure),
  )
}

/** Below it a reading is shown one by one and never taken with the rest. */
const leastSure = 0.8
