import { planPages } from '../page/plan-pages.ts'
import type { Sheet } from '../sheet.ts'
import type { Row } from './table.ts'
import type { PlannedTable, TableRequest } from './table-pages.ts'
import { settleRows } from './table-rows.ts'

/** Of a table of money: `row` gives the total row over the first `rows` rows under those words. */
export type CarriedSum = { height: number; row: (words: string, rows: number) => Row }

/**
 * A table of money: every page ends with what is carried to the next one and begins with what came from the last; the sum
 * of all stands before the sign-off. Of the sign-offs only the first is taken.
 */
export function planCarriedTable({ height, row }: CarriedSum): (sheet: Sheet, request: TableRequest) => PlannedTable {
  return (sheet, request) => {
    const { table, firstTop, nextTop, keep, step = 1 } = request
    const [signOff] = request.signOffs
    const rows = settleRows(table, request.rows)
    // The sum row of the last page takes the place that other pages keep for what is carried on.
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
