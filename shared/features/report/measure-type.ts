import type { FactColumn, FactKey } from './fact.ts'

type Unit = 'orang' | 'kelas' | 'JP' | 'orang-JP' | 'hari' | 'Rp' | 'lembar' | 'kegiatan' | 'catatan' | 'orang-hari'

/**
 * The only definition of a figure: rows of a fact that meet all conditions, or the sum of a column, or the number of distinct values of a column (in
 * which case parts may add to more than the whole).
 */
export type Measure = {
  label: string
  unit: Unit
  fact: FactKey
  sum?: FactColumn
  distinct?: FactColumn
  where?: Partial<Record<FactColumn, readonly (string | number)[]>>
  /** Only graduates who are due at that month. */
  due?: 3 | 6 | 12 | 'any'
  /** Definition as text, for the foot of reports and the page. */
  definition: string
}

/** Statuses that count as answered, and those that count as working. */
export const answeredStatuses = ['EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING']
export const workingStatuses = ['EMPLOYED', 'SELF_EMPLOYED']
export const passed = { outcome: ['passed'] }
