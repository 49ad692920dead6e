import { spellNumber } from './number-format.ts'

// Money is whole rupiah: no cents are paid, and floats would lose one in large sums.

/** Largest amount, so that sums of many stay exact. */
export const mostRupiah = 999_999_999_999

/** 1_250_000 → 'Rp1.250.000'; negative '-Rp500'. RangeError for fractions. */
export function rupiah(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`rupiah ${value}`)
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}Rp${digits}`
}

/** Parses '1250000', '1.250.000', 'Rp 1.250.000,00'. Null for anything else, so that a lost digit ('1.25.000') or cents are not guessed. */
export function readRupiah(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(/^rp\.?/i, '')
  const [, digits] = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(?:0{1,2}|-))?$/.exec(plain) ?? []
  if (digits === undefined) return null
  const value = Number(digits.replaceAll('.', ''))
  return value <= mostRupiah ? value : null
}

/** Tenths of a percent as text: 914 → '91,4 %', with a non-breaking space; null is a dash. */
export function formatShare(tenths: number | null): string {
  if (tenths === null) return '–'
  if (!Number.isSafeInteger(tenths) || tenths < 0) throw new RangeError(`share ${tenths}`)
  return `${Math.trunc(tenths / 10)},${tenths % 10}\u00a0%`
}

/** 1_250_000 → '1.250.000', for columns with rupiah in the head. */
export function rupiahDigits(value: number): string {
  return rupiah(value).replace('Rp', '')
}

/** 1_250_000 → 'Rp1.250.000,00', for sentences on papers. */
export function rupiahWithCents(value: number): string {
  return `${rupiah(value)},00`
}

/** 2_800_000 → 'Rp2.800.000,00 (dua juta delapan ratus ribu rupiah)' */
export function spellRupiah(value: number): string {
  return `${rupiahWithCents(value)} (${spellNumber(value)} rupiah)`
}
