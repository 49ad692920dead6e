import type { ScoreGrid, ScoreRow } from './contract.ts'

/** Number of scores and units of a person that the panel still needs; 0 for people who left. */
function missingOf(row: Pick<ScoreRow, 'left' | 'theory' | 'practice' | 'units'>): number {
  if (row.left) return 0
  return [row.theory, row.practice, ...row.units.map(unit => unit.result)].filter(mark => mark === null).length
}

export function missingScores({ rows }: Pick<ScoreGrid, 'rows'>): number {
  return rows.reduce((sum, row) => sum + missingOf(row), 0)
}
