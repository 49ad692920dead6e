import { Temporal } from 'temporal-polyfill'

/** A calendar day without time or zone, 'YYYY-MM-DD', on the wire, in SQL and in memory. Compare with < and >. */
export type PlainDate = `${number}-${number}-${number}`

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const shape = /^\d{4}-\d{2}-\d{2}$/

/** True for 'YYYY-MM-DD' text that names a day which exists, years 1900 to 2199. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !shape.test(text) || text < '1900-01-01' || text > '2199-12-31') return false
  return existsDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
}

// Plain arithmetic: Temporal makes objects for every date, and a list of 20,000 people has many.
export function existsDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** @throws RangeError when there is no such day */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!existsDate(year, month, day)) throw new RangeError(`no day ${year}-${month}-${day}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate
}

/** The same day some years later; 29 February becomes 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ years }).toString() as PlainDate
}

/** The same day some months later; where the month is too short, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate
}

/** Days from a to b: 0 for the same day, negative when b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days
}

export function weekdayOf(date: PlainDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7))
}

export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10))
}

/** Every day from first to last, both included. */
export function daysFrom(first: PlainDate, last: PlainDate): PlainDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
}
