import { type BitSet, inAll, nextBit } from '../../kernel/bit-set.ts'
import { dayCount } from './cohort.ts'
import type { CohortBoard } from './cohort-board.ts'
import { lastStart, type StartField, union } from './start-field.ts'

/**
 * An upper bound for the number of classes with first days from `from` on: each room and each instructor holds only so many, and each class needs one
 * that fits. Computed for all lines and for each deadline with the lines due by it.
 */
export function mostPlaceable(field: StartField, board: CohortBoard, counts: readonly number[], from: number): number {
  const open = counts.flatMap((count, wanted) => (count > 0 ? [wanted] : []))
  const deadlines = new Map(open.map(wanted => [wanted, lastStart(field, wanted)]))
  let most = Number.POSITIVE_INFINITY
  for (const deadline of new Set(deadlines.values())) {
    const due = open.filter(wanted => (deadlines.get(wanted) ?? 0) <= deadline)
    const later = open.filter(wanted => !due.includes(wanted)).reduce((sum, wanted) => sum + (counts[wanted] ?? 0), 0)
    const inRooms = matched(due, counts, board.rooms, from, (wanted, room, free) =>
      field.rooms[wanted]?.includes(room) ? inAll(field.allowed[wanted] ?? free, free) : null,
    )
    const withInstructors = matched(due, counts, board.instructors, from, (wanted, instructor, free) =>
      inAll(field.allowed[wanted] ?? free, field.licensed[wanted]?.[instructor] ?? free, free),
    )
    most = Math.min(most, later + Math.min(inRooms, withInstructors))
  }
  return open.length === 0 ? 0 : most
}

/** How many classes get a resource if each resource takes as many as fit one after another. */
function matched(
  due: readonly number[],
  counts: readonly number[],
  resources: readonly BitSet[],
  from: number,
  usable: (wanted: number, resource: number, free: BitSet) => BitSet | null,
): number {
  const fitting = new Map<number, number[]>(due.map(wanted => [wanted, []]))
  const capacities = resources.map((free, resource) => {
    const sets = due.flatMap(wanted => {
      const starts = usable(wanted, resource, free)
      if (!starts || nextBit(starts, from) < 0) return []
      fitting.get(wanted)?.push(resource)
      return [starts]
    })
    return oneAfterAnother(union(free.length, sets), from)
  })
  const held = resources.map((): number[] => [])

  // Augmenting paths: a class may displace another one to a different resource.
  function find(wanted: number, tried: Set<number>): boolean {
    for (const resource of fitting.get(wanted) ?? []) {
      if (tried.has(resource)) continue
      tried.add(resource)
      const holders = held[resource] ?? []
      if (holders.length < (capacities[resource] ?? 0)) {
        holders.push(wanted)
        return true
      }
      const moved = holders.findIndex(holder => find(holder, tried))
      if (moved < 0) continue
      holders[moved] = wanted
      return true
    }
    return false
  }
  let found = 0
  for (const wanted of due) {
    for (let left = counts[wanted] ?? 0; left > 0 && find(wanted, new Set()); left -= 1) found += 1
  }
  return found
}

/** The most classes that fit one after another with these first days; taking the earliest each time is optimal. */
function oneAfterAnother(starts: BitSet, from: number): number {
  let count = 0
  for (let start = nextBit(starts, from); start >= 0; start = nextBit(starts, start + dayCount)) count += 1
  return count
}
