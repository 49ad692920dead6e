/** What a list of people may take out of the program. Nothing restricted is among them. */
export const exportColumns = [
  'number',
  'nik',
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'education',
  'address',
  'neighbourhood',
  'hamlet',
  'village',
  'district',
  'regency',
  'phone',
  'email',
  'cohort',
  'state',
] as const
export type ExportColumn = (typeof exportColumns)[number]

export const exportColumnLabels: Record<ExportColumn, string> = {
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

/** What an import reads back. */
export const defaultExportColumns: readonly ExportColumn[] = exportColumns.slice(0, 14)
