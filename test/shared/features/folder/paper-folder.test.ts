import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperKeys } from '../../../../shared/facts/paper-key.ts'
import { folderProgress, isComplete, paperState } from '../../../../shared/features/folder/paper-state.ts'
import { papersInOrder } from '../../../../shared/features/paper/paper-order.ts'
import { changedGroups, formatChanged } from '../../../../shared/features/print/fact-group.ts'
import { readPageRange } from '../../../../shared/features/print/page-range.ts'

describe('pages to print', () => {
  test.each([
    ['', 3, [1, 2, 3]],
    ['2', 3, [2]],
    ['1-3, 5', 6, [1, 2, 3, 5]],
    ['5;1 – 2 2', 6, [1, 2, 5]],
    ['3-1', 3, null],
    ['0', 3, null],
    ['4', 3, null],
    ['1-', 3, null],
    ['satu', 3, null],
  ])('“%s” of %i', (text, pages, wanted) => {
    expect(readPageRange(text, pages)).toEqual(wanted)
  })

  test('the pages read are within the paper, in order, each once', () => {
    const part = fc.oneof(
      fc.nat(30).map(String),
      fc.tuple(fc.nat(30), fc.nat(30)).map(([from, to]) => `${from}-${to}`),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.integer({ min: 1, max: 25 }), (parts, pages) => {
        const read = readPageRange(parts.join(','), pages)
        if (read === null) return
        expect(read.length).toBeGreaterThan(0)
        expect(read).toEqual([...new Set(read)].sort((a, b) => a - b))
        expect(read.every(page => page >= 1 && page <= pages)).toBe(true)
      }),
    )
  })
})

describe('the state of a paper', () => {
  test('is the furthest step reached, unless a person set a verdict', () => {
    expect(paperState({ printed: false, isSigned: false, verdict: null })).toBe('OPEN')
    expect(paperState({ printed: true, isSigned: false, verdict: null })).toBe('PRINTED')
    expect(paperState({ printed: false, isSigned: true, verdict: null })).toBe('SCANNED')
    expect(paperState({ printed: true, isSigned: true, verdict: 'RETURNED' })).toBe('RETURNED')
    expect(paperState({ printed: false, isSigned: false, verdict: 'UNUSED' })).toBe('UNUSED')
  })

  test('an unused paper counts neither as done nor as missing', () => {
    const states = ['OPEN', 'PRINTED', 'SCANNED', 'CHECKED', 'RETURNED', 'UNUSED'] as const
    expect(folderProgress(states)).toEqual({ done: 2, of: 5 })
    expect(states.filter(isComplete)).toEqual(['SCANNED', 'CHECKED', 'UNUSED'])
  })
})

test('every paper has one place in the file', () => {
  const placed = papersInOrder.map(place => place.key)
  expect(placed.toSorted()).toEqual([...paperKeys].sort())
  expect(papersInOrder.every(place => place.section !== '')).toBe(true)
})

describe('what changed since a print', () => {
  test('names only values of the print that differ now', () => {
    const printed = { schedule: 'a', people: 'b', official: 'c' }
    expect(changedGroups(printed, { schedule: 'x', people: 'b', official: 'd', scores: 'e' })).toEqual([
      'schedule',
      'official',
    ])
    expect(changedGroups(printed, {})).toEqual([])
  })

  test('warns of old sheets only if they must not be signed any more', () => {
    expect(formatChanged(['schedule', 'instructors'])).toBe(
      'jadwal berubah, instruktur berubah. Lembar lama jangan dipakai lagi.',
    )
    expect(formatChanged(['attendance'])).toBe('kehadiran berubah.')
  })
})
