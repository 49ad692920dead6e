import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendancePercent, daysNeeded, outlook, tally } from '../../../../shared/features/attendance/attendance.ts'
import { isPresent, type Mark, markLabel, marks } from '../../../../shared/features/attendance/mark.ts'

const whole = { joinedDay: 1, leftAfterDay: null }
const parse = (text: string) => [...text].map(letter => marks.find(mark => mark === letter) ?? null)

describe('daysNeeded', () => {
  it.each([
    [75, 12],
    [80, 12],
    [85, 13],
    [90, 14],
    [100, 15],
    [0, 0],
  ])('%i percent of 15 days are %i', (percent, days) => {
    expect(daysNeeded(percent, 15)).toBe(days)
  })

  it('is the smallest number of days with that percentage, in whole numbers', () => {
    for (let planned = 1; planned <= 60; planned += 1) {
      for (let percent = 0; percent <= 100; percent += 1) {
        const needed = daysNeeded(percent, planned)
        expect(needed * 100 >= percent * planned && (needed - 1) * 100 < percent * planned).toBe(true)
      }
    }
  })
})

it.each([
  [15, 10_000],
  [12, 8000],
  [11, 7333],
  [14, 9333],
  [4, 2667],
  [0, 0],
])('%i of 15 days are %i hundredths of a percent', (present, percent) => {
  expect(attendancePercent(present, 15)).toBe(percent)
})

describe('tally', () => {
  it.each([
    ['HHHHHHHHHHHHHHH', { H: 15, S: 0, I: 0, A: 0, T: 0 }, 10_000],
    ['HHHSSHHIHHHHHHH', { H: 12, S: 2, I: 1, A: 0, T: 0 }, 8000],
    ['HAAHSHIHHHHHHHH', { H: 11, S: 1, I: 1, A: 2, T: 0 }, 7333],
    ['HHSHHHHTHHHHHHH', { H: 13, S: 1, I: 0, A: 0, T: 1 }, 9333],
  ])('%s', (text, counts, percent) => {
    const result = tally(parse(text), 15, whole)
    expect(result).toMatchObject({ counts, percent, missing: [], present: counts.H + counts.T })
    expect(result.stillPossible).toBe(result.present)
  })

  it('needs no marks of a person who left, and measures by all planned days', () => {
    const leaver = tally(parse('HHHHAAA--------'), 15, { joinedDay: 1, leftAfterDay: 7 })
    expect(leaver).toMatchObject({ present: 4, percent: 2667, missing: [], stillPossible: 4 })
    expect(leaver.counts).toEqual({ H: 4, S: 0, I: 0, A: 3, T: 0 })
  })

  it('needs no marks of the days before a person joined', () => {
    const late = tally(parse('--H-'), 15, { joinedDay: 3, leftAfterDay: null })
    expect(late).toMatchObject({ present: 1, missing: [4], stillPossible: 13 })
  })

  it('does not count a mark outside the span', () => {
    const result = tally(parse('HHHHH'), 15, { joinedDay: 2, leftAfterDay: 4 })
    expect(result).toMatchObject({ present: 3, stillPossible: 3 })
  })

  it('distinguishes forgotten days from future days', () => {
    expect(tally(parse('HH-H'), 15, whole)).toMatchObject({ present: 3, missing: [3], stillPossible: 15 })
    expect(tally([], 15, whole)).toMatchObject({ present: 0, missing: [], stillPossible: 15 })
    expect(() => tally(parse('H'.repeat(16)), 15, whole)).toThrow(RangeError)
  })
})

describe('outlook', () => {
  it.each([
    ['HHHHHHHHHHHH', { kind: 'reached' }],
    ['HAAHSHIHH', { kind: 'out_of_reach', short: 1 }],
    ['HHHSSHHIH', { kind: 'must_attend_all' }],
    ['HHHHHHHHS', { kind: 'can_miss', days: 2 }],
    ['HHHHHTHHH', { kind: 'can_miss', days: 3 }],
  ])('%s with 12 days needed of 15', (text, expected) => {
    expect(outlook(tally(parse(text), 15, whole), 12)).toEqual(expected)
  })

  it('is exact: missing the allowed number of days still reaches the minimum, one more does not', () => {
    const mark = fc.constantFrom<Mark | null>('H', 'S', 'I', 'A', 'T', null)
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 15 }), fc.integer({ min: 1, max: 100 }), (soFar, percent) => {
        const needed = daysNeeded(percent, 15)
        const now = outlook(tally(soFar, 15, whole), needed)
        const filled = Array.from({ length: 15 }, (_, index) => soFar[index] ?? null)
        const presentWhenMissing = (days: number) => {
          let toMiss = days
          const end = filled.map(known => known ?? (toMiss-- > 0 ? 'A' : 'H'))
          return tally(end, 15, whole).present
        }
        const open = filled.filter(known => known === null).length
        const allowed = now.kind === 'can_miss' ? now.days : 0
        if (now.kind === 'reached') expect(presentWhenMissing(open)).toBeGreaterThanOrEqual(needed)
        else if (now.kind === 'out_of_reach') expect(presentWhenMissing(0)).toBe(needed - now.short)
        else {
          expect(presentWhenMissing(allowed)).toBe(needed)
          expect(presentWhenMissing(allowed + 1)).toBeLessThan(needed)
        }
      }),
    )
  })
})

it('labels the five marks, two of them present', () => {
  expect(marks.map(mark => `${mark} ${markLabel(mark)}`)).toEqual([
    'H Hadir',
    'S Sakit',
    'I Izin',
    'A Alpa',
    'T Terlambat',
  ])
  expect(marks.filter(isPresent)).toEqual(['H', 'T'])
})
