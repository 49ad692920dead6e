import {
  type BudgetLine,
  budgetLineDraft,
  costKindNames,
  costKinds,
  incentiveAnswers,
  incentiveNames,
  mostBudgetLines,
} from '../../../shared/features/provision/budget.ts'
import { readRupiah, rupiahDigits } from '../../../shared/kernel/money.ts'
import { type CellReader, type ListRow, withSpareRows } from './list-rows.ts'
import { rupiahCell, textCell } from './material-rows.ts'

/** Accepts one of a few words, by enough letters to be unique. */
function wordCell(words: readonly string[]): CellReader {
  return text => {
    const typed = text.trim().toLowerCase()
    const found = words.find(word => word.toLowerCase().startsWith(typed))
    return found ? { ok: true, text: found } : { ok: false, words: `“${text}” bukan ${words.join(', ')}` }
  }
}

function wholeCell(least: number, most: number): CellReader {
  return text => {
    const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return { ok: true, text: String(value) }
    return { ok: false, words: `“${text}” bukan angka ${least} sampai ${most}` }
  }
}

export const budgetReaders: Record<string, CellReader> = {
  year: wholeCell(2000, 2100),
  kind: wordCell(costKinds.map(kind => costKindNames[kind])),
  description: textCell(160),
  account: textCell(40),
  volume: wholeCell(1, 99_999),
  unit: textCell(16),
  times: wholeCell(1, 9_999),
  timesUnit: textCell(16),
  price: rupiahCell,
  incentive: wordCell(incentiveAnswers.map(word => incentiveNames[word])),
  realised: rupiahCell,
}

export function budgetRows(lines: readonly BudgetLine[]): ListRow[] {
  const cells = lines.map(({ year, kind, description, account, volume, unit, times, timesUnit, price, ...line }) => ({
    year: String(year),
    kind: costKindNames[kind],
    description,
    account,
    volume: String(volume),
    unit,
    times: String(times),
    timesUnit,
    price: rupiahDigits(price),
    incentive: incentiveNames[line.incentive],
    realised: line.realised === null ? '' : rupiahDigits(line.realised),
  }))
  return withSpareRows(cells, mostBudgetLines)
}

/** Lines with a name and an amount. A missing year is that of the line above, else that of the class. */
export function readBudget(rows: readonly ListRow[], usualYear: number): BudgetLine[] {
  let year = usualYear
  return rows.flatMap(({ cells }) => {
    const of = (key: string) => cells[key] ?? ''
    if (of('year') !== '') year = Number(of('year'))
    const parsed = budgetLineDraft.safeParse({
      year,
      kind: costKinds.find(kind => costKindNames[kind] === of('kind')) ?? 'OTHER',
      description: of('description'),
      account: of('account'),
      volume: Number(of('volume') || '1'),
      unit: of('unit'),
      times: Number(of('times') || '1'),
      timesUnit: of('timesUnit'),
      price: readRupiah(of('price')) ?? 0,
      incentive: incentiveAnswers.find(word => incentiveNames[word] === of('incentive')) ?? 'CHECK',
      realised: readRupiah(of('realised')),
    })
    return parsed.success ? [parsed.data] : []
  })
}
