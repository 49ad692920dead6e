import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'

// The search text of a list belongs to its address, so that reload and back keep it. But it is often a name or a NIK, and browsers keep addresses for
// months and show them to the next person. So the address holds a number, and the text stays in this tab.

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

/** The number that stands for a text in the addresses of this tab. */
function numberOf(words: string): string {
  const known = kept()
  const found = Object.entries(known.words).find(([, value]) => value === words)
  if (found) return `*${found[0]}`
  known.words[known.next] = words
  delete known.words[known.next - mostKept]
  sessionStorage.setItem(place, JSON.stringify({ next: known.next + 1, words: known.words }))
  return `*${known.next}`
}

/** A number of another tab or an old address means no search. */
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

/** The address of a list with a search text. */
export function searchPath(path: string, words: string): string {
  return path + stringifySearch({ cari: words })
}
