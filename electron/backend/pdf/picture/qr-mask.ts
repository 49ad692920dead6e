/** Modules of a code, and which of them no mask changes, both row by row. */
type Modules = { size: number; dark: Uint8Array; fixed: Uint8Array }

type Mask = (row: number, column: number) => boolean

/** The eight masks of ISO/IEC 18004, by number. */
const masks: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  row => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/**
 * The fifteen bits of the format information of mask 1, XOR those of mask 0; then the same for masks 2 and 4. The code is linear, so these three give
 * all eight.
 */
const naming = [0x537, 0xa6e, 0x11eb] as const

/** The modules line by line, each line packed into words of 32 bits. */
type Lines = { across: Int32Array; down: Int32Array }

/** By size of the code: what each mask changes in a code that was made with mask 0. */
const changes = new Map<number, { modules: Uint8Array; lines: Lines }[]>()

/**
 * Takes a code that was made with mask 0 and returns it with the mask of the fewest penalty points. The library scores all eight masks cell by cell,
 * a third of the time of a whole certificate. Here 32 modules are scored at once.
 */
export function withBestMask({ size, dark, fixed }: Modules): Uint8Array {
  const known = changes.get(size) ?? masks.map((_, mask) => changeOf(mask, size, fixed))
  changes.set(size, known)
  const given = linesOf(dark, size)
  let best = known[0]
  let least = Number.POSITIVE_INFINITY
  for (const change of known) {
    const points = penalty(
      { across: both(given.across, change.lines.across), down: both(given.down, change.lines.down) },
      size,
    )
    if (points < least) {
      least = points
      best = change
    }
  }
  return dark.map((module, at) => module ^ (best?.modules[at] ?? 0))
}

function changeOf(mask: number, size: number, fixed: Uint8Array): { modules: Uint8Array; lines: Lines } {
  const modules = new Uint8Array(size * size)
  for (let at = 0; at < modules.length; at += 1) {
    const [row, column] = [Math.floor(at / size), at % size]
    if (!fixed[at] && masks[mask]?.(row, column) !== masks[0]?.(row, column)) modules[at] = 1
  }
  const name = naming.reduce((bits, one, index) => bits ^ ((mask >> index) & 1 ? one : 0), 0)
  for (let bit = 0; bit < 15; bit += 1) {
    if (((name >> bit) & 1) === 0) continue
    // The format bits are stored twice, around the finders: down column 8 and along row 8, skipping the timing patterns in row and column 6.
    const row = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit
    const column = bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit
    modules[row * size + 8] = 1
    modules[8 * size + column] = 1
  }
  return { modules, lines: linesOf(modules, size) }
}

function linesOf(modules: Uint8Array, size: number): Lines {
  const words = Math.ceil(size / 32)
  const [across, down] = [new Int32Array(size * words), new Int32Array(size * words)]
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules[row * size + column]) continue
      const [inRow, inColumn] = [row * words + (column >> 5), column * words + (row >> 5)]
      across[inRow] = (across[inRow] ?? 0) | (1 << (column & 31))
      down[inColumn] = (down[inColumn] ?? 0) | (1 << (row & 31))
    }
  }
  return { across, down }
}

function both(a: Int32Array, b: Int32Array): Int32Array {
  return a.map((word, at) => word ^ (b[at] ?? 0))
}

/** Penalty points for runs, patterns like a finder, blocks, and the distance of the dark share from half. */
function penalty({ across, down }: Lines, size: number): number {
  const words = across.length / size
  const twentieths = (across.reduce((sum, word) => sum + ones(word), 0) * 20) / (size * size)
  const balance = Math.abs(Math.ceil(twentieths) - 10) * 10
  return runs(across, size, words) + runs(down, size, words) + blocks(across, size, words) + balance
}

/** Penalty points along the lines: runs of five or more of one colour, and patterns like a finder. */
function runs(lines: Int32Array, size: number, words: number): number {
  const line = (index: number, word: number) => lines[index * words + word] ?? 0
  let points = 0
  for (let word = 0; word < words; word += 1) {
    const inside = insideOf(word, size)
    let before = 0
    for (let index = 0; index + 4 < size; index += 1) {
      const [a, b, c, d, e] = [
        line(index, word),
        line(index + 1, word),
        line(index + 2, word),
        line(index + 3, word),
        line(index + 4, word),
      ]
      const five = ~(a ^ b) & ~(b ^ c) & ~(c ^ d) & ~(d ^ e) & inside
      // Three points for a run of five, one for each further module.
      if (five !== 0) points += ones(five) + 2 * ones(five & ~before)
      before = five
      if (index + 6 >= size) continue
      const finder = a & ~b & c & d & e & ~line(index + 5, word) & line(index + 6, word)
      if (finder === 0) continue
      const light = (from: number) =>
        from < 0 || from + 4 > size
          ? 0
          : ~(line(from, word) | line(from + 1, word) | line(from + 2, word) | line(from + 3, word))
      points += 40 * (ones(finder & light(index + 7)) + ones(finder & light(index - 4)))
    }
  }
  return points
}

/** Penalty points for squares of two by two in one colour. */
function blocks(lines: Int32Array, size: number, words: number): number {
  let points = 0
  for (let index = 0; index + 1 < size; index += 1) {
    for (let word = 0; word < words; word += 1) {
      const at = index * words + word
      const here = lines[at] ?? 0
      const same = ~(here ^ (lines[at + words] ?? 0))
      const isLast = word === words - 1
      const [nextHere, nextBelow] = isLast ? [0, 0] : [lines[at + 1] ?? 0, lines[at + words + 1] ?? 0]
      const right = (here >>> 1) | (nextHere << 31)
      const sameRight = (same >>> 1) | (~(nextHere ^ nextBelow) << 31)
      points += 3 * ones(same & sameRight & ~(here ^ right) & insideOf(word, size - 1))
    }
  }
  return points
}

/** A bit mask of those bits of a word that lie within a line of so many modules. */
function insideOf(word: number, size: number): number {
  const count = size - word * 32
  return count >= 32 ? -1 : count <= 0 ? 0 : (1 << count) - 1
}

function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
