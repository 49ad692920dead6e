import type { Face } from '../text/fonts.ts'
import type { Align } from '../text/text-measure.ts'

/** A line of a table head. A plain string is 9 pt bold. */
type HeadLine = { text: string; face: Face; size: number }

export type Column = {
  title: string | readonly HeadLine[]
  width: number
  align?: Align
  size?: number
  /** The title is drawn upwards, for narrow columns. */
  upright?: boolean
  /** A heavy rule after this column: the end of a calendar week. */
  heavyAfter?: boolean
}

export type Cell = {
  text: string
  /** Number of columns that the cell covers; default 1. */
  span?: number
  align?: Align
  face?: Face
  size?: number
  colour?: string
  tint?: string
  /** Fitted by settleRows: it has the size of its column and the row is high enough. It may wrap but is not shrunk again. */
  settled?: boolean
}

export type Row = {
  height: number
  /** Columns without a cell stay empty. */
  cells: readonly (string | Cell)[]
  tint?: string
  /** A heading: never the last row of a page. */
  leads?: boolean
}

export type Table = {
  columns: readonly Column[]
  headHeight: number
  /** A title above `count` columns; `from` is the first of them. */
  band?: { title: string; from: number; count: number; height: number }
  /** The last column is for signatures: see drawSignatureSpaces. */
  zigzag?: boolean
  /** Number of signature columns at the end of a zig-zag table; default 1. */
  zigzags?: number
}

export const cellPadding = 1.6
/** Thickness in points. */
export const rules = { outer: 0.8, inner: 0.4, heavy: 1.5 }

export function tableWidth(table: Table): number {
  return table.columns.reduce((sum, column) => sum + column.width, 0)
}

/** Left edges of the columns, and at the end the right edge of the table. */
export function edgesOf(table: Table, x: number): number[] {
  return runningEnds(
    table.columns.map(column => column.width),
    x,
  )
}

/** The start, and the position where each of the lengths ends. */
export function runningEnds(lengths: readonly number[], start: number): number[] {
  const ends = [start]
  let end = start
  for (const length of lengths) {
    end += length
    ends.push(end)
  }
  return ends
}

export function ruleAfter(column: Column | undefined): number {
  return column?.heavyAfter ? rules.heavy : rules.inner
}
