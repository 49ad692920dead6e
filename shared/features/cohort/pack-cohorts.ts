import { nextBit, sameBits } from '../../kernel/bit-set.ts'
import { boardWith, type CohortBoard, type Placement, possibleChoices, put, startsOf } from './cohort-board.ts'
import { mostPlaceable } from './most-placeable.ts'
import { lastStart, type StartField } from './start-field.ts'

type Packing = { placements: Placement[]; proven: boolean }

/**
 * Places as many classes as possible, each as early as possible. An exact search: the result is proven if it ends before `effort` steps. It only
 * tries which line comes next, in which room and with whom, each class on the earliest day left for its room and instructor, in the order of first
 * days. That is enough, because in any valid plan every class can be moved to its earliest day repeatedly, which ends in such an order.
 */
export function packCohorts(
  field: StartField,
  counts: readonly number[],
  known: readonly Placement[],
  effort: number,
): Packing {
  const board = boardWith(field, [])
  const left = [...counts]
  const choices = possibleChoices(field)
  const twins = { rooms: twinRooms(field), instructors: twinInstructors(field) }
  const ceiling = mostPlaceable(field, board, counts, 0)
  const path: Placement[] = []
  let best = known
  let steps = 0

  function search(): void {
    steps += 1
    const last = path.at(-1)
    if (path.length > best.length) best = [...path]
    if (best.length >= ceiling || steps > effort) return
    if (path.length + mostPlaceable(field, board, left, last?.start ?? 0) <= best.length) return
    for (const option of options(last)) {
      const takeBack = put(board, option)
      left[option.wanted] = (left[option.wanted] ?? 0) - 1
      path.push(option)
      search()
      path.pop()
      left[option.wanted] = (left[option.wanted] ?? 0) + 1
      takeBack()
      if (best.length >= ceiling || steps > effort) return
    }
  }

  /** Earliest first, then the line with the earliest deadline. */
  function options(last: Placement | undefined): Placement[] {
    const found = choices.flatMap((pairs, wanted) => {
      if ((left[wanted] ?? 0) === 0) return []
      return pairs.flatMap(({ room, instructor }) => {
        if (hasTwinBefore(board.rooms, twins.rooms, room)) return []
        if (hasTwinBefore(board.instructors, twins.instructors, instructor)) return []
        const start = nextBit(startsOf(field, board, { wanted, room, instructor }), 0)
        const option = { wanted, start, room, instructor }
        return start >= 0 && comesAfter(option, last) ? [option] : []
      })
    })
    return found.sort((a, b) => a.start - b.start || lastStart(field, a.wanted) - lastStart(field, b.wanted))
  }

  search()
  return { placements: [...best], proven: best.length >= ceiling || steps <= effort }
}

/** Classes that start on one day are tried in one fixed order only, because other orders give the same plan. */
function comesAfter(option: Placement, last: Placement | undefined): boolean {
  if (!last) return true
  const order =
    option.start - last.start ||
    option.wanted - last.wanted ||
    option.room - last.room ||
    option.instructor - last.instructor
  return order > 0
}

/** For each resource the earlier ones that fit the same lines. */
type Twins = readonly (readonly number[])[]

/** Of two equivalent and equally free resources only the first is tried. */
function hasTwinBefore(free: CohortBoard['rooms'], twins: Twins, resource: number): boolean {
  const own = free[resource]
  return own !== undefined && (twins[resource] ?? []).some(twin => sameBits(own, free[twin] ?? own))
}

function twinRooms(field: StartField): Twins {
  const lines = field.freeRooms.map((_, room) => field.rooms.map(rooms => rooms.includes(room)).join())
  return lines.map((own, room) => lines.slice(0, room).flatMap((other, twin) => (other === own ? [twin] : [])))
}

function twinInstructors(field: StartField): Twins {
  const lines = field.freeInstructors.map((_, instructor) =>
    field.licensed.map(sets => sets[instructor]?.join()).join(';'),
  )
  return lines.map((own, index) => lines.slice(0, index).flatMap((other, twin) => (other === own ? [twin] : [])))
}
