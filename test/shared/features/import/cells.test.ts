import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, cellText, plainDigits } from '../../../../shared/features/import/cell.ts'
import { formatNikDamage, nikDamage } from '../../../../shared/features/import/nik-damage.ts'
import { dateOfExcelDay, readBirthDate } from '../../../../shared/features/import/read-birth-date.ts'
import { readPhoneCell } from '../../../../shared/features/import/read-phone-cell.ts'
import {
  readEducation,
  readEmployment,
  readMaritalStatus,
  readReligion,
  readSex,
} from '../../../../shared/features/import/read-words.ts'
import { placeLetters, presentSpelling } from '../../../../shared/features/import/village-name.ts'
import { ageOn } from '../../../../shared/features/trainee/age.ts'
import {
  dateOfDayNumber,
  dayNumber,
  longDate,
  monthName,
  type PlainDate,
} from '../../../../shared/kernel/plain-date.ts'

const today: PlainDate = '2024-12-10'
const birthDate = fc
  .integer({ min: dayNumber('1930-01-01'), max: dayNumber('2014-12-31') })
  .map(number => dateOfDayNumber(number))
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.boolean(),
  fc.constant(null),
  fc.record({ digits: fc.oneof(fc.double().map(String), fc.string({ maxLength: 20 })) }),
  fc.record({ date: fc.string({ maxLength: 10 }) }),
)

describe('a birth date', () => {
  test('is the same however it is written', () => {
    fc.assert(
      fc.property(birthDate, date => {
        const [year, month, day] = date.split('-') as [string, string, string]
        const written: Cell[] = [
          { date },
          { digits: String(dayNumber(date) - dayNumber('1899-12-30')) },
          `${day}/${month}/${year}`,
          `${Number(day)}-${Number(month)}-${year}`,
          `${day}.${month}.${year}`,
          longDate(date),
          `${day} ${monthName(Number(month)).toUpperCase()} ${year}`,
          `${day}-${monthName(Number(month)).slice(0, 3)}-${year}`,
          `Tangerang, ${day}/${month}/${year}`,
          `${date} 00:00:00`,
        ]
        for (const one of written) expect(readBirthDate(one, today, null)).toBe(date)
      }),
    )
  })

  test('with a two-digit year is in the century of the NIK, else in that of an age of 10 to 90', () => {
    fc.assert(
      fc.property(birthDate, birthDate, (date, other) => {
        const text = `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(2, 4)}`
        expect(readBirthDate(text, today, date)).toBe(date)
        const age = ageOn(date, today)
        const alone = age >= 10 && age <= 90 ? date : 'unreadable'
        expect(readBirthDate(text, today, null)).toBe(alone)
        if (other.slice(2) !== date.slice(2)) expect(readBirthDate(text, today, other)).toBe(alone)
      }),
    )
    for (const noYear of ['12/05', '12 Mei', '1205']) expect(readBirthDate(noYear, today, null)).toBe('unreadable')
  })

  test('is the same day in both date systems of Excel', () => {
    expect(dateOfExcelDay(33_005)).toBe('1990-05-12')
    expect(dateOfExcelDay(33_005 - 1462, true)).toBe('1990-05-12')
    expect(dateOfExcelDay(33_005.75)).toBe('1990-05-12')
    for (const none of [0, 60, -5, 1e12, Number.NaN]) expect(dateOfExcelDay(none)).toBeNull()
  })
})

test('a telephone is the same with 0, 62, +62, separators or as a number', () => {
  const subscriber = fc
    .tuple(fc.integer({ min: 11, max: 99 }), fc.stringMatching(/^\d{6,9}$/))
    .map(([a, b]) => `8${a}${b}`)
  fc.assert(
    fc.property(subscriber, fc.constantFrom(' ', '-', '.', ''), (rest, sign) => {
      const spaced = `${rest.slice(0, 3)}${sign}${rest.slice(3, 7)}${sign}${rest.slice(7)}`
      const written: Cell[] = [
        `0${spaced}`,
        `+62${spaced}`,
        `62${spaced}`,
        `'0${rest}`,
        { digits: rest },
        { digits: `62${rest}` },
      ]
      for (const one of written) expect(readPhoneCell(one)).toEqual({ phone: `62${rest}`, more: false })
    }),
  )
})

describe('a NIK', () => {
  const nik = fc.stringMatching(/^[1-9]\d{15}$/)
  test('as a number is damaged, whatever its digits, and only the digits in the file are trusted', () => {
    fc.assert(
      fc.property(nik, digits => {
        const damage = nikDamage({ digits })
        expect(damage).toMatchObject({ kind: 'number', shown: digits, kept: 15 })
        if (damage) expect(formatNikDamage(damage)).toMatch(/Ketik ulang dari KTP\.$/)
        const excel = `${digits[0]}.${digits.slice(1, 15)}E+15`
        expect(nikDamage({ digits: excel })).toMatchObject({
          kind: 'number',
          shown: `${digits.slice(0, 15)}0`,
          kept: 15,
        })
        expect(nikDamage(excel.replace('.', ','))).toMatchObject({ kind: 'exponent', kept: 15 })
      }),
    )
  })

  test('as text of sixteen digits is damaged only if its serial number is lost', () => {
    fc.assert(
      fc.property(nik, digits => {
        expect(nikDamage(digits)?.kind ?? null).toBe(digits.endsWith('0000') ? 'zeros' : null)
        expect(nikDamage(digits.slice(0, 15))).toMatchObject({ kind: 'short', kept: 15 })
      }),
    )
  })

  test('a number converted to text keeps its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 5, max: 15 }), (figure, exponent) => {
        const [first = '', ...rest] = String(figure)
        const text = `${first}${rest.length > 0 ? `.${rest.join('')}` : ''}E+${exponent}`
        expect(Number(plainDigits(text))).toBe(Number(text))
        expect(plainDigits(text)).toMatch(/^\d+$/)
      }),
    )
  })
})

test('names of places are compared without case, spaces, hyphens and words like Kelurahan', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/).filter(text => !/^(?:kel|desa|ds|kec)/.test(text))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(' ', '-', '', '  '), (words, sign) => {
      const plain = placeLetters(words.join(' '))
      for (const rank of ['', 'Kel. ', 'KELURAHAN ', 'kel ', 'Desa '])
        expect(placeLetters(`${rank}${words.join(sign)}`.toUpperCase())).toBe(plain)
    }),
  )
  expect(
    ['Nerogtog', 'KEREO', 'Kereo Selatan', 'kereo-selatan', 'Pedurenan', 'Kroncong', 'Cibodasari'].map(presentSpelling),
  ).toEqual(['Neroktog', 'Kreo', 'Kreo Selatan', 'Kreo Selatan', 'Padurenan', 'Keroncong', 'Cibodas Sari'])
  expect(presentSpelling('Kreo')).toBeNull()
})

test.each([
  [readEducation('SLTA/Sederajat'), 'SMA'],
  [readEducation('D-III'), 'D3'],
  [readEducation('Diploma 3'), 'D3'],
  [readEducation('Tamat SD'), 'SD'],
  [readEmployment('Belum/Tidak Bekerja'), 'MENGANGGUR'],
  [readEmployment('Ibu Rumah Tangga'), 'IRT'],
  [readReligion('ISLAM'), 'ISLAM'],
  [readReligion('Budha'), 'BUDDHA'],
  [readMaritalStatus('Belum Kawin'), 'BELUM_KAWIN'],
  [readMaritalStatus('cerai mati'), 'CERAI_MATI'],
  // The word covers both, so it stays open.
  [readMaritalStatus('Janda'), null],
  [readReligion('constructor'), null],
])('a common word is understood: %s', (read, meant) => {
  expect(read).toBe(meant)
})

test('a cell may contain anything', () => {
  fc.assert(
    fc.property(cell, one => {
      expect(typeof cellText(one)).toBe('string')
      nikDamage(one)
      readPhoneCell(one)
      readBirthDate(one, today, null)
      expect([null, 'L', 'P']).toContain(readSex(cellText(one)))
      readEducation(cellText(one))
    }),
    { numRuns: 500 },
  )
})
