import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { type HistoryMark, historyFoot } from '../../../../../shared/facts/history-mark.ts'
import { fundingSourceName } from '../../../../../shared/features/activity/funding-source.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Signatory } from '../../../../../shared/features/centre/signatory.ts'
import { isNamed, isReportKey } from '../../../../../shared/features/report/official.ts'
import { periodName } from '../../../../../shared/features/report/period.ts'
import type { Report, ReportRow, ReportTable } from '../../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../../shared/features/report/report-format.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../../shared/kernel/time.ts'
import { type ListPaper, listPart, openListSheet } from '../../../paper-kit/list-paper.ts'
import { drawParts, type Grid } from '../../../paper-kit/paper-sheet.ts'
import { byHead, leftOfSignature, type SignOffRequest } from '../../../paper-kit/signature-blocks.ts'
import { drawContinuedTitle } from '../../../pdf/page/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Cell, Row } from '../../../pdf/table/table.ts'
import { wrapText } from '../../../pdf/text/text-measure.ts'
import { fitsUprightSheet, reportColumns } from './report-columns.ts'

export type ReportPaperFacts = {
  centre: CentreFacts
  head: Signatory
  printedAt: string
  /** Null until settled: number and date are then written by hand. */
  settled: { number: string; on: PlainDate } | null
  history: HistoryMark | null
}

const noteStyle = { face: 'arimo', size: 7.5, colour: colours.grey } as const
const noteLeading = 3.4

/** A report with letterhead, tables, definitions and signature. */
export function drawReport(report: Report, facts: ReportPaperFacts, size: PaperSize): DrawnPaper {
  const joined = joinedTables(report.tables)
  const grid: Grid = joined.every(table => fitsUprightSheet(table, uprightWidth[size])) ? 'list' : 'wide'
  const subject = { ...facts, title: periodName(report.period) }
  const sheet = openListSheet(subject, size, grid, report.title)
  sheet.addPage()
  const parts = joined.map((table, index) => {
    const paper = paperOf(report, facts, table, index === joined.length - 1)
    return listPart(sheet, subject, size, index === 0 ? paper : continued(paper, table))
  })
  drawParts(sheet, parts)
  return sheet.finish()
}

/** Between the margins of the grid 'list', in mm. */
const uprightWidth = { A4: 175, F4: 180 } as const

/** A further table starts with its own title, because only the first page has the letterhead. */
function continued(paper: ListPaper, table: ReportTable): ListPaper {
  return {
    ...paper,
    head: sheet => ({
      end: sheet.top + 7.7,
      draw: () => drawContinuedTitle(sheet, sheet.top + 5, sheet.right, paper.title, table.title),
    }),
  }
}

/** Tables with the same figures are joined into one, each with its title. */
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
  const isHandedIn = isReportKey(report.key) && !isNamed(report.key)
  return {
    name: report.title,
    // The code first, because it proves the file; a long title may be cut.
    footer: [historyFoot(facts.history), report.title].filter(Boolean).join(' · '),
    title: report.title.toUpperCase(),
    subtitle: [table.title, periodName(report.period)].filter(Boolean).join(' · '),
    info: [
      // By hand until settled.
      ...(settled || isHandedIn ? [{ label: 'Nomor', value: settled?.number ?? '' }] : []),
      {
        label: 'Keadaan',
        value: `${longDate(report.asOf.slice(0, 10) as PlainDate)} pukul ${showTime(report.asOf.slice(11, 16))}`,
      },
      ...(report.fundingSource ? [{ label: 'Sumber dana', value: fundingSourceName(report.fundingSource) }] : []),
      { label: 'Penghitungan', value: report.countedBy },
    ],
    table: usable => reportColumns(table, usable),
    rows: usable => rowsOf(table, reportColumns(table, usable).size),
    ...(isLast ? { signOff: sheet => signOffOf(sheet, report, facts) } : {}),
  }
}

/** The head signs at the right, with the definitions beside, so that they do not need an extra page. */
function signOffOf(sheet: Sheet, report: Report, { centre, head, settled }: ReportPaperFacts): SignOffRequest {
  const width = leftOfSignature(sheet) - sheet.left
  const lines = [...report.notes, ...report.definitions].flatMap(text => wrapText(text, noteStyle, width))
  return byHead(
    { centre, head, signedOn: settled?.on ?? null },
    {
      rank: true,
      lead: 9,
      noteHeight: 4.4 + lines.length * noteLeading,
      note: y => {
        lines.forEach((line, index) => {
          sheet.text(line, sheet.left, y + 4.4 + index * noteLeading, noteStyle)
        })
      },
    },
  )
}

function rowsOf({ columns, rows }: ReportTable, size: number): Row[] {
  return rows.map((row): Row => {
    if (row.kind === 'group')
      return {
        height: 5.6,
        tint: colours.pale,
        leads: true,
        cells: [{ text: String(row.cells.name ?? ''), span: columns.length, face: 'arimo-bold', align: 'left', size }],
      }
    const face = row.kind === 'row' || row.kind === 'beside' ? 'arimo' : 'arimo-bold'
    return {
      height: 5.6,
      ...(row.kind === 'total' ? { tint: colours.tint } : row.kind === 'subtotal' ? { tint: colours.pale } : {}),
      cells: columns.map((column): Cell => {
        const value = row.cells[column.key]
        // A total has no cell for number and date of a row.
        return { text: value === undefined ? '' : formatCell(value, column.kind), face }
      }),
    }
  })
}
