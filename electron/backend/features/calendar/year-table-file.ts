import ICAL from 'ical.js'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { dayOffLabel } from '../../../../shared/features/calendar/day-off.ts'
import type { DayOffDraft } from '../../../../shared/features/calendar/day-off-change.ts'
import {
  certainWords,
  type TableCells,
  type TableFormat,
  tableCells,
  tableHeads,
} from '../../../../shared/features/calendar/year-table.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { Refused } from '../../refused.ts'

const mostBytes = 2 * 1024 * 1024
const types: Record<TableFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  ics: 'text/calendar',
}

export type NumberedCells = { row: number; cells: TableCells }

/**
 * The lines of a table in Excel, CSV or a calendar file, by what the bytes are and not by the name.
 * @throws Refused table_unreadable
 */
export async function readTableFile(name: string, bytes: Uint8Array): Promise<NumberedCells[]> {
  const unreadable = () => new Refused({ code: 'table_unreadable', file: name })
  if (bytes.length > mostBytes) throw unreadable()
  const text = new TextDecoder('utf-8').decode(bytes).replace(/^\ufeff/, '')
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return underHeads(await readWorkbook(bytes))
    if (text.trimStart().toUpperCase().startsWith('BEGIN:VCALENDAR')) return readCalendar(text)
    return underHeads(Papa.parse<string[]>(text, { skipEmptyLines: false }).data)
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

/** The rows below the first one that names a date and a name. Throws RangeError when none does. */
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

/** All-day events; one over several days gives a line for each of them. */
function readCalendar(text: string): NumberedCells[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return events.flatMap((component, index): NumberedCells[] => {
    const event = new ICAL.Event(component)
    const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
    const first = event.startDate.toString().slice(0, 10) as PlainDate
    const until = event.endDate.toString().slice(0, 10)
    const certain = value('status').toUpperCase() === 'TENTATIVE' ? certainWords.uncertain : ''
    const lines: NumberedCells[] = []
    for (let date = first; lines.length < 31 && (date === first || date < until); date = addDays(date, 1)) {
      lines.push({
        row: index + 1,
        cells: [date, value('categories'), event.summary, event.description ?? '', certain],
      })
    }
    return lines
  })
}

export async function writeTableFile(year: number, days: readonly DayOffDraft[], format: TableFormat): Promise<File> {
  const bytes = await bytesOf(year, days, format)
  return new File([bytes], `hari-libur-${year}.${format}`, { type: types[format] })
}

async function bytesOf(
  year: number,
  days: readonly DayOffDraft[],
  format: TableFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'ics') return calendarText(year, days)
  const rows = days.map(tableCells)
  // A cell that begins like a formula must not become one in a spreadsheet.
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

function calendarText(year: number, days: readonly DayOffDraft[]): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Balai//Kalender//ID')
  calendar.addPropertyWithValue('x-wr-calname', `Hari libur ${year}`)
  for (const day of days) {
    const component = new ICAL.Component('vevent')
    const event = new ICAL.Event(component)
    // The same day always has the same identity: a second import of the file adds nothing.
    event.uid = `${day.date}@libur.balai`
    event.summary = day.name
    event.description = day.source
    event.startDate = ICAL.Time.fromDateString(day.date)
    event.endDate = ICAL.Time.fromDateString(addDays(day.date, 1))
    component.addPropertyWithValue('categories', dayOffLabel(day.kind))
    component.addPropertyWithValue('status', day.certain ? 'CONFIRMED' : 'TENTATIVE')
    component.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${year}-01-01T00:00:00`))
    calendar.addSubcomponent(component)
  }
  return `${calendar.toString()}\r\n`
}
