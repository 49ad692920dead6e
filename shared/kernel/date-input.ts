import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  existsDate,
  isPlainDate,
  monthName,
  type PlainDate,
  plainDate,
  type Weekday,
  weekdayName,
  weekdayOf,
  yearOf,
} from './plain-date.ts'

type Options = {
  /** For past dates such as birth dates: a missing or short year gives the latest day not after today. */
  past?: boolean
  /** '10/2024' and 'okt 2024' are the first of that month, because lists of ministries contain no day. */
  monthAlone?: boolean
}

const formatDay = new Map([
  ['hari ini', 0],
  ['hariini', 0],
  ['besok', 1],
  ['lusa', 2],
  ['kemarin', -1],
])

// 1 January 2024 was a Monday.
const formatWeekday = ([1, 2, 3, 4, 5, 6, 7] as const).map(weekday => weekdayName(`2024-01-0${weekday}`).toLowerCase())

/** Other spellings of months: old, short, and those of an English Excel. */
const otherMonths = new Map([
  ['peb', 2],
  ['pebruari', 2],
  ['febuari', 2],
  ['january', 1],
  ['february', 2],
  ['march', 3],
  ['june', 6],
  ['july', 7],
  ['may', 5],
  ['agt', 8],
  ['ags', 8],
  ['aug', 8],
  ['august', 8],
  ['oct', 10],
  ['october', 10],
  ['nop', 11],
  ['nopember', 11],
  ['dec', 12],
  ['december', 12],
])

/**
 * Parses a typed date: '16/12', '16-12-24', '161224', '16 des', 'Senin, 16 Desember 2024', 'senin' (the next one after today), '+3', 'besok', 'hari
 * ini', '2024-12-16'. Day before month; a missing or two-digit year is the one nearest to today. Null if it is not a date, or if a weekday is given
 * that does not match.
 */
export function readDate(text: string, today: PlainDate, options: Options = {}): PlainDate | null {
  const typed = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[\s,]+/g, ' ')
    .trim()
  const date = readWord(typed, today, options) ?? readWithWeekday(typed, today, options)
  return isPlainDate(date) ? date : null
}

function readWord(typed: string, today: PlainDate, options: Options): PlainDate | null {
  const offset = /^[+-]\d{1,4}$/.test(typed) ? Number(typed) : formatDay.get(typed)
  if (offset !== undefined) return addDays(today, offset)
  const weekday = weekdayOfWord(typed)
  if (weekday === null) return null
  const apart = options.past ? weekdayOf(today) - weekday : weekday - weekdayOf(today)
  const days = ((apart + 6) % 7) + 1
  return addDays(today, options.past ? -days : days)
}

function readWithWeekday(typed: string, today: PlainDate, options: Options): PlainDate | null {
  const space = typed.indexOf(' ')
  const weekday = space > 0 ? weekdayOfWord(typed.slice(0, space)) : null
  if (weekday === null) return readFigures(typed, today, options)
  const date = readFigures(typed.slice(space + 1), today, options)
  return date && weekdayOf(date) === weekday ? date : null
}

function readFigures(typed: string, today: PlainDate, options: Options): PlainDate | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return isPlainDate(typed) ? typed : null
  const alone = options.monthAlone ? /^(\d{1,2}[/.\- ]|[a-z]{3,}[/.\- ]?)(\d{4})$/.exec(typed) : null
  if (alone?.[1]) return firstOf(alone[1].replace(/[/.\- ]$/, ''), Number(alone[2]))
  const match =
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed) ??
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(typed) ??
    /^(\d{1,2})[ \-.]?([a-z]{3,})\.?(?:[ \-.]?(\d{4}|\d{2}))?$/.exec(typed)
  if (!match?.[1] || !match[2]) return null
  const day = Number(match[1])
  const month = monthNumber(match[2])
  return month === null ? null : nearest(day, month, years(match[3], today), today, options)
}

function firstOf(written: string, year: number): PlainDate | null {
  const month = monthNumber(written)
  return month !== null && existsDate(year, month, 1) ? plainDate(year, month, 1) : null
}

function monthNumber(written: string): number | null {
  return /^\d/.test(written) ? Number(written) : monthOfWord(written)
}

function years(typed: string | undefined, today: PlainDate): number[] {
  const year = yearOf(today)
  // Eight years in both directions, because around 2100 there is no 29 February for so long.
  if (!typed) return Array.from({ length: 17 }, (_, index) => year - 8 + index)
  if (typed.length === 4) return [Number(typed)]
  const century = year - (year % 100)
  return [century - 100, century, century + 100].map(first => first + Number(typed))
}

function nearest(day: number, month: number, years: number[], today: PlainDate, options: Options): PlainDate | null {
  const now = dayNumber(today)
  const fixed = years.length === 1
  let best: number | null = null
  for (const year of years) {
    if (!existsDate(year, month, day)) continue
    const number = dayNumber(plainDate(year, month, day))
    if (options.past && !fixed && number > now) continue
    if (best === null || Math.abs(number - now) <= Math.abs(best - now)) best = number
  }
  return best === null ? null : dateOfDayNumber(best)
}

function weekdayOfWord(word: string): Weekday | null {
  if (word === 'ahad') return 7
  if (word.length < 3) return null
  const found = formatWeekday.findIndex(name => name.startsWith(word))
  return found < 0 ? null : ((found + 1) as Weekday)
}

function monthOfWord(word: string): number | null {
  for (let month = 1; month <= 12; month += 1) {
    if (monthName(month).toLowerCase().startsWith(word)) return month
  }
  return otherMonths.get(word) ?? null
}
