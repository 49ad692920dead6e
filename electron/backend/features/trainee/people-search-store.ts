import {
  type PeopleSearch,
  phoneStart,
  readSearch,
  type SearchDigits,
} from '../../../../shared/features/trainee/name/search-words.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { isIn } from './import-batch-store.ts'
import { isBegun, suggestionFor, wordsLike } from './name-word-store.ts'

type FoundPeople = {
  /** At most `most`. */
  ids: TraineeId[]
  /** There are more. */
  more: boolean
  /** Nobody matches exactly; these match with one letter changed, or with the word inside a name. */
  near: boolean
  suggestion: { text: string; count: number } | null
}

const none: FoundPeople = { ids: [], more: false, near: false, suggestion: null }

/**
 * People by words of their names in any order, each at least by its beginning, and by first or last digits of NIK and phone. Names with whole words
 * come first, then the newest. If no name matches, one letter may be wrong.
 */
export function findPeople(db: ReadDatabase, text: string, most: number): FoundPeople {
  const search = readSearch(text)
  if (search.words.length + search.digits.length === 0) return none
  const exact = idsOf(db, search, search.words.map(begun), most + 1)
  if (exact.length > 0) return { ...none, ids: wholeFirst(db, search, exact, most), more: exact.length > most }
  if (search.words.length === 0) return none
  const near = nearIds(db, search, most + 1)
  const suggestion = suggestionFor(db, search.words)
  return { ids: near.slice(0, most), more: near.length > most, near: near.length > 0, suggestion }
}

/** Number of people whose names have a word starting with each of these. */
export function countBegun(db: ReadDatabase, words: readonly string[]): number {
  return db.value('SELECT count(*) FROM trainee_search WHERE trainee_search MATCH ?', [
    words.map(word => asQuery(begun(word))).join(' AND '),
  ])
}

/** One of these words must be in the name; with `begins` a word of the name may also start with it. */
type Term = { anyOf: readonly string[]; begins: boolean }

const begun = (word: string): Term => ({ anyOf: [word], begins: true })
const whole = (word: string): Term => ({ anyOf: [word], begins: false })

function wholeFirst(db: ReadDatabase, search: PeopleSearch, ids: TraineeId[], most: number): TraineeId[] {
  // With one hit, or digits only, there is nothing to sort.
  if (search.words.length === 0 || ids.length === 1) return ids.slice(0, most)
  const first = idsOf(db, search, search.words.map(whole), most)
  return [...new Set([...first, ...ids])].slice(0, most)
}

/** One word may be wrong or inside a name; the others must match. */
function nearIds(db: ReadDatabase, search: PeopleSearch, most: number): TraineeId[] {
  const found = new Set<TraineeId>()
  // A word with which no name starts is wrong; two of them are too many.
  const unknown = search.words.filter(word => !isBegun(db, word))
  if (unknown.length > 1) return []
  const like = search.words.map(word =>
    unknown.length === 0 || word === unknown[0] ? wordsLike(db, word) : { close: [], other: [] },
  )
  for (const nearness of ['close', 'other'] as const) {
    for (const [wrong, words] of like.entries()) {
      if (words[nearness].length === 0 || found.size >= most) continue
      const anyOf = words[nearness]
      const terms = search.words.map((word, index) => (index === wrong ? { anyOf, begins: false } : begun(word)))
      for (const id of idsOf(db, search, terms, most)) found.add(id)
    }
  }
  return [...found].slice(0, most)
}

function idsOf(db: ReadDatabase, { digits, words }: PeopleSearch, terms: readonly Term[], most: number): TraineeId[] {
  const [first, ...others] = digits.toSorted((a, b) => b.start.length - a.start.length)
  if (first === undefined) return byName(db, terms, most)
  if (words.length === 0 && others.length === 0) return byDigits(db, first, most)
  const candidates = byDigits(db, first, mostHolders + 1)
  // 'siti 36': many people have the digits, so names are searched first and their digits compared.
  if (words.length > 0 && candidates.length > mostHolders) return byNameWithDigits(db, terms, digits, most)
  const holders = db.all<{ id: TraineeId; words: string; nik: string; phone: string }>(
    `SELECT trainee.id, words, nik, phone FROM json_each(?) AS holder JOIN trainee ON trainee.id = holder.value
     JOIN trainee_listing ON trainee_id = trainee.id AND newest = 1`,
    [JSON.stringify(candidates)],
  )
  return holders
    .filter(holder => others.every(other => hasDigits(holder, other)) && fits(holder.words.split(' '), terms))
    .map(holder => holder.id)
    .sort((a, b) => b - a)
    .slice(0, most)
}

const mostHolders = 500

function fits(words: readonly string[], terms: readonly Term[]): boolean {
  return terms.every(({ anyOf, begins }) =>
    words.some(word => anyOf.some(wanted => (begins ? word.startsWith(wanted) : word === wanted))),
  )
}

function hasDigits({ nik, phone }: { nik: string; phone: string }, { start, end }: SearchDigits): boolean {
  if (start !== end) return nik.startsWith(start) && nik.endsWith(end)
  return nik.startsWith(start) || nik.endsWith(end) || phone.startsWith(phoneStart(start)) || phone.endsWith(end)
}

function byName(db: ReadDatabase, terms: readonly Term[], most: number): TraineeId[] {
  return ids(
    db.all<{ id: TraineeId }>(
      'SELECT rowid AS id FROM trainee_search WHERE trainee_search MATCH ? ORDER BY rowid DESC LIMIT ?',
      [terms.map(asQuery).join(' AND '), most],
    ),
  )
}

function byNameWithDigits(
  db: ReadDatabase,
  terms: readonly Term[],
  digits: readonly SearchDigits[],
  most: number,
): TraineeId[] {
  const has = digits.map(({ start, end }, at) =>
    start !== end
      ? `nik LIKE @start${at} || '%' AND nik LIKE '%' || @end${at}`
      : `(nik LIKE @start${at} || '%' OR nik LIKE '%' || @end${at} OR phone LIKE @phone${at} || '%' OR phone LIKE '%' || @end${at})`,
  )
  const parameters = digits.map(({ start, end }, at) => ({
    [`start${at}`]: start,
    [`end${at}`]: end,
    [`phone${at}`]: phoneStart(start),
  }))
  return ids(
    db.all<{ id: TraineeId }>(
      `SELECT trainee.id FROM trainee_search JOIN trainee ON trainee.id = trainee_search.rowid
       WHERE trainee_search MATCH @query AND ${has.join(' AND ')} ORDER BY trainee_search.rowid DESC LIMIT @most`,
      Object.assign({ query: terms.map(asQuery).join(' AND '), most }, ...parameters),
    ),
  )
}

function asQuery({ anyOf, begins }: Term): string {
  return `(${anyOf.map(word => `"${word.replaceAll('"', '""')}"${begins ? '*' : ''}`).join(' OR ')})`
}

function byDigits(db: ReadDatabase, { start, end }: SearchDigits, most: number): TraineeId[] {
  if (start !== end)
    return ids(
      db.all<{ id: TraineeId }>(
        `SELECT id FROM (SELECT id FROM trainee WHERE nik >= @start AND nik < @start || ':' AND nik LIKE '%' || @end AND ${isIn} ORDER BY nik LIMIT @most)
         UNION SELECT survivor_id FROM trainee_merge WHERE other_nik LIKE @start || '%' || @end LIMIT @most`,
        { start, end, most },
      ),
    )
  const backwards = [...start].reverse().join('')
  // ':' follows '9' in ASCII.
  const begins = (column: string, parameter: string) =>
    `SELECT id FROM (SELECT id FROM trainee WHERE ${column} >= ${parameter} AND ${column} < ${parameter} || ':' AND ${isIn} ORDER BY ${column} LIMIT @most)`
  const places = [
    begins('nik', '@start'),
    begins('nik_backwards', '@backwards'),
    begins('phone', '@phone'),
    begins('phone_backwards', '@backwards'),
    // NIKs not kept in a merge, of which there are few.
    `SELECT survivor_id AS id FROM trainee_merge WHERE other_nik LIKE @start || '%' OR other_nik LIKE '%' || @start`,
  ]
  return ids(
    db.all<{ id: TraineeId }>(`${places.join(' UNION ')} LIMIT @most`, {
      start,
      backwards,
      phone: phoneStart(start),
      most,
    }),
  )
}

function ids(rows: readonly { id: TraineeId }[]): TraineeId[] {
  return rows.map(({ id }) => id)
}
