import { expect, test } from 'vitest'
import { monthWeeks } from '../../../../renderer/features/calendar/month-weeks.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'

const cohort = (code: string, ...dates: PlainDate[]) => ({
  code,
  title: code,
  start: dates[0] ?? '2024-12-01',
  end: dates.at(-1) ?? '2024-12-01',
  dates,
})

test('the weeks of a month run from Monday to Sunday and cover it', () => {
  const weeks = monthWeeks(2024, 12, [])
  expect(weeks.map(week => [week.dates[0], week.dates.at(-1)])).toEqual([
    ['2024-11-25', '2024-12-01'],
    ['2024-12-02', '2024-12-08'],
    ['2024-12-09', '2024-12-15'],
    ['2024-12-16', '2024-12-22'],
    ['2024-12-23', '2024-12-29'],
    ['2024-12-30', '2025-01-05'],
  ])
})

test('a class has one bar for each run of days, broken by a day off, on its own line', () => {
  const classes = [
    cohort('A', '2024-12-23', '2024-12-24', '2024-12-27'),
    cohort('B', '2024-12-24'),
    cohort('C', '2024-12-30'),
  ]
  const [, , , , week, last] = monthWeeks(2024, 12, classes)
  expect(week?.bars.map(({ code, from, to, lane }) => [code, from, to, lane])).toEqual([
    ['A', 1, 2, 0],
    ['A', 5, 5, 0],
    ['B', 2, 2, 1],
  ])
  expect(week?.lanes).toBe(2)
  // A class that does not meet in a week takes no line in it.
  expect(last?.bars.map(({ code, lane }) => [code, lane])).toEqual([['C', 0]])
})

test('a class that begins when another one is over uses its line; days of the next month stay empty', () => {
  const classes = [
    cohort('A', '2024-12-30'),
    cohort('B', '2024-12-30', '2024-12-31'),
    cohort('C', '2024-12-31', '2025-01-02'),
  ]
  const last = monthWeeks(2024, 12, classes).at(-1)
  expect(last?.bars.map(({ code, from, to, lane }) => [code, from, to, lane])).toEqual([
    ['A', 1, 1, 0],
    ['B', 1, 2, 1],
    ['C', 2, 2, 0],
  ])
  expect(last?.lanes).toBe(2)
})
