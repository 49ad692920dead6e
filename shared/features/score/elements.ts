import type { UnitJudgement } from './score.ts'

/** Result of a unit from its elements: BK if one is BK, K if all are K, else open. Null without elements. */
export function resultOfElements(results: readonly UnitJudgement[]): UnitJudgement {
  if (results.includes('BK')) return 'BK'
  return results.length > 0 && results.every(result => result === 'K') ? 'K' : null
}

/**
 * The elements after the whole unit was judged. K sets all to K. BK does not say which element failed: existing BK stay, otherwise only the unit is
 * judged. Clearing the judgement clears the elements.
 */
export function elementsOfResult(result: UnitJudgement, results: readonly UnitJudgement[]): UnitJudgement[] {
  if (result === 'K') return results.map(() => 'K')
  if (result === 'BK' && results.includes('BK')) return [...results]
  return results.map(() => null)
}
