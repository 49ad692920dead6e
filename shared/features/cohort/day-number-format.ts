/** 'hari ke-15', 'hari ke-11 s.d. 15', 'hari ke-3, 5'; with a capital at the beginning of a sentence. */
export function formatDayNumber(numbers: readonly number[], capital = false): string {
  const runs: [number, number][] = []
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && n <= run[1] + 1) run[1] = n
    else runs.push([n, n])
  }
  const words = runs.map(([first, last]) =>
    first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first} s.d. ${last}`,
  )
  return `${capital ? 'Hari' : 'hari'} ke-${words.join(', ')}`
}
