/** A number split where it differs from others: '500.15/', '0001', '/BLK/I/2025'. */
interface NumberParts {
  before: string
  own: string
  after: string
}

/**
 * The part in which the first and last number differ, widened to the whole run of digits. For a single number, or equal numbers, the longest run of
 * digits.
 */
export function numberParts(number: string, other: string): NumberParts {
  const at = [...number].findIndex((sign, index) => sign !== other[index])
  const runs = [...number.matchAll(/\d+/g)].map(match => ({ from: match.index, to: match.index + match[0].length }))
  const run =
    runs.find(one => at >= one.from && at < one.to) ?? runs.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (!run) return { before: number, own: '', after: '' }
  return { before: number.slice(0, run.from), own: number.slice(run.from, run.to), after: number.slice(run.to) }
}

/** 'nomor 0001–0012', or 'nomor 0001' for one. */
export function formatSpan(numbers: readonly string[]): string {
  const first = numbers[0]
  const last = numbers.at(-1)
  if (!first || !last) return ''
  const from = numberParts(first, last).own
  return first === last ? `nomor ${from}` : `nomor ${from}–${numberParts(last, first).own}`
}
