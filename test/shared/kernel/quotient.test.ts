import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ceilingQuotient, roundedQuotient } from '../../../shared/kernel/quotient.ts'

it('divides as big whole numbers do', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 50 }), fc.integer({ min: 1, max: 2 ** 50 }), (numerator, denominator) => {
      const [n, d] = [BigInt(numerator), BigInt(denominator)]
      expect(BigInt(roundedQuotient(numerator, denominator))).toBe((2n * n + d) / (2n * d))
      expect(BigInt(ceilingQuotient(numerator, denominator))).toBe((n + d - 1n) / d)
    }),
    { numRuns: 1000 },
  )
})

it('refuses numbers that are not whole, too large, or out of range', () => {
  for (const [numerator, denominator] of [
    [-1, 2],
    [1, 0],
    [1, -2],
    [0.5, 1],
    [1, 0.5],
    [2 ** 53, 1],
  ] as const) {
    expect(() => roundedQuotient(numerator, denominator)).toThrow(RangeError)
    expect(() => ceilingQuotient(numerator, denominator)).toThrow(RangeError)
  }
})
