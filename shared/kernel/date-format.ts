import { dayOf, monthOf, type PlainDate, weekdayOf, yearOf } from './plain-date.ts'

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
