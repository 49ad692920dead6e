import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatShare, mostRupiah, readRupiah, rupiah } from '../../../shared/kernel/money.ts'

test.each([
  [0, 'Rp0'],
  [999, 'Rp999'],
  [1_000, 'Rp1.000'],
  [1_250_000, 'Rp1.250.000'],
  [106_640_000, 'Rp106.640.000'],
  [-500, '-Rp500'],
  [-1_234_567, '-Rp1.234.567'],
])('%d is written %s', (value, words) => {
  expect(rupiah(value)).toBe(words)
})

test('fractions of a rupiah are refused', () => {
  expect(() => rupiah(0.5)).toThrow(RangeError)
  expect(() => rupiah(Number.NaN)).toThrow(RangeError)
  expect(() => rupiah(2 ** 60)).toThrow(RangeError)
})

test.each([
  ['1250000', 1_250_000],
  ['1.250.000', 1_250_000],
  ['Rp1.250.000', 1_250_000],
  ['rp. 1.250.000,00', 1_250_000],
  ['Rp 1.250.000,-', 1_250_000],
  ['0', 0],
  ['999.999.999.999', mostRupiah],
])('“%s” is read', (text, value) => {
  expect(readRupiah(text)).toBe(value)
})

test.each(['', 'Rp', '1.25.000', '1250.000', '1,250,000', '1.250.000,50', '-5', '1e6', '12 juta', '1.000.000.000.000'])(
  '“%s” is asked about and not guessed',
  text => {
    expect(readRupiah(text)).toBeNull()
  },
)

test('a written amount is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostRupiah }), value => {
      expect(readRupiah(rupiah(value))).toBe(value)
      expect(Number(rupiah(value).replace(/\D/g, ''))).toBe(value)
      expect(rupiah(value)).toMatch(/^Rp\d{1,3}(\.\d{3})*$/)
    }),
  )
})

test.each([
  [914, '91,4\u00a0%'],
  [1000, '100,0\u00a0%'],
  [5, '0,5\u00a0%'],
  [null, '–'],
])('a share of %s tenths is shown as %s', (tenths, words) => {
  expect(formatShare(tenths)).toBe(words)
})
