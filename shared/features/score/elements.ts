import type { UnitJudgement } from './score.ts'

/**
 * What the elements of a unit say of the unit: BK as soon as one is BK, K once all are K, open while one is open.
 * Of no elements nothing follows: null.
 */
export function resultOfElements(results: readonly UnitJudgement[]): UnitJudgement {
  if (results.includes('BK')) return 'BK'
  return results.length > 0 && results.every(result => result === 'K') ? 'K' : null
}

/**
 * The elements after the unit as a whole was judged. K means that each of them is K. BK does not say which one it was: one that was
 * BK already stands as it is, else the judgement of the unit stands alone. Taking the judgement away takes those of the elements too.
 */
export function elementsOfResult(result: UnitJudgement, results: readonly UnitJudgement[]): UnitJudgement[] {
  if (result === 'K') return results.map(() => 'K')
  if (result === 'BK' && results.includes('BK')) return [...results]
  return results.map(() => null)
}
