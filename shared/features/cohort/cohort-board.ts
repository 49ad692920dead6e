import { type BitSet, inAll, isEmpty, removeBit } from '../../kernel/bit-set.ts'
import { dayCount } from './cohort.ts'
import type { StartField } from './start-field.ts'

/** One placed class; all four are indexes: line, first day, room, instructor. */
export type Placement = { wanted: number; start: number; room: number; instructor: number }

/** The board with some classes placed: first days still free, by room and by instructor. */
export type CohortBoard = { rooms: BitSet[]; instructors: BitSet[] }

export function boardWith(field: StartField, placements: readonly Placement[]): CohortBoard {
  const board = { rooms: [...field.freeRooms], instructors: [...field.freeInstructors] }
  for (const placement of placements) put(board, placement)
  return board
}

/** Places a class; the returned function removes it again, in reverse order only. */
export function put(board: CohortBoard, { start, room, instructor }: Placement): () => void {
  const roomBefore = board.rooms[room]
  const instructorBefore = board.instructors[instructor]
  if (!roomBefore || !instructorBefore) throw new RangeError(`room ${room}, instructor ${instructor}`)
  board.rooms[room] = apartFrom(roomBefore, start)
  board.instructors[instructor] = apartFrom(instructorBefore, start)
  return () => {
    board.rooms[room] = roomBefore
    board.instructors[instructor] = instructorBefore
  }
}

/** First days on which a class of the line can start in this room with this instructor. */
export function startsOf(
  field: StartField,
  board: CohortBoard,
  choice: Omit<Placement, 'start'>,
  allowed = field.allowed[choice.wanted],
): BitSet {
  const room = board.rooms[choice.room]
  const instructor = board.instructors[choice.instructor]
  const licensed = field.licensed[choice.wanted]?.[choice.instructor]
  if (!allowed || !room || !instructor || !licensed) throw new RangeError(JSON.stringify(choice))
  return inAll(allowed, room, instructor, licensed)
}

/** For each line the pairs of room and instructor that share a possible first day. */
export function possibleChoices(field: StartField): { room: number; instructor: number }[][] {
  const empty = boardWith(field, [])
  return field.rooms.map((rooms, wanted) =>
    rooms.flatMap(room =>
      field.freeInstructors.flatMap((_, instructor) =>
        isEmpty(startsOf(field, empty, { wanted, room, instructor })) ? [] : [{ room, instructor }],
      ),
    ),
  )
}

function apartFrom(set: BitSet, start: number): BitSet {
  const rest = set.slice()
  for (let other = Math.max(0, start - dayCount + 1); other < start + dayCount; other += 1) removeBit(rest, other)
  return rest
}
