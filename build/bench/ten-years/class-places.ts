import { type TradeCode, tradeCodes } from '../../../shared/features/program/trades.ts'
import { addDays, type PlainDate, yearOf } from '../../../shared/kernel/plain-date.ts'

/** Each lane has its own room, instructor and trade, so sixteen classes run at the same time. */
export const laneCount = 16
export const perClass = 16
/** Applicants of each class who get no place. */
export const perReserve = 2
export const activitiesAYear = 24
const weeksApart = 4
const firstMonday: PlainDate = '2016-01-04'
/** Only every eighth person is ever in a class. */
const personStep = 8

/** Everything by which one class of the ten-year centre differs from the first one. */
export type ClassPlace = {
  index: number
  lane: number
  trade: TradeCode
  /** Weeks after the first class. */
  weeks: number
  start: PlainDate
  year: number
  /** Number within its trade and year. */
  number: number
  /** Index of its activity within the year, from 0. */
  activity: number
  registration: boolean
  /** Whether the panel has decided; true for all but the last few classes. */
  decided: boolean
  /** Whether one of its graduates gets start capital (`aid`). */
  aid: boolean
}

/** The classes ordered by first day; fewer lanes spread them over more years. */
export function placesOfClasses(count: number, undecided = 0, lanes = laneCount): ClassPlace[] {
  const numbers = new Map<string, number>()
  return Array.from({ length: count }, (_, index) => {
    const lane = index % lanes
    const weeks = Math.floor(index / lanes) * weeksApart
    const start = addDays(firstMonday, weeks * 7)
    const year = yearOf(start)
    const trade = tradeCodes[lane % tradeCodes.length] ?? 'TR'
    const series = `${trade} ${year}`
    const number = (numbers.get(series) ?? 0) + 1
    numbers.set(series, number)
    return {
      index,
      lane,
      trade,
      weeks,
      start,
      year,
      number,
      activity: index % activitiesAYear,
      registration: index % 10 < 3,
      decided: index < count - undecided,
      aid: index % 8 === 0,
    }
  })
}

/** The person in a seat of a class; seats after the last one are applicants who got no place. */
export function personOf(people: number, index: number, seat: number): number {
  const seats = Math.floor(Math.floor(people / personStep) / perClass) * perClass
  const nth = seat < perClass ? (index * perClass + seat) % seats : (index * perClass + seat - perClass) % seats
  return 1 + nth * personStep + (seat < perClass ? 0 : 2)
}

/** Every second seat is for a poor person, and no rejected applicant is poor, so that all classes look alike. */
export function isPoor(id: number): boolean | undefined {
  const at = (id - 1) % personStep
  if (at === 2) return false
  return at === 0 ? ((id - 1) / personStep) % 2 === 0 : undefined
}

/** Two weeks after the panel of the last class. */
export function todayOf(count: number, lanes = laneCount): PlainDate {
  const last = placesOfClasses(count, 0, lanes).at(-1)
  return addDays(last?.start ?? firstMonday, 42)
}
