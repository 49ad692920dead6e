import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { schema } from '../../../electron/backend/database/schema/schema.ts'

let db: BetterSqlite.Database
beforeEach(() => {
  db = new BetterSqlite(':memory:')
  db.pragma('foreign_keys = ON')
  db.exec(schema)
  addCohort()
})
afterEach(() => db.close())

function addCohort(): void {
  db.pragma('foreign_keys = OFF')
  db.exec(
    `INSERT INTO cohort (id, program_id, trade, title, year, number, code, week, joint_leave, hours, start_time, end_time, decree_issuer,
       decree_number, decree_subject, activity, funding_source, minimum_attendance, theory_weight, practice_weight, pass_mark)
     VALUES (1, 1, 'TR', 'Tata Rias I', 2024, 1, 'TR-2024-01', 5, 'off', 8, '08:00', '15:15', '', '', '', '', '', 80, 30, 70, 7000)`,
  )
  db.pragma('foreign_keys = ON')
}

const edition = (version: number) =>
  `INSERT INTO sheet_edition (cohort_id, version, facts, made_at, made_by) VALUES (1, ${version}, '{}', 'now', 'Rina')`
const hash = 'a'.repeat(64)
const file = (id: number) =>
  `INSERT INTO stored_file VALUES (${id}, '${String(id).padStart(32, '0')}', '${hash}', 'image/jpeg', 1, 'now', 'Rina')`
const scan = (values: Record<string, string | number>) => {
  const row = { file_id: 1, source_name: "'a'", source_sha256: `'${hash}'`, source_page: 1, ...values }
  return `INSERT INTO scan_page (${Object.keys(row)}, recorded_at, recorded_by) VALUES (${Object.values(row)}, 'now', 'Rina')`
}

test('an edition stays as printed', () => {
  db.exec(edition(1))
  expect(() => db.exec(edition(1))).toThrow('UNIQUE')
  expect(() => db.exec("UPDATE sheet_edition SET facts = '[]'")).toThrow('append_only')
  expect(() => db.exec('DELETE FROM sheet_edition')).toThrow('append_only')
  db.exec("INSERT INTO sheet_page VALUES (1, '01', 1, 210, 297, '{}')")
  expect(() => db.exec("UPDATE sheet_page SET layout = '[]'")).toThrow('append_only')
  expect(() => db.exec('DELETE FROM sheet_page')).toThrow('append_only')
})

test.each([
  ['a class without a place', { cohort_id: 1 }],
  ['a place without a class', { place: "'01'" }],
  ['readings without a form', { readings: "'[]'" }],
  ['a confirmed page without a class', { confirmed_at: "'now'", confirmed_by: "'Rina'" }],
  ['a file that is not there', { file_id: 2 }],
])('%s is refused', (_what, values) => {
  db.exec(file(1))
  expect(() => db.exec(scan(values))).toThrow('constraint')
})

test('a page is kept once, and cannot be deleted after its review', () => {
  db.exec(file(1))
  db.exec(file(2))
  db.exec(scan({ cohort_id: 1, place: "'01'" }))
  expect(() => db.exec(scan({ file_id: 2 }))).toThrow('UNIQUE')
  expect(() => db.exec('UPDATE scan_page SET file_id = 2')).toThrow('append_only')
  expect(() => db.exec('DELETE FROM stored_file WHERE id = 1')).toThrow('FOREIGN KEY')
  db.exec("UPDATE scan_page SET confirmed_at = 'now', confirmed_by = 'Rina'")
  expect(() => db.exec('DELETE FROM scan_page')).toThrow('append_only')
})
