import { expect, test } from 'vitest'
import { honorariumTax, participantTax, taxPercent } from '../../../../shared/features/instructor/payment.ts'

// The example of the domain research (12.4).
test.each([
  ['NON_ASN', 6_000_000, 150_000, '2,5'],
  ['PNS_III', 4_000_000, 200_000, '5'],
  ['PNS_IV', 2_000_000, 300_000, '15'],
  ['PNS_II', 2_000_000, 0, '0'],
  ['PPPK', 4_000_000, 100_000, '2,5'],
] as const)('%s: %i is taxed with %i', (status, gross, tax, percent) => {
  expect(honorariumTax(gross, status)).toBe(tax)
  expect(taxPercent(gross, tax)).toBe(percent)
})

test('above a base of sixty million the next tax band applies, and fractions of a rupiah are dropped', () => {
  expect(honorariumTax(140_000_000, 'NON_ASN')).toBe(3_000_000 + 1_500_000)
  expect(honorariumTax(1_999_999, 'NON_ASN')).toBe(49_999)
  expect(participantTax(750_000)).toBe(37_500)
})
