import type { FactColumn, FactKey } from './fact.ts'

type Unit = 'orang' | 'kelas' | 'JP' | 'orang-JP' | 'hari' | 'Rp' | 'lembar' | 'kegiatan' | 'catatan' | 'orang-hari'

/**
 * One figure and the only place that says what it is: rows of a fact that fulfil all conditions, or the sum of a column of them, or how
 * many different values a column has (then the parts may add to more than the whole).
 */
export type Measure = {
  label: string
  unit: Unit
  fact: FactKey
  sum?: FactColumn
  distinct?: FactColumn
  where?: Partial<Record<FactColumn, readonly (string | number)[]>>
  /** Only graduates whose turn at that month has come. */
  due?: 3 | 6 | 12 | 'any'
  /** How it is counted, for the foot of reports and the page. */
  definition: string
}

/** Statuses of graduates who answered, and of those at work. */
export const answeredStatuses = ['EMPLOYED', 'SELF_EMPLOYED', 'STUDYING', 'NOT_WORKING', 'HOMEMAKING']
export const workingStatuses = ['EMPLOYED', 'SELF_EMPLOYED']
export const passed = { outcome: ['passed'] }
