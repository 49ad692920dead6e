import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  type PlainDate,
  weekdayOf,
} from '../../../shared/kernel/plain-date.ts'

it('agrees with Temporal on every day from 1900 to 2199', () => {
  let date = Temporal.PlainDate.from('1900-01-01')
  let day = Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days
  for (; date.year < 2200; date = date.add({ days: 1 }), day += 1) {
    const text = date.toString() as PlainDate
    if (dayNumber(text) !== day || dateOfDayNumber(day) !== text || weekdayOf(text) !== date.dayOfWeek)
      expect([text, dayNumber(text), dateOfDayNumber(day), weekdayOf(text)]).toEqual([text, day, text, date.dayOfWeek])
  }
})

it.each(['2024-01-31', '2024-02-29', '2023-12-31', '2024-11-30', '2100-02-28'] as PlainDate[])(
  'adds to %s as Temporal does',
  date => {
    const there = Temporal.PlainDate.from(date)
    for (let count = -40; count <= 40; count += 1) {
      expect(addMonths(date, count)).toBe(there.add({ months: count }).toString())
      expect(addYears(date, count)).toBe(there.add({ years: count }).toString())
      expect(addDays(date, count * 37)).toBe(there.add({ days: count * 37 }).toString())
      expect(daysBetween(date, addDays(date, count * 37))).toBe(count * 37)
    }
  },
)
