import type { TradeCode } from '../program/trades.ts'

/**
 * The activity that a new class of a trade most likely belongs to: the only one of this trade that has no class yet; where each
 * has one, the only one of this trade. Null where two would do, because money is not guessed.
 */
export function usualActivity<Row extends { trade: TradeCode | null; cohorts: number }>(
  activities: readonly Row[],
  trade: TradeCode,
): Row | null {
  const ofTrade = activities.filter(activity => activity.trade === trade)
  const free = ofTrade.filter(activity => activity.cohorts === 0)
  const [first, ...others] = free.length > 0 ? free : ofTrade
  return first !== undefined && others.length === 0 ? first : null
}
