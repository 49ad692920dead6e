import { describe, expect, it } from 'vitest'
import { nextOrder, sortRows, sortValueOf } from '../../../../renderer/ui/table/sort-rows.ts'

it('sorts columns of plain texts or numbers, but not of buttons or badges', () => {
  const rows = [{ room: '–' }, { room: 'Dapur 2' }]
  expect(rows.map(row => sortValueOf({ cell: (one: (typeof rows)[0]) => one.room }, rows)?.(row))).toEqual([
    null,
    'Dapur 2',
  ])
  expect(sortValueOf({ cell: () => ({ type: 'button' }) }, rows)).toBeUndefined()
})

describe('sortRows', () => {
  const rows = [
    { name: 'tb-10', date: null },
    { name: 'TB-2', date: '2024-12-11' },
    { name: 'sm-1', date: '2024-12-09' },
    { name: 'Tb-2', date: '2024-12-09' },
  ]

  it('sorts texts naturally: numbers by value, ignoring case, keeping the order of equal ones', () => {
    expect(sortRows(rows, row => row.name, false).map(row => row.name)).toEqual(['sm-1', 'TB-2', 'Tb-2', 'tb-10'])
  })

  it('keeps rows without a value last in both directions and does not change the list', () => {
    expect(sortRows(rows, row => row.date, false).at(-1)?.name).toBe('tb-10')
    expect(sortRows(rows, row => row.date, true).map(row => row.date)).toEqual([
      '2024-12-11',
      '2024-12-09',
      '2024-12-09',
      null,
    ])
    expect(rows[0]?.name).toBe('tb-10')
  })

  it('sorts numbers by size', () => {
    expect(sortRows([10, 9, 100], value => value, false)).toEqual([9, 10, 100])
  })
})

describe('nextOrder', () => {
  it('goes up, down and back to the order of the list', () => {
    const up = nextOrder(null, 'name')
    const down = nextOrder(up, 'name')
    expect([up?.descending, down?.descending, nextOrder(down, 'name')]).toEqual([false, true, null])
    expect(nextOrder(down, 'date')).toEqual({ column: 'date', descending: false })
  })
})
