import type { CohortRow, CohortStatus } from '../../../../shared/features/cohort/contract.ts'
import { statusToday } from '../../../../shared/features/cohort/status-today.ts'
import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

export type CohortFilter = 'all' | CohortStatus

/** The chips above the list, in the order of a class's life. */
export const cohortFilters: readonly { value: CohortFilter; label: string }[] = [
  { value: 'all', label: 'Semua' },
  { value: 'running', label: 'Berjalan' },
  { value: 'planned', label: 'Rencana' },
  { value: 'finished', label: 'Menunggu sidang' },
  { value: 'decided', label: 'Selesai' },
  { value: 'cancelled', label: 'Dibatalkan' },
]

export function isCohortFilter(value: unknown): value is CohortFilter {
  return cohortFilters.some(filter => filter.value === value)
}

/** Cancelled classes are shown only under their own chip. The chips use the same states as the badges. */
export function fitsFilter(
  cohort: Pick<CohortRow, 'status' | 'start'>,
  filter: CohortFilter,
  today: PlainDate,
): boolean {
  return filter === 'all' ? cohort.status !== 'cancelled' : statusToday(cohort, today) === filter
}

/** True if every typed word occurs in code, title, program, room or name of an instructor. */
export function fitsText({ code, title, program, room, instructors, year }: CohortRow, text: string): boolean {
  const words = foldName(text).split(' ').filter(Boolean)
  const where = foldName([code, title, program, room ?? '', ...instructors, year].join(' '))
  return words.every(word => where.includes(word))
}

/** Sorts classes that need action first, plans by start date, finished ones newest first. */
export function compareCohorts(a: CohortRow, b: CohortRow, today: PlainDate): number {
  const rank = rankOf(a, today) - rankOf(b, today)
  if (rank !== 0) return rank
  const nearer = a.start < b.start ? -1 : a.start > b.start ? 1 : a.code.localeCompare(b.code)
  return a.start > today ? nearer : -nearer
}

const order: readonly CohortStatus[] = ['running', 'finished', 'planned', 'decided', 'cancelled']

function rankOf(cohort: CohortRow, today: PlainDate): number {
  return order.indexOf(statusToday(cohort, today))
}
