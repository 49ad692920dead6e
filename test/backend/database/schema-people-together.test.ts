import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { schema } from '../../../electron/backend/database/schema/schema.ts'
import {
  type Comparable,
  isOneDigitOff,
  isSwapped,
  likenessReasons,
} from '../../../shared/features/trainee/name/likeness.ts'
import { likeness } from '../../likeness.ts'

let raw: BetterSqlite.Database
beforeAll(() => {
  raw = new BetterSqlite(':memory:')
  raw.pragma('foreign_keys = 1')
  raw.exec(schema)
})
afterAll(() => raw.close())
beforeEach(() => raw.exec('BEGIN'))
afterEach(() => {
  if (raw.inTransaction) raw.exec('ROLLBACK')
})

function insert(id: number, person: Comparable): void {
  raw
    .prepare(
      `INSERT INTO trainee (id, nik, name, folded_name, birth_place, birth_date, sex, family_card, address, neighbourhood, hamlet, phone)
       VALUES (@id, @nik, @name, @name, '', @birthDate, 'L', @familyCard, '', '', '', @phone)`,
    )
    .run({ id, ...person })
}

/** A NIK out of a small set in which any two differ in at most two digits, at any place. */
const nik = fc
  .record({ place: fc.nat(15), digit: fc.integer({ min: 1, max: 3 }), swapped: fc.option(fc.nat(14)) })
  .map(({ place, digit, swapped }) => {
    const digits = [...'3671231205912345']
    digits[place] = String(digit)
    if (swapped !== null) digits.splice(swapped, 2, digits[swapped + 1] ?? '', digits[swapped] ?? '')
    return digits.join('')
  })
const person = fc.record({
  nik,
  name: fc.constantFrom('siti rahayu', 'siti siti', 'm.rizki "x" rahayu', 'al', '-'),
  birthDate: fc.constantFrom('1990-05-12' as const, '1991-05-12' as const),
  familyCard: fc.constantFrom('', '3671130101150001'),
  phone: fc.constantFrom('', '6281234567890'),
})
const kept = {
  doubles: 'SELECT * FROM possible_double ORDER BY first_id, second_id',
  listing: 'SELECT * FROM trainee_listing ORDER BY trainee_id, cohort_id',
  words: 'SELECT word, people FROM name_word WHERE people > 0 ORDER BY word',
  siti: "SELECT rowid FROM trainee_search WHERE trainee_search MATCH 'siti' ORDER BY rowid",
  rahayu: `SELECT rowid FROM trainee_search WHERE trainee_search MATCH '"rah"*' ORDER BY rowid`,
}

const corrected = { name: 'siti wati', phone: '6281234567890' }

function pairsOf(people: Comparable[]): object[] {
  return people.flatMap((one, first) =>
    people.flatMap((other, second) =>
      second <= first || likenessReasons(one, other).length === 0
        ? []
        : {
            first_id: first + 1,
            second_id: second + 1,
            nik_one_digit: Number(isOneDigitOff(one.nik, other.nik)),
            nik_swapped: Number(isSwapped(one.nik, other.nik)),
            likeness: likeness(one, other),
          },
    ),
  )
}

test('people of one batch are found, listed and paired as if added one by one, and by the rule', () => {
  let pairs = 0
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { selector: one => one.nik, minLength: 3, maxLength: 12 }),
      fc.nat(),
      (people, share) => {
        const before = 1 + (share % (people.length - 1))
        const take = (together: boolean) => {
          raw.exec('SAVEPOINT one_way')
          for (const [index, one] of people.slice(0, before).entries()) insert(index + 1, one)
          if (together) raw.prepare('INSERT INTO trainee_batch (first_id) VALUES (?)').run(before + 1)
          for (const [index, one] of people.slice(before).entries()) insert(before + index + 1, one)
          // Meanwhile an earlier person is corrected.
          raw.prepare('UPDATE trainee SET folded_name = @name, phone = @phone WHERE id = 1').run(corrected)
          if (together) raw.exec('DELETE FROM trainee_batch')
          const found = Object.values(kept).map(sql => raw.prepare(sql).all())
          raw.exec('ROLLBACK TO one_way; RELEASE one_way')
          return found
        }
        const together = take(true)
        pairs += together[0]?.length ?? 0
        expect(together).toEqual(take(false))
        expect(together[0]).toEqual(pairsOf([{ ...people[0], ...corrected } as Comparable, ...people.slice(1)]))
      },
    ),
    { numRuns: 40 },
  )
  expect(pairs).toBeGreaterThan(50)
})

const siti: Comparable = { nik: '3671231205912345', name: 'siti', birthDate: '1990-05-12', familyCard: '', phone: '' }

test('nothing can be committed while a batch is open, and it contains no earlier person', () => {
  insert(1, siti)
  expect(() => raw.exec('INSERT INTO trainee_batch (first_id) VALUES (1)')).toThrow('batch_holds_others')
  raw.exec('INSERT INTO trainee_batch (first_id) VALUES (2)')
  expect(() => raw.exec('INSERT INTO trainee_batch (first_id) VALUES (9)')).toThrow('CHECK')
  expect(() => raw.exec('UPDATE trainee_batch SET first_id = 1')).toThrow('batch_open')
  expect(() => raw.exec('COMMIT')).toThrow('FOREIGN KEY')
})

test('people of an open batch can be neither changed nor deleted', () => {
  insert(1, siti)
  raw.exec('INSERT INTO trainee_batch (first_id) VALUES (2)')
  insert(2, { ...siti, nik: '3671231205912346' })
  expect(() => raw.exec("UPDATE trainee SET name = 'x' WHERE id = 2")).toThrow('batch_open')
  expect(() => raw.exec('DELETE FROM trainee WHERE id = 2')).toThrow('batch_open')
  raw.exec("UPDATE trainee SET name = 'x' WHERE id = 1; DELETE FROM trainee_batch")
  raw.exec("UPDATE trainee SET name = 'x' WHERE id = 2; DELETE FROM trainee WHERE id = 2")
  expect(raw.prepare(kept.siti).pluck().all()).toEqual([1])
})
