import writeExcelFile from 'write-excel-file/node'
import { type ExportColumn, exportColumnLabels } from '../../../../shared/features/trainee/export-columns.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels } from '../../../../shared/features/trainee/trainee.ts'
import { formatTraineeState } from '../../../../shared/features/trainee/trainee-state-format.ts'
import { inertText } from '../../../../shared/kernel/inert-text.ts'
import { findVillage } from '../../region/villages.ts'
import type { ExportedTrainee } from './trainee-store.ts'

const cells: Record<ExportColumn, { width: number; text: (row: ExportedTrainee, index: number) => string }> = {
  number: { width: 5, text: (_, index) => String(index + 1) },
  nik: { width: 20, text: row => row.nik },
  name: { width: 30, text: row => inertText(row.name) },
  birthPlace: { width: 18, text: row => inertText(row.birthPlace) },
  birthDate: {
    width: 12,
    text: ({ birthDate }) => `${birthDate.slice(8)}/${birthDate.slice(5, 7)}/${birthDate.slice(0, 4)}`,
  },
  sex: { width: 5, text: row => row.sex },
  education: { width: 14, text: row => (row.education ? educationLabels[row.education] : '') },
  address: { width: 34, text: row => inertText(row.address) },
  neighbourhood: { width: 5, text: row => row.neighbourhood },
  hamlet: { width: 5, text: row => row.hamlet },
  village: { width: 18, text: row => findVillage(row.villageCode)?.village ?? '' },
  district: { width: 18, text: row => findVillage(row.villageCode)?.district ?? '' },
  regency: { width: 20, text: row => findVillage(row.villageCode)?.regency ?? '' },
  phone: { width: 18, text: row => (row.phone ? showPhone(row.phone) : '') },
  email: { width: 26, text: row => inertText(row.email) },
  cohort: { width: 24, text: row => inertText(row.cohort ?? '') },
  state: { width: 20, text: row => formatTraineeState(row.state) },
}

/** The list as .xlsx. Every cell is text, so that NIK and telephone keep their digits and nothing is run as a formula. */
export async function writeTraineeWorkbook(
  rows: readonly ExportedTrainee[],
  columns: readonly ExportColumn[],
  name = 'daftar-peserta.xlsx',
): Promise<File> {
  const head = columns.map(column => ({ type: String, value: exportColumnLabels[column], fontWeight: 'bold' as const }))
  const body = rows.map((row, index) =>
    columns.map(column => ({ type: String, value: cells[column].text(row, index), format: '@' })),
  )
  const buffer = await writeExcelFile([head, ...body], {
    sheet: 'Peserta',
    columns: columns.map(column => ({ width: cells[column].width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new File([new Uint8Array(buffer)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
