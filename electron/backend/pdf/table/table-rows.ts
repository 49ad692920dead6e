import { millimetres } from '../millimetres.ts'
import type { Sheet } from '../sheet.ts'
import type { Face } from '../text/fonts.ts'
import { type Align, textWidth, wrapText } from '../text/text-measure.ts'
import { type CellText, cellLeading, fitCell, smallestCell } from './cell-text.ts'
import {
  type Cell,
  type Column,
  cellPadding,
  edgesOf,
  type Row,
  ruleAfter,
  rules,
  runningEnds,
  type Table,
  tableWidth,
} from './table.ts'

/** Draws rows with their rules, starting under the head. Returns the y where they end. */
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
    sheet.tagged('TR', () => drawCells(sheet, placeCells(table, row, edges), top, row.height))
  })
  const lastEdge = edges[edges.length - 1 - (table.zigzag ? (table.zigzags ?? 1) : 0)] ?? x
  const across = ends.slice(0, -1).map(end => [x, end, lastEdge, end] as const)
  const down = [...dividers].flatMap(([column, stretches]) => {
    const edge = edges[column + 1] ?? x
    const thickness = ruleAfter(table.columns[column])
    return stretches.map(([from, to]) => ({ thickness, line: [edge, from, edge, to] as const }))
  })
  sheet.lines([...across, ...down.filter(rule => rule.thickness === rules.inner).map(rule => rule.line)], rules.inner)
  sheet.lines(
    down.filter(rule => rule.thickness !== rules.inner).map(rule => rule.line),
    rules.heavy,
  )
  if (rows.length > 0) sheet.frame(x, y, tableWidth(table), bottom - y, rules.outer)
  return bottom
}

/**
 * Fits the rows with one text size for each column. A text that is too long continues in up to three lines; if that is not enough, the whole column
 * shrinks down to 7.5 pt, never a single cell. Rows grow with their texts. A cell with a size of its own, or over several columns, is fitted alone.
 */
export function settleRows(table: Table, rows: readonly Row[]): Row[] {
  const edges = edgesOf(table, 0)
  const placed = rows.map(row => placeCells(table, row, edges).map(one => ({ ...one, height: row.height })))
  const columns = table.columns.map((_, index) => {
    const own = placed.flatMap(cells => cells.filter(one => one.column === index && isOfColumn(one)))
    return own.length === 0 ? 0 : sizeFor(own, true)
  })
  return rows.map((row, index) => {
    let { height } = row
    const cells = (placed[index] ?? []).map((one): Cell => {
      const size = isOfColumn(one) ? (columns[one.column] ?? one.style.size) : sizeFor([one])
      const lines = wrapText(one.cell.text, { ...one.style, size }, widthOf(one)).length
      height = Math.max(height, lines * cellLeading(size) + (lines > 1 && row.height >= signatureRow ? 0.4 : 1.2))
      return { ...one.cell, size, settled: true }
    })
    return { ...row, height, cells }
  })
}

const mostLines = 3
/** A row at least this high, in mm, is one for a signature; its height stays as planned. */
const signatureRow = 8

function isOfColumn({ cell }: PlacedCell): boolean {
  return (cell.span ?? 1) === 1 && cell.size === undefined
}

type Sized = PlacedCell & { height: number }

/** The largest size at which each text fits in three lines without a broken word; in a row for a signature also within its height. */
function sizeFor(cells: readonly Sized[], inRow = false): number {
  const largest = Math.max(...cells.map(one => one.style.size))
  for (const keepsHeight of inRow ? [true, false] : [false]) {
    for (let size = largest; size >= smallestCell; size -= 0.25) {
      if (cells.every(one => standsAt(one, size, keepsHeight))) return size
    }
  }
  return Math.min(largest, smallestCell)
}

function standsAt(one: Sized, size: number, keepsHeight: boolean): boolean {
  const style = { ...one.style, size }
  const width = widthOf(one)
  if (textWidth(one.cell.text, style) <= width) return true
  if (one.cell.text.split(' ').some(word => textWidth(word, style) > width)) return false
  const lines = wrapText(one.cell.text, style, width).length
  const room = keepsHeight && one.height >= signatureRow ? (one.height - 0.4) / cellLeading(size) : mostLines
  return lines <= Math.min(mostLines, room)
}

function widthOf({ left, right, align }: PlacedCell): number {
  return right - left - (align === 'center' ? cellPadding : 2 * cellPadding)
}

type PlacedCell = {
  cell: Cell
  /** The first column of the cell, from 0. */
  column: number
  left: number
  right: number
  align: Align
  style: { face: Face; size: number }
}

function placeCells({ columns }: Table, row: Row, edges: readonly number[]): PlacedCell[] {
  const placed: PlacedCell[] = []
  let index = 0
  for (const entry of row.cells) {
    const cell: Cell = typeof entry === 'string' ? { text: entry } : entry
    const at = index
    const column: Column | undefined = columns[at]
    const [left, right] = [edges[at], edges[at + (cell.span ?? 1)]]
    index += cell.span ?? 1
    if (!column || left === undefined || right === undefined) break
    const style = { face: cell.face ?? 'arimo', size: cell.size ?? column.size ?? 9.5 }
    placed.push({ cell, column: at, left, right, align: cell.align ?? column.align ?? 'left', style })
  }
  return placed
}

function fitPlaced(one: PlacedCell, height: number): CellText {
  const { cell, style } = one
  if (cell.settled) return { lines: wrapText(cell.text, style, widthOf(one)), size: style.size, isCut: false }
  return fitCell(cell.text, style, widthOf(one), height)
}

function drawCells(sheet: Sheet, cells: readonly PlacedCell[], top: number, height: number): void {
  for (const placed of cells) {
    const { cell, left, right, align, style } = placed
    if (cell.tint) sheet.fill(left + 0.4, top + 0.4, right - left - 0.8, height - 0.8, cell.tint)
    if (cell.text === '') {
      sheet.tagged('TD', () => {})
      continue
    }
    const fitted = fitPlaced(placed, height)
    if (fitted.isCut) sheet.warn(`Teks “${cell.text}” terlalu panjang dan dipotong.`)
    const at = align === 'center' ? (left + right) / 2 : align === 'right' ? right - cellPadding : left + cellPadding
    const drawn = { ...style, size: fitted.size, ...(cell.colour ? { colour: cell.colour } : {}) }
    sheet.tagged('TD', () => drawCellLines(sheet, fitted.lines, drawn, at, top, height, align))
  }
}

/** Draws the lines of one text, centred vertically as a block. */
export function drawCellLines(
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
    const end = index < lines.length - 1 ? ' ' : ''
    // Other lines end with a space, for copied text and screen readers. A right-aligned line would be shifted by it.
    if (align === 'right') sheet.text(line, x, first + index * leading, { ...style, align })
    else {
      const start = align === 'center' ? x - textWidth(line, style) / 2 : x
      sheet.text(line + end, start, first + index * leading, style)
    }
  })
}

/** For every column but the last: the stretches in y where a rule is drawn behind it, joined where they touch. */
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
