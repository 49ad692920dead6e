import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate } from '../../../shared/kernel/date-input.ts'
import {
  addDays,
  daysBetween,
  fullDate,
  longDate,
  type PlainDate,
  shortDate,
  shortDay,
  slashDate,
  weekdayName,
  weekdayOf,
} from '../../../shared/kernel/plain-date.ts'

// A Thursday.
const today = '2024-12-12'

describe('readDate', () => {
  it.each([
    ['16/12', '2024-12-16'],
    ['16-12', '2024-12-16'],
    ['16.12', '2024-12-16'],
    ['16 12', '2024-12-16'],
    ['1612', '2024-12-16'],
    ['16/12/2024', '2024-12-16'],
    ['16/12/24', '2024-12-16'],
    ['161224', '2024-12-16'],
    ['16122024', '2024-12-16'],
    ['16 des', '2024-12-16'],
    ['16des', '2024-12-16'],
    ['16 Desember 2024', '2024-12-16'],
    ['16-Dec-24', '2024-12-16'],
    ['16 des.', '2024-12-16'],
    ['Senin, 16 Desember 2024', '2024-12-16'],
    ['Sen 16 Des', '2024-12-16'],
    ['2024-12-16', '2024-12-16'],
    ['senin', '2024-12-16'],
    ['SEN', '2024-12-16'],
    ["jum'at", '2024-12-13'],
    ['kamis', '2024-12-19'],
    ['rabu', '2024-12-18'],
    ['ahad', '2024-12-15'],
    ['+3', '2024-12-15'],
    ['-3', '2024-12-09'],
    ['+0', '2024-12-12'],
    ['besok', '2024-12-13'],
    ['lusa', '2024-12-14'],
    ['kemarin', '2024-12-11'],
    ['Hari  ini', '2024-12-12'],
    ['2/1', '2025-01-02'],
    ['1/7', '2024-07-01'],
    ['5 mei', '2025-05-05'],
    ['9 agt', '2024-08-09'],
    ['10 nopember 2024', '2024-11-10'],
    ['29/2', '2024-02-29'],
    ['12/5/90', '1990-05-12'],
  ])('%s', (text, date) => {
    expect(readDate(text, today)).toBe(date)
  })

  it.each([
    '',
    'apa',
    '31/2',
    '29/2/2025',
    '16/13',
    '0/1',
    '16/12/024',
    '16/12/20245',
    '2024-13-01',
    '2024-12-32',
    'Selasa, 16 Desember 2024',
    'se',
    '16 de',
    '16 constructor',
    'constructor',
    '__proto__',
    '+12345',
    '01/01/1899',
    '1',
    '161',
    '16/12 pagi',
  ])('does not read %j', text => {
    expect(readDate(text, today)).toBeNull()
  })

  it('looks back for past days', () => {
    const past = (text: string) => readDate(text, today, { past: true })
    expect(past('16/12')).toBe('2023-12-16')
    expect(past('12/12')).toBe('2024-12-12')
    expect(past('12/5/70')).toBe('1970-05-12')
    expect(past('13/12/24')).toBe('1924-12-13')
    expect(past('16/12/2024')).toBe('2024-12-16')
    expect(past('senin')).toBe('2024-12-09')
    expect(past('kamis')).toBe('2024-12-05')
    expect(readDate('12/5/70', today)).toBe('2070-05-12')
  })

  it('reads a month alone as its first day only if requested', () => {
    for (const text of ['10/2024', '10-2024', '10 2024', 'Okt 2024', 'oktober 2024', 'okt-2024']) {
      expect(readDate(text, today, { past: true, monthAlone: true })).toBe('2024-10-01')
      expect(readDate(text, today, { past: true })).toBeNull()
    }
    for (const none of ['13/2024', '0/2024', 'xyz 2024', '2024'])
      expect(readDate(none, today, { monthAlone: true })).toBeNull()
    expect(readDate('16/12/2024', today, { monthAlone: true })).toBe('2024-12-16')
  })

  it('finds a leap day even when the next one is far', () => {
    expect(readDate('29/2', '2026-06-01')).toBe('2028-02-29')
    expect(readDate('29/2', '2100-01-01')).toBe('2096-02-29')
    expect(readDate('29/2', '2102-01-01', { past: true })).toBe('2096-02-29')
  })
})

const anyDay = fc.integer({ min: -20_000, max: 36_500 }).map(days => addDays('2024-01-01', days))

it('reads every form in which the program shows a date, whatever today is', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (date, now) => {
      const [year, month, day] = date.split('-')
      const forms = [
        date,
        longDate(date),
        fullDate(date),
        shortDay(date, { year: true }),
        `${day}${month}${year}`,
        `${day}/${month}/${year}`,
      ]
      expect(forms.map(form => readDate(form, now))).toEqual(forms.map(() => date))
    }),
  )
})

it('uses the nearest year if none is typed', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -182, max: 182 }), (now, days) => {
      const date: PlainDate = addDays(now, days)
      fc.pre(!date.endsWith('02-29'))
      for (const form of [slashDate(date), shortDate(date), date.slice(8) + date.slice(5, 7)])
        expect(readDate(form, now)).toBe(date)
    }),
  )
})

it('uses the next such weekday after today, or for past dates the last one before it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (now, days) => {
      const next = addDays(now, days)
      expect(readDate(weekdayName(next), now)).toBe(next)
      const last = readDate(weekdayName(next), now, { past: true })
      expect(last && weekdayOf(last)).toBe(weekdayOf(next))
      expect(last && daysBetween(last, now)).toBe(days === 7 ? 7 : 7 - days)
    }),
  )
})

it('never fails on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const date = readDate(text, today)
      expect(date === null || /^\d{4}-\d\d-\d\d$/.test(date)).toBe(true)
    }),
  )
})
