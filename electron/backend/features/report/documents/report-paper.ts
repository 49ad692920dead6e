import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { type HistoryMark, historyFoot } from '../../../../../shared/facts/history-mark.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import { periodName } from '../../../../../shared/features/report/period.ts'
import type { Report, ReportColumn, ReportRow, ReportTable } from '../../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../../shared/features/report/report-format.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../../shared/kernel/time.ts'
import { drawList, type ListPaper, openListSheet } from '../../../paper-kit/list-paper.ts'
import type { Grid } from '../../../paper-kit/paper-sheet.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Cell, Column, Row, Table } from '../../../pdf/table/table.ts'
import { textWidth, wrapText } from '../../../pdf/text/text-measure.ts'

export type ReportPaperFacts = {
  centre: CentreFacts
  head: Signatory
  printedAt: string
  /** Null while it is not settled: the number and the day are written by hand. */
  settled: { number: string; on: PlainDate } | null
  history: HistoryMark | null
}

const noteStyle = { face: 'arimo', size: 7.5, colour: colours.grey } as const
const noteLeading = 3.4

/** A report with letterhead, its tables, what the figures mean, and the official who signs. */
export function drawReport(report: Report, facts: ReportPaperFacts, size: PaperSize): DrawnPaper {
  const grid: Grid = widest(report) > 9 ? 'wide' : 'list'
  const subject = { ...facts, title: periodName(report.period) }
  const sheet = openListSheet(subject, size, grid, report.title)
  const joined = joinedTables(report.tables)
  joined.forEach((table, index) => {
    const isLast = index === joined.length - 1
    drawList(sheet, subject, size, paperOf(report, facts, table, isLast))
  })
  return sheet.finish()
}

function widest({ tables }: Report): number {
  return Math.max(...tables.map(table => table.columns.length))
}

/** Tables with the same figures stand below each other in one, each under its title. */
function joinedTables(tables: readonly ReportTable[]): ReportTable[] {
  const [first, ...others] = tables
  const keys = (table: ReportTable) => table.columns.map(column => column.key).join()
  if (!first || others.length === 0 || others.some(table => keys(table) !== keys(first))) return [...tables]
  const titled = (table: ReportTable): ReportRow[] => [
    { kind: 'group', cells: { name: table.title }, filters: null },
    ...table.rows,
  ]
  const name = first.columns.map(column => (column.key === 'name' ? { ...column, title: 'Uraian' } : column))
  return [{ title: '', columns: name, rows: tables.flatMap(titled) }]
}

function paperOf(report: Report, facts: ReportPaperFacts, table: ReportTable, isLast: boolean): ListPaper {
  const { settled } = facts
  return {
    name: report.title,
    footer: [report.title, historyFoot(facts.history)].filter(Boolean).join(' · '),
    title: report.title.toUpperCase(),
    subtitle: [table.title, periodName(report.period)].filter(Boolean).join(' · '),
    info: [
      ...(settled ? [{ label: 'Nomor', value: settled.number }] : []),
      {
        label: 'Keadaan',
        value: `${longDate(report.asOf.slice(0, 10) as PlainDate)} pukul ${showTime(report.asOf.slice(11, 16))}`,
      },
      { label: 'Penghitungan', value: report.countedBy },
    ],
    table: usable => tableOf(table, usable),
    rows: rowsOf(table),
    ...(isLast
      ? {
          signOff: sheet => {
            const lines = [...report.notes, ...report.definitions].flatMap(text =>
              wrapText(text, noteStyle, sheet.right - sheet.left),
            )
            return byHead(
              { centre: facts.centre, head: facts.head, signedOn: settled?.on ?? null },
              {
                rank: true,
                lead: 9 + lines.length * noteLeading,
                note: y => {
                  lines.forEach((line, index) => {
                    sheet.text(line, sheet.left, y + 4.4 + index * noteLeading, noteStyle)
                  })
                },
              },
            )
          },
        }
      : {}),
  }
}

const cellSize = 8

/** Figures get the width of their widest; what is left goes to the texts by the length of what they hold. */
function tableOf(table: ReportTable, usable: number): Table {
  const need = table.columns.map(column => needOf(table, column))
  const fixed = table.columns.map((column, index) => (isText(column) ? null : Math.min(need[index] ?? 0, 30)))
  const rest = usable - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0)
  const wanted = table.columns.map((column, index) => (isText(column) ? Math.min(need[index] ?? 0, 60) : 0))
  const all = wanted.reduce((sum, width) => sum + width, 0)
  const widths = table.columns.map((_, index) => fixed[index] ?? ((wanted[index] ?? 0) * rest) / all)
  return {
    columns: table.columns.map(
      (column, index): Column => ({
        title: headLines(column.title, widths[index] ?? 0),
        width: widths[index] ?? 0,
        align: alignOf(column),
        size: cellSize,
      }),
    ),
    headHeight: 9.4,
  }
}

function isText({ kind, key }: ReportColumn): boolean {
  return kind === 'text' && key !== 'no'
}

function alignOf(column: ReportColumn): 'left' | 'center' | 'right' {
  return isText(column) ? 'left' : column.kind === 'date' || column.key === 'no' ? 'center' : 'right'
}

function needOf(table: ReportTable, column: ReportColumn): number {
  const texts = table.rows.map(row => formatCell(row.cells[column.key] ?? null, column.kind))
  const style = { face: 'arimo-bold', size: cellSize } as const
  const head = Math.max(...column.title.split(/[ /]/).map(word => textWidth(word, { face: 'arimo-bold', size: 8 })))
  return Math.max(head + 2.2, ...texts.map(text => textWidth(text, style) + 3.6), column.key === 'no' ? 8 : 11)
}

function headLines(title: string, width: number): Column['title'] {
  const style = { face: 'arimo-bold', size: 8 } as const
  return wrapText(title, style, width - 1.4).map(text => ({ text, ...style }))
}

function rowsOf({ columns, rows }: ReportTable): Row[] {
  return rows.map((row): Row => {
    if (row.kind === 'group')
      return {
        height: 5.6,
        tint: colours.pale,
        cells: [{ text: String(row.cells.name ?? ''), span: columns.length, face: 'arimo-bold', size: cellSize }],
      }
    const face = row.kind === 'row' || row.kind === 'beside' ? 'arimo' : 'arimo-bold'
    return {
      height: 5.6,
      ...(row.kind === 'total' ? { tint: colours.tint } : row.kind === 'subtotal' ? { tint: colours.pale } : {}),
      cells: columns.map((column): Cell => {
        const value = row.cells[column.key]
        // A sum has no cell for what only rows have: no number, no date.
        return { text: value === undefined ? '' : formatCell(value, column.kind), face }
      }),
    }
  })
}
