import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schema } from '../../../electron/backend/database/schema/schema.ts'
import { foldName } from '../../../shared/features/trainee/name/name.ts'
import { searchWords } from '../../../shared/features/trainee/name/search-words.ts'

function emptyDatabase(): BetterSqlite.Database {
  const raw = new BetterSqlite(':memory:')
  raw.pragma('trusted_schema = 0')
  raw.exec(schema)
  return raw
}

const add = `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
  VALUES (@id, @nik, 'x', @folded, '', '1990-01-01', 'L', '', '', '', '', '')`

test('the database splits names into the same words as the search does', () => {
  const raw = emptyDatabase()
  const name = fc.string({ unit: fc.constantFrom(...`abC é'’".,-/()<>\\:;_&+*%🌺[]`), minLength: 1, maxLength: 20 })
  let id = 0
  fc.assert(
    fc.property(name, text => {
      id += 1
      const folded = foldName(text)
      raw.prepare(add).run({ id, nik: String(3671010101010000 + id), folded })
      const listed = raw.prepare('SELECT words FROM trainee_listing WHERE trainee_id = ?').pluck().get(id) as string
      expect(listed.split(' ').filter(Boolean)).toEqual(searchWords(text))
    }),
  )
  raw.close()
})

test('word counts follow when people are added, renamed and deleted, and the index forgets deleted people', () => {
  const raw = emptyDatabase()
  const names = fc.constantFrom('siti rahayu', 'siti siti', 'm.rizki', 'rahayu "x" siti', 'wati', '-')
  const action = fc.record({ id: fc.integer({ min: 1, max: 5 }), name: fc.option(names) })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), actions => {
      raw.exec('BEGIN')
      const people = new Map<number, string>()
      for (const { id, name } of actions) {
        if (name === null) raw.prepare('DELETE FROM trainee WHERE id = ?').run(id)
        else if (people.has(id)) raw.prepare('UPDATE trainee SET folded_name = ? WHERE id = ?').run(name, id)
        else raw.prepare(add).run({ id, nik: String(3671010101010000 + id), folded: name })
        if (name === null) people.delete(id)
        else people.set(id, name)
      }
      const bearers = (word: string) =>
        [...people].filter(([, name]) => searchWords(name).includes(word)).map(([id]) => id)
      for (const word of ['siti', 'rahayu', 'm', 'rizki', 'x', 'wati']) {
        const ids = bearers(word).toSorted()
        expect(
          raw.prepare(`SELECT rowid FROM trainee_search WHERE trainee_search MATCH ? ORDER BY rowid`).pluck().all(word),
        ).toEqual(ids)
        expect(raw.prepare('SELECT people FROM name_word WHERE word = ?').pluck().get(word) ?? 0).toBe(ids.length)
      }
      raw.exec('ROLLBACK')
    }),
    { numRuns: 60 },
  )
  raw.close()
})
