import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillDown, fromTsv, placeBlock, toTsv } from '../../../../renderer/ui/grid/grid-clipboard.ts'

const size = { rows: 3, columns: 2 }

describe('fromTsv', () => {
  it('reads lines and tabs as Excel writes them, with a line end after the last row', () => {
    expect(fromTsv('H\tS\r\nA\tI\r\n')).toEqual([
      ['H', 'S'],
      ['A', 'I'],
    ])
  })

  it('keeps empty cells and quoted values unchanged', () => {
    expect(fromTsv('\tS\r\n"dua\nbaris"\t"kata ""sakit"""')).toEqual([
      ['', 'S'],
      ['dua\nbaris', 'kata "sakit"'],
    ])
  })

  it('reads back whatever toTsv wrote', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '8', ',') })
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 4 }), rows => {
        const text = toTsv(
          { top: 0, bottom: rows.length - 1, left: 0, right: 1 },
          cell => rows[cell.row]?.[cell.column] ?? '',
        )
        expect(fromTsv(text)).toEqual(rows)
      }),
    )
  })
})

describe('placeBlock', () => {
  it('fills the whole selection with a single value', () => {
    const { changes } = placeBlock([['S ']], { top: 0, bottom: 1, left: 0, right: 1 }, size)
    expect(changes).toHaveLength(4)
    expect(changes.every(change => change.text === 'S')).toBe(true)
  })

  it('lists values outside of the grid instead of dropping them', () => {
    const block = [
      ['1', '2', '3'],
      ['4', '5', ''],
    ]
    const placed = placeBlock(block, { top: 2, bottom: 2, left: 0, right: 0 }, size)
    expect(placed.changes).toEqual([
      { row: 2, column: 0, text: '1' },
      { row: 2, column: 1, text: '2' },
    ])
    expect(placed.outside).toEqual(['3', '4', '5'])
  })
})

describe('fillDown', () => {
  const text = (cell: { row: number; column: number }) => `${cell.row}/${cell.column}`

  it('copies the first row of the selection into the others', () => {
    expect(fillDown({ top: 0, bottom: 2, left: 1, right: 1 }, text)).toEqual([
      { row: 1, column: 1, text: '0/1' },
      { row: 2, column: 1, text: '0/1' },
    ])
  })

  it('copies from above when one row is selected, and nothing in the first row', () => {
    expect(fillDown({ top: 2, bottom: 2, left: 0, right: 0 }, text)).toEqual([{ row: 2, column: 0, text: '1/0' }])
    expect(fillDown({ top: 0, bottom: 0, left: 0, right: 1 }, text)).toEqual([])
  })
})
