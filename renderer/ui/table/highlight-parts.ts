interface TextPart {
  text: string
  hit: boolean
}

/** Splits a text at words that begin with a word of the query, ignoring case. */
export function highlightParts(text: string, query: string): TextPart[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [{ text, hit: false }]
  const parts: TextPart[] = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const length = wordStart(text, at) ? longestHit(text, at, words) : 0
    if (length === 0) {
      plain += text[at]
      at += 1
      continue
    }
    if (plain !== '') parts.push({ text: plain, hit: false })
    parts.push({ text: text.slice(at, at + length), hit: true })
    plain = ''
    at += length
  }
  if (plain !== '') parts.push({ text: plain, hit: false })
  return parts
}

function wordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function longestHit(text: string, at: number, words: readonly string[]): number {
  const rest = text.slice(at).toLowerCase()
  return words.reduce((longest, word) => (rest.startsWith(word) ? Math.max(longest, word.length) : longest), 0)
}
