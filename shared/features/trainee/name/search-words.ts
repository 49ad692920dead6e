import { foldName } from './name.ts'

// Must be the same as in database/schema/search.ts: typed text and stored names must be split in the same way.
const separators = /[.,\-/()":;_&+]/g

/** The normalised words of a name or query: 'M.Rizki (Alm)' → ['m', 'rizki', 'alm']. */
export function searchWords(text: string): string[] {
  return foldName(text).replace(separators, ' ').split(' ').filter(Boolean)
}

/** Digits of a NIK or phone number: its start, its end, or both with stars between. */
export type SearchDigits = { start: string; end: string }

export type PeopleSearch = { words: string[]; digits: SearchDigits[] }

/** Parses a search. Digits may be separated, '0812-3456-7890' or '3671 1352 …', and a NIK may be masked, '367113******0003'. */
export function readSearch(text: string): PeopleSearch {
  const joined = text.replace(/\+(?=\d)/g, '').replace(/(?<=\d)[\s.\-‐‑‒–—]+(?=\d)/gu, '')
  const words: string[] = []
  const digits: SearchDigits[] = []
  for (const word of searchWords(joined)) {
    const hidden = /^(\d+)\*+(\d+)$/.exec(word)
    if (/^\d+$/.test(word)) digits.push({ start: word, end: word })
    else if (hidden) digits.push({ start: hidden[1] ?? '', end: hidden[2] ?? '' })
    else words.push(word)
  }
  return { words, digits }
}

/** Possible starts of the stored phone number: '0812' and '812' are '62812'. */
export function phoneStart(digits: string): string {
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('8') ? `62${digits}` : digits
}
