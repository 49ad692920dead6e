import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'

// What somebody looks for in a list stands in its address, so that reloading and going back keep it. It is often a name or a NIK, and browsers
// keep addresses for months and show them to the next person: the address holds a number, the words stay in this tab.

const place = 'balai-dicari'
const mostKept = 200
const pattern = /^\*(\d+)$/

type Kept = { next: number; words: Record<string, string> }

function kept(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '') as Kept
  } catch {
    return { next: 1, words: {} }
  }
}

/** The number that stands for the words in addresses of this tab. */
function numberOf(words: string): string {
  const known = kept()
  const found = Object.entries(known.words).find(([, value]) => value === words)
  if (found) return `*${found[0]}`
  known.words[known.next] = words
  delete known.words[known.next - mostKept]
  sessionStorage.setItem(place, JSON.stringify({ next: known.next + 1, words: known.words }))
  return `*${known.next}`
}

/** An address of another tab, or of days ago, finds everything. */
export function parseSearch(text: string): Record<string, unknown> {
  const search = defaultParseSearch(text) as Record<string, unknown>
  const number = pattern.exec(String(search.cari ?? ''))?.[1]
  if (number === undefined) return search
  const words = kept().words[number]
  const { cari: _, ...rest } = search
  return words === undefined ? rest : { ...rest, cari: words }
}

export function stringifySearch(search: Record<string, unknown>): string {
  const { cari, ...rest } = search
  if (cari === undefined || cari === '') return defaultStringifySearch(rest)
  return defaultStringifySearch({ ...rest, cari: numberOf(String(cari)) })
}

/** The address of a list in which these words are looked for. */
export function searchPath(path: string, words: string): string {
  return path + stringifySearch({ cari: words })
}
