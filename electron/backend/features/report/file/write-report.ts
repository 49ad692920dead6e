import Papa from 'papaparse'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Report } from '../../../../../shared/features/report/report.ts'
import { inertText } from '../../../../../shared/kernel/inert-text.ts'
import { drawReport, type ReportPaperFacts } from '../documents/report-paper.ts'
import { writeReportWorkbook } from './write-report-workbook.ts'

export type ReportFormat = 'xlsx' | 'pdf' | 'csv'

/** Plain data for a thread. */
export type ReportToWrite = { report: Report; facts: ReportPaperFacts; size: PaperSize; format: ReportFormat }

export async function writeReport({
  report,
  facts,
  size,
  format,
}: ReportToWrite): Promise<{ bytes: Uint8Array<ArrayBuffer>; warnings: string[] }> {
  if (format === 'pdf') {
    const paper = drawReport(report, facts, size)
    return { bytes: Uint8Array.from(paper.bytes), warnings: paper.warnings }
  }
  const name = `laporan.${format}`
  const file = format === 'csv' ? writeReportCsv(report, name) : await writeReportWorkbook(report, name)
  return { bytes: new Uint8Array(await file.arrayBuffer()), warnings: [] }
}

/**
 * A report as CSV for other programs: UTF-8, commas, one head row, dates 'YYYY-MM-DD', decimal points, empty for unknown. Further tables follow after
 * an empty line, each with its head.
 */
function writeReportCsv(report: Report, name: string): File {
  const parts = report.tables.map(({ columns, rows }) => {
    const lines = rows
      .filter(row => row.kind !== 'group')
      .map(row =>
        columns.map(({ key, kind }) => {
          const value = row.cells[key]
          if (value === null || value === undefined) return ''
          if (kind === 'percent') return (Number(value) / 100).toFixed(2)
          return typeof value === 'number' ? String(value) : inertText(value)
        }),
      )
    return Papa.unparse({ fields: columns.map(column => column.title), data: lines }, { newline: '\r\n' })
  })
  return new File([`${parts.join('\r\n\r\n')}\r\n`], name, { type: 'text/csv' })
}
