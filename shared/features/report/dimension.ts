import { keysOf } from '../../kernel/keys-of.ts'
import { type FactColumn, hasColumn } from './fact.ts'
import { type MeasureKey, measures } from './measure.ts'

type Dimension = {
  label: string
  column: FactColumn
  /** Sensitive data (UU 27/2022): cells with fewer than `fewestShown` people are hidden. */
  restricted?: true
  /** Values have no order of their own: tables sort them by count, largest first. */
  ranked?: true
}

const declared = {
  trade: { label: 'Kejuruan', column: 'trade', ranked: true },
  program: { label: 'Program', column: 'program', ranked: true },
  class: { label: 'Kelas', column: 'class' },
  source: { label: 'Sumber dana', column: 'source' },
  activity: { label: 'Kegiatan', column: 'activity', ranked: true },
  account: { label: 'Kode rekening', column: 'account', ranked: true },
  instructor: { label: 'Instruktur', column: 'instructor', ranked: true },
  teacher: { label: 'Instruktur yang mengajar', column: 'teacher', ranked: true },
  district: { label: 'Kecamatan', column: 'district', ranked: true },
  village: { label: 'Kelurahan', column: 'village', ranked: true },
  sex: { label: 'L/P', column: 'sex' },
  age: { label: 'Usia', column: 'age' },
  education: { label: 'Pendidikan', column: 'education' },
  target: { label: 'Sasaran', column: 'target' },
  decile: { label: 'Desil (1 paling miskin)', column: 'decile', restricted: true },
  stunting: { label: 'Keluarga stunting', column: 'stunting', restricted: true },
  outcome: { label: 'Hasil', column: 'outcome' },
  latest: { label: 'Kabar lulusan', column: 'latest' },
  month: { label: 'Bulan', column: 'month' },
  quarter: { label: 'Triwulan', column: 'quarter' },
  semester: { label: 'Semester', column: 'semester' },
  year: { label: 'Tahun', column: 'year' },
} as const satisfies Record<string, Dimension>

export type DimensionKey = keyof typeof declared
export const dimensions: Readonly<Record<DimensionKey, Dimension>> = declared
export const dimensionKeys = keysOf(dimensions)

export const fewestShown = 3

/** Whether a measure can be divided or filtered by it. */
export function divides(dimension: DimensionKey, measure: MeasureKey): boolean {
  return hasColumn(measures[measure].fact, dimensions[dimension].column)
}

export function isRestricted(dimension: DimensionKey): boolean {
  return dimensions[dimension].restricted === true
}

export function isRanked(dimension: DimensionKey): boolean {
  return dimensions[dimension].ranked === true
}

/** Age groups of reports, by their first year. */
export const ageBands = [
  { from: 0, label: 'di bawah 18' },
  { from: 18, label: '18–24' },
  { from: 25, label: '25–34' },
  { from: 35, label: '35–44' },
  { from: 45, label: '45–54' },
  { from: 55, label: '55 ke atas' },
] as const
