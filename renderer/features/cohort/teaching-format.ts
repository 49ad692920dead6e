import type { CohortDay } from '../../../shared/features/cohort/contract.ts'

/** 'Rina Marliana', or with days when several teach: 'Rina Marliana hari ke-1 s.d. 5, Sari Dewi hari ke-6 s.d. 15'. */
export function formatTeaching(days: readonly Pick<CohortDay, 'n' | 'instructors'>[]): string {
  const byName = new Map<string, number[]>()
  for (const { n, instructors } of days)
    for (const { name } of instructors) byName.set(name, [...(byName.get(name) ?? []), n])
  return [...byName]
    .map(([name, numbers]) => (numbers.length === days.length ? name : `${name} hari ke-${formatRange(numbers)}`))
    .join(', ')
}

/** '1 s.d. 5, 7, 9'; the numbers must be sorted. */
export function formatRange(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return runs
    .map(({ from, to }) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from} s.d. ${to}`))
    .join(', ')
}
