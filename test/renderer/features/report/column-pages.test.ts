import { expect, it } from 'vitest'
import { columnPages } from '../../../../renderer/features/report/column-pages.ts'

it('shows a table that fits in one part', () => {
  expect(columnPages([100, 100, 50, 50], 300)).toEqual([[0, 1, 2, 3]])
  expect(columnPages([100], 300)).toEqual([[0]])
})

it('divides the columns, and repeats the first two', () => {
  expect(columnPages([100, 100, 50, 60, 70], 310)).toEqual([
    [0, 1, 2, 3],
    [0, 1, 4],
  ])
})

it('shows a column that is wider than its room alone', () => {
  expect(columnPages([100, 100, 900, 50], 300)).toEqual([
    [0, 1, 2],
    [0, 1, 3],
  ])
})
