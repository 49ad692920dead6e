import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupStarts, moveOnBoard } from '../../../../renderer/ui/board/heat-board-moves.ts'

// Three groups of 2, 1 and 3 columns and a group of sums; four rows and a row of sums.
const size = { rows: 5, groups: [2, 1, 3] }
const press = (row: number, column: number, key: string, ctrl = false) =>
  moveOnBoard({ row, column }, { key, ctrl }, size)

test.each([
  [1, 1, 'ArrowRight', false, 1, 2],
  [1, 6, 'ArrowRight', false, 1, 6],
  [1, 0, 'ArrowLeft', false, 1, 0],
  [4, 3, 'ArrowDown', false, 4, 3],
  [0, 3, 'ArrowUp', false, 0, 3],
  [1, 0, 'ArrowRight', true, 1, 2],
  [1, 2, 'ArrowRight', true, 1, 3],
  [1, 4, 'ArrowRight', true, 1, 6],
  [1, 6, 'ArrowRight', true, 1, 6],
  [1, 5, 'ArrowLeft', true, 1, 3],
  [1, 3, 'ArrowLeft', true, 1, 2],
  [1, 1, 'ArrowLeft', true, 1, 0],
  [2, 4, 'ArrowDown', true, 4, 4],
  [2, 4, 'ArrowUp', true, 0, 4],
  [2, 4, 'Home', false, 2, 0],
  [2, 4, 'Home', true, 0, 0],
  [2, 4, 'End', false, 2, 6],
  [2, 4, 'End', true, 4, 6],
])('from row %d, column %d by %s (Ctrl: %s)', (row, column, key, ctrl, nextRow, nextColumn) => {
  expect(press(row, column, key, ctrl)).toEqual({ row: nextRow, column: nextColumn })
})

test('other keys do not move', () => {
  expect(press(1, 1, 'a')).toBeNull()
  expect(press(1, 1, 'Enter')).toBeNull()
})

test('no key leaves the board', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']
  const groups = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
  const steps = fc.array(fc.record({ key: fc.constantFrom(...keys), ctrl: fc.boolean() }), { maxLength: 40 })
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 9 }), steps, (sizes, rows, presses) => {
      const columns = sizes.reduce((sum, count) => sum + count, 0)
      let cell = { row: 0, column: 0 }
      for (const one of presses) {
        cell = moveOnBoard(cell, one, { rows, groups: sizes }) ?? cell
        expect(cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column <= columns).toBe(true)
      }
    }),
  )
})

test('each group begins after the one before, the sums at the end', () => {
  expect(groupStarts(size.groups)).toEqual([0, 2, 3, 6])
  expect(groupStarts([])).toEqual([0])
})
