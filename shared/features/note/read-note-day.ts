import { readDate } from '../../kernel/date-input.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

/** Words that mean a duration or a place, not a day: 'minggu depan', '2 minggu lagi', 'RT 3/5'. */
const aboutLength = /^(?:depan|ini|lagi|lalu)$/
const aboutPlace = /^(?:rt|rw|rt\/rw|jam|pukul|no|nomor|blok)\.?:?$/
const mostWords = 3

/**
 * The day mentioned in a note: 'bawa KK asli Senin', 'besok telepon', 'ambil ijazah 25/8'. The last one if there are several; null if none is
 * mentioned or only past ones.
 */
export function readNoteDay(text: string, today: PlainDate): PlainDate | null {
  const words = text.trim().split(/\s+/)
  for (let end = words.length; end > 0; end -= 1)
    for (let start = Math.max(0, end - mostWords); start < end; start += 1) {
      const date = readWords(words.slice(start, end), words[start - 1] ?? '', words[end] ?? '', today)
      if (date !== null && date >= today) return date
    }
  return null
}

function readWords(words: string[], before: string, after: string, today: PlainDate): PlainDate | null {
  const typed = words
    .join(' ')
    .replace(/^[("“]+|[.,;:!?)"”]+$/g, '')
    .toLowerCase()
  // Digits alone are a code or an amount; with a sign a phone number or a score.
  if (/^[+-]?\d+$/.test(typed) || aboutPlace.test(before.toLowerCase())) return null
  if (typed === 'minggu' && (/^\d+$/.test(before) || aboutLength.test(after.toLowerCase()))) return null
  return readDate(typed, today)
}
