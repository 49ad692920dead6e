import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import { wasPresent } from '../../../../../shared/features/attendance/mark.ts'
import type { BudgetLine } from '../../../../../shared/features/provision/budget.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { sumOrNull } from '../../../../../shared/kernel/sum-or-null.ts'
import { honorariumLines } from '../../teaching/documents/honorarium-lines.ts'
import { transportLines } from './transport-lines.ts'

/** Null while nobody knows. Of a kind with several lines in a year the first bears what was counted. */
export function realisedOf(facts: Omit<ListFacts, 'pictures'>, line: BudgetLine): number | null {
  if (line.realised !== null) return line.realised
  const first = facts.budgetLines.find(one => one.kind === line.kind && one.year === line.year)
  if (first !== line) return 0
  switch (line.kind) {
    case 'HONORARIUM':
      return sumOrNull(honorariumLines(facts, line.year).map(one => one.gross))
    case 'TRANSPORT':
      return sumOrNull(transportLines(facts, line.year).map(one => one.money))
    case 'MEAL':
      return mealsOf(facts, line.year)
    case 'MATERIAL':
      return materialsOf(facts)
    default:
      return null
  }
}

function mealsOf(
  { days, trainees, rates, recordedUntilDay }: Pick<ListFacts, 'days' | 'trainees' | 'rates' | 'recordedUntilDay'>,
  year: number,
): number | null {
  if (rates.meal === null || recordedUntilDay === 0) return null
  const own = days.filter(day => day.n <= recordedUntilDay && yearOf(day.date) === year)
  const present = trainees.reduce((sum, { marks }) => sum + own.filter(day => wasPresent(marks[day.n - 1])).length, 0)
  return present * rates.meal
}

/** Whole rupiah for what was received, rounded down. */
function materialsOf({ materials }: Pick<ListFacts, 'materials'>): number | null {
  const priced = materials.filter(one => one.received !== null && one.price !== null)
  if (priced.length === 0) return null
  return Math.floor(priced.reduce((sum, one) => sum + ((one.received ?? 0) * (one.price ?? 0)) / 100, 0))
}
