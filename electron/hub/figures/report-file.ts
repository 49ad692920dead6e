import Papa from 'papaparse'
import type { ReportAnswer, ReportQuestion } from '../../../shared/features/hub/hub-contract.ts'
import { inertText } from '../../../shared/kernel/inert-text.ts'
import { workbookFile } from '../../backend/files/list-columns.ts'
import { writeList } from '../../backend/files/list-workbook.ts'

const nameOf = (question: ReportQuestion, ending: string) => `laporan-pusat-${question.from}-${question.to}.${ending}`
const shown = (value: number | null) => value ?? '< 5'

export async function workbookOf(answer: ReportAnswer, question: ReportQuestion): Promise<File> {
  const keys = answer.head.length - answer.total.length
  const rows = [
    ...answer.rows.map(row => [...row.keys, ...row.values.map(shown)]),
    [...(keys > 0 ? ['Jumlah', ...Array.from({ length: keys - 1 }, () => '')] : []), ...answer.total.map(shown)],
  ]
  const columns = answer.head.map((head, column) => ({ head, width: column < keys ? 32 : 16 }))
  return workbookFile([await writeList({ sheet: 'Laporan', columns, rows })], nameOf(question, 'xlsx'))
}

export function csvOf(answer: ReportAnswer, question: ReportQuestion): File {
  const data = answer.rows.map(row => [...row.keys.map(inertText), ...row.values.map(shown)])
  return new File(
    [`${Papa.unparse({ fields: answer.head, data }, { newline: '\r\n' })}\r\n`],
    nameOf(question, 'csv'),
    { type: 'text/csv' },
  )
}
