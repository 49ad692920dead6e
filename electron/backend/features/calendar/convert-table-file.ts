import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import type { DayOffDraft } from '../../../../shared/features/calendar/day-off.ts'
import {
  type NumberedCells,
  type TableCells,
  type TableFormat,
  tableCells,
  tableHeads,
} from '../../../../shared/features/calendar/year-table.ts'
import { DomainError } from '../../domain-error.ts'
import { readCalendarFile, writeCalendarFile } from './convert-calendar-file.ts'

type TableFile = { name: string; bytes: Uint8Array; year: number }
type TableToWrite = { year: number; days: readonly DayOffDraft[]; format: TableFormat }

/** Lines of a table in Excel, CSV or a calendar file, detected by content, not by name. @throws DomainError table_unreadable */
export async function readTableFile({ name, bytes, year }: TableFile): Promise<NumberedCells[]> {
  const unreadable = () => new DomainError({ code: 'table_unreadable', file: name })
  const text = new TextDecoder('utf-8').decode(bytes).replace(/^\ufeff/, '')
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return underHeads(await readWorkbook(bytes))
    if (text.trimStart().toUpperCase().startsWith('BEGIN:VCALENDAR')) return readCalendarFile(text, year)
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false, delimiter: delimiterOf(text) })
    return underHeads(data.map(row => row.map(withoutFormulaGuard)))
  } catch {
    throw unreadable()
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const [first] = (await readExcelFile(Buffer.from(bytes))) as unknown as { data: unknown[][] }[]
  return (first?.data ?? []).map(row => row.map(cellText))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

/** The rows below the first one with heads for date and name. Throws RangeError if there is none. */
function underHeads(rows: readonly (readonly string[])[]): NumberedCells[] {
  const clean = (cell: string | undefined) => (cell ?? '').trim().toLowerCase()
  const head = rows.slice(0, 20).findIndex(row => row.some(cell => clean(cell) === 'tanggal'))
  const places = tableHeads.map(title => rows[head]?.findIndex(cell => clean(cell) === title.toLowerCase()) ?? -1)
  if (head < 0 || places[2] === undefined || places[2] < 0) throw new RangeError('no heads')
  return rows
    .slice(head + 1)
    .map((row, index) => ({
      row: head + index + 2,
      cells: places.map(place => (place < 0 ? '' : (row[place] ?? ''))) as unknown as TableCells,
    }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
}

/** The column separator, from the line of heads: guessing from other lines fails with two columns. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/).find(row => /tanggal/i.test(row)) ?? ''
  return [';', '\t', '|'].find(sign => head.includes(sign)) ?? ','
}

/** Removes the character that writeTableFile puts before a cell that begins like a formula. */
function withoutFormulaGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '')
}

/** Bytes in that format, or text. */
export async function writeTableFile({ year, days, format }: TableToWrite): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'ics') return writeCalendarFile(year, days)
  const rows = days.map(tableCells)
  // Text that begins like a formula must not become one.
  if (format === 'csv') {
    return `\ufeff${Papa.unparse({ fields: [...tableHeads], data: rows.map(row => [...row]) }, { escapeFormulae: true })}\r\n`
  }
  const cells = rows.map(row => row.map(value => ({ type: String, value, format: '@' })))
  const head = tableHeads.map(value => ({ type: String, value, fontWeight: 'bold' as const }))
  const buffer = await writeExcelFile([head, ...cells], {
    sheet: `Libur ${year}`,
    columns: [{ width: 12 }, { width: 16 }, { width: 44 }, { width: 60 }, { width: 16 }],
    stickyRowsCount: 1,
  }).toBuffer()
  return new Uint8Array(buffer)
}
