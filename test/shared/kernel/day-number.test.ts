import { expect, it } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  type PlainDate,
  weekdayOf,
  weekdayOfDayNumber,
} from '../../../shared/kernel/plain-date.ts'

it('agrees with the calendar on every day from 1900 to 2199', () => {
  let day = dayNumber('1900-01-01')
  expect(day).toBe(daysBetween('1970-01-01', '1900-01-01'))
  for (let date: PlainDate = '1900-01-01'; date <= '2199-12-31'; date = addDays(date, 1), day += 1) {
    if (dayNumber(date) !== day || dateOfDayNumber(day) !== date)
      expect([day, date]).toEqual([dayNumber(date), dateOfDayNumber(day)])
    if (day % 13 === 0) expect(weekdayOfDayNumber(day)).toBe(weekdayOf(date))
  }
  expect(day - 1).toBe(dayNumber('2199-12-31'))
})
