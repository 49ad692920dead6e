import { foldName } from './name.ts'

// As database/schema/search.ts cuts the names themselves: what is typed and what is searched must fall into the same words.
const separators = /[.,\-/()":;_&+]/g

/** The words of a name or of what is typed, as they are compared: 'M.Rizki (Alm)' → ['m', 'rizki', 'alm']. */
export function searchWords(text: string): string[] {
  return foldName(text).replace(separators, ' ').split(' ').filter(Boolean)
}

/** Digits as they stand in a NIK or a telephone: at its beginning, at its end, or, around stars, at both. */
export type SearchDigits = { start: string; end: string }

export type PeopleSearch = { words: string[]; digits: SearchDigits[] }

/**
 * What somebody looks for. Digits that belong together may be typed apart, '0812-3456-7890' or '3671 1352 …', and a NIK may come
 * from a list with its middle hidden: '367113******0003'.
 */
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

/** The beginnings a telephone may have in its stored form: '0812' and '812' are '62812' there. */
export function phoneStart(digits: string): string {
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('8') ? `62${digits}` : digits
}
