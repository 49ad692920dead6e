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
    // Different birth dates, because people with the same name and birth date are compared as duplicates, which is slow.
    add.run(id, String(3671010101010000 + id), name, name, id)
  }
  raw.exec('COMMIT')
  db = new ReadDatabase(raw)
})
afterAll(() => raw.close())

test('a common name and common digits: the newest people with both', () => {
  const { ids, more } = findPeople(db, 'siti 3671', 100)
  expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => people - 2 * index))
  expect(more).toBe(true)
})

test('a name and digits that few people share', () => {
  expect(findPeople(db, 'siti 1100', 100).ids).toEqual([1100])
  expect(findPeople(db, 'budi 1100', 100).ids).toEqual([])
  // Two kinds of digits, each of which very many people have.
  expect(findPeople(db, 'rahayu 3671 siti 98', 100).ids).toEqual([
    1198, 1098, 998, 898, 798, 698, 598, 498, 398, 298, 198, 98,
  ])
})

test('the index is in pages small enough to be read backwards', () => {
  raw.exec(`INSERT INTO trainee_search (trainee_search) VALUES ('optimize')`)
  const longest = raw.prepare('SELECT max(length(block)) FROM trainee_search_data WHERE id > 10').pluck().get()
  expect(longest).toBeLessThan(600)
})
