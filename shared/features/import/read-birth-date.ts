import { readDate } from '../../kernel/date-input.ts'
import {
  dateOfDayNumber,
  dayNumber,
  dayOf,
  isPlainDate,
  monthOf,
  type PlainDate,
  yearOf,
} from '../../kernel/plain-date.ts'
import { ageOn } from '../trainee/age.ts'
import { type Cell, cellText, isDateCell, isNumberCell } from './cell.ts'

/** Day 0 of Excel. Excel takes 1900 for a leap year, so days before 1 March 1900 are off by one, which affects nobody alive. */
const excelDayZero = dayNumber('1899-12-30')
const excelFirst = 61
const excelLast = 109_573

/** The date of an Excel day number, from 2 January 1900 to the end of 2199; null for others. `from1904`: the calendar of old Macs. */
export function dateOfExcelDay(serial: number, from1904 = false): PlainDate | null {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0)
  return day >= excelFirst && day <= excelLast ? dateOfDayNumber(excelDayZero + day) : null
}

/**
 * A birth date from a cell: a date or day number of Excel, or text with the day before the month. For two-digit years the century is that of the NIK,
 * else the one that gives an age of 10 to 90. Null if empty.
 */
export function readBirthDate(cell: Cell, today: PlainDate, ofNik: PlainDate | null): PlainDate | 'unreadable' | null {
  if (isDateCell(cell)) return isPlainDate(cell.date) ? cell.date : 'unreadable'
  if (isNumberCell(cell)) return dateOfExcelDay(Number(cell.digits)) ?? 'unreadable'
  const text = cellText(cell)
  if (text === '') return null
  const bare = text.replace(/[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?$/, '')
  const afterPlace = bare.includes(',') ? bare.slice(bare.lastIndexOf(',') + 1).trim() : ''
  return readWritten(bare, today, ofNik) ?? readWritten(afterPlace, today, ofNik) ?? 'unreadable'
}

function readWritten(text: string, today: PlainDate, ofNik: PlainDate | null): PlainDate | null {
  if (!/\d/.test(text)) return null
  const plain = text.replace(/\s*([-–—/.])\s*/g, (_, sign) => (/[/.]/.test(sign) ? sign : '-'))
  const isoLike = /^(\d{4})[/.](\d{2})[/.](\d{2})$/.exec(plain)
  const date = readDate(isoLike ? `${isoLike[1]}-${isoLike[2]}-${isoLike[3]}` : plain, today, { past: true })
  if (date === null) return null
  // '1205' is a day and month.
  if (/\d{4}/.test(plain) && !/^\D*\d{4}$/.test(plain)) return date
  if (!shortYear.test(plain)) return null
  const sameDay = ofNik !== null && dayOf(date) === dayOf(ofNik) && monthOf(date) === monthOf(ofNik)
  if (sameDay && yearOf(date) % 100 === yearOf(ofNik) % 100) return ofNik
  const age = ageOn(date, today)
  return age >= 10 && age <= 90 ? date : null
}

/** '12-5-90', '12 mei 90', '120590': day, month and two-digit year. */
const shortYear = /(?:\d[-/. ]\d{1,2}[-/. ]|[a-z][-. ]*)\d{2}$|^\d{6}$/i
