import { z } from 'zod'

const secretKinds = ['PIN', 'PASSWORD'] as const
export type SecretKind = (typeof secretKinds)[number]

export const secretNames: Record<SecretKind, string> = { PIN: 'PIN', PASSWORD: 'Sandi' }

export const leastPassword = 12
/** A typed secret: not trimmed, limited in length. */
export const typedSecret = z.string().min(1, { error: 'Wajib diisi.' }).max(200, { error: 'Paling panjang 200 huruf.' })

/** A new PIN or password. */
export const secretDraft = z
  .strictObject({ kind: z.enum(secretKinds), secret: typedSecret })
  .superRefine(({ kind, secret }, context) => {
    const weak = kind === 'PIN' ? weakPin(secret) : weakPassword(secret)
    if (weak !== null) context.addIssue({ code: 'custom', path: ['secret'], message: weak })
  })
export type SecretDraft = z.infer<typeof secretDraft>

/** Why this is not allowed as a password; null if it is. There are deliberately no composition rules, which make passwords worse. */
export function weakPassword(text: string): string | null {
  const letters = [...text.normalize('NFC')].length
  if (letters < leastPassword) return `Sandi paling sedikit ${leastPassword} huruf, sekarang ${letters}.`
  return new Set(text).size < 4 ? 'Sandi ini hanya mengulang huruf yang sama.' : null
}

/** Why this is not allowed as a PIN; null if it is. */
export function weakPin(text: string): string | null {
  if (!/^\d{6}$/.test(text)) return 'PIN terdiri atas 6 angka.'
  if (new Set(text).size === 1) return 'PIN tidak boleh enam angka yang sama.'
  const steps = [...text].slice(1).map((digit, at) => Number(digit) - Number(text[at]))
  if (steps.every(step => step === 1) || steps.every(step => step === -1)) return 'PIN tidak boleh angka berurutan.'
  return isBirthDate(text) ? 'PIN tidak boleh tanggal lahir. Pilih angka yang lain.' : null
}

/** Day, month and year in either order, which attackers try first. */
function isBirthDate(text: string): boolean {
  const [a, b, c] = [0, 2, 4].map(at => Number(text.slice(at, at + 2))) as [number, number, number]
  const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12
  const isYear = (year: number) => year >= 40 || year <= 12
  return (isDay(a, b) && isYear(c)) || (isDay(c, b) && isYear(a))
}

/** Seconds to wait after so many consecutive failures. */
export function waitAfter(failures: number): number {
  return failures < 3 ? 0 : ([5, 15, 60, 300][failures - 3] ?? 900)
}
