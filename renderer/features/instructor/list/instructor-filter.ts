import type { Credential, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { compareStandings, type Standing } from '../../../../shared/features/instructor/standing.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'

export type InstructorFilter = 'all' | 'action' | 'teaching' | 'inactive'

/** An instructor with the credential that ends first. */
export type StandingRow = InstructorRow & { standing: Standing<Credential> | null }

export const instructorFilters: readonly { value: InstructorFilter; label: string }[] = [
  { value: 'all', label: 'Semua' },
  { value: 'action', label: 'Perlu tindakan' },
  { value: 'teaching', label: 'Sedang mengajar' },
  { value: 'inactive', label: 'Tidak mengajar lagi' },
]

export function isInstructorFilter(value: unknown): value is InstructorFilter {
  return instructorFilters.some(filter => filter.value === value)
}

/** People who no longer teach are shown only under their own chip. */
export function fitsFilter({ active, standing, cohorts }: StandingRow, filter: InstructorFilter): boolean {
  if (filter === 'inactive') return !active
  if (!active) return false
  if (filter === 'teaching') return cohorts.some(cohort => cohort.status === 'running')
  return filter === 'all' || (standing !== null && standing.state !== 'valid' && standing.state !== 'amber')
}

/** True if every typed word occurs in the name, a trade, or a number, LSP or scheme of a certificate. */
export function fitsText({ name, institution, credentials }: InstructorRow, text: string): boolean {
  const words = foldName(text).split(' ').filter(Boolean)
  const of = ({ number, lsp, scheme, trades }: Credential) => [number, lsp, scheme, ...trades.map(tradeName)]
  const where = foldName([name, institution, ...credentials.flatMap(of)].join(' '))
  return words.every(word => where.includes(word))
}

/** Worst first, then by name. */
export function compareInstructors(a: StandingRow, b: StandingRow): number {
  if (a.standing && b.standing) {
    const worse = compareStandings(a.standing, b.standing)
    if (worse !== 0) return worse
  }
  return a.name.localeCompare(b.name, 'id')
}
