import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAbsence, longestAbsence } from '../../../../shared/features/attendance/absence.ts'
import { daysNeeded, formatOutlook, outlook, tally } from '../../../../shared/features/attendance/attendance.ts'
import { marks as letters, type Mark } from '../../../../shared/features/attendance/mark.ts'

const whole = { joinedDay: 1, leftAfterDay: null }
const marksOf = (text: string) => [...text].map(letter => (letter === '.' ? null : (letter as Mark)))
const anyMarks = fc.array(fc.constantFrom<Mark | null>(...letters, null), { maxLength: 20 })

describe('days of Alpa in a row', () => {
  test.each([
    ['HHAAAH', { from: 3, until: 5, days: 3 }],
    ['AAHAA', { from: 4, until: 5, days: 2 }],
    ['AASAA', { from: 4, until: 5, days: 2 }],
    ['AA.A', { from: 1, until: 2, days: 2 }],
    ['ATA', { from: 3, until: 3, days: 1 }],
    ['HSI', null],
    ['', null],
  ])('%s', (text, run) => {
    expect(longestAbsence(marksOf(text), whole)).toEqual(run)
  })

  test('count only while the person belongs to the class', () => {
    expect(longestAbsence(marksOf('AAAAA'), { joinedDay: 3, leftAfterDay: 4 })).toEqual({ from: 3, until: 4, days: 2 })
  })

  test('are all Alpa, within the span, and no longer run exists', () => {
    fc.assert(
      fc.property(
        anyMarks,
        fc.integer({ min: 1, max: 21 }),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (row, joinedDay, leftAfterDay) => {
          const run = longestAbsence(row, { joinedDay, leftAfterDay })
          const own = row.map((mark, index) => {
            const n = index + 1
            return n >= joinedDay && (leftAfterDay === null || n <= leftAfterDay) && mark === 'A' ? 'A' : '-'
          })
          const longest = Math.max(
            0,
            ...own
              .join('')
              .split('-')
              .map(part => part.length),
          )
          expect(run?.days ?? 0).toBe(longest)
          if (!run) return
          expect(own.slice(run.from - 1, run.until).join('')).toBe('A'.repeat(run.days))
        },
      ),
    )
  })

  test('never grow when an Alpa is changed', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(19), fc.constantFrom<Mark | null>('H', 'S', 'I', 'T', null), (row, at, mark) => {
        const changed = row.map((old, index) => (index === at ? mark : old))
        expect(longestAbsence(changed, whole)?.days ?? 0).toBeLessThanOrEqual(longestAbsence(row, whole)?.days ?? 0)
      }),
    )
  })

  test('are named with their days', () => {
    expect(formatAbsence({ from: 4, until: 6, days: 3 })).toBe('alpa 3 hari berturut-turut (hari ke-4 s.d. 6)')
  })
})

test('the possible attendance is exact: presence plus the open days', () => {
  fc.assert(
    fc.property(anyMarks, fc.integer({ min: 1, max: 100 }), (row, minimum) => {
      const planned = Math.max(1, row.length, 15)
      const needed = daysNeeded(minimum, planned)
      const now = tally(row, planned, whole)
      const best = tally(
        [...row.map(mark => mark ?? 'H'), ...Array<Mark>(planned - row.length).fill('H')],
        planned,
        whole,
      )
      expect(best.present).toBe(now.stillPossible)
      expect(outlook(now, needed).kind === 'out_of_reach').toBe(best.present < needed)
      // A person who may miss this many days reaches the minimum after missing them, but not after one more.
      const view = outlook(now, needed)
      if (view.kind === 'can_miss') expect(now.stillPossible - view.days).toBe(needed)
    }),
  )
})

test('the outlook in words names what can still be reached', () => {
  expect(formatOutlook({ kind: 'out_of_reach', short: 1 }, 11, 12)).toBe('paling banyak 11 dari 12 hari yang perlu')
  expect(formatOutlook({ kind: 'can_miss', days: 2 }, 14, 12)).toBe('boleh absen 2 hari lagi')
})
