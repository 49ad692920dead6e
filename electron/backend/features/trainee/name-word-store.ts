import { nearTo } from '../../../../shared/features/trainee/name/near-name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'

/** `letters` is a set of bits: two words that differ in one letter differ in few of them, which is quick to see. */
type Known = { words: string[]; letters: number[]; lastId: number }

// More words would make the query of the index slow, and a longer list is not read.
const mostWords = 60
// Frequent words have low row numbers.
const mostWeighed = 400

const shortestInside = 3
const shortestNear = 4

const known = new WeakMap<ReadDatabase, Known>()

/** `close` are one letter from the typed word; `other` begin so, or hold it inside. The most frequent first. */
type LikeWords = { close: string[]; other: string[] }

// Answers for the text so far stay while a person goes on typing.
const remembered = new Remembered<LikeWords>(60)

/**
 * Words of names that are like a typed one. Reads only words that came since the last time, so it must not be called inside a command,
 * whose words may still be rolled back.
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
  // Tens of thousands of words at every key: hence the plain loop and the bits.
  for (let index = 0; index < words.length; index += 1) {
    const missing = wanted & ~(letters[index] ?? 0)
    // More than one letter of the typed word is not in this one.
    if ((missing & (missing - 1)) !== 0) continue
    const word = words[index] ?? ''
    if (near?.begins(word)) (near.isWhole(word) ? close : other).push(word)
    else if (missing === 0 && typed.length >= shortestInside && word.includes(typed)) other.push(word)
  }
  return { close, other }
}

/** Where nothing was found: the most frequent name word that is one letter from a typed one. */
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

/** Whether any name has a word that begins so. */
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
