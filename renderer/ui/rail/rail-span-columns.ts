import type { RailColumn } from './rail-layout.ts'

interface SpanColumns {
  /** CSS grid lines; 1 is the left edge. */
  start: number
  end: number
  /** The span continues in the previous or next row. */
  cutStart: boolean
  cutEnd: boolean
}

/** The columns of days `from` to `to` in a row; null if none of them is in it. */
export function spanColumns(row: readonly RailColumn[], from: number, to: number): SpanColumns | null {
  const inside = row.flatMap((column, index) =>
    column.type === 'day' && column.day.n >= from && column.day.n <= to ? [{ index, n: column.day.n }] : [],
  )
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) return null
  return { start: first.index + 1, end: last.index + 2, cutStart: first.n > from, cutEnd: last.n < to }
}
