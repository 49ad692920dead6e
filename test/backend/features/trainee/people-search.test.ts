import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ReadDatabase } from '../../../../electron/backend/database/connection.ts'
import { schema } from '../../../../electron/backend/database/schema/schema.ts'
import { findPeople } from '../../../../electron/backend/features/trainee/people-search-store.ts'

const people = 1200
let raw: BetterSqlite.Database
let db: ReadDatabase
beforeAll(() => {
  raw = new BetterSqlite(':memory:')
  raw.exec(schema)
  const add = raw.prepare(
    `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
     VALUES (?, ?, ?, ?, '', date('1960-01-01', ? || ' days'), 'L', '', '', '', '', '')`,
  )
  raw.exec('BEGIN')
  for (let id = 1; id <= people; id += 1) {
    const name = id % 2 === 0 ? 'siti rahayu' : 'budi santoso'
    // Everybody has a birth date of his own: who shares it with his name is looked at as a double, which takes long.
    add.run(id, String(3671010101010000 + id), name, name, id)
  }
  raw.exec('COMMIT')
  db = new ReadDatabase(raw)
})
afterAll(() => raw.close())

test('a name and digits that very many share: the newest who have both', () => {
  const { ids, more } = findPeople(db, 'siti 3671', 100)
  expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => people - 2 * index))
  expect(more).toBe(true)
})

test('a name and digits that few share', () => {
  expect(findPeople(db, 'siti 1100', 100).ids).toEqual([1100])
  expect(findPeople(db, 'budi 1100', 100).ids).toEqual([])
  // Digits of two kinds, each of which very many have.
  expect(findPeople(db, 'rahayu 3671 siti 98', 100).ids).toEqual([
    1198, 1098, 998, 898, 798, 698, 598, 498, 398, 298, 198, 98,
  ])
})

test('the index lies in pages small enough to be read backwards', () => {
  raw.exec(`INSERT INTO trainee_search (trainee_search) VALUES ('optimize')`)
  const longest = raw.prepare('SELECT max(length(block)) FROM trainee_search_data WHERE id > 10').pluck().get()
  expect(longest).toBeLessThan(600)
})
