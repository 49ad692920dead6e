import type { ProposedCohort } from '../../../../shared/features/cohort/work-program.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { roman } from '../../../../shared/kernel/number-format.ts'

/** Codes of proposed classes that were accepted, by their place in the proposal. */
export type AcceptedCodes = ReadonlyMap<number, string>

/**
 * Titles of the proposed classes while they are accepted one by one: an accepted class has the number it was given, the
 * others get theirs after it, in the order of their first days.
 */
export function proposalTitles(placed: readonly ProposedCohort[], accepted: AcceptedCodes): string[] {
  const next = new Map<string, number>()
  for (const [index, { code }] of placed.entries()) {
    const given = accepted.get(index)
    const own = given === undefined ? numberOf(code) : numberOf(given) + 1
    const series = seriesOf(code)
    const known = next.get(series)
    // Before anything is accepted the first one has the lowest number; afterwards the highest that was given counts.
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

/** Trade and year, within which numbers are given. */
function seriesOf(code: string): string {
  return code.slice(0, code.lastIndexOf('-'))
}
