import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  finalMark,
  meanScore,
  predicate,
  readScore,
  type ScoreProblem,
} from '../../../../shared/features/score/score.ts'
import { hundredths } from '../../../../shared/kernel/number-format.ts'

const score = fc.integer({ min: 0, max: 10_000 })

describe('readScore', () => {
  it.each([
    ['85,6', 8560],
    ['85,60', 8560],
    ['85.6', 8560],
    ['70', 7000],
    ['0', 0],
    ['0,05', 5],
    ['100', 10_000],
    ['100,00', 10_000],
    [' 67,70 ', 6770],
    ['-0', 0],
  ])('%s', (text, expected) => {
    expect(readScore(text)).toEqual({ ok: true, score: expected })
  })

  it.each<[string, ScoreProblem]>([
    ['', { code: 'empty' }],
    ['  ', { code: 'empty' }],
    ['85,', { code: 'not_a_number', text: '85,' }],
    [',5', { code: 'not_a_number', text: ',5' }],
    ['8 5', { code: 'not_a_number', text: '8 5' }],
    ['1e2', { code: 'not_a_number', text: '1e2' }],
    ['85,123', { code: 'too_precise', decimals: 3 }],
    ['100,01', { code: 'out_of_range' }],
    ['101', { code: 'out_of_range' }],
    ['-5', { code: 'out_of_range' }],
  ])('refuses %s', (text, problem) => {
    expect(readScore(text)).toEqual({ ok: false, problem })
  })

  it('reads back every score as it is shown', () => {
    for (let value = 0; value <= 10_000; value += 1) {
      const reading = readScore(hundredths(value))
      if (!reading.ok || reading.score !== value) expect(reading).toEqual({ ok: true, score: value })
    }
    expect(hundredths(10_000)).toBe('100,00')
    expect(hundredths(-230)).toBe('-2,30')
    expect(hundredths(-5)).toBe('-0,05')
  })
})

describe('finalMark', () => {
  it.each([
    [8000, 8800, 8560],
    [7000, 7200, 7140],
    [8500, 9000, 8850],
    [6000, 7100, 6770],
  ])('weighs %i and %i at 30 to 70', (theory, practice, final) => {
    expect(finalMark(theory, practice, 30, 70)).toBe(final)
  })

  it('rounds half up', () => {
    expect(finalMark(1, 0, 50, 50)).toBe(1)
    expect(finalMark(0, 1, 51, 49)).toBe(0)
    expect(finalMark(6995, 7004, 50, 50)).toBe(7000)
    expect(finalMark(6999, 7000, 50, 50)).toBe(7000)
  })

  it('agrees with big whole numbers', () => {
    fc.assert(
      fc.property(score, score, fc.integer({ min: 0, max: 100 }), (theory, practice, weight) => {
        const doubled = 2n * (BigInt(theory) * BigInt(weight) + BigInt(practice) * BigInt(100 - weight))
        expect(BigInt(finalMark(theory, practice, weight, 100 - weight))).toBe((doubled + 100n) / 200n)
      }),
      { numRuns: 5000 },
    )
  })

  it('refuses weights that add up to zero', () => {
    expect(() => finalMark(7000, 7000, 0, 0)).toThrow(RangeError)
    expect(() => finalMark(7000, 7001, 0.3, 0.7)).toThrow(RangeError)
  })
})

it('rounds the mean half up', () => {
  expect(meanScore([])).toBeNull()
  expect(meanScore([8560])).toBe(8560)
  expect(meanScore([0, 1])).toBe(1)
  expect(meanScore([0, 0, 1])).toBe(0)
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 30 }), scores => {
      const sum = scores.reduce((total, value) => total + BigInt(value), 0n)
      const count = BigInt(scores.length)
      expect(BigInt(meanScore(scores) ?? -1)).toBe((2n * sum + count) / (2n * count))
    }),
  )
})

describe('predicate', () => {
  it.each([
    [10_000, 'Sangat Baik'],
    [9000, 'Sangat Baik'],
    [8999, 'Baik'],
    [8000, 'Baik'],
    [7999, 'Cukup'],
    [7000, 'Cukup'],
    [6999, 'Kurang'],
    [0, 'Kurang'],
  ])('%i is %s', (final, label) => {
    expect(predicate(final)).toBe(label)
  })

  it('accepts bands in any order, and uses the lowest for a mark below all', () => {
    const bands = [
      { from: 7500, label: 'Baik' },
      { from: 9500, label: 'Istimewa' },
    ]
    expect([9500, 9499, 7500, 100].map(final => predicate(final, bands))).toEqual(['Istimewa', 'Baik', 'Baik', 'Baik'])
    expect(() => predicate(7000, [])).toThrow(RangeError)
  })
})
