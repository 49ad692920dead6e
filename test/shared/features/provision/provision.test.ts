import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatQuantity,
  insuranceCard,
  readClothingSize,
  readQuantity,
} from '../../../../shared/features/provision/provision.ts'
import { dayNumberRanges, transportMoney } from '../../../../shared/features/provision/transport.ts'
import { rupiahDigits, rupiahWithCents, spellRupiah } from '../../../../shared/kernel/money.ts'

describe('quantities', () => {
  test.each([
    ['12', 1200],
    ['1,5', 150],
    ['0,25', 25],
    ['1.250,75', 125_075],
    [' 3 ', 300],
  ])('“%s” is %i hundredths', (text, value) => expect(readQuantity(text)).toBe(value))

  test.each(['', 'banyak', '1,255', '12.5', '-3', '1.25.000', '1000000'])('“%s” is no quantity', text =>
    expect(readQuantity(text)).toBeNull(),
  )

  test('a written quantity is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), value => {
        expect(readQuantity(formatQuantity(value))).toBe(value)
      }),
    )
  })
})

test.each([
  ['s', 'S'],
  [' xl ', 'XL'],
  ['2XL', 'XXL'],
  ['3L', 'XXXL'],
  ['xxxl', 'XXXL'],
])('size “%s” is %s', (text, size) => expect(readClothingSize(text)).toBe(size))

test.each(['', 'XS', '4XL', '42', 'besar'])('“%s” is no size', text => expect(readClothingSize(text)).toBeNull())

test('card numbers lose separators, and letters are refused', () => {
  expect(insuranceCard.parse('2301 4567-890')).toBe('23014567890')
  expect(insuranceCard.parse('')).toBe('')
  for (const text of ['1234567', '12345678901234567', '2301A456789'])
    expect(insuranceCard.safeParse(text).success).toBe(false)
})

describe('transport money', () => {
  test('for the five people of the worked example', () => {
    const money = [15, 12, 11, 14, 4].map(days => transportMoney(days, 50_000))
    expect(money).toEqual([750_000, 600_000, 550_000, 700_000, 200_000])
    const total = money.reduce((sum, one) => sum + one, 0)
    expect(spellRupiah(total)).toBe('Rp2.800.000,00 (dua juta delapan ratus ribu rupiah)')
  })

  test('the parts add up to the total of all days, whatever the rate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (days, rate) => {
          const total = days.reduce((sum, one) => sum + transportMoney(one, rate), 0)
          expect(total).toBe(
            transportMoney(
              days.reduce((sum, one) => sum + one, 0),
              rate,
            ),
          )
          expect(rupiahWithCents(total)).toBe(`Rp${rupiahDigits(total)},00`)
        },
      ),
    )
  })
})

describe('words of money', () => {
  /** Parses number words by the grammar of the language, independent of the program. */
  function numberOf(words: string): number {
    const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
    let total = 0
    let group = 0
    let last = 0
    for (const word of words.split(' ')) {
      const unit = units.indexOf(word)
      if (unit >= 0) last = unit
      else if (word === 'sepuluh') last = 10
      else if (word === 'sebelas') last = 11
      else if (word === 'belas') last += 10
      else if (word === 'puluh') [group, last] = [group + last * 10, 0]
      else if (word === 'seratus') group += 100
      else if (word === 'ratus') [group, last] = [group + last * 100, 0]
      else if (word === 'seribu') [total, group, last] = [total + 1000, 0, 0]
      else {
        const scale = { ribu: 1e3, juta: 1e6, miliar: 1e9 }[word]
        if (scale === undefined) throw new Error(`“${word}” is no number`)
        ;[total, group, last] = [total + (group + last) * scale, 0, 0]
      }
    }
    return total + group + last
  }

  test('give exactly the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), amount => {
        const [, words] = /\((.+) rupiah\)$/.exec(spellRupiah(amount)) ?? []
        expect(numberOf(words ?? '')).toBe(amount)
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  [[], ''],
  [[3], '3'],
  [[1, 2, 3, 5], '1–3, 5'],
  [[9, 10, 12, 13, 15], '9–10, 12–13, 15'],
] as const)('days %j are “%s”', (days, words) => expect(dayNumberRanges([...days])).toBe(words))
