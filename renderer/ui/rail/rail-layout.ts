import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { RailDay, RailGap } from './rail-day.ts'

interface RailDayColumn {
  type: 'day'
  day: RailDay
}

/** A hatched column: a weekend, one day off, or four or more consecutive days off folded into one. */
export interface RailGapColumn {
  type: 'gap'
  width: 'weekend' | 'off' | 'fold'
  gaps: readonly RailGap[]
}

export type RailColumn = RailDayColumn | RailGapColumn

const foldFrom = 4
const daysInRow = 15

/** The columns of a rail in calendar order. `days` and `gaps` must be sorted; nothing is computed about dates but their order. */
export function railColumns(days: readonly RailDay[], gaps: readonly RailGap[]): RailColumn[] {
  const columns: RailColumn[] = []
  let next = 0
  for (const day of days) {
    const before = next
    while (next < gaps.length && dateAt(gaps, next) < day.date) next += 1
    columns.push(...gapColumns(gaps.slice(before, next)))
    columns.push({ type: 'day', day })
  }
  return columns
}

/** Rows of fifteen days each; a gap between two rows belongs to the upper one. */
export function railRows(columns: readonly RailColumn[]): RailColumn[][] {
  const rows: RailColumn[][] = []
  let row: RailColumn[] = []
  let days = 0
  for (const column of columns) {
    if (column.type === 'day' && days === daysInRow) {
      rows.push(row)
      row = []
      days = 0
    }
    if (column.type === 'day') days += 1
    row.push(column)
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** Working days that the rail skips, with their reason: the list beside a large rail. */
export function skippedDays(gaps: readonly RailGap[]): RailGap[] {
  return gaps.filter(gap => gap.kind !== 'weekend')
}

function gapColumns(gaps: readonly RailGap[]): RailGapColumn[] {
  const columns: RailGapColumn[] = []
  const off = gaps.filter(gap => gap.kind !== 'weekend')
  if (off.length > 0 && gaps.length >= foldFrom) return [{ type: 'gap', width: 'fold', gaps }]
  for (const gap of gaps) {
    const last = columns.at(-1)
    if (gap.kind === 'weekend' && last?.width === 'weekend')
      columns[columns.length - 1] = { ...last, gaps: [...last.gaps, gap] }
    else columns.push({ type: 'gap', width: gap.kind === 'weekend' ? 'weekend' : 'off', gaps: [gap] })
  }
  return columns
}

function dateAt(gaps: readonly RailGap[], index: number): PlainDate {
  const gap = gaps[index]
  if (!gap) throw new RangeError(`gap ${index}`)
  return gap.date
}
