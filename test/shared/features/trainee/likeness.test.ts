import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isOneDigitOff,
  isSwapped,
  likelyFrom,
  likenessReasons,
} from '../../../../shared/features/trainee/name/likeness.ts'
import { plainDate } from '../../../../shared/kernel/plain-date.ts'
import { likeness } from '../../../likeness.ts'

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 }).map(all => all.join(''))
const place = fc.nat(15)
const put = (nik: string, at: number, digit: string) => nik.slice(0, at) + digit + nik.slice(at + 1)
const swap = (nik: string, at: number) => nik.slice(0, at) + nik.charAt(at + 1) + nik.charAt(at) + nik.slice(at + 2)

describe('two NIKs', () => {
  test('a difference in one digit is found at any place', () => {
    fc.assert(
      fc.property(digits, place, fc.integer({ min: 1, max: 9 }), (nik, at, more) => {
        const other = put(nik, at, String((Number(nik[at]) + more) % 10))
        expect(isOneDigitOff(nik, other)).toBe(true)
        expect(isOneDigitOff(other, nik)).toBe(true)
        expect(isSwapped(nik, other)).toBe(false)
      }),
    )
  })

  test('two different swapped neighbours are found', () => {
    fc.assert(
      fc.property(digits, fc.nat(14), (nik, at) => {
        fc.pre(nik[at] !== nik[at + 1])
        expect(isSwapped(nik, swap(nik, at))).toBe(true)
        expect(isSwapped(swap(nik, at), nik)).toBe(true)
        expect(isOneDigitOff(nik, swap(nik, at))).toBe(false)
      }),
    )
  })

  test('anything else is not: the same number, two different digits, two swapped digits that are no neighbours', () => {
    fc.assert(
      fc.property(
        digits,
        place,
        place,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (nik, a, b, x, y) => {
          fc.pre(a !== b)
          expect(isOneDigitOff(nik, nik) || isSwapped(nik, nik)).toBe(false)
          const far = put(put(nik, a, String((Number(nik[a]) + x) % 10)), b, String((Number(nik[b]) + y) % 10))
          expect(isOneDigitOff(nik, far)).toBe(false)
          const neighbours = Math.abs(a - b) === 1 && far[a] === nik[b] && far[b] === nik[a]
          expect(isSwapped(nik, far)).toBe(neighbours)
        },
      ),
    )
  })
})

const person = {
  nik: '3671135205900003',
  name: 'Siti Rahayu',
  birthDate: plainDate(1990, 5, 12),
  familyCard: '3671130101150001',
  phone: '6281234567890',
}
const other = { nik: '3671071211870001', name: 'Budi', birthDate: plainDate(1987, 11, 12), familyCard: '', phone: '' }

describe('two people', () => {
  test.each([
    ['NIK one digit off', { nik: '3671135205910003' }, ['nik_one_digit']],
    ['NIK swapped', { nik: '3671135205900030' }, ['nik_swapped']],
    [
      'name and birth date, however written',
      { name: 'SITI  RAHAYU', birthDate: person.birthDate },
      ['same_name_and_birth'],
    ],
    ['card and name', { familyCard: person.familyCard, name: 'siti rahayu' }, ['same_card_and_name']],
    ['card and birth date', { familyCard: person.familyCard, birthDate: person.birthDate }, ['same_card_and_birth']],
    ['a family shares its card', { familyCard: person.familyCard }, []],
    ['a name is no proof', { name: person.name }, []],
    ['nor is a birth date', { birthDate: person.birthDate }, []],
    ['empty cards are not the same card', { name: person.name, familyCard: '' }, []],
  ])('%s', (_, changes, reasons) => {
    expect(likenessReasons(person, { ...other, ...changes })).toEqual(reasons)
  })

  test('every reason except a similar NIK alone makes them probably one person', () => {
    const twin = (changes: object) => likeness(person, { ...other, ...changes })
    expect(twin({ nik: '3671135205900004', birthDate: person.birthDate })).toBeLessThan(likelyFrom)
    expect(twin({ nik: '3671135205910003' })).toBeLessThan(likelyFrom)
    expect(twin({ nik: '3671135205910003', birthDate: person.birthDate })).toBeGreaterThanOrEqual(likelyFrom)
    expect(twin({ nik: '3671135205900004', name: 'Rahayu' })).toBeGreaterThanOrEqual(likelyFrom)
    expect(twin({ nik: '3671135205900004', phone: person.phone })).toBeGreaterThanOrEqual(likelyFrom)
    expect(twin({ name: person.name, birthDate: person.birthDate })).toBeGreaterThanOrEqual(likelyFrom)
    expect(twin({ name: person.name, familyCard: person.familyCard })).toBeGreaterThanOrEqual(likelyFrom)
    expect(twin({ birthDate: person.birthDate, familyCard: person.familyCard })).toBeGreaterThanOrEqual(likelyFrom)
  })
})
