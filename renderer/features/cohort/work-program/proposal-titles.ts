import type { ProposedCohort } from '../../../../shared/features/cohort/work-program.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { roman } from '../../../../shared/kernel/number-format.ts'

/** Codes of accepted classes, by index in the proposal. */
export type AcceptedCodes = ReadonlyMap<number, string>

/**
 * Titles of proposed classes while they are accepted one by one: accepted classes have their assigned number, the others get the following ones by
 * first day.
 */
export function proposalTitles(placed: readonly ProposedCohort[], accepted: AcceptedCodes): string[] {
  const next = new Map<string, number>()
  for (const [index, { code }] of placed.entries()) {
    const given = accepted.get(index)
    const own = given === undefined ? numberOf(code) : numberOf(given) + 1
    const series = seriesOf(code)
    const known = next.get(series)
    // Before the first one is accepted the lowest number counts, afterwards the highest assigned one.
    if (given !== undefined) next.set(series, Math.max(own, known ?? 0))
    else if (known === undefined) next.set(series, own)
  }
  return placed.map(({ code, trade }, index) => {
    const given = accepted.get(index)
    if (given !== undefined) return `${tradeName(trade)} ${roman(numberOf(given))}`
    const number = next.get(seriesOf(code)) ?? numberOf(code)
    next.set(seriesOf(code), number + 1)
    return `${tradeName(trade)} ${roman(number)}`
  })
}

function numberOf(code: string): number {
  return Number(code.split('-').at(-1))
}

/** Trade and year: numbers are counted within these. */
function seriesOf(code: string): string {
  return code.slice(0, code.lastIndexOf('-'))
}
