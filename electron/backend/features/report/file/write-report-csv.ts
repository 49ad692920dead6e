import Papa from 'papaparse'
import type { Report } from '../../../../../shared/features/report/report.ts'
import { inertText } from '../../../../../shared/kernel/inert-text.ts'

/**
 * A report as CSV for other programs: UTF-8, commas, one head row, dates 'YYYY-MM-DD', decimal points, empty for unknown. Further tables follow after
 * an empty line, each with its head.
 */
export function writeReportCsv(report: Report, name: string): File {
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
