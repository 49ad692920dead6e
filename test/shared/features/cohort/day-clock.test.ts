import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breaksPrayer,
  clockOf,
  clockProblem,
  clockRows,
  dayTimes,
  fridayBreaks,
  usualClock,
} from '../../../../shared/features/cohort/day-clock.ts'
import { minutesOf, timeOfMinutes } from '../../../../shared/kernel/time.ts'

const clock = usualClock('08:00', 45)
const times = (rows: ReturnType<typeof clockRows>) => rows.map(row => `${row.start}-${row.end} ${row.name}`)

describe('the usual day', () => {
  it('has two breaks and eight hours until 15.15', () => {
    expect(times(clockRows(8, clockOf(clock, '2024-12-16')))).toEqual([
      '08:00-08:45 JP 1',
      '08:45-09:30 JP 2',
      '09:30-10:15 JP 3',
      '10:15-10:30 Istirahat',
      '10:30-11:15 JP 4',
      '11:15-12:00 JP 5',
      '12:00-13:00 ISHOMA',
      '13:00-13:45 JP 6',
      '13:45-14:30 JP 7',
      '14:30-15:15 JP 8',
    ])
  })

  it('keeps the prayer free on Fridays', () => {
    const rows = times(clockRows(8, clockOf(clock, '2024-12-20')))
    expect(rows[4]).toBe('11:00-13:00 Istirahat dan salat Jumat')
    expect(rows.at(-1)).toBe('15:15-16:00 JP 8')
  })

  it('has no break after the last hour', () => {
    expect(times(clockRows(5, clock.ordinary)).at(-1)).toBe('11:15-12:00 JP 5')
    expect(times(clockRows(3, clock.ordinary))).toHaveLength(3)
  })
})

it('is shorter in the fasting month, and keeps the Friday prayer', () => {
  const fasting = {
    ...clock,
    ramadan: { startTime: '08:00', minutesPerHour: 35, breaks: [{ after: 4, minutes: 30, name: 'Istirahat' }] },
    fasting: { from: '2025-03-01' as const, until: '2025-03-30' as const },
  }
  expect(times(clockRows(8, clockOf(fasting, '2025-02-28'))).at(-1)).toBe('15:15-16:00 JP 8')
  expect(times(clockRows(8, clockOf(fasting, '2025-03-03'))).at(-1)).toBe('12:35-13:10 JP 8')
  expect(times(clockRows(8, clockOf(fasting, '2025-03-31'))).at(-1)).toBe('14:30-15:15 JP 8')
  const friday = clockOf(fasting, '2025-03-07')
  expect(friday.minutesPerHour).toBe(35)
  expect(breaksPrayer(8, friday)).toBe(false)
})

describe('how long a day lasts', () => {
  const stated = { hours: 8, endTime: '15:15' }
  const ends = (hours: number, date: '2024-12-16' | '2024-12-20', statedTimes = stated) =>
    dayTimes(hours, clock, date, statedTimes).endTime

  it('as in the class on ordinary days, longer by the prayer on Fridays', () => {
    expect(dayTimes(8, clock, '2024-12-16', stated)).toEqual({ startTime: '08:00', endTime: '15:15' })
    expect(ends(8, '2024-12-20')).toBe('16:00')
    expect(ends(8, '2024-12-16', { hours: 8, endTime: '16:00' })).toBe('16:00')
    expect(ends(8, '2024-12-20', { hours: 8, endTime: '16:00' })).toBe('16:45')
  })

  it('shorter by missing hours, and in the fasting month', () => {
    expect(ends(4, '2024-12-16')).toBe('11:15')
    const fasting = { ...clock, fasting: { from: '2024-12-16' as const, until: '2024-12-17' as const } }
    expect(
      dayTimes(8, { ...fasting, ramadan: { ...clock.ramadan, minutesPerHour: 35 } }, '2024-12-16', stated),
    ).toEqual({
      startTime: '08:00',
      endTime: '13:10',
    })
  })

  it('at least an hour, however early the end of the class', () => {
    expect(dayTimes(1, clock, '2024-12-16', { hours: 8, endTime: '08:30' })).toEqual({
      startTime: '08:00',
      endTime: '08:45',
    })
  })
})

it('whenever a class begins and however long its hours are, nobody is taught during the prayer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 30, max: 60 }), (quarter, minutesPerHour) => {
      const startTime = timeOfMinutes(minutesOf('06:00') + quarter * 15)
      const friday = { startTime, minutesPerHour, breaks: fridayBreaks(startTime, minutesPerHour) }
      for (let hours = 1; hours <= 6; hours += 1) expect(breaksPrayer(hours, friday)).toBe(false)
    }),
  )
})

it('hours follow each other without a gap and have the right length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 30, max: 60 }), (hours, minutesPerHour) => {
      const rows = clockRows(hours, usualClock('07:30', minutesPerHour).ordinary)
      rows.forEach((row, index) => {
        if (index > 0) expect(row.start).toBe(rows[index - 1]?.end)
        if (row.hour !== null) expect(minutesOf(row.end) - minutesOf(row.start)).toBe(minutesPerHour)
      })
      expect(rows.filter(row => row.hour !== null)).toHaveLength(hours)
    }),
  )
})

describe('problems of a clock', () => {
  it('none on the default one, the prayer on a Friday without its break, midnight on a late one', () => {
    const friday = { date: '2024-12-20', hours: 8 } as const
    expect(clockProblem(friday, clock)).toBeNull()
    const without = { ...clock, friday: { ...clock.friday, breaks: [] } }
    expect(clockProblem(friday, without)).toEqual({ code: 'teaching_in_prayer', date: '2024-12-20' })
    expect(clockProblem({ date: '2024-12-19', hours: 8 }, without)).toBeNull()
    const late = { ...clock, ordinary: { ...clock.ordinary, startTime: '20:00' } }
    expect(clockProblem({ date: '2024-12-19', hours: 8 }, late)).toEqual({ code: 'clock_past_midnight' })
  })
})
