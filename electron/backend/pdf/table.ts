import { cellLeading, fitCell } from './cell-text.ts'
import type { Face } from './fonts.ts'
import { millimetres } from './millimetres.ts'
import { type Align, colours, type Sheet } from './sheet.ts'
import { fitSize } from './text-measure.ts'

/** A line of a table head; plain text is 9 pt bold. */
export type HeadLine = { text: string; face: Face; size: number }

export type Column = {
  title: string | readonly HeadLine[]
  width: number
  align?: Align
  size?: number
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
}

export type Row = {
  height: number
  /** Columns that no cell covers stay empty. */
  cells: readonly (string | Cell)[]
  tint?: string
}

export type Table = {
  columns: readonly Column[]
  headHeight: number
  /** A title above several columns, `from` is the first of them. */
  band?: { title: string; from: number; count: number; height: number }
  /** The last column is for signatures: see drawSignatureSpaces. */
  zigzag?: boolean
}

/** What a signer finds in the signature column: a numbered dotted line, or a remark instead. */
export type SignatureSpace = { number: number; remark: string }

const padding = 1.6
const rules = { outer: 0.8, inner: 0.4, heavy: 1.5 }

export function tableWidth(table: Table): number {
  return table.columns.reduce((sum, column) => sum + column.width, 0)
}

/** The head row with its rules. Gives the y where rows begin. */
export function drawTableHead(sheet: Sheet, table: Table, x: number, y: number): number {
  const { columns, headHeight, band } = table
  sheet.fill(x, y, tableWidth(table), headHeight, colours.tint)
  const edges = edgesOf(table, x)
  const inBand = (index: number) => band !== undefined && index >= band.from && index < band.from + band.count
  columns.forEach((column, index) => {
    const top = y + (band && inBand(index) ? band.height : 0)
    drawHeadCell(sheet, column, edges[index] ?? x, top, y + headHeight - top)
    if (index > 0) {
      const isInsideBand = inBand(index) && inBand(index - 1)
      const from = isInsideBand ? top : y
      sheet.line(edges[index] ?? x, from, edges[index] ?? x, y + headHeight, ruleAfter(columns[index - 1]))
    }
  })
  if (band) {
    const [left = x, right = x] = [edges[band.from], edges[band.from + band.count]]
    sheet.line(left, y + band.height, right, y + band.height, rules.inner)
    drawLines(sheet, [band.title], { face: 'arimo-bold', size: 8.5 }, (left + right) / 2, y, band.height, 'center')
  }
  sheet.frame(x, y, tableWidth(table), headHeight, rules.outer)
  return y + headHeight
}

/** Rows with their rules, starting under the head. Gives the y where they end. */
export function drawTableRows(sheet: Sheet, table: Table, rows: readonly Row[], x: number, y: number): number {
  const edges = edgesOf(table, x)
  const [, ...ends] = runningEnds(
    rows.map(row => row.height),
    y,
  )
  const bottom = ends.at(-1) ?? y
  const dividers = columnDividers(table, rows, y)
  rows.forEach((row, index) => {
    const top = ends[index - 1] ?? y
    if (row.tint) sheet.fill(x, top, tableWidth(table), row.height, row.tint)
    drawCells(sheet, table, row, edges, top)
  })
  const lastEdge = edges[table.zigzag ? edges.length - 2 : edges.length - 1] ?? x
  for (const end of ends.slice(0, -1)) sheet.line(x, end, lastEdge, end, rules.inner)
  for (const [column, stretches] of dividers) {
    const edge = edges[column + 1] ?? x
    for (const [from, to] of stretches) sheet.line(edge, from, edge, to, ruleAfter(table.columns[column]))
  }
  if (rows.length > 0) sheet.frame(x, y, tableWidth(table), bottom - y, rules.outer)
  return bottom
}

/**
 * The zig-zag of the last column: odd rows sign in the left half, even rows in the right one, and no rule parts the two
 * rows of a pair, so that each signer has twice the height of a row.
 */
export function drawSignatureSpaces(
  sheet: Sheet,
  table: Table,
  rows: readonly Row[],
  spaces: readonly SignatureSpace[],
  x: number,
  y: number,
): void {
  const edges = edgesOf(table, x)
  const [left = x, right = x] = edges.slice(-2)
  const half = (right - left) / 2
  const inset = half < 30 ? { number: 2, dots: 6.6, end: 2.3 } : { number: 3, dots: 9, end: 4.2 }
  let top = y
  rows.forEach((row, index) => {
    const bottom = top + row.height
    const start = index % 2 === 0 ? left : left + half
    const space = spaces[index]
    if (space?.remark) {
      const style = { face: 'arimo-italic', size: 8, colour: colours.grey } as const
      const size = fitSize(space.remark, style, 6.25, half - 2 * padding)
      sheet.text(space.remark, start + half / 2, bottom - 2.8, { ...style, size, align: 'center' })
    } else if (space) {
      sheet.text(`${space.number}.`, start + inset.number, bottom - 2.3, { face: 'arimo', size: 9 })
      sheet.dots(start + inset.dots, start + half - inset.end, bottom - 1.8)
    }
    const endsPair = index % 2 === 1
    if (endsPair && index < rows.length - 1) sheet.line(left, bottom, right, bottom, rules.inner)
    top = bottom
  })
  if (rows.length > 0) sheet.line(left + half, y, left + half, top, rules.inner)
}

function drawHeadCell(sheet: Sheet, column: Column, x: number, top: number, height: number): void {
  const { title, width } = column
  const centre = x + width / 2
  if (typeof title === 'string') {
    const style = { face: 'arimo-bold', size: 9 } as const
    const lines = title.split('\n')
    const size = Math.min(...lines.map(line => fitSize(line, style, 6.25, width - 1.2)))
    drawLines(sheet, lines, { ...style, size }, centre, top, height, 'center')
    return
  }
  const leading = height / (title.length + 0.25)
  title.forEach((line, index) => {
    const size = fitSize(line.text, line, 5.5, width - 0.6)
    const middle = top + leading * (index + 0.625)
    sheet.text(line.text, centre, middle + 0.125 * line.size, { face: line.face, size, align: 'center' })
  })
}

function drawCells(sheet: Sheet, { columns }: Table, row: Row, edges: readonly number[], top: number): void {
  let index = 0
  for (const entry of row.cells) {
    const cell: Cell = typeof entry === 'string' ? { text: entry } : entry
    const column = columns[index]
    const span = cell.span ?? 1
    const [left = 0, right = 0] = [edges[index], edges[index + span]]
    index += span
    if (!column) break
    if (cell.tint) sheet.fill(left + 0.4, top + 0.4, right - left - 0.8, row.height - 0.8, cell.tint)
    if (cell.text === '') continue
    const align = cell.align ?? column.align ?? 'left'
    const style = { face: cell.face ?? 'arimo', size: cell.size ?? column.size ?? 9.5 }
    const inner = align === 'center' ? right - left - padding : right - left - 2 * padding
    const fitted = fitCell(cell.text, style, inner, row.height)
    if (fitted.isCut) sheet.warn(`Teks “${cell.text}” terlalu panjang dan dipotong.`)
    const at = align === 'center' ? (left + right) / 2 : align === 'right' ? right - padding : left + padding
    const drawn = { ...style, size: fitted.size, ...(cell.colour ? { colour: cell.colour } : {}) }
    drawLines(sheet, fitted.lines, drawn, at, top, row.height, align)
  }
}

function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  style: { face: Face; size: number; colour?: string },
  x: number,
  top: number,
  height: number,
  align: Align,
): void {
  const leading = cellLeading(style.size)
  const first = top + height / 2 - ((lines.length - 1) * leading) / 2 + 0.355 * millimetres(style.size)
  lines.forEach((line, index) => {
    sheet.text(line, x, first + index * leading, { ...style, align })
  })
}

/** Left edge of every column, and the right edge of the table at the end. */
function edgesOf(table: Table, x: number): number[] {
  return runningEnds(
    table.columns.map(column => column.width),
    x,
  )
}

/** The start and where each of the lengths ends. */
function runningEnds(lengths: readonly number[], start: number): number[] {
  const ends = [start]
  let end = start
  for (const length of lengths) {
    end += length
    ends.push(end)
  }
  return ends
}

function ruleAfter(column: Column | undefined): number {
  return column?.heavyAfter ? rules.heavy : rules.inner
}

/** For every column but the last: the stretches from y to y in which a rule stands behind it, joined where they touch. */
function columnDividers(table: Table, rows: readonly Row[], y: number): Map<number, [number, number][]> {
  const dividers = new Map<number, [number, number][]>()
  let top = y
  for (const row of rows) {
    const bottom = top + row.height
    const covered = coveredDividers(row)
    for (let column = 0; column < table.columns.length - 1; column += 1) {
      if (covered.has(column)) continue
      const stretches = dividers.get(column) ?? []
      const last = stretches.at(-1)
      if (last && last[1] === top) last[1] = bottom
      else stretches.push([top, bottom])
      dividers.set(column, stretches)
    }
    top = bottom
  }
  return dividers
}

function coveredDividers(row: Row): Set<number> {
  const covered = new Set<number>()
  let column = 0
  for (const cell of row.cells) {
    const span = typeof cell === 'string' ? 1 : (cell.span ?? 1)
    for (let inside = 0; inside < span - 1; inside += 1) covered.add(column + inside)
    column += span
  }
  return covered
}
