/** Increasing whole numbers as '1-4,7,9-10': 200,000 consecutive numbers need a few characters instead of a megabyte. */
export function writeRanges(rising: ArrayLike<number>): string {
  const ranges: string[] = []
  for (let at = 0; at < rising.length; ) {
    const first = rising[at] ?? 0
    let last = first
    for (at += 1; rising[at] === last + 1; at += 1) last += 1
    ranges.push(first === last ? `${first}` : `${first}-${last}`)
  }
  return ranges.join()
}

export function isInRanges(ranges: string, number: number): boolean {
  return readRanges(ranges).some(([first, last]) => first <= number && number <= last)
}

/** Number of values in these ranges. */
export function countInRanges(ranges: string): number {
  return readRanges(ranges).reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

function readRanges(ranges: string): [number, number][] {
  if (ranges === '') return []
  return ranges.split(',').map(range => {
    const [first = '', last = first] = range.split('-')
    return [Number(first), Number(last)]
  })
}
