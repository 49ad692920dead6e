import writeExcelFile from 'write-excel-file/node'
import { inertText } from '../../../shared/kernel/inert-text.ts'
import { linesOf, lineText, type Outline, type OutlineTable } from '../pdf/outline.ts'
import { cellsOf, headOf } from './write-word.ts'

/** Whether a paper has a table that Excel can hold. */
export function hasTable({ blocks }: Outline): boolean {
  return blocks.some(block => block.kind === 'table' && block.rows.length > 0)
}

type ExcelCell = null | Record<string, unknown>

/**
 * A paper as a workbook with the same text: titles above, table, signatures below. Text stays text, so that a NIK keeps its digits and nothing is run
 * as a formula; numeric columns are numbers.
 */
export async function writeTableWorkbook(title: string, outline: Outline): Promise<Uint8Array<ArrayBuffer>> {
  const tables = outline.blocks.filter(block => block.kind === 'table')
  const widest = tables.reduce<OutlineTable | undefined>(
    (most, one) => (most && most.table.columns.length >= one.table.columns.length ? most : one),
    undefined,
  )
  const across = Math.max(2, widest?.table.columns.length ?? 2)
  const rows: ExcelCell[][] = []
  for (const block of outline.blocks) {
    if (block.kind === 'table') {
      rows.push(...tableRows(block), [])
      continue
    }
    for (const line of linesOf(block, outline.right - outline.left)) {
      const fontWeight = block.heading ? { fontWeight: 'bold' } : {}
      const words = { type: String, value: inertText(lineText(line)), columnSpan: across, ...fontWeight }
      rows.push([words, ...Array.from({ length: across - 1 }, () => null)])
    }
  }
  const columns = (widest?.table.columns ?? []).map(({ width }) => ({ width: Math.max(5, width * 0.55) }))
  const buffer = await writeExcelFile(rows as never, {
    sheet: title.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31),
    columns,
    ...(outline.width > outline.height ? { orientation: 'landscape' as const } : {}),
  }).toBuffer()
  return new Uint8Array(buffer)
}

const box = { borderStyle: 'thin', wrap: true, alignVertical: 'center' } as const

function tableRows({ table, rows }: OutlineTable): ExcelCell[][] {
  const heads = table.columns.map(column => ({
    type: String,
    value: inertText(headOf(column.title)),
    fontWeight: 'bold',
    align: 'center',
    backgroundColor: '#E6EEF0',
    ...box,
  }))
  return [
    heads,
    ...rows.map(row => {
      const line: ExcelCell[] = []
      for (const { cell, column, span } of cellsOf(row, table.columns.length)) {
        const align = cell.align ?? table.columns[column]?.align ?? 'left'
        const number = align === 'left' ? null : numberIn(cell.text)
        const value =
          number === null
            ? { type: String, value: inertText(cell.text), format: '@' }
            : { type: Number, value: number, format: Number.isInteger(number) ? '#,##0' : '#,##0.00' }
        const isBold = cell.face?.includes('bold') ? { fontWeight: 'bold' } : {}
        line.push({ ...value, ...isBold, align, ...box, ...(span > 1 ? { columnSpan: span } : {}) })
        // Cells covered by a span are empty.
        for (let covered = 1; covered < span; covered += 1) line.push(null)
      }
      return line
    }),
  ]
}

/** '1.250.000', '86,67', '12'; null for codes, dates and numbers with a leading zero. */
function numberIn(text: string): number | null {
  const plain = text.trim().replace(/^Rp\s?/, '')
  if (!/^(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,6})(?:,\d{1,2})?$/.test(plain)) return null
  return Number(plain.replaceAll('.', '').replace(',', '.'))
}
