import { IconCheck, IconX } from '@tabler/icons-react'
import type { Substitute } from '../../../../shared/features/timetable/contract.ts'
import type { Lane, LaneBar } from '../../../ui/rail/rail-lanes.tsx'
import { formatRange } from '../../cohort/teaching-format.ts'

/** Who could substitute on the chosen days. The reason is shown on the days concerned and in full below the name. */
export function substituteLanes(people: readonly Substitute[], days: readonly number[]): Lane[] {
  return people
    .map(({ id, name, detail, problems }): Lane => {
      const here = problems.filter(problem => days.includes(problem.n))
      const reasons = [...Map.groupBy(here, problem => problem.reason)]
      return {
        key: String(id),
        title: name,
        detail:
          reasons.length === 0
            ? detail
            : reasons.map(([why, rows]) => `hari ke-${formatRange(rows.map(row => row.n))}: ${why}`).join('; '),
        refused: here.length > 0,
        bars: barsOf(days, n => here.find(problem => problem.n === n)?.reason ?? null),
      }
    })
    .toSorted((a, b) => Number(a.refused) - Number(b.refused))
}

/** One bar for consecutive days with the same reason or none. */
function barsOf(days: readonly number[], reasonOf: (n: number) => string | null): LaneBar[] {
  const runs: { from: number; to: number; reason: string | null }[] = []
  for (const n of days.toSorted((a, b) => a - b)) {
    const reason = reasonOf(n)
    const last = runs.at(-1)
    if (last && last.to === n - 1 && last.reason === reason) last.to = n
    else runs.push({ from: n, to: n, reason })
  }
  return runs.map(({ from, to, reason }): LaneBar => {
    // Few days have no room for a reason; it is shown below the name.
    const text = reason === null ? 'Bisa' : to - from < 4 ? 'Tidak' : reason
    const icon = reason === null ? IconCheck : IconX
    return { key: String(from), from, to, text, tone: reason === null ? 'ok' : 'err', ...(to > from ? { icon } : {}) }
  })
}
