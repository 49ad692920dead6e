import type { RailColumn } from './rail-layout.ts'

interface SpanColumns {
  /** CSS grid lines, 1 is the left edge of the first column. */
  start: number
  end: number
  /** The span goes on in the row before or after. */
  cutStart: boolean
  cutEnd: boolean
}

/** Where the days `from` to `to` lie in a row of columns; null when none of them is in it. */
export function spanColumns(row: readonly RailColumn[], from: number, to: number): SpanColumns | null {
  const inside = row.flatMap((column, index) =>
    column.type === 'day' && column.day.n >= from && column.day.n <= to ? [{ index, n: column.day.n }] : [],
  )
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) return null
  return { start: first.index + 1, end: last.index + 2, cutStart: first.n > from, cutEnd: last.n < to }
}
