import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { Report } from '../../../../../shared/features/report/report.ts'
import { drawReport, type ReportPaperFacts } from '../documents/report-paper.ts'
import { writeReportCsv } from './write-report-csv.ts'
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
