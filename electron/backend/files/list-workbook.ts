import writeExcelFile from 'write-excel-file/node'
import { inertText } from '../../../shared/kernel/inert-text.ts'

export type WorkbookColumn<Row> = {
  head: string
  width: number
  value: (row: Row, index: number) => string | number
}

/**
 * A list as .xlsx, a line a row under heads that stay. Words are text cells, so that a NIK keeps its digits and nothing is run as a
 * formula; numbers are numbers, so that Excel can add them up.
 */
export async function writeListWorkbook<Row>(
  name: string,
  sheet: string,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
): Promise<File> {
  const head = columns.map(column => ({ type: String, value: column.head, fontWeight: 'bold' as const }))
  const body = rows.map((row, index) => columns.map(column => cellOf(column.value(row, index))))
  const buffer = await writeExcelFile([head, ...body], {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new File([new Uint8Array(buffer)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function cellOf(value: string | number) {
  return typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value: inertText(value), format: '@' as const }
}
