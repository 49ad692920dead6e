import writeExcelFile from 'write-excel-file/node'
import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { showPhone } from '../../../../shared/features/trainee/phone.ts'
import { educationLabels, type TraineeDraft } from '../../../../shared/features/trainee/trainee.ts'

export type TraineeExportRow = Omit<TraineeDraft, 'villageCode'> & { place: Village | null }

const header = [
  'No',
  'NIK',
  'Nama',
  'Tempat Lahir',
  'Tgl Lahir',
  'L/P',
  'Pendidikan',
  'Alamat',
  'RT',
  'RW',
  'Kelurahan',
  'Kecamatan',
  'Kota',
  'No HP',
]
const widths = [5, 20, 30, 18, 12, 5, 14, 34, 5, 5, 18, 18, 20, 18]

/** The list as .xlsx. Every cell is text, so that NIK and telephone keep their digits and no name is run as a formula. */
export async function writeTraineeWorkbook(
  rows: readonly TraineeExportRow[],
  name = 'daftar-peserta.xlsx',
): Promise<File> {
  const cells = rows.map((row, index) =>
    [
      String(index + 1),
      row.nik,
      row.name,
      row.birthPlace,
      `${row.birthDate.slice(8)}/${row.birthDate.slice(5, 7)}/${row.birthDate.slice(0, 4)}`,
      row.sex,
      row.education ? educationLabels[row.education] : '',
      row.address,
      row.neighbourhood,
      row.hamlet,
      row.place?.village ?? '',
      row.place?.district ?? '',
      row.place?.regency ?? '',
      row.phone ? showPhone(row.phone) : '',
    ].map(value => ({ type: String, value, format: '@' })),
  )
  const data = [header.map(value => ({ type: String, value, fontWeight: 'bold' as const })), ...cells]
  const buffer = await writeExcelFile(data, {
    sheet: 'Peserta',
    columns: widths.map(width => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
  return new File([new Uint8Array(buffer)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
