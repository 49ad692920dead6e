import { expect, test } from 'vitest'
import { columnsOf } from '../../../../renderer/features/home/week-columns.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'

/** From Monday 30 December 2024 to the Sunday after. */
const week = Array.from({ length: 7 }, (_, n) => ({ date: addDays('2024-12-30', n), off: null }))
const columns = (today: PlainDate, meets: PlainDate[] = []) =>
  columnsOf(week, new Set(meets), today).map(column => column.dates.join(' '))

test('a weekend is one narrow column, except when it is today or a class meets on it', () => {
  expect(columns('2024-12-30').slice(4)).toEqual(['2025-01-03', '2025-01-04 2025-01-05'])
  expect(columns('2025-01-05').slice(4)).toEqual(['2025-01-03', '2025-01-04', '2025-01-05'])
  expect(columnsOf(week, new Set(), '2025-01-05').at(-1)?.day?.date).toBe('2025-01-05')
  expect(columns('2024-12-30', ['2025-01-04']).slice(5)).toEqual(['2025-01-04', '2025-01-05'])
})
