import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn } from '../../../../shared/features/trainee/age.ts'
import {
  checkNik,
  cleanNik,
  compareNik,
  maskNik,
  type Nik,
  type NikProblem,
  nikPrefix,
  readNik,
} from '../../../../shared/features/trainee/nik/nik.ts'
import {
  formatNikMismatch,
  formatNikProblem,
  formatNikValue,
} from '../../../../shared/features/trainee/nik/nik-format.ts'
import {
  addDays,
  addYears,
  dateOfDayNumber,
  dayNumber,
  isPlainDate,
  type PlainDate,
} from '../../../../shared/kernel/plain-date.ts'

const today = '2024-12-16'

function nikOf(birthDate: PlainDate, sex: 'L' | 'P', serial = '0003'): string {
  const day = Number(birthDate.slice(8)) + (sex === 'P' ? 40 : 0)
  return `367113${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}${serial}`
}

function read(digits: string, day: PlainDate = today, typed?: PlainDate): Nik {
  const reading = readNik(digits, day, typed)
  if (!reading.ok) throw new Error(`refused ${digits}: ${reading.problem.code}`)
  return reading
}

function problemOf(digits: string): NikProblem | null {
  const reading = readNik(digits, today)
  expect(checkNik(digits)).toEqual(reading.ok ? null : reading.problem)
  return reading.ok ? null : reading.problem
}

describe('the published samples', () => {
  it.each([
    ['3671135205900003', '1990-05-12', 'P', '36', '71', '13', '0003'],
    ['3671071211870001', '1987-11-12', 'L', '36', '71', '07', '0001'],
    ['3602041211870001', '1987-11-12', 'L', '36', '02', '04', '0001'],
  ])('%s', (digits, birthDate, sex, province, regency, district, serial) => {
    expect(read(digits)).toMatchObject({
      birthDate,
      sex,
      unusualAge: false,
      parts: { province, regency, district, serial },
    })
  })
})

it('reads back every birth date of the ages 10 to 90, of women and of men', () => {
  const first = dayNumber(addDays(addYears(today, -91), 1))
  const last = dayNumber(addYears(today, -10))
  for (let day = first; day <= last; day += 1) {
    const birthDate = dateOfDayNumber(day)
    for (const sex of ['L', 'P'] as const) {
      const nik = read(nikOf(birthDate, sex))
      if (nik.birthDate !== birthDate || nik.sex !== sex || nik.unusualAge) expect(nik).toEqual({ birthDate, sex })
      if (nik.parts.day !== Number(birthDate.slice(8))) expect(nik.parts.day).toBe(birthDate)
    }
  }
  expect(last - first).toBeGreaterThan(29_000)
})

it('accepts a day part exactly when the date exists', () => {
  for (let written = 0; written < 100; written += 1) {
    for (let month = 0; month < 100; month += 1) {
      const two = (value: number) => String(value).padStart(2, '0')
      const day = written > 40 ? written - 40 : written
      const exists = day <= 31 && isPlainDate(`1988-${two(month)}-${two(day)}`)
      expect(problemOf(`367113${two(written)}${two(month)}880001`) === null).toBe(exists)
    }
  }
})

describe('century', () => {
  it('is the one with an age of 10 to 90, whatever was typed', () => {
    expect(read(nikOf('2005-03-01', 'L')).birthDate).toBe('2005-03-01')
    expect(read(nikOf('2014-12-16', 'L')).birthDate).toBe('2014-12-16')
    expect(read(nikOf('1934-12-16', 'P')).birthDate).toBe('1934-12-16')
    expect(read(nikOf('1990-05-12', 'P'), today, '2090-05-12').birthDate).toBe('1990-05-12')
  })

  it('follows the typed date where no century fits, and says that the age is unusual', () => {
    const nik = nikOf('2020-01-05', 'L')
    expect(read(nik)).toMatchObject({ birthDate: '2020-01-05', unusualAge: true })
    expect(read(nik, today, '1920-01-05')).toMatchObject({ birthDate: '1920-01-05', unusualAge: true })
    expect(read(nik, today, '1921-01-05')).toMatchObject({ birthDate: '2020-01-05', unusualAge: true })
    expect(read(nikOf('2014-12-17', 'L'))).toMatchObject({ birthDate: '2014-12-17', unusualAge: true })
  })

  it('never fails on a valid NIK, whatever today is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 84_000 }), fc.integer({ min: -25_000, max: 16_000 }), (now, born) => {
        const birthDate = dateOfDayNumber(born)
        const nik = read(nikOf(birthDate, 'P'), dateOfDayNumber(now))
        expect(nik.birthDate.slice(2)).toBe(birthDate.slice(2))
        const age = ageOn(nik.birthDate, dateOfDayNumber(now))
        expect(nik.unusualAge).toBe(age < 10 || age > 90)
      }),
    )
  })

  it('finds 29 February only in years that have one', () => {
    expect(read('3671132902000001').birthDate).toBe('2000-02-29')
    expect(read('3671136902880001')).toMatchObject({ birthDate: '1988-02-29', sex: 'P' })
    expect(problemOf('3671132902890001')).toEqual({ code: 'date', day: 29, month: 2, year2: 89 })
  })
})

describe('problems', () => {
  it.each<[string, NikProblem, string]>([
    ['367113520590000', { code: 'length', length: 15 }, 'NIK 15 angka, seharusnya 16.'],
    ['36711352059000031', { code: 'length', length: 17 }, 'NIK 17 angka, seharusnya 16.'],
    ['36711352O5900003', { code: 'not_digits', character: 'O' }, 'NIK hanya berisi angka; “O” bukan angka.'],
    [
      '3671133102900003',
      { code: 'date', day: 31, month: 2, year2: 90 },
      'Tanggal 31 Februari tidak ada. Periksa angka ke-7 s.d. 12.',
    ],
    [
      '3671132902890003',
      { code: 'date', day: 29, month: 2, year2: 89 },
      'Tanggal 29 Februari tahun 89 tidak ada. Periksa angka ke-7 s.d. 12.',
    ],
    [
      '3671133505900003',
      { code: 'day', day: 35 },
      'Tanggal 35 tidak ada. Periksa angka ke-7 dan 8; perempuan 41 s.d. 71.',
    ],
    [
      '3671130005900003',
      { code: 'day', day: 0 },
      'Tanggal 00 tidak ada. Periksa angka ke-7 dan 8; perempuan 41 s.d. 71.',
    ],
    [
      '3671137205900003',
      { code: 'day', day: 72 },
      'Tanggal 72 tidak ada. Periksa angka ke-7 dan 8; perempuan 41 s.d. 71.',
    ],
    ['3671135213900003', { code: 'month', month: 13 }, 'Bulan 13 tidak ada. Periksa angka ke-9 dan 10.'],
    ['3671135205900000', { code: 'serial_zero' }, 'Nomor urut NIK tidak boleh 0000. Periksa empat angka terakhir.'],
  ])('%s', (digits, problem, words) => {
    expect(problemOf(digits)).toEqual(problem)
    expect(formatNikProblem(problem)).toBe(words)
  })

  it('accepts only the digits 0 to 9', () => {
    expect(problemOf('３671135205900003')).toEqual({ code: 'not_digits', character: '３' })
    expect(problemOf('')).toEqual({ code: 'length', length: 0 })
  })
})

it('removes what people and Excel put around the digits', () => {
  expect(cleanNik(" '36 71.13-520590–0003\u200b\u00a0")).toBe('3671135205900003')
  expect(cleanNik('’3671135205900003')).toBe('3671135205900003')
  expect(cleanNik("36'71")).toBe("36'71")
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{16}$/),
      fc.array(fc.constantFrom(' ', '.', '-', '\t'), { maxLength: 16 }),
      (digits, marks) => {
        const dressed = [...digits].map((digit, index) => `${digit}${marks[index] ?? ''}`).join('')
        expect(cleanNik(dressed)).toBe(digits)
      },
    ),
  )
})

it('masks the birth date and nothing else', () => {
  expect(maskNik('3671135205900003')).toBe('367113******0003')
  expect(maskNik('36711352059')).toBe('***********')
  fc.assert(
    fc.property(fc.stringMatching(/^\d{16}$/), digits => {
      const masked = maskNik(digits)
      expect(masked).toHaveLength(16)
      expect(masked.slice(6, 12)).toBe('******')
      expect(digits.startsWith(masked.slice(0, 6)) && digits.endsWith(masked.slice(12))).toBe(true)
    }),
  )
})

describe('compareNik', () => {
  const nik = read('3671135205900003')
  it('names differences and ignores empty fields', () => {
    expect(compareNik(nik, { birthDate: '1990-05-12', sex: 'P' })).toEqual([])
    expect(compareNik(nik, { birthDate: null, sex: null })).toEqual([])
    const mismatches = compareNik(nik, { birthDate: '1990-05-21', sex: 'L' })
    expect(mismatches).toEqual([
      { field: 'birth_date', nik: '1990-05-12', typed: '1990-05-21' },
      { field: 'sex', nik: 'P', typed: 'L' },
    ])
    expect(mismatches.map(formatNikMismatch).map(words => words.replaceAll('\u00a0', ' '))).toEqual([
      'NIK menunjukkan 12 Mei 1990. Periksa KTP.',
      'NIK menunjukkan perempuan. Periksa KTP.',
    ])
    expect(mismatches.map(formatNikValue).map(words => words.replaceAll('\u00a0', ' '))).toEqual([
      'NIK: 12 Mei 1990.',
      'NIK: perempuan.',
    ])
  })
})

describe('nikPrefix', () => {
  it('names each group as soon as it is typed', () => {
    const digits = '3671135205900003'
    expect(nikPrefix('3')).toMatchObject({ province: null, problem: null })
    expect(nikPrefix(digits.slice(0, 2))).toMatchObject({ province: '36', regency: null })
    expect(nikPrefix(digits.slice(0, 5))).toMatchObject({ regency: '36.71', district: null })
    expect(nikPrefix(digits.slice(0, 7))).toMatchObject({ district: '36.71.13', day: null })
    expect(nikPrefix(digits.slice(0, 8))).toMatchObject({ day: { written: 52, day: 12, sex: 'P' }, month: null })
    expect(nikPrefix(digits.slice(0, 10))).toMatchObject({ month: 5, year2: null, birthDate: null })
    expect(nikPrefix(digits.slice(0, 12), today)).toMatchObject({ year2: 90, birthDate: '1990-05-12', serial: null })
    expect(nikPrefix(digits, today)).toMatchObject({ serial: '0003', problem: null })
  })

  it('reports an error as early as the digits allow', () => {
    expect(nikPrefix('36711335')).toMatchObject({ day: null, problem: { code: 'day', day: 35 } })
    expect(nikPrefix('3671135213')).toMatchObject({ month: null, problem: { code: 'month', month: 13 } })
    expect(nikPrefix('3671133102').problem).toEqual({ code: 'date', day: 31, month: 2, year2: null })
    expect(nikPrefix('3671132902').problem).toBeNull()
    expect(nikPrefix('367113290289', today)).toMatchObject({ birthDate: null, problem: { code: 'date', year2: 89 } })
    expect(nikPrefix('36711x').problem).toEqual({ code: 'not_digits', character: 'x' })
    expect(nikPrefix('36711352059000034').problem).toEqual({ code: 'length', length: 17 })
    expect(nikPrefix('3671135205900000').problem).toEqual({ code: 'serial_zero' })
  })

  it('agrees with readNik at sixteen digits, and never reports an error in the beginning of a valid NIK', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{16}$/), fc.nat({ max: 16 }), (digits, length) => {
        expect(nikPrefix(digits).problem).toEqual(problemOf(digits))
        if (problemOf(digits) === null) expect(nikPrefix(digits.slice(0, length)).problem).toBeNull()
      }),
      { numRuns: 500 },
    )
  })
})
