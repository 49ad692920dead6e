import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countInRanges, isInRanges, writeRanges } from '../../../shared/kernel/number-ranges.ts'

test('neighbouring numbers form one range, with membership and count', () => {
  expect(writeRanges([1, 2, 3, 4, 7, 9, 10])).toBe('1-4,7,9-10')
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map(list => list.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(numbers, list => {
      const ranges = writeRanges(Uint32Array.from(list))
      expect(countInRanges(ranges)).toBe(list.length)
      for (let number = 0; number <= 61; number += 1) expect(isInRanges(ranges, number)).toBe(list.includes(number))
    }),
  )
})
