import readExcelFile from 'read-excel-file/node'
import type { ImportProblem, ImportReading, ImportRow } from '../../../../shared/features/trainee/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { Refused } from '../../refused.ts'
import { fieldOfColumn, type WorkbookField } from './workbook-columns.ts'
import { readWorkbookRow, type WorkbookCell } from './workbook-row.ts'

const megabytes = 10
const mostRows = 20_000
const headerWithin = 20

type Request = {
  name: string
  bytes: Uint8Array
  sheet: string | null
  today: PlainDate
  known(nik: string): { id: ImportRow['traineeId']; name: string } | undefined
}

type Sheet = { sheet: string; data: WorkbookCell[][] }
type Header = { row: number; titles: string[]; fields: (WorkbookField | null)[] }

/**
 * Reads a list of people from .xlsx and says for every row what an import would do. Writes nothing; formulas, macros and links
 * are never run, only their stored values are read.
 * @throws Refused not_a_workbook, workbook_too_large, sheet_unknown, workbook_without_header
 */
export async function readTraineeWorkbook(request: Request): Promise<ImportReading> {
  if (request.bytes.length > megabytes * 1024 * 1024)
    throw new Refused({ code: 'workbook_too_large', megabytes, rows: mostRows })
  const sheets = await readSheets(request)
  const { sheet, header } = chooseSheet(sheets, request.sheet)
  if (sheet.data.length > mostRows) throw new Refused({ code: 'workbook_too_large', megabytes, rows: mostRows })
  const firstOfNik = new Map<string, number>()
  const rows = sheet.data
    .slice(header.row + 1)
    .map((cells, index) => ({ cells, row: header.row + index + 2 }))
    .filter(({ cells }) => cells.some(cell => cell !== null && cell !== ''))
    .filter(({ cells }) => !isTotal(cells))
    .map(({ cells, row }) =>
      judge(readWorkbookRow(cells, header.fields, request.today), row, firstOfNik, request.known),
    )
  return {
    sheet: sheet.sheet,
    sheets: sheets.map(entry => entry.sheet),
    columns: Object.fromEntries(header.titles.map((title, index) => [title, header.fields[index] ?? null])),
    rows,
    summary: {
      create: count(rows, 'create'),
      match: count(rows, 'match'),
      duplicate: count(rows, 'duplicate'),
      reject: count(rows, 'reject'),
    },
  }
}

async function readSheets({ name, bytes }: Request): Promise<Sheet[]> {
  try {
    // Numbers stay apart from text: a NIK that Excel has taken for a number has lost its last digits.
    const sheets = await readExcelFile(Buffer.from(bytes), { trim: false, parseNumber: text => ({ digits: text }) })
    // The package's types say `typeof Date` where a Date comes.
    return sheets as unknown as Sheet[]
  } catch {
    throw new Refused({ code: 'not_a_workbook', file: name })
  }
}

function chooseSheet(sheets: Sheet[], wanted: string | null): { sheet: Sheet; header: Header } {
  if (wanted !== null && !sheets.some(entry => entry.sheet === wanted)) {
    throw new Refused({ code: 'sheet_unknown', sheet: wanted, sheets: sheets.map(entry => entry.sheet) })
  }
  const candidates = sheets
    .filter(entry => wanted === null || entry.sheet === wanted)
    .flatMap(sheet => {
      const header = findHeader(sheet.data)
      return header ? [{ sheet, header }] : []
    })
  const best = candidates.sort((a, b) => known(b.header) - known(a.header))[0]
  if (!best) throw new Refused({ code: 'workbook_without_header', sheet: wanted ?? sheets[0]?.sheet ?? '' })
  return best
}

function findHeader(data: WorkbookCell[][]): Header | undefined {
  const headers = data.slice(0, headerWithin).map((cells, row) => {
    const titles = cells.map(cell => (typeof cell === 'string' ? cell.trim() : ''))
    return { row, titles, fields: withoutRepeats(titles.map(fieldOfColumn)) }
  })
  return headers
    .filter(header => header.fields.includes('nik') && header.fields.includes('name'))
    .sort((a, b) => known(b) - known(a))[0]
}

/** Two columns of one name: the first counts. */
function withoutRepeats(fields: (WorkbookField | null)[]): (WorkbookField | null)[] {
  return fields.map((field, index) => (fields.indexOf(field) === index ? field : null))
}

function known(header: Header): number {
  return header.fields.filter(field => field !== null).length
}

function isTotal(cells: WorkbookCell[]): boolean {
  const first = cells.find(cell => cell !== null && cell !== '')
  return typeof first === 'string' && /^(jumlah|total)\b/i.test(first.trim())
}

function judge(
  read: Omit<ImportRow, 'row' | 'status' | 'traineeId'>,
  row: number,
  firstOfNik: Map<string, number>,
  known: Request['known'],
): ImportRow {
  if (read.draft === null) return { ...read, row, status: 'reject', traineeId: null }
  const earlier = firstOfNik.get(read.nik)
  if (earlier !== undefined) {
    const problem: ImportProblem = {
      field: 'nik',
      code: 'duplicate_in_file',
      severity: 'error',
      message: `NIK sama dengan baris ${earlier}.`,
    }
    return { ...read, row, status: 'duplicate', traineeId: null, problems: [...read.problems, problem] }
  }
  firstOfNik.set(read.nik, row)
  const present = known(read.nik)
  if (!present) return { ...read, row, status: 'create', traineeId: null }
  const problem: ImportProblem = {
    field: 'nik',
    code: 'known',
    severity: 'warning',
    message: `Sudah terdaftar: ${present.name}.`,
  }
  return { ...read, row, status: 'match', traineeId: present.id, problems: [...read.problems, problem] }
}

function count(rows: ImportRow[], status: ImportRow['status']): number {
  return rows.filter(row => row.status === status).length
}
