import { fewestPages, type PagePlan, type PageRequest } from '../page/plan-pages.ts'
import { drawSignatureSpaces, type SignatureSpace } from '../page/signature-spaces.ts'
import type { Sheet } from '../sheet.ts'
import { type Row, runningEnds, type Table } from './table.ts'
import { drawTableHead } from './table-head.ts'
import { drawTableRows, settleRows } from './table-rows.ts'

/** What follows the last row; it is never on a page without rows. */
export type SignOff = {
  /** From the end of the table to the last baseline, in mm. */
  height: number
  draw: (y: number) => void
}

export type TableRequest = {
  table: Table
  rows: readonly Row[]
  /** One for each row, for zig-zag tables. */
  spaces?: readonly SignatureSpace[]
  /** y of the table head on the first page and on the others. */
  firstTop: number
  nextTop: number
  /** In order of preference; a later one is used only when it saves a page. */
  signOffs: readonly [SignOff, ...SignOff[]]
  /** Number of rows that stay with the sign-off. */
  keep: number
  step?: number
}

export type PlannedTable = TableRequest & {
  plan: PagePlan
  signOff: SignOff
  /** For each page: extra rows before and after its own rows. */
  around?: readonly { above: readonly Row[]; below: readonly Row[] }[]
}

export function planTable(sheet: Sheet, request: TableRequest): PlannedTable {
  const { table, firstTop, nextTop, keep, step = 1 } = request
  const rows = settleRows(table, request.rows)
  const choice = (signOff: SignOff): PageRequest & { chosen: SignOff } => ({
    chosen: signOff,
    rows: rows.map(row => row.height),
    first: sheet.bottom - firstTop - table.headHeight,
    next: sheet.bottom - nextTop - table.headHeight,
    signOff: signOff.height,
    keep,
    step,
    leads: request.rows.map(row => row.leads === true),
  })
  const [preferred, ...others] = request.signOffs
  const [{ chosen }, plan] = fewestPages([choice(preferred), ...others.map(choice)])
  return { ...request, rows, plan, signOff: chosen }
}

/**
 * Draws the table over its pages, starting on the open page. `decorate` is called for every page, counted from 0, before its rows: head of a continued
 * page, footer, marks.
 */
export function drawPlannedTable(sheet: Sheet, planned: PlannedTable, decorate: (page: number) => void): void {
  const { table, rows, spaces, plan, firstTop, nextTop, signOff, around } = planned
  plan.pages.forEach(({ from, to }, page) => {
    if (page > 0) sheet.addPage()
    decorate(page)
    const top = page === 0 ? firstTop : nextTop
    const { above = [], below = [] } = around?.[page] ?? {}
    const onPage = rows.slice(from, to)
    // Carry-over rows are layout and are left out of the outline; only the total below the last rows is part of the table.
    sheet.outlineTable(planned, table, page === plan.pages.length - 1 ? [...onPage, ...below] : onPage)
    const [rowsTop, end] = sheet.tagged('Table', () => {
      const headEnd = drawTableHead(sheet, table, sheet.left, top)
      const rowsTop = above.length > 0 ? drawTableRows(sheet, table, above, sheet.left, headEnd) : headEnd
      const rowsEnd = drawTableRows(sheet, table, onPage, sheet.left, rowsTop)
      return [rowsTop, below.length > 0 ? drawTableRows(sheet, table, below, sheet.left, rowsEnd) : rowsEnd] as const
    })
    if (spaces) drawSignatureSpaces(sheet, table, onPage, spaces.slice(from, to), sheet.left, rowsTop)
    if (page === plan.pages.length - 1) signOff.draw(end)
  })
}

export type PlacedRow = { index: number; top: number; height: number }

/** Positions of the rows of a page (counted from 0), in mm from the top of the sheet. */
export function rowsOnPage({ table, rows, plan, firstTop, nextTop }: PlannedTable, page: number): PlacedRow[] {
  const { from, to } = plan.pages[page] ?? { from: 0, to: 0 }
  const onPage = rows.slice(from, to)
  const edges = runningEnds(
    onPage.map(row => row.height),
    (page === 0 ? firstTop : nextTop) + table.headHeight,
  )
  return onPage.map(({ height }, index) => ({ index: from + index, top: edges[index] ?? 0, height }))
}

/**
 * Height of rows for signatures, in mm: as high as possible, at most `most`, with all of them on the first page. If they would be lower than 8 mm,
 * they take 9 mm on several pages.
 */
export function signatureRowHeight(rows: number, free: number, signOff: number, most: number): number {
  const height = Math.min(most, (free - signOff) / Math.max(1, rows))
  return height < 8 ? 9 : height
}
