import { describe, expect, test } from 'vitest'
import {
  commonClock,
  lineOf,
  pauseStrips,
  pausesOf,
  timesOf,
  timetableLines,
} from '../../../../renderer/features/timetable/timetable-lines.ts'
import { initials, unitHue, unitLetters } from '../../../../renderer/features/timetable/unit-letters.ts'
import type { RailDay, RailGap } from '../../../../renderer/ui/rail/rail-day.ts'
import { railColumns } from '../../../../renderer/ui/rail/rail-layout.ts'
import { clockOf, clockRows, usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

const clock = usualClock('08:00', 45)
/** Monday 16 to Friday 20 December, and Monday and Tuesday of the next week. */
const dates = [0, 1, 2, 3, 4, 7, 8].map(days => addDays('2024-12-16' as PlainDate, days))
const railDays = dates.map((date, index): RailDay => ({ n: index + 1, date, state: 'planned' }))
const gaps: RailGap[] = [5, 6].map(days => ({
  date: addDays('2024-12-16' as PlainDate, days),
  kind: 'weekend',
  name: 'Akhir pekan',
}))
const columns = railColumns(railDays, gaps)
const days = dates.map((date, index) => ({ n: index + 1, hours: 8, clock: clockRows(8, clockOf(clock, date)) }))

describe('the lines of a timetable', () => {
  test('pauses of days side by side are one strip, a gap and another clock part them', () => {
    const strips = pauseStrips(columns, days).map(({ after, from, to, name }) => [after, from, to, name])
    expect(strips).toEqual([
      [3, 0, 3, 'Istirahat'],
      [5, 0, 3, 'ISHOMA'],
      [4, 4, 4, 'Istirahat dan salat Jumat'],
      [3, 6, 7, 'Istirahat'],
      [5, 6, 7, 'ISHOMA'],
    ])
  })

  test('hours stand on one height for all days, with a line wherever somebody pauses', () => {
    const lines = timetableLines(days, pauseStrips(columns, days))
    expect(lines.map(line => ('hour' in line ? line.hour : `p${line.after}`))).toEqual([
      1,
      2,
      3,
      'p3',
      4,
      'p4',
      5,
      'p5',
      6,
      7,
      8,
    ])
    expect(lineOf(lines, { hour: 4 })).toBe(4)
    expect(lineOf(lines, { after: 4 })).toBe(5)
    expect(lineOf(lines, { after: 7 })).toBe(-1)
    expect(timetableLines([], [])).toEqual([])
  })

  test('a class that begins during the prayer pauses before its first hour', () => {
    const friday = { n: 1, hours: 2, clock: clockRows(2, clockOf(usualClock('12:00', 45), '2024-12-20' as PlainDate)) }
    expect(pausesOf(friday)).toEqual([{ after: 0, name: 'Istirahat dan salat Jumat', start: '12:00', end: '13:00' }])
  })
})

test('times of a block go over the pauses in it; beyond the day there are none', () => {
  const [monday] = days
  if (!monday) throw new Error('no day')
  expect(timesOf(monday, 3, 2)).toEqual({ start: '09:30', end: '11:15' })
  expect(timesOf(monday, 8, 2)).toBeNull()
})

test('the clock at the left is that of most days, as long as the longest of them', () => {
  const short = { n: 9, hours: 5, clock: clockRows(5, clock.ordinary) }
  expect(commonClock([...days, short])?.n).toBe(1)
  expect(commonClock([])).toBeUndefined()
})

test('units have letters of their own and hues that differ', () => {
  expect([1, 26, 27, 52, 53].map(unitLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA'])
  const hues = Array.from({ length: 20 }, (_, index) => unitHue(index + 1))
  expect(new Set(hues).size).toBe(20)
  for (const hue of hues) expect(hue >= 110 && hue <= 345).toBe(true)
  expect(initials('Rina Marliana, S.Pd.')).toBe('RM')
})
