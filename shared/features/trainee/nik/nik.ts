import { existsDate, type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import { ageOn } from '../age.ts'

/** L laki-laki, P perempuan. */
export type Sex = 'L' | 'P'

/** Why sixteen characters cannot be a NIK, with the values for the message. */
export type NikProblem =
  | { code: 'not_digits'; character: string }
  | { code: 'length'; length: number }
  /** Day part 00, 32–40 or 72–99, as in the number. */
  | { code: 'day'; day: number }
  | { code: 'month'; month: number }
  /** 31 February, or 29 February in a year without it; `year2` is null while not typed yet. */
  | { code: 'date'; day: number; month: number; year2: number | null }
  | { code: 'serial_zero' }

type NikParts = {
  /** Two digits each; place of first issue, not of residence. */
  province: string
  regency: string
  district: string
  /** The real day of birth, 1 to 31, without the 40 added for women. */
  day: number
  month: number
  /** The last two digits of the year. */
  year2: number
  serial: string
}

export type Nik = {
  ok: true
  parts: NikParts
  birthDate: PlainDate
  sex: Sex
  /** No century gives an age of 10 to 90: a warning, never an error. */
  unusualAge: boolean
}

type NikReading = Nik | { ok: false; problem: NikProblem }

/** Removes what people and Excel add: spaces, dots, hyphens, a leading apostrophe. */
export function cleanNik(text: string): string {
  return text
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/^['’‘`]/, '')
    .replace(/[.\-‐‑‒–—]/g, '')
}

/** The first error of a cleaned NIK, or null. Independent of today's date, because it does not decide the century. */
export function checkNik(digits: string): NikProblem | null {
  const character = notDigit(digits)
  if (character) return { code: 'not_digits', character }
  if (digits.length !== 16) return { code: 'length', length: digits.length }
  return birthProblem(digits) ?? (digits.endsWith('0000') ? { code: 'serial_zero' } : null)
}

/**
 * Parses a cleaned NIK. The century of birth is the one that gives an age of 10 to 90 today; else that of the typed birth date if it matches, else
 * the latest one not after today.
 */
export function readNik(digits: string, today: PlainDate, typedBirthDate?: PlainDate | null): NikReading {
  const problem = checkNik(digits)
  if (problem) return { ok: false, problem }
  const day = Number(digits.slice(6, 8))
  const parts: NikParts = {
    province: digits.slice(0, 2),
    regency: digits.slice(2, 4),
    district: digits.slice(4, 6),
    day: realDay(day),
    month: Number(digits.slice(8, 10)),
    year2: Number(digits.slice(10, 12)),
    serial: digits.slice(12),
  }
  return { ok: true, parts, sex: day > 40 ? 'P' : 'L', ...birthDateOf(parts, today, typedBirthDate ?? null) }
}

/** True for the placeholder of an anonymised person. */
export function isNoNik(nik: string): boolean {
  return /^0{10}\d{6}$/.test(nik)
}

/** '3671135205900003' → '367113******0003', enough to distinguish people in a list. Other text is hidden completely. */
export function maskNik(nik: string): string {
  if (isNoNik(nik)) return '–'
  if (!/^\d{16}$/.test(nik)) return '*'.repeat(nik.length)
  return `${nik.slice(0, 6)}******${nik.slice(12)}`
}

/** Differences between a NIK and the typed data. Only warnings: such NIKs exist and stay valid for life. */
export type NikMismatch =
  | { field: 'birth_date'; nik: PlainDate; typed: PlainDate }
  | { field: 'sex'; nik: Sex; typed: Sex }

/** Compares a NIK with the typed data; null values are skipped. */
export function compareNik(nik: Nik, typed: { birthDate: PlainDate | null; sex: Sex | null }): NikMismatch[] {
  const mismatches: NikMismatch[] = []
  if (typed.birthDate !== null && typed.birthDate !== nik.birthDate)
    mismatches.push({ field: 'birth_date', nik: nik.birthDate, typed: typed.birthDate })
  if (typed.sex !== null && typed.sex !== nik.sex) mismatches.push({ field: 'sex', nik: nik.sex, typed: typed.sex })
  return mismatches
}

/** A NIK while it is typed: each group is null until complete. */
export type NikPrefix = {
  /** Kemendagri codes: '36', '36.71', '36.71.13'. */
  province: string | null
  regency: string | null
  district: string | null
  /** `written` is the day in the number, 40 more than `day` for women. */
  day: { written: number; day: number; sex: Sex } | null
  month: number | null
  year2: number | null
  /** Once day, month and year are complete, and today is given. */
  birthDate: PlainDate | null
  serial: string | null
  /** The first error; missing digits are not an error yet. */
  problem: NikProblem | null
}

/** Interprets the digits typed so far, group by group. */
export function nikPrefix(digits: string, today?: PlainDate): NikPrefix {
  const character = notDigit(digits)
  const known = character ? digits.slice(0, digits.indexOf(character)) : digits
  const group = (first: number, last: number) => (known.length >= last ? known.slice(first, last) : null)
  const [province, regency, district] = [group(0, 2), group(2, 4), group(4, 6)]
  const [day, month, year] = [group(6, 8), group(8, 10), group(10, 12)]
  const problem: NikProblem | null = character
    ? { code: 'not_digits', character }
    : known.length > 16
      ? { code: 'length', length: known.length }
      : (birthProblem(known) ?? (group(12, 16) === '0000' ? { code: 'serial_zero' } : null))
  const written = Number(day)
  const birth = { day: realDay(written), month: Number(month), year2: Number(year) }
  return {
    province,
    regency: regency && `${province}.${regency}`,
    district: district && `${province}.${regency}.${district}`,
    day: day && isDayPart(written) ? { written, day: birth.day, sex: written > 40 ? 'P' : 'L' } : null,
    month: month && birth.month >= 1 && birth.month <= 12 ? birth.month : null,
    year2: year === null ? null : birth.year2,
    birthDate: year && today && !birthProblem(known) ? birthDateOf(birth, today, null).birthDate : null,
    serial: group(12, 16),
    problem,
  }
}

function notDigit(digits: string): string | null {
  return /\D/u.exec(digits)?.[0] ?? null
}

function isDayPart(written: number): boolean {
  return (written >= 1 && written <= 31) || (written >= 41 && written <= 71)
}

function realDay(written: number): number {
  return written > 40 ? written - 40 : written
}

/** Checks the typed part of the birth date. */
function birthProblem(digits: string): NikProblem | null {
  if (digits.length < 8) return null
  const written = Number(digits.slice(6, 8))
  if (!isDayPart(written)) return { code: 'day', day: written }
  if (digits.length < 10) return null
  const month = Number(digits.slice(8, 10))
  if (month < 1 || month > 12) return { code: 'month', month }
  const day = realDay(written)
  // 2000 is a leap year: a day that it lacks exists in no year.
  if (digits.length < 12) return existsDate(2000, month, day) ? null : { code: 'date', day, month, year2: null }
  const year2 = Number(digits.slice(10, 12))
  if (existsDate(1900 + year2, month, day) || existsDate(2000 + year2, month, day)) return null
  return { code: 'date', day, month, year2 }
}

function birthDateOf(
  { day, month, year2 }: { day: number; month: number; year2: number },
  today: PlainDate,
  typed: PlainDate | null,
): { birthDate: PlainDate; unusualAge: boolean } {
  const dates = [1800, 1900, 2000, 2100]
    .map(century => century + year2)
    .filter(year => existsDate(year, month, day))
    .map(year => plainDate(year, month, day))
  const usual = dates.find(date => {
    const age = ageOn(date, today)
    return age >= 10 && age <= 90
  })
  if (usual) return { birthDate: usual, unusualAge: false }
  const birthDate = dates.find(date => date === typed) ?? dates.findLast(date => date <= today) ?? dates[0]
  if (!birthDate) throw new RangeError(`no birth date ${day}-${month}-${year2}`)
  return { birthDate, unusualAge: true }
}
