/** Whole rupiah for days of presence at a daily rate; people who withdrew are paid for the days until then. */
export function transportMoney(daysPresent: number, rate: number): number {
  return daysPresent * rate
}

/** Ranges of day numbers: [1, 2, 3, 5] → '1–3, 5'. */
export function dayNumberRanges(days: readonly number[]): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
