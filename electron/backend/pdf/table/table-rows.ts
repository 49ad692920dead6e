import { millimetres } from '../millimetres.ts'
import type { Align, Sheet } from '../sheet.ts'
import type { Face } from '../text/fonts.ts'
import { cellLeading, fitCell } from './cell-text.ts'
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

/** In mm; no text of a paper needs more. */
const highestRow = 24

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
    drawCells(sheet, placeCells(table, row, edges), top, row.height)
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

/** The row, higher where a text would have to be cut: a name must stand on a paper whole. */
export function growRow(table: Table, row: Row): Row {
  const cells = placeCells(table, row, edgesOf(table, 0))
  let { height } = row
  while (height < highestRow && cells.some(cell => fitPlaced(cell, height).isCut)) height += 1
  return { ...row, height }
}

type PlacedCell = {
  cell: Cell
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
    const column: Column | undefined = columns[index]
    const [left, right] = [edges[index], edges[index + (cell.span ?? 1)]]
    index += cell.span ?? 1
    if (!column || left === undefined || right === undefined) break
    const style = { face: cell.face ?? 'arimo', size: cell.size ?? column.size ?? 9.5 }
    placed.push({ cell, left, right, align: cell.align ?? column.align ?? 'left', style })
  }
  return placed
}

function fitPlaced({ cell, left, right, align, style }: PlacedCell, height: number) {
  const width = right - left - (align === 'center' ? cellPadding : 2 * cellPadding)
  return fitCell(cell.text, style, width, height)
}

function drawCells(sheet: Sheet, cells: readonly PlacedCell[], top: number, height: number): void {
  for (const placed of cells) {
    const { cell, left, right, align, style } = placed
    if (cell.tint) sheet.fill(left + 0.4, top + 0.4, right - left - 0.8, height - 0.8, cell.tint)
    if (cell.text === '') continue
    const fitted = fitPlaced(placed, height)
    if (fitted.isCut) sheet.warn(`Teks “${cell.text}” terlalu panjang dan dipotong.`)
    const at = align === 'center' ? (left + right) / 2 : align === 'right' ? right - cellPadding : left + cellPadding
    const drawn = { ...style, size: fitted.size, ...(cell.colour ? { colour: cell.colour } : {}) }
    drawCellLines(sheet, fitted.lines, drawn, at, top, height, align)
  }
}

/** Lines of one text, the block of them in the middle of the height. */
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
    sheet.text(line, x, first + index * leading, { ...style, align })
  })
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
