import type BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTrainees, createSampleCohort, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
let raw: BetterSqlite.Database
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await createSampleCohort(fixture, { traineeIds: await addTrainees(fixture, 2) })
  await fixture.backend.close()
  raw = fixture.rawDatabase()
})
afterAll(async () => {
  raw.close()
  await fixture.remove()
})

const name = `'Kapas', '', 'bungkus'`
test.each([
  ['an officer without a known role', "UPDATE officer SET role = 'BOSS'"],
  ['a material without a name', "INSERT INTO cohort_material VALUES (9, 1, 1, '', '', '', 1, 1, NULL, NULL, '')"],
  ['a material below zero', `INSERT INTO cohort_material VALUES (9, 1, 1, ${name}, -1, NULL, NULL, NULL, '')`],
  ['use beyond the weeks', 'INSERT INTO material_use VALUES (1, 31, 5)'],
  ['use of a material that is not there', 'INSERT INTO material_use VALUES (77, 1, 5)'],
  ['an unknown kind of item', `INSERT INTO cohort_item VALUES (1, 'CAR', 1, 'Mobil', '', 1)`],
  ['no item at all', `INSERT INTO cohort_item VALUES (1, 'MODULE', 1, 'Modul', '', 0)`],
  ['a rate of nothing', "INSERT INTO rate VALUES (9, 'TRANSPORT', NULL, NULL, 0)"],
  ['a second rate of the centre', "INSERT INTO rate VALUES (9, 'MEAL', NULL, NULL, 5)"],
  ['an unknown size', "INSERT INTO enrolment_kit VALUES (1, 'XXS', '')"],
  ['a card with letters', "INSERT INTO enrolment_kit VALUES (1, NULL, '2301ABCD')"],
  ['a kit without anything in it', "INSERT INTO enrolment_kit VALUES (1, NULL, '')"],
  ['a photo without its file', "INSERT INTO cohort_picture VALUES (77, 1, 1, '')"],
])('the schema refuses %s', (_, statement) => {
  raw.exec(
    `INSERT OR IGNORE INTO cohort_material VALUES (1, 1, 5, ${name}, 100, NULL, NULL, NULL, '');
     INSERT OR IGNORE INTO rate VALUES (1, 'MEAL', NULL, NULL, 5)`,
  )
  expect(() => raw.exec(statement)).toThrow(/constraint/i)
})

test('data of a frozen person cannot be written or deleted, except together with the enrolment', () => {
  raw.exec(
    `INSERT INTO enrolment_kit VALUES (1, 'M', '');
     INSERT INTO trainee_freeze (trainee_id, requested_on, reason, frozen_at, frozen_by)
     SELECT trainee_id, '2024-12-10', 'Diminta orangnya', '2024-12-10T08:00:00', 'Wulan' FROM enrolment`,
  )
  for (const statement of [
    "INSERT INTO enrolment_kit VALUES (2, 'M', '')",
    "UPDATE enrolment_kit SET clothing_size = 'L'",
    'DELETE FROM enrolment_kit',
  ])
    expect(() => raw.exec(statement)).toThrow('trainee_closed')
  raw.exec('DELETE FROM enrolment WHERE id = 1')
  expect(raw.prepare('SELECT count(*) AS count FROM enrolment_kit').get()).toEqual({ count: 0 })
})
