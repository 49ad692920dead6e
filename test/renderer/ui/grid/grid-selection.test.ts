import { describe, expect, it } from 'vitest'
import { cellsOf, isInRange, moveCell, nextCell, rangeOf } from '../../../../renderer/ui/grid/grid-selection.ts'

const size = { rows: 16, columns: 15 }

describe('rangeOf', () => {
  it('is the same rectangle whichever corner came first', () => {
    const range = rangeOf({ row: 4, column: 2 }, { row: 1, column: 5 })
    expect(range).toEqual({ top: 1, bottom: 4, left: 2, right: 5 })
    expect(rangeOf({ row: 1, column: 5 }, { row: 4, column: 2 })).toEqual(range)
    expect(cellsOf(range)).toHaveLength(16)
    expect(isInRange(range, { row: 2, column: 5 })).toBe(true)
    expect(isInRange(range, { row: 2, column: 6 })).toBe(false)
  })
})

describe('moveCell', () => {
  it('stays inside the grid', () => {
    expect(moveCell({ row: 0, column: 0 }, 'ArrowUp', size, false)).toEqual({ row: 0, column: 0 })
    expect(moveCell({ row: 15, column: 14 }, 'PageDown', size, false)).toEqual({ row: 15, column: 14 })
  })

  it('jumps to the edges with Ctrl', () => {
    expect(moveCell({ row: 3, column: 3 }, 'ArrowDown', size, true)).toEqual({ row: 15, column: 3 })
    expect(moveCell({ row: 3, column: 3 }, 'End', size, true)).toEqual({ row: 15, column: 14 })
    expect(moveCell({ row: 3, column: 3 }, 'Home', size, false)).toEqual({ row: 3, column: 0 })
  })

  it('ignores keys that do not move', () => {
    expect(moveCell({ row: 3, column: 3 }, 'S', size, false)).toBeNull()
  })
})

describe('nextCell', () => {
  it('goes down after Enter and stops at the last row', () => {
    expect(nextCell({ row: 2, column: 8 }, 'down', size)).toEqual({ row: 3, column: 8 })
    expect(nextCell({ row: 15, column: 8 }, 'down', size)).toBeNull()
  })

  it('moves to the next row after Tab at the right edge and leaves the grid at the end', () => {
    expect(nextCell({ row: 2, column: 14 }, 'right', size)).toEqual({ row: 3, column: 0 })
    expect(nextCell({ row: 2, column: 0 }, 'left', size)).toEqual({ row: 1, column: 14 })
    expect(nextCell({ row: 15, column: 14 }, 'right', size)).toBeNull()
  })
})
