import { keysOf } from '../../kernel/keys-of.ts'

/** Columns that may be exported. None of them is restricted. */
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

/** The columns that an import reads. */
export const defaultExportColumns: readonly ExportColumn[] = exportColumns.slice(0, 14)
