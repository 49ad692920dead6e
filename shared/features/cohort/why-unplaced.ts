import { type BitSet, inAll, isEmpty, nextBit } from '../../kernel/bit-set.ts'
import { yearOf } from '../../kernel/plain-date.ts'
import { permits } from '../instructor/credential.ts'
import { dayCount } from './cohort.ts'
import type { CohortBoard } from './cohort-board.ts'
import type { ProgramRequest, TakenBy, UnplacedReason } from './program-request.ts'
import { fitsTrade, type StartField, startsInWindow, union } from './start-field.ts'

/** Why no class of the line could be placed even alone; null if one could. Each reason is sufficient by itself, so each must be removed. */
export function whyImpossible(
  request: ProgramRequest,
  field: StartField,
  board: CohortBoard,
  wanted: number,
): UnplacedReason | null {
  return (
    whyNoDays(request, field, wanted) ??
    whyNoRoom(request, field, wanted) ??
    whyNobodyLicensed(request, field, wanted) ??
    whyTaken(field, board, wanted, 'bookings')
  )
}

function whyNoDays(request: ProgramRequest, field: StartField, wanted: number): UnplacedReason | null {
  const line = request.wanted[wanted]
  const allowed = field.allowed[wanted]
  if (!line || !allowed || !isEmpty(allowed)) return null
  const inWindow = field.days.filter(date => line.first <= date && date <= line.last)
  const figures = { workingDays: inWindow.length, needed: dayCount }
  const starts = startsInWindow(field.days, line)
  if (isEmpty(starts)) return { code: 'window_too_short', ...figures }
  if (isEmpty(inAll(starts, field.known))) {
    const years = [...new Set(inWindow.map(yearOf))].filter(year => !request.years.includes(year))
    return { code: 'no_holiday_table', years }
  }
  const payable = inAll(starts, field.payable[wanted] ?? field.known)
  if (line.startYear !== null && isEmpty(payable)) return { code: 'other_budget_year', year: line.startYear }
  return { code: 'crosses_budget_year', ...figures }
}

function whyNoRoom({ wanted: lines, rooms }: ProgramRequest, field: StartField, wanted: number): UnplacedReason | null {
  const line = lines[wanted]
  if (!line || (field.rooms[wanted]?.length ?? 0) > 0) return null
  const ofTrade = rooms.filter(room => fitsTrade(room, line))
  if (ofTrade.length === 0) return { code: 'no_room_for_trade', trade: line.trade }
  return {
    code: 'no_room_big_enough',
    trainees: line.trainees,
    largest: Math.max(...ofTrade.map(room => room.capacity)),
  }
}

function whyNobodyLicensed(request: ProgramRequest, field: StartField, wanted: number): UnplacedReason | null {
  const line = request.wanted[wanted]
  const allowed = field.allowed[wanted]
  const licensed = field.licensed[wanted] ?? []
  if (!line || !allowed || licensed.some(starts => !isEmpty(inAll(allowed, starts)))) return null
  const inWindow = field.days.filter(date => line.first <= date && date <= line.last)
  const people = request.instructors.map(({ id, credentials }) => {
    const days = inWindow.filter(date => permits(credentials, request.requiredKinds, line.trade, date))
    return { instructorId: id, days: days.length, of: inWindow.length, until: days.at(-1) ?? null }
  })
  const [closest] = people.filter(person => person.days > 0).toSorted((a, b) => b.days - a.days)
  return { code: 'no_licensed_instructor', trade: line.trade, closest: closest ?? null }
}

/** Whether rooms or instructors are occupied by the board; null if a class can still be placed. */
export function whyTaken(field: StartField, board: CohortBoard, wanted: number, by: TakenBy): UnplacedReason | null {
  const allowed = field.allowed[wanted]
  if (!allowed) return null
  const rooms = (field.rooms[wanted] ?? []).flatMap(room => board.rooms[room] ?? [])
  const people = (field.licensed[wanted] ?? []).flatMap((licensed, instructor) => {
    const free = board.instructors[instructor]
    return free && !isEmpty(licensed) ? [{ licensed, starts: inAll(licensed, free) }] : []
  })
  const inRooms = union(allowed.length, rooms)
  const withPeople = union(
    allowed.length,
    people.map(person => person.starts),
  )
  const inWindow = people.filter(({ licensed }) => !isEmpty(inAll(allowed, licensed))).length
  if (isEmpty(inAll(allowed, inRooms))) {
    return { code: 'rooms_taken', rooms: rooms.length, freeFrom: freeFrom(field, allowed, inRooms), by }
  }
  if (isEmpty(inAll(allowed, withPeople))) {
    return { code: 'instructors_taken', instructors: inWindow, freeFrom: freeFrom(field, allowed, withPeople), by }
  }
  return isEmpty(inAll(allowed, inRooms, withPeople))
    ? { code: 'never_together', rooms: rooms.length, instructors: inWindow, by }
    : null
}

/** The first day after the window from which a resource is free for fifteen days; null beyond the tables. */
function freeFrom(field: StartField, allowed: BitSet, free: BitSet) {
  const start = nextBit(inAll(free, field.known), Math.max(0, nextBit(allowed, 0)))
  return start < 0 ? null : (field.days[start] ?? null)
}
