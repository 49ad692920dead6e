interface PlacedDigits {
  /** Index of the group's first digit in the whole number. */
  start: number
  /** The digits that are there, at most as many as the group holds. */
  digits: string
}

/** Cuts a number into groups of the given lengths; what is longer than all groups belongs to none. */
export function placeDigits(value: string, lengths: readonly number[]): PlacedDigits[] {
  let start = 0
  return lengths.map(length => {
    const placed = { start, digits: value.slice(start, start + length) }
    start += length
    return placed
  })
}
