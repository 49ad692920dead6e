import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  gatheredPart,
  hoursOf,
  type LaidDay,
  laidDays,
  movedPiece,
  offsetOf,
  openRow,
  piecesOf,
  placeAt,
  sameRow,
  wrongUnit,
} from '../../../../renderer/features/timetable/open-row.ts'
import type { TimetableBlock } from '../../../../shared/features/timetable/contract.ts'
import { hoursByPart } from '../../../../shared/features/timetable/timetable.ts'
import type { CohortUnitId, InstructorId } from '../../../../shared/ids.ts'

const block = (
  unit: number,
  kind: 'theory' | 'practice',
  hours: number,
  teacher: number | null = null,
): TimetableBlock => ({
  unitId: unit as CohortUnitId,
  kind,
  hours,
  instructorId: teacher as InstructorId | null,
})
const day = (n: number, held: boolean, blocks: TimetableBlock[], hours = 8): LaidDay => ({ n, held, blocks, hours })
const brief = (row: readonly TimetableBlock[]) => row.map(({ unitId, kind, hours }) => `${unitId}${kind[0]}${hours}`)

/** Day 1 is held. */
const days = [
  day(1, true, [block(1, 'theory', 4), block(1, 'practice', 4)]),
  day(2, false, [block(2, 'theory', 2), block(2, 'practice', 6)]),
  day(3, false, [block(2, 'practice', 2), block(3, 'theory', 4)]),
]

describe('places', () => {
  test('a piece has its place and, unless its day is held, its number', () => {
    expect(piecesOf(days).map(({ key, held, index }) => [key, held, index])).toEqual([
      ['1-1', true, null],
      ['1-5', true, null],
      ['2-1', false, 0],
      ['2-3', false, 1],
      ['3-1', false, 2],
      ['3-3', false, 3],
    ])
    expect(brief(openRow(piecesOf(days)))).toEqual(['2t2', '2p6', '2p2', '3t4'])
  })

  test('hours of open days are numbered across all of them; held days have none', () => {
    expect(offsetOf(days, { n: 1, hour: 3 })).toBeNull()
    expect(offsetOf(days, { n: 3, hour: 3 })).toBe(10)
    expect(offsetOf(days, { n: 9, hour: 1 })).toBeNull()
    expect(placeAt(days, 10)).toEqual({ n: 3, hour: 3 })
    expect(placeAt(days, 16)).toBeNull()
  })

  test('a cut splits the block around it, and nothing at the edge of a block', () => {
    expect(brief(openRow(piecesOf(days, new Set([2, 5, 8]))))).toEqual(['2t2', '2p3', '2p3', '2p2', '3t4'])
  })
})

describe('moving', () => {
  const row = openRow(piecesOf(days))

  test('puts the block at the hour, and splits the one that is there', () => {
    expect(brief(movedPiece(row, 3, 4))).toEqual(['2t2', '2p2', '3t4', '2p4', '2p2'])
    expect(brief(movedPiece(row, 0, 99))).toEqual(['2p6', '2p2', '3t4', '2t2'])
    expect(sameRow(movedPiece(row, 3, 10), row)).toBe(true)
    expect(() => movedPiece(row, 7, 0)).toThrow(RangeError)
  })

  test('never changes the hours of a part, and the block is where it was put', () => {
    const blocks = fc.array(
      fc.record({ unit: fc.nat(4), theory: fc.boolean(), hours: fc.integer({ min: 1, max: 12 }) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), (made, at, to) => {
        const laid = made.map(one => block(one.unit, one.theory ? 'theory' : 'practice', one.hours))
        const index = at % laid.length
        const start = to % (hoursOf(laid) + 1)
        const next = movedPiece(laid, index, start)
        expect([...hoursByPart(next)].toSorted()).toEqual([...hoursByPart(laid)].toSorted())
        const moved = laid[index]
        const most = hoursOf(laid) - (moved?.hours ?? 0)
        const before = next.slice(0, moved ? next.indexOf(moved) : 0)
        expect(hoursOf(before)).toBe(Math.min(start, most))
      }),
    )
  })

  test('joins the hours of a part with the instructor of the chosen piece', () => {
    const apart = [block(2, 'practice', 3, 7), block(3, 'theory', 4), block(2, 'practice', 5)]
    expect(gatheredPart(apart, 0)).toEqual([block(2, 'practice', 8, 7), block(3, 'theory', 4)])
    expect(gatheredPart(apart, 9)).toEqual(apart)
  })

  test('is the same row however it is cut, but not with another instructor', () => {
    expect(sameRow([block(1, 'theory', 2), block(1, 'theory', 3)], [block(1, 'theory', 5)])).toBe(true)
    expect(sameRow([block(1, 'theory', 2, 7), block(1, 'theory', 3)], [block(1, 'theory', 5)])).toBe(false)
  })
})

test('a row is laid over the open days only, and practice before its theory is named', () => {
  const units = [
    { id: 2, title: 'Merias' },
    { id: 3, title: 'Menata' },
  ]
  const next = laidDays(days, movedPiece(openRow(piecesOf(days)), 0, 8))
  expect(next[0]).toBe(days[0])
  expect(next.slice(1).map(one => brief(one.blocks))).toEqual([['2p8'], ['2t2', '3t4']])
  expect(wrongUnit(next, units, days)).toBe('Merias')
  expect(wrongUnit(days, units, days)).toBeNull()
})
