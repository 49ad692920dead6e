import { rupiahDigits } from '../../kernel/money.ts'
import { type CellKind, type CellValue, formatPercent } from './report.ts'

/** Text of a cell; a dash if it is unknown or cannot be divided. */
export function formatCell(value: CellValue, kind: CellKind): string {
  if (value === null || value === undefined) return kind === 'text' || kind === 'date' ? '' : '–'
  if (kind === 'percent') return formatPercent(Number(value))
  if (kind === 'date') return String(value).split('-').toReversed().join('/')
  if (kind === 'text') return String(value)
  return Number.isInteger(value) ? rupiahDigits(Number(value)) : String(value).replace('.', ',')
}
