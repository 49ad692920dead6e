import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { columnKey, isMissing, readColumn, type ScoreColumn } from './score-columns.ts'

/** Number of people whose value in this column is missing; null for a column that is not required. */
export function missingIn({ rows }: ScoreGrid, key: string): number | null {
  const column = readColumn(key)
  if (column?.kind !== 'theory' && column?.kind !== 'practice' && column?.kind !== 'result') return null
  return rows.filter(row => isMissing(row, column)).length
}

/** The next missing cell, row by row after `after`, then from the start; null if nothing is missing. `after` null starts with the first row. */
export function nextMissing(
  { rows }: ScoreGrid,
  columns: readonly ScoreColumn[],
  after: { rowKey: string | number; columnKey: string } | null,
): { rowKey: number; columnKey: string } | null {
  const cells = rows.flatMap(row =>
    columns.map(column => ({
      rowKey: row.enrolmentId as number,
      columnKey: columnKey(column),
      missing: isMissing(row, column),
    })),
  )
  const at = cells.findIndex(cell => cell.rowKey === after?.rowKey && cell.columnKey === after.columnKey)
  const next = [...cells.slice(at + 1), ...cells.slice(0, at + 1)].find(cell => cell.missing)
  return next ? { rowKey: next.rowKey, columnKey: next.columnKey } : null
}
