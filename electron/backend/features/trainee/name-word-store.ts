import { nearTo } from '../../../../shared/features/trainee/name/near-name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'

/** `letters` is a bit set: words that differ in one letter differ in few bits, which is fast to check. */
type Known = { words: string[]; letters: number[]; lastId: number }

// More words would slow down the index query, and nobody reads a longer list.
const mostWords = 60
// Frequent words have low row ids.
const mostWeighed = 400

const shortestInside = 3
const shortestNear = 4

const known = new WeakMap<ReadDatabase, Known>()

/** `close`: one letter from the typed word; `other`: start with it or contain it. Most frequent first. */
type LikeWords = { close: string[]; other: string[] }

// Results for the text so far are kept while typing continues.
const remembered = new Remembered<LikeWords>(60)

/**
 * Name words similar to a typed one. Reads only new words since the last call, so it must not be called inside a command, whose words may be rolled
 * back.
 */
export function wordsLike(db: ReadDatabase, typed: string): LikeWords {
  return remembered.get(db, typed, () => {
    const { close, other } = lookThrough(vocabulary(db), typed)
    return { close: mostFrequent(db, close).map(row => row.word), other: mostFrequent(db, other).map(row => row.word) }
  })
}

function lookThrough({ words, letters }: Known, typed: string): LikeWords {
  const wanted = lettersOf(typed)
  const near = typed.length >= shortestNear ? nearTo(typed) : null
  const close: string[] = []
  const other: string[] = []
  // A plain loop with bit sets, because tens of thousands of words are compared on every key.
  for (let index = 0; index < words.length; index += 1) {
    const missing = wanted & ~(letters[index] ?? 0)
    // More than one letter of the typed word is missing in this one.
    if ((missing & (missing - 1)) !== 0) continue
    const word = words[index] ?? ''
    if (near?.begins(word)) (near.isWhole(word) ? close : other).push(word)
    else if (missing === 0 && typed.length >= shortestInside && word.includes(typed)) other.push(word)
  }
  return { close, other }
}

/** When nothing matches: the most frequent name word that is one letter from a typed one. */
export function suggestionFor(db: ReadDatabase, typed: readonly string[]): { text: string; count: number } | null {
  for (const part of typed) {
    if (isBegun(db, part)) continue
    const { close, other } = wordsLike(db, part)
    const [first] = mostFrequent(db, close.length > 0 ? close : other)
    if (!first) return null
    const text = typed.map(word => (word === part ? first.word : word)).join(' ')
    return { text, count: first.people }
  }
  return null
}

/** Whether any name word starts with it. */
export function isBegun(db: ReadDatabase, part: string): boolean {
  const words = [part, `${part}\u{10ffff}`]
  return db.get('SELECT 1 FROM name_word WHERE word >= ? AND word < ? AND people > 0 LIMIT 1', words) !== undefined
}

function mostFrequent(db: ReadDatabase, words: readonly string[]): { word: string; people: number }[] {
  return db.all(
    'SELECT word, people FROM name_word WHERE word IN (SELECT value FROM json_each(?)) AND people > 0 ORDER BY people DESC, word LIMIT ?',
    [JSON.stringify(words.slice(0, mostWeighed)), mostWords],
  )
}

function vocabulary(db: ReadDatabase): Known {
  const have = known.get(db) ?? { words: [], letters: [], lastId: 0 }
  known.set(db, have)
  for (const { id, word } of db.all<{ id: number; word: string }>(
    'SELECT id, word FROM name_word WHERE id > ? ORDER BY id',
    [have.lastId],
  )) {
    have.words.push(word)
    have.letters.push(lettersOf(word))
    have.lastId = id
  }
  return have
}

function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) bits |= 1 << word.charCodeAt(index)
  return bits
}
