import type { Face } from '../text/fonts.ts'
import type { Align } from '../text/text-measure.ts'

/** A line of a table head; plain text is 9 pt bold. */
type HeadLine = { text: string; face: Face; size: number }

export type Column = {
  title: string | readonly HeadLine[]
  width: number
  align?: Align
  size?: number
  /** The title runs upwards, for narrow columns. */
  upright?: boolean
  /** A heavy rule behind this column: the end of a calendar week. */
  heavyAfter?: boolean
}

export type Cell = {
  text: string
  /** Columns that the cell covers; 1 when left out. */
  span?: number
  align?: Align
  face?: Face
  size?: number
  colour?: string
  tint?: string
  /** Its size is that of the whole column, and the row is high enough: it goes on in further lines, and shrinks no more. */
  settled?: boolean
}

export type Row = {
  height: number
  /** Columns that no cell covers stay empty. */
  cells: readonly (string | Cell)[]
  tint?: string
  /** A heading: a page does not end with it. */
  leads?: boolean
}

export type Table = {
  columns: readonly Column[]
  headHeight: number
  /** A title above several columns, `from` is the first of them. */
  band?: { title: string; from: number; count: number; height: number }
  /** The last column is for signatures: see drawSignatureSpaces. */
  zigzag?: boolean
  /** How many of the last columns are, in a zig-zag table; 1 when left out. */
  zigzags?: number
}

export const cellPadding = 1.6
/** Thickness in points. */
export const rules = { outer: 0.8, inner: 0.4, heavy: 1.5 }

export function tableWidth(table: Table): number {
  return table.columns.reduce((sum, column) => sum + column.width, 0)
}

/** Left edge of every column, and the right edge of the table at the end. */
export function edgesOf(table: Table, x: number): number[] {
  return runningEnds(
    table.columns.map(column => column.width),
    x,
  )
}

/** The start and where each of the lengths ends. */
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
