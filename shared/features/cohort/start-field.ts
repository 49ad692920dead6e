import { addAll, addBit, type BitSet, inAll, lastBit, noBits } from '../../kernel/bit-set.ts'
import { dateOfDayNumber, dayNumber, type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { permits } from '../instructor/credential.ts'
import { dayCount } from './cohort.ts'
import { overlaps, type Session } from './overlap.ts'
import type { ProgramRequest, ProposalInstructor, WantedCohorts } from './program-request.ts'
import { offReader } from './working-days.ts'

/** Days after the last window that are searched for alternatives. */
const daysBeyond = 183

/**
 * The request in terms of first days. Working days are numbered and every class takes fifteen consecutive ones, so what is allowed or free is a set
 * of numbers of first days, and two classes do not overlap if their numbers differ by at least fifteen.
 */
export type StartField = {
  /** The working days from the first window to half a year after the last one. */
  days: readonly PlainDate[]
  /** By line: first days whose fifteen days are in the window, in the holiday tables and, if required, in one budget year. */
  allowed: readonly BitSet[]
  /** First days whose fifteen days are in known years. */
  known: BitSet
  /** By line: those of them in its budget year. */
  payable: readonly BitSet[]
  /** First days of classes that end in the same year; all if that is not required. */
  inOneYear: BitSet
  /** By room and by instructor: free at that time of day, in any trade. */
  freeRooms: readonly BitSet[]
  freeInstructors: readonly BitSet[]
  /** By line: suitable rooms, smallest first. */
  rooms: readonly (readonly number[])[]
  /** By line and instructor: first days whose fifteen days are covered by credentials. */
  licensed: readonly (readonly BitSet[])[]
}

export function startField(request: ProgramRequest): StartField {
  const days = workingDays(request)
  const size = Math.max(0, days.length - dayCount + 1)
  const starts = (isGood: (date: PlainDate) => boolean) => startsOver(days.map(isGood))
  const known = starts(date => request.years.includes(yearOf(date)))
  const inOneYear = noBits(size)
  for (let start = 0; start < size; start += 1) {
    const sameYear = yearAt(days, start) === yearAt(days, start + dayCount - 1)
    if (!request.withinBudgetYear || sameYear) addBit(inOneYear, start)
  }
  const payable = request.wanted.map(({ startYear }) => {
    const ofYear = noBits(size)
    for (let start = 0; start < size; start += 1) {
      if (startYear === null || yearAt(days, start) === startYear) addBit(ofYear, start)
    }
    return inAll(ofYear, known)
  })
  const licensedByTrade = new Map<string, BitSet[]>()
  for (const { trade } of request.wanted) {
    if (licensedByTrade.has(trade)) continue
    licensedByTrade.set(
      trade,
      request.instructors.map(({ credentials }) =>
        starts(date => permits(credentials, request.requiredKinds, trade, date)),
      ),
    )
  }
  return {
    days,
    known,
    payable,
    inOneYear,
    allowed: request.wanted.map((line, wanted) =>
      inAll(startsInWindow(days, line), payable[wanted] ?? known, inOneYear),
    ),
    freeRooms: request.rooms.map(room => starts(isFree(room.booked, request))),
    freeInstructors: request.instructors.map(person => {
      const unbooked = isFree(person.booked, request)
      return starts(date => unbooked(date) && !isOnLeave(person, date))
    }),
    rooms: request.wanted.map(line =>
      request.rooms
        .flatMap((room, index) => (room.capacity >= line.trainees && fitsTrade(room, line) ? [index] : []))
        .sort((a, b) => (request.rooms[a]?.capacity ?? 0) - (request.rooms[b]?.capacity ?? 0)),
    ),
    licensed: request.wanted.map(line => licensedByTrade.get(line.trade) ?? []),
  }
}

/** First days whose fifteen days are in the window. */
export function startsInWindow(days: readonly PlainDate[], { first, last }: WantedCohorts): BitSet {
  return startsOver(days.map(date => first <= date && date <= last))
}

/** The last possible first day of the line, or -1. */
export function lastStart(field: StartField, wanted: number): number {
  return lastBit(field.allowed[wanted] ?? noBits(0))
}

export function fitsTrade(room: { trades: readonly string[] | null }, { trade }: { trade: string }): boolean {
  return room.trades?.includes(trade) ?? true
}

export function union(size: number, sets: readonly BitSet[]): BitSet {
  const all = new Uint32Array(size)
  for (const set of sets) addAll(all, set)
  return all
}

function workingDays({ wanted, calendar }: ProgramRequest): PlainDate[] {
  const firsts = wanted.map(line => dayNumber(line.first))
  const lasts = wanted.map(line => dayNumber(line.last))
  const why = offReader(calendar)
  const days: PlainDate[] = []
  for (let day = Math.min(...firsts); day <= Math.max(...lasts) + daysBeyond; day += 1) {
    if (why(day) === null) days.push(dateOfDayNumber(day))
  }
  return days
}

/** First days of fifteen consecutive good days. */
function startsOver(good: readonly boolean[]): BitSet {
  const starts = noBits(Math.max(0, good.length - dayCount + 1))
  let run = 0
  for (const [index, isGood] of good.entries()) {
    run = isGood ? run + 1 : 0
    if (run >= dayCount) addBit(starts, index - dayCount + 1)
  }
  return starts
}

function yearAt(days: readonly PlainDate[], index: number): number {
  return yearOf(days[index] ?? '0000-00-00')
}

function isFree(booked: readonly Session[], { timesOn }: ProgramRequest): (date: PlainDate) => boolean {
  const taken = new Set(
    booked
      .filter(session => overlaps(session, { date: session.date, ...timesOn(session.date) }))
      .map(session => session.date),
  )
  return date => !taken.has(date)
}

function isOnLeave({ leave }: ProposalInstructor, date: PlainDate): boolean {
  return leave.some(({ first, last }) => first <= date && date <= last)
}
