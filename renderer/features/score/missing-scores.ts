import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { readColumn } from './score-columns.ts'

/** People of whom this column still needs a value; null for a column that needs none. */
export function missingIn({ rows }: ScoreGrid, key: string): number | null {
  const column = readColumn(key)
  if (!column || column.kind === 'final' || column.kind === 'unitScore') return null
  return rows.filter(row => {
    if (row.left) return false
    if (column.kind !== 'result') return row[column.kind] === null
    return row.units.find(unit => unit.unitId === column.unitId)?.result == null
  }).length
}

/** All marks and units that are still open before the panel can sit. */
export function missingScores({ rows }: ScoreGrid): number {
  return rows
    .filter(row => !row.left)
    .reduce((sum, row) => {
      const marks = [row.theory, row.practice, ...row.units.map(unit => unit.result)]
      return sum + marks.filter(mark => mark === null).length
    }, 0)
}
