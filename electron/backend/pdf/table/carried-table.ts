import { planPages } from '../page/plan-pages.ts'
import { drawSignatureSpaces } from '../page/signature-spaces.ts'
import type { Sheet } from '../sheet.ts'
import type { Row } from './table.ts'
import { drawTableHead } from './table-head.ts'
import type { SignOff, TableRequest } from './table-pages.ts'
import { drawTableRows, growRow } from './table-rows.ts'

/** Draws of a carried table: `sum` gives the total row over the first `rows` rows under those words. */
type CarriedTable = Omit<TableRequest, 'signOffs'> & {
  signOff: SignOff
  sumHeight: number
  sum: (words: string, rows: number) => Row
}

/**
 * A table of money: every page ends with what is carried to the next one and begins with what came from the last; the sum
 * of all stands before the sign-off. `dress` is called for every page, counted from 0, with the number of all.
 */
export function drawCarriedTable(
  sheet: Sheet,
  carried: CarriedTable,
  dress: (page: number, pages: number) => void,
): void {
  const { table, spaces, firstTop, nextTop, signOff, sumHeight, sum } = carried
  const rows = carried.rows.map(row => growRow(table, row))
  // The sum row of the last page takes the place that other pages keep for what is carried on.
  const { pages } = planPages({
    rows: rows.map(row => row.height),
    first: sheet.bottom - firstTop - table.headHeight - sumHeight,
    next: sheet.bottom - nextTop - table.headHeight - 2 * sumHeight,
    signOff: signOff.height,
    keep: carried.keep,
    step: carried.step ?? 1,
  })
  pages.forEach(({ from, to }, page) => {
    if (page > 0) sheet.addPage()
    dress(page, pages.length)
    let y = drawTableHead(sheet, table, sheet.left, page === 0 ? firstTop : nextTop)
    if (page > 0) y = drawTableRows(sheet, table, [sum(`PINDAHAN DARI HALAMAN ${page}`, from)], sheet.left, y)
    const onPage = rows.slice(from, to)
    const end = drawTableRows(sheet, table, onPage, sheet.left, y)
    if (spaces) drawSignatureSpaces(sheet, table, onPage, spaces.slice(from, to), sheet.left, y)
    const isLast = page === pages.length - 1
    const words = isLast ? 'JUMLAH' : `JUMLAH DIPINDAHKAN KE HALAMAN ${page + 2}`
    const bottom = drawTableRows(sheet, table, [sum(words, to)], sheet.left, end)
    if (isLast) signOff.draw(bottom)
  })
}
