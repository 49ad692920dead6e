import writeExcelFile from 'write-excel-file/node'
import { inertText } from '../../../shared/kernel/inert-text.ts'
import type { CellList } from './list-columns.ts'

/**
 * A list as .xlsx with fixed heads. Text stays text, so that a NIK keeps its digits and nothing is run as a formula; numbers are numbers, so that
 * Excel can sum them.
 */
export async function writeList({ sheet, columns, rows }: CellList): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map(column => ({ type: String, value: column.head, fontWeight: 'bold' as const }))
  const buffer = await writeExcelFile([head, ...rows.map(row => row.map(cellOf))], {
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new Uint8Array(buffer)
}

function cellOf(value: string | number) {
  return typeof value === 'number'
    ? { type: Number, value }
    : { type: String, value: inertText(value), format: '@' as const }
}
