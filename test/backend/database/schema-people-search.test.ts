import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { migrations } from '../../../electron/backend/database/migrations/migrations.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { foldName } from '../../../shared/features/trainee/name.ts'
import { searchWords } from '../../../shared/features/trainee/search-words.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { copyAsVersionOne } from './version-one.ts'

function emptyDatabase(): BetterSqlite.Database {
  const raw = new BetterSqlite(':memory:')
  raw.pragma('trusted_schema = 0')
  for (const step of migrations) raw.exec(step)
  return raw
}

const add = `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
  VALUES (@id, @nik, 'x', @folded, '', '1990-01-01', 'L', '', '', '', '', '')`

test('people of the first release are found, listed and counted, and so are their certificates', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 4)
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: traineeIds.slice(0, 3) },
    { heldOn: '2025-01-09' },
  )
  await issueAll(fixture, code, '2025-01-09')
  const old = join(folder, 'data', 'balai.db')
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), old)
  const moved = openDatabase(old, { create: false, beforeMigration: () => {} })
  const native = fixture.rawDatabase()
  // What the step makes of old rows is what the triggers made of the same ones.
  for (const sql of [
    'SELECT word, people FROM name_word ORDER BY word',
    'SELECT * FROM trainee_listing ORDER BY trainee_id, cohort_id',
    'SELECT nik_backwards, phone_backwards FROM trainee ORDER BY id',
    `SELECT rowid FROM trainee_search WHERE trainee_search MATCH '"ani"*'`,
    `SELECT rowid FROM certificate_search WHERE certificate_search MATCH '"2" AND "blk"'`,
  ]) {
    const rows = moved.prepare(sql).all()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows).toEqual(native.prepare(sql).all())
  }
  moved.close()
  native.close()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('names fall into the same words in the database as what is typed', () => {
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

test('words are counted while people come, are renamed and go, and the index knows nobody who is gone', () => {
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
