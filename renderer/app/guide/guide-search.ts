import { type GuideBook, type GuidePage, type GuideTerm, plainText } from './guide-book.ts'

interface GuideHits {
  pages: GuidePage[]
  terms: GuideTerm[]
  /** When nothing matches: a word of the guide that differs by one letter. */
  suggestion: string | null
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Texts of a page by weight, the title first. */
function textsOf(page: GuidePage): string[][] {
  const body = page.blocks.flatMap(block => {
    if (block.kind === 'heading') return [block.text]
    if (block.kind === 'steps') return block.steps.map(step => plainText(step.text))
    return block.kind === 'bullets' ? block.items.map(plainText) : [plainText(block.text)]
  })
  return [[page.title, ...page.messages], page.words, [...page.errorTexts, ...page.errors], body]
}

/** Per typed word 4 for the title … 1 for the body, averaged; 0 when a word is missing. */
function scoreOf(page: GuidePage, query: readonly string[]): number {
  const places = textsOf(page).map(texts => wordsOf(texts.join(' ')))
  let score = 0
  for (const typed of query) {
    const at = places.findIndex(words => words.some(word => word.startsWith(typed)))
    if (at < 0) return 0
    score += places.length - at
  }
  return score / query.length
}

/** Pages and terms in which each typed word begins a word, best first. */
export function searchBook(book: GuideBook, text: string): GuideHits {
  const query = wordsOf(text)
  if (query.length === 0) return { pages: [], terms: [], suggestion: null }
  const pages = book.pages
    .map(page => ({ page, score: scoreOf(page, query) }))
    .filter(({ score }) => score > 0)
    // Equal scores keep the order of the guide.
    .toSorted((a, b) => b.score - a.score)
    .map(({ page }) => page)
  const terms = book.terms.filter(({ label }) => {
    const words = wordsOf(label)
    return query.every(typed => words.some(word => word.startsWith(typed)))
  })
  const suggestion = pages.length + terms.length > 0 ? null : suggest(book, query)
  return { pages, terms, suggestion }
}

/** The query with its first unknown word replaced by a word of the guide that differs by one letter. */
function suggest(book: GuideBook, query: readonly string[]): string | null {
  const known = new Set(
    [...book.pages.flatMap(page => textsOf(page).flat()), ...book.terms.map(term => term.label)].flatMap(wordsOf),
  )
  const corrected = query.map(typed =>
    [...known].find(word => word.startsWith(typed)) && typed
      ? typed
      : ([...known].find(word => isNear(word, typed)) ?? typed),
  )
  const words = corrected.join(' ')
  if (words === query.join(' ')) return null
  return book.pages.some(page => scoreOf(page, corrected) > 0) ? words : null
}

/** One letter added, removed or replaced. */
function isNear(word: string, typed: string): boolean {
  if (typed.length < 4 || Math.abs(word.length - typed.length) > 1) return false
  let start = 0
  while (start < typed.length && word[start] === typed[start]) start++
  const rest = [word.slice(start), typed.slice(start)] as const
  return [
    [rest[0].slice(1), rest[1].slice(1)],
    [rest[0].slice(1), rest[1]],
    [rest[0], rest[1].slice(1)],
  ].some(([a, b]) => a === b)
}

/** The pages of the guide for a screen: the exact address first, tasks before explanations. */
export function pagesOfScreen(book: GuideBook, path: string): GuidePage[] {
  const parts = path.split('/').filter(Boolean)
  const rank = (page: GuidePage) => (page.kind === 'task' ? 0 : 1)
  for (let length = parts.length; length >= 0; length--) {
    const here = parts.slice(0, length)
    const found = book.pages.filter(page => page.screens.some(screen => isScreen(screen, here)))
    if (found.length > 0) return found.toSorted((a, b) => rank(a) - rank(b))
    // The pages of '/' are help for Beranda only.
    if (length === 1) break
  }
  return []
}

function isScreen(pattern: string, parts: readonly string[]): boolean {
  const wanted = pattern.split('/').filter(Boolean)
  return wanted.length === parts.length && wanted.every((one, index) => one === '*' || one === parts[index])
}

/** Terms of the glossary that occur in a text of the screen. */
export function termsIn(book: GuideBook, text: string): GuideTerm[] {
  const said = ` ${wordsOf(text).join(' ')} `
  return book.terms.filter(({ label }) =>
    label.split(/[,(]/).some(one => {
      const words = wordsOf(one).join(' ')
      return words !== '' && said.includes(` ${words} `)
    }),
  )
}
