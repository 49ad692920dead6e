import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { ScanRow } from '../../../shared/features/scan/contract.ts'

/** Decision of the person for a row: a mark, or 'empty' for nothing. A row without an entry still has its unconfirmed proposal. */
export type Choices = ReadonlyMap<string, Mark | 'empty'>

export function keyOfRow({ enrolmentId, n }: Pick<ScanRow, 'enrolmentId' | 'n'>): string {
  return `${enrolmentId} ${n}`
}

/** The mark to write for a row: the choice, else the proposal. Null for nothing, also if a mark is already recorded. */
export function markOf(row: ScanRow, choices: Choices): Mark | null {
  if (row.present !== null) return null
  const chosen = choices.get(keyOfRow(row))
  if (chosen !== undefined) return chosen === 'empty' ? null : chosen
  return row.signed ? 'H' : null
}

/** Rows that a person must check: contradicting readings of a day, and uncertain readings. */
export function undecided(rows: readonly ScanRow[], choices: Choices): ScanRow[] {
  return rows.filter(
    row => row.present === null && !choices.has(keyOfRow(row)) && (row.signed === null || row.confidence < leastSure),
  )
}

/** Confidence below which a reading is shown alone and never accepted with the rest. */
const leastSure = 0.8
