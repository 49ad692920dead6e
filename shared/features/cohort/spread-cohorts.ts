import { type BitSet, nextBit, noBits, previousBit } from '../../kernel/bit-set.ts'
import { boardWith, type CohortBoard, type Placement, possibleChoices, put, startsOf } from './cohort-board.ts'
import { lastStart, type StartField } from './start-field.ts'

type Choices = ReturnType<typeof possibleChoices>
type Wish = { wanted: number; start: number }

/**
 * Places classes one by one where they are spread best over their windows, those with the fewest choices first. Fast and even, but may leave out
 * classes that a tighter plan would hold.
 */
export function spreadCohorts(field: StartField, counts: readonly number[]): Placement[] {
  const choices = possibleChoices(field)
  const board = boardWith(field, [])
  const placed: Placement[] = []
  const fewestChoices = (a: Wish, b: Wish) => (choices[a.wanted]?.length ?? 0) - (choices[b.wanted]?.length ?? 0)
  for (const wish of wishes(field, counts).toSorted(fewestChoices)) {
    const placement = nearest(field, board, choices, placed, wish)
    if (!placement) continue
    put(board, placement)
    placed.push(placement)
  }
  return placed
}

/** Spreads a tight plan: every class moves as close as possible to its ideal first day; none is lost. */
export function loosened(field: StartField, counts: readonly number[], tight: readonly Placement[]): Placement[] {
  const choices = possibleChoices(field)
  const wished = wishes(field, counts)
  let plan = tight.toSorted((a, b) => a.start - b.start)
  // From the last class to the first, so that each uses the room that later ones have left.
  for (let round = 0; round < 3; round += 1) {
    for (let index = plan.length - 1; index >= 0; index -= 1) {
      const own = plan[index]
      if (!own) continue
      const others = plan.filter(one => one !== own)
      const rank = plan.filter(one => one.wanted === own.wanted).indexOf(own)
      const wish = wished.filter(one => one.wanted === own.wanted)[rank]
      const moved = wish && nearest(field, boardWith(field, others), choices, others, wish)
      if (moved) plan[index] = moved
    }
    plan = plan.toSorted((a, b) => a.start - b.start)
  }
  return plan
}

/** The ideal first day of each class: all classes evenly over the time with alternating lines, so that no trade and no month gets them all. */
function wishes(field: StartField, counts: readonly number[]): Wish[] {
  const turns = counts.flatMap((count, wanted) =>
    Array.from({ length: count }, (_, index) => ({ wanted, turn: (index + 0.5) / count })),
  )
  return turns
    .toSorted((a, b) => a.turn - b.turn || a.wanted - b.wanted)
    .map(({ wanted }, rank) => {
      const first = nextBit(field.allowed[wanted] ?? noBits(0), 0)
      const last = lastStart(field, wanted)
      const share = turns.length === 1 ? 0 : rank / (turns.length - 1)
      return { wanted, start: Math.max(0, Math.round(first + share * (last - first))) }
    })
}

/** The free place nearest to the ideal day; if equal, the one that balances the load of people and rooms. */
function nearest(
  field: StartField,
  board: CohortBoard,
  choices: Choices,
  placed: readonly Placement[],
  wish: Wish,
): Placement | null {
  let best: { placement: Placement; cost: readonly number[] } | null = null
  for (const { room, instructor } of choices[wish.wanted] ?? []) {
    const start = nearestBit(startsOf(field, board, { ...wish, room, instructor }), wish.start)
    if (start < 0) continue
    const cost = [
      Math.abs(start - wish.start),
      placed.filter(one => one.instructor === instructor).length,
      placed.filter(one => one.room === room).length,
    ]
    if (best && compare(cost, best.cost) >= 0) continue
    best = { placement: { wanted: wish.wanted, start, room, instructor }, cost }
  }
  return best?.placement ?? null
}

function nearestBit(set: BitSet, wish: number): number {
  const before = previousBit(set, wish)
  const after = nextBit(set, wish)
  if (before < 0 || after < 0) return Math.max(before, after)
  return wish - before <= after - wish ? before : after
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, position) => value !== b[position])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}
