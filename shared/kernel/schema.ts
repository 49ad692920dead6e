import { z } from 'zod'
import { issueMessage } from './issue-message.ts'
import { isPlainDate, type PlainDate } from './plain-date.ts'

z.config({ localeError: issueMessage })

export const plainDateSchema = z.custom<PlainDate>(isPlainDate, {
  error: ({ input }) =>
    input === undefined || input === null || input === ''
      ? 'Isi tanggalnya, seperti 16/12/2024.'
      : 'Tanggal tidak ada. Tulis seperti 16/12/2024.',
})

/** Hours and minutes 'HH:MM', 00:00 to 23:59. */
export const timeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Jam tidak ada. Tulis seperti 08:00.' })

/** One line of text: trimmed, inner spaces single, no control characters. */
export function line(max: number, min = 0) {
  return z
    .string()
    .transform(text => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .refine(text => text.length >= min, { error: 'Wajib diisi.' })
    .refine(text => hasAtMost(max, text), { error: `Paling panjang ${max} huruf.` })
    .refine(text => !hasControlCharacters(text), { error: 'Memuat huruf yang tidak dapat dicetak.' })
}

/** A number that is typed with gaps, which are removed. '' has to be in the pattern where it may be left out. */
export function digits(pattern: RegExp, error: string, gaps = /[\s.-]/g) {
  return z
    .string()
    .transform(text => text.replace(gaps, ''))
    .refine(text => pattern.test(text), { error })
}

/** Text of several lines, trimmed; measured in code points like in the database: an emoji is one. */
export function paragraph(max: number, min = 0) {
  return z
    .string()
    .transform(text => text.normalize('NFC').trim())
    .refine(text => [...text].length >= min, { error: min > 1 ? `Tulis paling sedikit ${min} huruf.` : 'Wajib diisi.' })
    .refine(text => hasAtMost(max, text), { error: `Paling panjang ${max} huruf.` })
    .refine(text => !hasControlCharacters(text.replace(/[\n\r\t]/g, '')), {
      error: 'Memuat huruf yang tidak dapat dicetak.',
    })
}

/** Reason of a manual act. Printed and read years later, so a single word is not enough. */
export const reason = paragraph(500, 10)

/** Never more code points than code units, which are free to count. */
function hasAtMost(max: number, text: string): boolean {
  return text.length <= max || [...text].length <= max
}

/**
 * Bidirectional overrides count as control characters, because they can change how a printed name reads. Single surrogates too, because databases
 * replace them.
 */
function hasControlCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text)
}

export function whole(min: number, max: number) {
  return z
    .int({ error: 'Tulis angka bulat.' })
    .min(min, { error: `Paling kecil ${min}.` })
    .max(max, { error: `Paling besar ${max}.` })
}

export const nothing = z.strictObject({})

/** A file with name and bytes, as in Node and browsers, whose types are not visible in `shared`. */
export type BinaryFile = z.output<z.ZodFile>
