import { readDate } from '../../kernel/date-input.ts'
import { dateOfDayNumber, dayNumber } from '../../kernel/day-number.ts'
import { dayOf, isPlainDate, monthOf, type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { type Cell, cellText, isDateCell, isNumberCell } from './cell.ts'

/** Day 0 of Excel's count; it holds 1900 for a leap year, so days before 1 March 1900 are one off and belong to nobody alive. */
const excelDayZero = dayNumber('1899-12-30')
const excelFirst = 61
const excelLast = 109_573

/** A day as Excel counts it, 2 January 1900 to the end of 2199; null for any other number. With `from1904` as old Macs count it. */
export function dateOfExcelDay(serial: number, from1904 = false): PlainDate | null {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0)
  return day >= excelFirst && day <= excelLast ? dateOfDayNumber(excelDayZero + day) : null
}

/**
 * A birth date from its cell: a date or day count of Excel, or text with the day before the month. Text with two digits of the
 * year counts only where the NIK settles the century; any other guess could be a hundred years off. Null when there is nothing.
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
  const isoLike = /^(\d{4})[/.](\d{2})[/.](\d{2})$/.exec(text)
  const date = readDate(isoLike ? `${isoLike[1]}-${isoLike[2]}-${isoLike[3]}` : text, today, { past: true })
  if (date === null) return null
  if (/\d{4}/.test(text)) return date
  const sameDay = ofNik !== null && dayOf(date) === dayOf(ofNik) && monthOf(date) === monthOf(ofNik)
  return sameDay && yearOf(date) % 100 === yearOf(ofNik) % 100 && /\d{2}$/.test(text) ? ofNik : null
}
