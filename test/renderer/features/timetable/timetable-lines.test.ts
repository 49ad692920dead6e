import { describe, expect, test } from 'vitest'
import { laneRuns } from '../../../../renderer/features/timetable/grid/lane-runs.ts'
import { commonClock, pauseStrips, pausesOf, timesOf } from '../../../../renderer/features/timetable/timetable-lines.ts'
import { unitLetters } from '../../../../renderer/features/timetable/unit-letters.ts'
import type { RailDay, RailGap } from '../../../../renderer/ui/rail/rail-day.ts'
import { railColumns } from '../../../../renderer/ui/rail/rail-layout.ts'
import { clockOf, clockRows, usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import { instructorId } from '../../../../shared/ids.ts'
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
  test('breaks of neighbouring days are one strip, a gap or another clock splits it', () => {
    const strips = pauseStrips(columns, days).map(({ after, from, to, name }) => [after, from, to, name])
    expect(strips).toEqual([
      [3, 0, 3, 'Istirahat'],
      [5, 0, 3, 'ISHOMA'],
      [4, 4, 4, 'Istirahat dan salat Jumat'],
      [3, 6, 7, 'Istirahat'],
      [5, 6, 7, 'ISHOMA'],
    ])
  })

  test('a class that would begin during the prayer has its break before the first hour', () => {
    const friday = { n: 1, hours: 2, clock: clockRows(2, clockOf(usualClock('12:00', 45), '2024-12-20' as PlainDate)) }
    expect(pausesOf(friday)).toEqual([{ after: 0, name: 'Istirahat dan salat Jumat', start: '12:00', end: '13:00' }])
  })
})

test('times of a block span the breaks in it; after the end of the day there are none', () => {
  const [monday] = days
  if (!monday) throw new Error('no day')
  expect(timesOf(monday, 3, 2)).toEqual({ start: '09:30', end: '11:15' })
  expect(timesOf(monday, 8, 2)).toBeNull()
})

test('the clock at the left is that of most days, with the length of the longest one', () => {
  const short = { n: 9, hours: 5, clock: clockRows(5, clock.ordinary) }
  expect(commonClock([...days, short])?.n).toBe(1)
  expect(commonClock([])).toBeUndefined()
})

test('units have different letters', () => {
  expect([1, 26, 27].map(unitLetters)).toEqual(['A', 'Z', 'AA'])
})

test('consecutive days of an instructor are one bar, with as much of the name as fits', () => {
  const rina = { id: instructorId.parse(1), name: 'Rina Marliana, S.Pd.' }
  const sari = { id: instructorId.parse(2), name: 'Sari Dewi' }
  const taught = days.map((day, index) => ({
    ...day,
    date: dates[index] ?? ('2024-12-16' as PlainDate),
    held: false,
    instructors: index < 4 ? [rina] : index < 6 ? [sari] : [],
    blocks: [],
    clockKind: 'ordinary' as const,
  }))
  expect(laneRuns(columns, taught).map(({ n, until, words, hours }) => [n, until, words, hours])).toEqual([
    [1, 4, 'Rina Marliana, S.Pd. · 32 JP', 32],
    [5, 6, 'Dewi', 16],
    [7, 7, '!', 8],
  ])
})
