import { dayOf, isLeapYear, monthOf, type PlainDate, type Weekday, yearOf } from './plain-date.ts'

// Plain arithmetic instead of Temporal: a planner that tries every start of a year steps through thousands of days,
// and one Temporal object a day would make the screen wait.

const daysTo1970 = 719_162
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function firstDayOfYear(year: number): number {
  const before = year - 1
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - daysTo1970
}

function daysBefore(year: number, month: number): number {
  const days = daysBeforeMonth[month - 1]
  if (days === undefined) throw new RangeError(`month ${month}`)
  return month > 2 && isLeapYear(year) ? days + 1 : days
}

/** Days from 1 January 1970 to the date: 0 for that day, negative before it. The date must exist. */
export function dayNumber(date: PlainDate): number {
  const year = yearOf(date)
  return firstDayOfYear(year) + daysBefore(year, monthOf(date)) + dayOf(date) - 1
}

/** The date of a day number; the inverse of dayNumber. */
export function dateOfDayNumber(number: number): PlainDate {
  let year = Math.floor((number + daysTo1970) / 365.2425) + 1
  while (firstDayOfYear(year) > number) year -= 1
  while (firstDayOfYear(year + 1) <= number) year += 1
  const dayOfYear = number - firstDayOfYear(year)
  let month = 12
  while (daysBefore(year, month) > dayOfYear) month -= 1
  const day = dayOfYear - daysBefore(year, month) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

export function weekdayOfDayNumber(number: number): Weekday {
  const sinceMonday = (((number + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as Weekday
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
