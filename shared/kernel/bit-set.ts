/** A set of whole numbers from 0 up to the size it was made for: one bit each, 32 to a word. */
export type BitSet = Uint32Array

export function noBits(size: number): BitSet {
  return new Uint32Array((size + 31) >>> 5)
}

export function addBit(set: BitSet, value: number): void {
  const word = value >>> 5
  set[word] = (set[word] ?? 0) | (1 << (value & 31))
}

export function removeBit(set: BitSet, value: number): void {
  const word = value >>> 5
  set[word] = (set[word] ?? 0) & ~(1 << (value & 31))
}

/** Intersection of all sets. */
export function inAll(...sets: readonly BitSet[]): BitSet {
  const [first, ...others] = sets
  return (first ?? noBits(0)).map((word, index) => others.reduce((all, set) => all & (set[index] ?? 0), word))
}

export function addAll(set: BitSet, more: BitSet): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] ?? 0) | (more[word] ?? 0)
}

/** The smallest member that is at least `from`, or -1. */
export function nextBit(set: BitSet, from: number): number {
  let word = from >>> 5
  let bits = (set[word] ?? 0) & (-1 << (from & 31))
  while (bits === 0) {
    word += 1
    if (word >= set.length) return -1
    bits = set[word] ?? 0
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits)
}

/** The largest member that is at most `from`, or -1. */
export function previousBit(set: BitSet, from: number): number {
  let word = from >>> 5
  let bits = (set[word] ?? 0) & (-1 >>> (31 - (from & 31)))
  while (bits === 0) {
    word -= 1
    if (word < 0) return -1
    bits = set[word] ?? 0
  }
  return (word << 5) + 31 - Math.clz32(bits)
}

/** The largest member, or -1. */
export function lastBit(set: BitSet): number {
  return set.length === 0 ? -1 : previousBit(set, set.length * 32 - 1)
}

export function isEmpty(set: BitSet): boolean {
  return set.every(word => word === 0)
}

export function sameBits(a: BitSet, b: BitSet): boolean {
  return a.every((word, index) => word === b[index])
}
