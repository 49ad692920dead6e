import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { periodName } from '../../../../../shared/features/report/period.ts'
import type {
  CellRule,
  Report,
  ReportColumn,
  ReportRow,
  ReportTable,
} from '../../../../../shared/features/report/report.ts'
import { inertText } from '../../../../../shared/kernel/inert-text.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'

const formats = { count: '#,##0', rupiah: '#,##0', percent: '0.00', date: 'dd/mm/yyyy' } as const
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Results of formulas by cell, for programs that do not calculate. */
type Answers = Map<string, number | string>

/**
 * A report as .xlsx: totals and shares are formulas with stored results. Text stays text: a NIK keeps its digits, and nothing is run as a formula.
 */
export async function writeReportWorkbook(report: Report, name: string): Promise<File> {
  const head = report.tables.every(table => table.columns.every(column => column.title === column.key))
    ? []
    : headOf(report)
  const groups = [...Map.groupBy(report.tables, table => table.columns.map(column => column.key).join()).values()]
  const filled = groups.map((tables, index) => filledSheet(tables, head, index === 0 ? 'Laporan' : sheetName(tables)))
  const sheets = [
    ...filled.map(({ sheet }) => sheet),
    { data: keysheet(report), sheet: 'Keterangan', columns: [{ width: 110 }] },
  ]
  const buffer = await writeExcelFile(sheets).toBuffer()
  const answers = filled.map(one => one.answers)
  return new File([withAnswers(new Uint8Array(buffer), answers)], name, { type })
}

/** Tables with the same columns below each other; entries behind figures on an own sheet. */
function filledSheet(tables: readonly ReportTable[], head: readonly Cell[][], sheet: string) {
  const answers: Answers = new Map()
  const data: Cell[][] = [...head]
  for (const table of tables) {
    if (table.title !== '') data.push([{ type: String, value: table.title, fontWeight: 'bold' }])
    data.push(
      table.columns.map(column => ({
        type: String,
        value: column.title,
        fontWeight: 'bold',
        wrap: true,
        alignVertical: 'center',
      })),
    )
    writeRows(data, table, answers)
    data.push([])
  }
  return {
    answers,
    sheet: {
      data,
      sheet,
      orientation: 'landscape' as const,
      columns: widths(tables),
      stickyRowsCount: head.length + (tables.length === 1 && tables[0]?.title === '' ? 1 : 0),
    },
  }
}

/** Excel allows 31 characters and none of these. */
function sheetName([first]: readonly ReportTable[]): string {
  return (
    (first?.title ?? '')
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Rincian'
  )
}

function headOf(report: Report): Cell[][] {
  const line = (value: string): Cell[] => [{ type: String, value }]
  return [
    [{ type: String, value: report.title, fontWeight: 'bold', fontSize: 14 }],
    line(periodName(report.period)),
    line(
      `Keadaan ${longDate(report.asOf.slice(0, 10) as PlainDate)} pukul ${report.asOf.slice(11, 16).replace(':', '.')}`,
    ),
    [],
  ]
}

function keysheet(report: Report): Cell[][] {
  const lines = [
    report.title,
    periodName(report.period),
    `Keadaan ${report.asOf.replace('T', ' ')}`,
    report.countedBy,
    ...report.notes,
    ...report.definitions,
  ]
  return lines.map(value => [{ type: String, value: inertText(value), wrap: true }])
}

function widths(tables: readonly ReportTable[]): { width: number }[] {
  const count = Math.max(...tables.map(table => table.columns.length))
  return Array.from({ length: count }, (_, index) => {
    const own = tables.flatMap(table => {
      const column = table.columns[index]
      if (!column) return []
      const texts = table.rows.slice(0, 400).map(row => String(row.cells[column.key] ?? '').length)
      return [Math.max(...texts, Math.ceil(column.title.length / 2), 4) + (column.kind === 'rupiah' ? 5 : 2)]
    })
    return { width: Math.min(52, Math.max(...own, 5)) }
  })
}

function writeRows(data: Cell[][], table: ReportTable, answers: Answers): void {
  const first = data.length
  const place = (row: number, column: number) => `${letters(column)}${first + row + 1}`
  const at = (key: string) => table.columns.findIndex(column => column.key === key)
  let since = 0
  const summed: number[] = []
  table.rows.forEach((row, index) => {
    if (row.kind === 'group') since = index + 1
    const bold = row.kind !== 'row' && row.kind !== 'beside'
    data.push(
      table.columns.map((column, position): Cell => {
        const value = row.cells[column.key]
        const formula = formulaOf(table, row, column, { index, position, since, summed, place, at })
        if (formula === null || value === undefined) return plainCell(value, column, bold)
        answers.set(
          place(index, position),
          column.kind === 'percent' ? (value === null ? '–' : Number(value) / 100) : Number(value),
        )
        return {
          type: 'Formula',
          value: formula,
          format: formats[column.kind as keyof typeof formats],
          align: 'right',
          ...(bold ? { fontWeight: 'bold' } : {}),
        }
      }),
    )
    if (row.kind === 'subtotal') {
      summed.push(index)
      since = index + 1
    }
  })
}

type Places = {
  index: number
  position: number
  /** First row of the open group. */
  since: number
  /** Rows with subtotals. */
  summed: readonly number[]
  place: (row: number, column: number) => string
  at: (key: string) => number
}

function formulaOf(table: ReportTable, row: ReportRow, column: ReportColumn, places: Places): string | null {
  const { index, position, since, summed, place } = places
  if (column.follows) return followFormula(column.follows, column, places)
  if (row.wholeRow !== undefined && column.kind === 'percent') {
    const part = place(index, position - 1)
    return share(part, place(row.wholeRow, position - 1))
  }
  if (column.kind !== 'count' && column.kind !== 'rupiah') return null
  const sumOf = (from: number, to: number) =>
    addsUp(table, row, column.key, from, to) ? `SUM(${place(from, position)}:${place(to, position)})` : null
  if (row.sumOf) return sumOf(row.sumOf[0], row.sumOf[1])
  if (row.kind === 'subtotal') return index > since ? sumOf(since, index - 1) : null
  if (row.kind !== 'total') return null
  if (summed.length > 0) {
    const parts = summed.reduce((sum, one) => sum + Number(table.rows[one]?.cells[column.key] ?? 0), 0)
    return parts === row.cells[column.key] ? summed.map(one => place(one, position)).join('+') : null
  }
  return sumOf(0, index - 1)
}

/** Only real sums are written as formulas: people who count in two rows count once in the total. */
function addsUp(table: ReportTable, row: ReportRow, key: string, from: number, to: number): boolean {
  const sum = table.rows
    .slice(from, to + 1)
    .reduce((total, one) => total + (one.kind === 'row' ? Number(one.cells[key] ?? 0) : 0), 0)
  return sum === row.cells[key]
}

function followFormula(rule: CellRule, column: ReportColumn, { index, place, at }: Places): string | null {
  const cell = (key: string) => (at(key) < 0 ? null : place(index, at(key)))
  if (rule.rule === 'share') {
    const [part, whole] = [cell(rule.part), cell(rule.whole)]
    return part && whole ? share(part, whole) : null
  }
  if (rule.rule === 'difference') {
    const [from, take] = [cell(rule.from), cell(rule.take)]
    return from && take ? `${from}-${take}` : null
  }
  const of = rule.of.map(cell)
  return column.kind !== 'text' && of.every(one => one !== null) ? of.join('+') : null
}

function share(part: string, whole: string): string {
  // N(), because a division by zero shows '–', which is not 0.
  return `IF(N(${whole})=0,"–",ROUND(${part}/${whole}*100,2))`
}

function plainCell(value: string | number | null | undefined, { kind }: ReportColumn, bold: boolean): Cell {
  const weight = bold ? { fontWeight: 'bold' as const } : {}
  if (value === undefined) return null
  if (value === null)
    return kind === 'text' || kind === 'date' ? null : { type: String, value: '–', align: 'right', ...weight }
  if (kind === 'date') return { type: Date, value: new Date(`${value}T00:00:00Z`), format: formats.date, ...weight }
  if (kind === 'text') return { type: String, value: inertText(String(value)), format: '@', ...weight }
  const number = kind === 'percent' ? Number(value) / 100 : Number(value)
  return {
    type: Number,
    value: number,
    format: Number.isInteger(number) || kind === 'percent' ? formats[kind] : '0.00',
    ...weight,
  }
}

/** 0 → 'A', 26 → 'AA'. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/**
 * The library writes formulas without results, so programs that do not calculate would read empty cells. `answers` has a map for each of the first
 * sheets.
 */
function withAnswers(workbook: Uint8Array, answers: readonly Answers[]): Uint8Array<ArrayBuffer> {
  if (answers.every(own => own.size === 0)) return new Uint8Array(workbook)
  const files = unzipSync(workbook)
  answers.forEach((own, index) => {
    const sheet = Object.keys(files).find(file => file.endsWith(`worksheets/sheet${index + 1}.xml`))
    if (sheet === undefined || !files[sheet]) throw new Error(`the workbook has no sheet ${index + 1}`)
    files[sheet] = strToU8(answeredSheet(strFromU8(files[sheet]), own))
  })
  return new Uint8Array(zipSync(files, { level: 6 }))
}

function answeredSheet(text: string, answers: Answers): string {
  return text.replace(/<c ([^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (whole, attributes: string, formula: string) => {
    const answer = answers.get(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '')
    if (answer === undefined) return whole
    return typeof answer === 'number'
      ? `<c ${attributes}>${formula}<v>${answer}</v></c>`
      : `<c ${attributes} t="str">${formula}<v>${answer}</v></c>`
  })
}
