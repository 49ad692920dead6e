import { planPages } from '../page/plan-pages.ts'
import type { Sheet } from '../sheet.ts'
import type { Row } from './table.ts'
import type { PlannedTable, TableRequest } from './table-pages.ts'
import { settleRows } from './table-rows.ts'

/** For a table of money: the total row over the first `rows` rows, with `words` as its label; always of the same height. */
export type CarriedSum = (words: string, rows: number) => Row

const height = 8

/**
 * A table of money: every page ends with the sum carried over to the next page and begins with the sum from the page before. The total is before the
 * sign-off. Only the first of the sign-offs is used.
 */
export function planCarriedTable(row: CarriedSum): (sheet: Sheet, request: TableRequest) => PlannedTable {
  return (sheet, request) => {
    const { table, firstTop, nextTop, keep, step = 1 } = request
    const [signOff] = request.signOffs
    const rows = settleRows(table, request.rows)
    // On the last page the total row takes the place of the carry-over row.
    const plan = planPages({
      rows: rows.map(one => one.height),
      first: sheet.bottom - firstTop - table.headHeight - height,
      next: sheet.bottom - nextTop - table.headHeight - 2 * height,
      signOff: signOff.height,
      keep,
      step,
    })
    const last = plan.pages.length - 1
    const around = plan.pages.map(({ from, to }, page) => ({
      above: page === 0 ? [] : [row(`PINDAHAN DARI HALAMAN ${page}`, from)],
      below: [row(page === last ? 'JUMLAH' : `JUMLAH DIPINDAHKAN KE HALAMAN ${page + 2}`, to)],
    }))
    return { ...request, rows, plan, signOff, around }
  }
}
