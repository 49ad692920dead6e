import type { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { findPeople } from '../../electron/backend/features/trainee/people-search-store.ts'
import { mostCounted } from '../../shared/features/home/contract.ts'
import { phoneStart, readSearch } from '../../shared/features/trainee/name/search-words.ts'
import { isNearName } from '../../test/near-name.ts'
import { percentile, seededDraw, timesOf } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'
import { openPeopleDatabase } from './people-database.ts'
import type { SeededPerson } from './seed-people.ts'

/**
 * Search in Ctrl K among 200,000 people, measured at each typed letter: names in both orders, NIK, telephone, certificate numbers, single
 * letters, typing errors and unknown words. Compared with reading every row with LIKE.
 */
export async function search(): Promise<Figure[]> {
  const { backend, people, remove } = await openPeopleDatabase(200_000)
  try {
    const db = backend.workspace.read
    const groups = keystrokes(people)
    const all = Object.values(groups).flat()
    for (const text of all.filter((_, index) => index % 9 === 0)) checkRight(db, people, text)
    const { client } = backend
    const ask = (text: string) => client.home.search({ text })
    const figures: Figure[] = []
    const times = new Map<string, number>()
    // The median of three rounds, so that other work on the machine counts less.
    const rounds = [await timesOf(ask, all), await timesOf(ask, all, false), await timesOf(ask, all, false)]
    for (const [index, text] of all.entries())
      times.set(
        text,
        percentile(
          rounds.map(round => round[index] ?? 0),
          50,
        ),
      )
    const p95Of = (texts: readonly string[]) =>
      percentile(
        texts.map(text => times.get(text) ?? 0),
        95,
      )
    for (const [group, texts] of Object.entries(groups))
      figures.push(shownOnly('search', `p95 of ${texts.length} keys: ${group}`, p95Of(texts), 'ms'))
    const p95 = p95Of(all)
    const scanned = all.filter((_, index) => index % Math.ceil(all.length / 40) === 0)
    const scan = percentile(await timesOf(text => likeScan(db, text), scanned, false), 95)
    figures.push(
      under('search', `p95 of all ${all.length} keys`, p95, 10),
      atLeast('search', 'p95 against a LIKE scan', scan / p95, 50),
    )
    return figures
  } finally {
    await remove()
  }
}

export function keystrokes(people: readonly SeededPerson[]): Record<string, string[]> {
  const draw = seededDraw(50)
  const drawn = Array.from({ length: 40 }, () => people[draw(people.length)] as SeededPerson)
  const typed = (text: string) => Array.from(text, (_, index) => text.slice(0, index + 1))
  const names = drawn.map(person => person.name.toLowerCase())
  const turned = names.map(name => name.split(' ').reverse().join(' '))
  const wrong = names.map(name => {
    const at = 1 + draw(Math.max(1, (name.split(' ')[0]?.length ?? 2) - 2))
    return name.slice(0, at) + name.slice(at + 1)
  })
  return {
    'names, in either order': [...names, ...turned].flatMap(typed),
    'one or two letters': [...'abdefhiklmnrstuwy'].flatMap(letter => [
      letter,
      `${letter}a`,
      `${letter}i`,
      `s ${letter}`,
    ]),
    'names with a letter missing': wrong.flatMap(typed),
    'words that nobody bears': ['qxzvqj', 'siti qxzvq', 'wqhayu', 'jklmnop', 'siti rahayu qq', 'zzz zzz'].flatMap(
      typed,
    ),
    NIK: drawn.slice(0, 12).flatMap(person => [...typed(person.nik), person.nik.slice(-4), person.nik.slice(-6)]),
    telephone: drawn
      .filter(person => person.phone !== '')
      .slice(0, 12)
      .flatMap(({ phone }) => [...typed(`0${phone.slice(2)}`), phone.slice(-4), phone.slice(-7)]),
    'name and digits': drawn.slice(0, 12).map(person => `${person.name.split(' ')[0]} ${person.nik.slice(-4)}`),
    'certificate numbers': ['500.15/0031/BLK/I/2024', '0412/blk', '31', '7/BLK/I/2019'].flatMap(typed),
  }
}

/** The search of a program without an index: every word anywhere in a row, the first six by name. */
export function likeScan(db: ReadDatabase, text: string): unknown {
  const words = text.split(' ').filter(Boolean)
  const parameters = Object.fromEntries(words.map((word, index) => [`w${index}`, `%${word}%`]))
  const fits = words.map((_, index) => `(name LIKE @w${index} OR nik LIKE @w${index} OR phone LIKE @w${index})`)
  return db.all(`SELECT id, name, nik FROM trainee WHERE ${fits.join(' AND ')} ORDER BY name LIMIT 6`, parameters)
}

/** Throws unless the search finds exactly the people that reading every row finds. */
function checkRight(db: ReadDatabase, people: readonly SeededPerson[], text: string): void {
  const found = findPeople(db, text, mostCounted)
  const { words, digits } = readSearch(text)
  if (digits.some(({ start }) => start.length < 3)) return
  const fitting = people.filter(
    ({ name, nik, phone }) =>
      digits.every(
        ({ start, end }) =>
          nik.startsWith(start) || nik.endsWith(end) || phone.startsWith(phoneStart(start)) || phone.endsWith(end),
      ) && words.every(word => ` ${name.toLowerCase()}`.includes(` ${word}`)),
  )
  if (fitting.length === 0) {
    const near = (id: number) =>
      isNearName(words.join(' '), people[id - 1]?.name ?? '') || holdsInside(people[id - 1]?.name ?? '', words)
    assertRight(found.near || found.ids.length === 0, `“${text}” is borne by nobody`)
    assertRight(found.ids.every(near), `people near “${text}”`)
    return
  }
  const right = new Set(fitting.map(person => person.id as number))
  assertRight(
    !found.near && found.ids.length === Math.min(mostCounted, right.size),
    `“${text}”: ${found.ids.length} people`,
  )
  assertRight(found.more === right.size > mostCounted && found.ids.every(id => right.has(id)), `people of “${text}”`)
}

function holdsInside(name: string, words: readonly string[]): boolean {
  return words.every(word => name.toLowerCase().includes(word))
}
