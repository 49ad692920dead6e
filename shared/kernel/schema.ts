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

/** Text of several lines, trimmed at both ends; measured in letters, as the database measures: an emoji is one. */
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

/** Why something was done by hand; printed and read years later, so a word is not enough. */
export const reason = paragraph(500, 10)

/** Letters are never more than code units, which cost nothing to count. */
function hasAtMost(max: number, text: string): boolean {
  return text.length <= max || [...text].length <= max
}

/**
 * Bidirectional overrides count as control characters: they can make a printed name read as another one. Halves of a surrogate
 * pair too: a database keeps another letter in their place.
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
