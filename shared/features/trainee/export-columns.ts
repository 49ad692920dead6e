import { keysOf } from '../../kernel/keys-of.ts'

/** What a list of people may take out of the program. Nothing restricted is among them. */
export const exportColumnLabels = {
  number: 'No',
  nik: 'NIK',
  name: 'Nama',
  birthPlace: 'Tempat Lahir',
  birthDate: 'Tgl Lahir',
  sex: 'L/P',
  education: 'Pendidikan',
  address: 'Alamat',
  neighbourhood: 'RT',
  hamlet: 'RW',
  village: 'Kelurahan',
  district: 'Kecamatan',
  regency: 'Kota',
  phone: 'No HP',
  email: 'Email',
  cohort: 'Kelas Terakhir',
  state: 'Keadaan',
}
export type ExportColumn = keyof typeof exportColumnLabels
export const exportColumns = keysOf(exportColumnLabels)

/** What an import reads back. */
export const defaultExportColumns: readonly ExportColumn[] = exportColumns.slice(0, 14)
