import { fewestShown } from './dimension.ts'

/**
 * Replaces small counts of people by null. If only one is hidden in a row or column, it could be calculated from the sums, so the next smallest is
 * hidden too.
 */
export function suppressSmall(
  cells: readonly (readonly number[])[],
  fewest: number = fewestShown,
): (number | null)[][] {
  const kept: (number | null)[][] = cells.map(row => row.map(value => (value > 0 && value < fewest ? null : value)))
  const width = cells[0]?.length ?? 0
  for (let changed = true; changed; ) {
    changed = false
    const lines = [
      ...kept.map((row, index) => row.map((_, column) => [index, column] as const)),
      ...Array.from({ length: width }, (_, column) => kept.map((_, index) => [index, column] as const)),
    ]
    for (const line of lines) {
      const missing = line.filter(([row, column]) => kept[row]?.[column] === null)
      if (missing.length !== 1) continue
      const [next] = line
        .filter(([row, column]) => (kept[row]?.[column] ?? 0) > 0)
        .toSorted((a, b) => (kept[a[0]]?.[a[1]] ?? 0) - (kept[b[0]]?.[b[1]] ?? 0))
      if (!next) continue
      const own = kept[next[0]]
      if (own) own[next[1]] = null
      changed = true
    }
  }
  return kept
}
