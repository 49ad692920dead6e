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

// Dates are calculated as day numbers and not with Temporal, which creates an object for every date: a planner that tries every start of a year
// visits thousands of days, and a list of people has 20,000 birth dates.

export function existsDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** @throws RangeError when there is no such day */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!existsDate(year, month, day)) throw new RangeError(`no day ${year}-${month}-${day}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day some years later; 29 February becomes 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return plainDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

/** Days from a to b: 0 for the same day, negative when b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a)
}

export function weekdayOf(date: PlainDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date))
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
  return plainDate(year, month, day)
}

export function weekdayOfDayNumber(number: number): Weekday {
  const sinceMonday = (((number + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as Weekday
}

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]
const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const nbsp = '\u00a0'

export function monthName(month: number): string {
  const name = months[month - 1]
  if (!name) throw new RangeError(`month ${month}`)
  return name
}

/** 'Senin' */
export function weekdayName(date: PlainDate): string {
  return weekdays[weekdayOf(date) - 1] as string
}

/** '16 Desember 2024', with non-breaking spaces. */
export function longDate(date: PlainDate): string {
  return `${dayOf(date)}${nbsp}${monthName(monthOf(date))}${nbsp}${yearOf(date)}`
}

/** 'Senin, 16 Desember 2024' */
export function fullDate(date: PlainDate): string {
  return `${weekdayName(date)}, ${longDate(date)}`
}

/** '16 Des' */
export function shortDate(date: PlainDate): string {
  return `${dayOf(date)}${nbsp}${monthName(monthOf(date)).slice(0, 3)}`
}

/** 'Sen' */
export function shortWeekday(date: PlainDate): string {
  return weekdayName(date).slice(0, 3)
}

/** 'Sen 16 Des', or with the year 'Sen 16 Des 2024' */
export function shortDay(date: PlainDate, options: { year?: boolean } = {}): string {
  const year = options.year ? `${nbsp}${yearOf(date)}` : ''
  return `${shortWeekday(date)}${nbsp}${shortDate(date)}${year}`
}

/** '16/12' */
export function slashDate(date: PlainDate): string {
  return `${dayOf(date)}/${monthOf(date)}`
}

/** '16 Desember 2024 s.d. 8 Januari 2025' */
export function dateRange(first: PlainDate, last: PlainDate): string {
  return `${longDate(first)} s.d. ${longDate(last)}`
}

/** '16 December 2024', for the English line of a certificate. */
export function englishDate(date: PlainDate): string {
  return `${dayOf(date)}${nbsp}${englishMonths[monthOf(date) - 1]}${nbsp}${yearOf(date)}`
}
