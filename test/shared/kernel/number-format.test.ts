import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roman, spellNumber } from '../../../shared/kernel/number-format.ts'

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const scales = new Map([
  ['ribu', 1000],
  ['juta', 1_000_000],
  ['miliar', 1_000_000_000],
  ['triliun', 1_000_000_000_000],
])

/** Reads number words as a person does, independent of the function that writes them. */
function valueOfText(words: string): number {
  let total = 0
  let group = 0
  let digit = 0
  for (const word of words.replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ')) {
    const scale = scales.get(word)
    if (digits.includes(word)) digit = digits.indexOf(word)
    else if (word === 'belas') [group, digit] = [group + 10 + digit, 0]
    else if (word === 'puluh') [group, digit] = [group + digit * 10, 0]
    else if (word === 'ratus') [group, digit] = [group + digit * 100, 0]
    else if (scale) [total, group, digit] = [total + (group + digit) * scale, 0, 0]
    else throw new Error(`word ${word}`)
  }
  return total + group + digit
}

describe('spellNumber', () => {
  it.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [15, 'lima belas'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [120, 'seratus dua puluh'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [2000, 'dua ribu'],
    [2025, 'dua ribu dua puluh lima'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [1_000_000, 'satu juta'],
    [2_800_000, 'dua juta delapan ratus ribu'],
    [1_001_000, 'satu juta seribu'],
  ])('%i', (value, words) => {
    expect(spellNumber(value)).toBe(words)
  })

  it('can be read back, small numbers and large', () => {
    for (let value = 0; value < 20_000; value += 1) {
      const words = spellNumber(value)
      if (valueOfText(words) !== value || /satu (puluh|belas|ratus)|^satu ribu/.test(words)) expect(words).toBe(value)
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), value => {
        const words = spellNumber(value)
        expect(valueOfText(words)).toBe(value)
        expect(words).not.toMatch(/satu (puluh|belas|ratus)|\bnol .|. nol\b| {2}/)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([-1, 1.5, Number.NaN, 1_000_000_000_000_000])('refuses %d', value => {
    expect(() => spellNumber(value)).toThrow(RangeError)
  })
})

describe('roman', () => {
  it('can be read back from 1 to 3999', () => {
    const values = new Map([...'IVXLCDM'].map((letter, index) => [letter, [1, 5, 10, 50, 100, 500, 1000][index] ?? 0]))
    for (let value = 1; value < 4000; value += 1) {
      const letters = [...roman(value)].map(letter => values.get(letter) ?? 0)
      const sum = letters.reduce(
        (total, amount, index) => total + (amount < (letters[index + 1] ?? 0) ? -amount : amount),
        0,
      )
      if (sum !== value || /(.)\1{3}/.test(roman(value))) expect(roman(value)).toBe(value)
    }
    expect([3, 4, 9, 12, 40, 1994].map(roman)).toEqual(['III', 'IV', 'IX', 'XII', 'XL', 'MCMXCIV'])
    expect(() => roman(0)).toThrow(RangeError)
    expect(() => roman(4000)).toThrow(RangeError)
  })
})
