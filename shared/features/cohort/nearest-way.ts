import { type BitSet, inAll, nextBit, noBits } from '../../kernel/bit-set.ts'
import { covers } from '../instructor/credential.ts'
import { dayCount } from './cohort.ts'
import { type CohortBoard, startsOf } from './cohort-board.ts'
import type { NearestWay, ProgramRequest } from './program-request.ts'
import { fitsTrade, type StartField, startsInWindow } from './start-field.ts'

/** The single change that would let one more class of the line be placed on the board; null if there is none. */
export function nearestWay(
  request: ProgramRequest,
  field: StartField,
  board: CohortBoard,
  wanted: number,
): NearestWay | null {
  const line = request.wanted[wanted]
  const allowed = field.allowed[wanted]
  if (!line || !allowed) return null
  const payable = field.payable[wanted] ?? field.known
  const window = inAll(startsInWindow(field.days, line), payable)
  const rooms = field.rooms[wanted] ?? []
  return later() ?? acrossYears() ?? fewerTrainees() ?? renewal()

  function later(): NearestWay | null {
    const first = field.days.findIndex(date => date >= (line?.first ?? ''))
    const start = first < 0 ? -1 : earliest(rooms, inAll(payable, field.inOneYear), first)
    return start < 0 ? null : { kind: 'later', ...span(start) }
  }

  function acrossYears(): NearestWay | null {
    const start = earliest(rooms, window)
    return start < 0 ? null : { kind: 'across_years', ...span(start) }
  }

  function fewerTrainees(): NearestWay | null {
    const ways = request.rooms.flatMap((room, index) => {
      if (rooms.includes(index) || !line || !fitsTrade(room, line)) return []
      const start = earliest([index], allowed ?? window)
      return start < 0 ? [] : [{ trainees: room.capacity, start: span(start).start }]
    })
    const [largest] = ways.toSorted((a, b) => b.trainees - a.trainees)
    return largest ? { kind: 'fewer_trainees', ...largest } : null
  }

  /** Instructors who have or had the credential of the trade, as if it were valid. */
  function renewal(): NearestWay | null {
    const ways = request.instructors.flatMap((person, instructor) => {
      const had = request.requiredKinds.every(kind =>
        person.credentials.some(credential => credential.kind === kind && covers(credential, line?.trade ?? '')),
      )
      const free = board.instructors[instructor]
      if (!had || !free) return []
      const starts = rooms.map(room => nextBit(inAll(allowed ?? window, board.rooms[room] ?? noBits(0), free), 0))
      const possible = starts.filter(start => start >= 0)
      return possible.length === 0 ? [] : [{ instructorId: person.id, start: Math.min(...possible) }]
    })
    const [first] = ways.toSorted((a, b) => a.start - b.start)
    return first ? { kind: 'renewal', instructorId: first.instructorId, ...span(first.start) } : null
  }

  /** The earliest first day in one of these rooms with any permitted instructor. */
  function earliest(inRooms: readonly number[], within: BitSet, first = 0): number {
    const starts = inRooms.flatMap(room =>
      field.freeInstructors.map((_, instructor) =>
        nextBit(startsOf(field, board, { wanted, room, instructor }, within), first),
      ),
    )
    const found = starts.filter(start => start >= 0)
    return found.length === 0 ? -1 : Math.min(...found)
  }

  function span(start: number) {
    const [first, last] = [field.days[start], field.days[start + dayCount - 1]]
    if (!first || !last) throw new RangeError(`start ${start}`)
    return { start: first, end: last }
  }
}
