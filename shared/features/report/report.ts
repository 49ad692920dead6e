import type { PlainDate } from '../../kernel/plain-date.ts'
import type { FundingSource } from '../activity/funding-source.ts'
import type { DimensionKey } from './dimension.ts'
import type { MeasureKey } from './measure.ts'
import type { Period } from './period.ts'

/** percent: hundredths of a percent. Null is '–': unknown, or division by zero. */
export type CellKind = 'text' | 'count' | 'rupiah' | 'percent' | 'date'
export type CellValue = string | number | null

/** How a cell is calculated from its row; the workbook has the same formula. */
export type CellRule =
  | { rule: 'share'; part: string; whole: string }
  | { rule: 'difference'; from: string; take: string }
  | { rule: 'sum'; of: readonly string[] }

export type ReportColumn = {
  key: string
  title: string
  kind: CellKind
  /** The measure, for the list of people behind a cell. */
  measure?: MeasureKey
  follows?: CellRule
}

export type RowFilters = Partial<Record<DimensionKey, (string | number)[]>>

/** group: a heading · row · subtotal of the rows since the last heading · total of all rows · beside: additional, not part of the total. */
type RowKind = 'group' | 'row' | 'subtotal' | 'total' | 'beside'

export type ReportRow = {
  kind: RowKind
  cells: Record<string, CellValue>
  /** Filters of this row, for the people behind its cells; null if it is not a part. */
  filters: RowFilters | null
  /** If a cell uses another measure than its column. */
  measures?: Partial<Record<string, MeasureKey>>
  /** Rows (from 0) that are summed, if not clear from its kind. */
  sumOf?: readonly [from: number, to: number]
  /** The row that the share beside a count is divided by. */
  wholeRow?: number
}

export type ReportTable = { title: string; columns: ReportColumn[]; rows: ReportRow[] }

export type Report = {
  key: string
  title: string
  period: Period
  /** Time of the figures, 'YYYY-MM-DDTHH:MM:SS'. */
  asOf: string
  /** The only source included; null for all. */
  fundingSource: FundingSource | null
  /** The date by which classes are counted, as text. */
  countedBy: string
  tables: ReportTable[]
  /** Definitions of the figures. */
  definitions: string[]
  /** What else a reader must know. */
  notes: string[]
}

/** A figure that has changed since the report was handed in. */
export type ReportDifference = {
  table: string
  row: string
  column: string
  kind: CellKind
  before: CellValue
  after: CellValue
}

export type SettledReport = {
  id: number
  key: string
  title: string
  period: Period
  number: string
  settledOn: PlainDate
  signatory: string
  recordedAt: string
  recordedBy: string
}

/** Cells that differ, by table, row name and column. */
export function reportDifferences(then: Report, now: Report): ReportDifference[] {
  return then.tables.flatMap((before, index) => {
    const after = now.tables[index]
    const rowsNow = byIdentity(before, after?.rows ?? [])
    const rowsThen = byIdentity(before, before.rows)
    const columns = before.columns.filter(column => column.key !== 'no')
    return [...new Set([...rowsThen.keys(), ...rowsNow.keys()])].flatMap(identity => {
      const [old, fresh] = [rowsThen.get(identity), rowsNow.get(identity)]
      const named = old ?? fresh
      const name = named ? rowName(before, named) : ''
      return columns.flatMap((column): ReportDifference[] => {
        const [was, is] = [old?.cells[column.key] ?? null, fresh?.cells[column.key] ?? null]
        if (was === is || (old && fresh && column.kind === 'text')) return []
        return column.kind === 'text'
          ? []
          : [{ table: before.title, row: name, column: column.title, kind: column.kind, before: was, after: is }]
      })
    })
  })
}

/** Rows keyed by what they count, so that equal names stay separate and a renamed row is the same; others by name. */
function byIdentity(table: ReportTable, rows: readonly ReportRow[]): Map<string, ReportRow> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map(row => {
      const isPart = Object.keys(row.filters ?? {}).length > 0
      const own = `${row.kind} ${isPart ? JSON.stringify(row.filters) : rowName(table, row)}`
      const times = (seen.get(own) ?? 0) + 1
      seen.set(own, times)
      return [`${own} ${times}`, row]
    }),
  )
}

function rowName(table: ReportTable, row: ReportRow): string {
  return table.columns
    .filter(column => column.kind === 'text' && column.key !== 'no')
    .map(column => row.cells[column.key])
    .filter(text => text !== null && text !== undefined && text !== '')
    .join(', ')
}

/** part / whole in hundredths of a percent, rounded half up; null without a whole. Exact beyond the range of floats. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const [p, w] = [BigInt(Math.abs(part)), BigInt(Math.abs(whole))]
  const share = Number((20_000n * p + w) / (2n * w))
  return part < 0 !== whole < 0 ? -share : share
}

/** 9679 → '96,79'; null is a dash. */
export function formatPercent(hundredths: number | null): string {
  if (hundredths === null) return '–'
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}
