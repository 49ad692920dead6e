import type { TradeCode } from '../program/trades.ts'

/**
 * The activity that a new class of a trade most likely belongs to: the only one of the trade without a class; if all have one, the only one of the
 * trade. Null if several fit, because money is never guessed.
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
