import { dayCount } from './cohort.ts'
import { boardWith, type Placement } from './cohort-board.ts'
import { nearestWay } from './nearest-way.ts'
import { packCohorts } from './pack-cohorts.ts'
import type { PlacedCohort, ProgramProposal, ProgramRequest, UnplacedReason } from './program-request.ts'
import { loosened, spreadCohorts } from './spread-cohorts.ts'
import { type StartField, startField } from './start-field.ts'
import { whyImpossible, whyTaken } from './why-unplaced.ts'

/** Step limit of the exact search; about half a second for a large centre. */
const defaultEffort = 8000

/**
 * Proposes first day, room and instructor for every requested class, without conflicts among them or with bookings, spread over the windows; and the
 * reason for each class that could not be placed. If `proven`, no proposal can place more.
 */
export function proposeProgram(request: ProgramRequest, effort = defaultEffort): ProgramProposal {
  if (request.wanted.length === 0) return { placed: [], unplaced: [], proven: true }
  const field = startField(request)
  const empty = boardWith(field, [])
  const alone = request.wanted.map((_, wanted) => whyImpossible(request, field, empty, wanted))
  const counts = request.wanted.map(({ count }, wanted) => (alone[wanted] ? 0 : count))
  const { placements, proven } = place(field, counts, effort)

  const board = boardWith(field, placements)
  const unplaced = request.wanted.flatMap(({ count }, wanted) => {
    const missing = count - placements.filter(placement => placement.wanted === wanted).length
    if (missing === 0) return []
    const contended = proven ? whyTaken(field, board, wanted, 'proposals') : null
    const reason: UnplacedReason = alone[wanted] ?? contended ?? { code: 'not_found_in_time' }
    return [{ wanted, count: missing, reason, nearest: nearestWay(request, field, board, wanted) }]
  })
  return {
    placed: placements
      .toSorted((a, b) => a.start - b.start || a.wanted - b.wanted)
      .map(placement => asProposed(request, field, placement)),
    unplaced,
    proven,
  }
}

/** Spread evenly if that places every class; otherwise the result of the exact search, spread afterwards as far as possible. */
function place(field: StartField, counts: readonly number[], effort: number) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const spread = spreadCohorts(field, counts)
  if (spread.length === total) return { placements: spread, proven: true }
  const { placements, proven } = packCohorts(field, counts, spread, effort)
  return { placements: loosened(field, counts, placements), proven }
}

function asProposed(request: ProgramRequest, field: StartField, placement: Placement): PlacedCohort {
  const room = request.rooms[placement.room]
  const instructor = request.instructors[placement.instructor]
  if (!room || !instructor) throw new RangeError(`room ${placement.room}, instructor ${placement.instructor}`)
  return {
    wanted: placement.wanted,
    days: field.days.slice(placement.start, placement.start + dayCount),
    roomId: room.id,
    instructorId: instructor.id,
  }
}
