import { expect, test } from 'vitest'
import { addInstructor, addTrainees, decidedCohort, issueAll, samplePerson } from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

// Rules that must hold in the database itself, so these tests use nothing but SQL.

const raw = rawCentre(async fixture => {
  await fixture.client.centre.setLogo({ logo: onePixel })
  const instructorId = await addInstructor(fixture, 'Rina', {})
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: await addTrainees(fixture, 3) },
    { heldOn: '2025-01-09', absences: { 3: { 1: 'A', 2: 'A', 3: 'A', 4: 'A' } } },
  )
  await issueAll(fixture, code, '2025-01-09')
  await issueAll(fixture, code, '2025-01-09', 'statement')
})

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const refuses = (sql: string, ...values: (string | number | null)[]) => expect(() => raw.prepare(sql).run(...values))

test('one mark per trainee and day', () => {
  const mark = raw.prepare('SELECT enrolment_id AS enrolment, day_id AS day FROM attendance LIMIT 1').get() as {
    enrolment: number
    day: number
  }
  refuses("INSERT INTO attendance (enrolment_id, day_id, mark) VALUES (?, ?, 'S')", mark.enrolment, mark.day).toThrow(
    'UNIQUE',
  )
  refuses("UPDATE attendance SET mark = 'X' WHERE enrolment_id = ?", mark.enrolment).toThrow('CHECK')
})

test('a mark belongs to a member of the class on that day', () => {
  refuses("INSERT INTO attendance (enrolment_id, day_id, mark) VALUES (1, 9999, 'H')").toThrow('attendance_outside')
  raw.exec('DELETE FROM attendance WHERE enrolment_id = 1')
  raw.exec("UPDATE enrolment SET left_after_day = 4, left_kind = 'withdrawn' WHERE id = 1")
  const day = (n: number) => Number(raw.prepare('SELECT id FROM cohort_day WHERE n = ?').pluck().get(n))
  expect(() =>
    raw.prepare("INSERT INTO attendance (enrolment_id, day_id, mark) VALUES (1, ?, 'H')").run(day(4)),
  ).not.toThrow()
  refuses("INSERT INTO attendance (enrolment_id, day_id, mark) VALUES (1, ?, 'H')", day(5)).toThrow(
    'attendance_outside',
  )
})

test('one person per NIK, and a NIK has sixteen digits', () => {
  const [first, second] = [samplePerson(0).nik, samplePerson(1).nik]
  refuses('UPDATE trainee SET nik = ? WHERE nik = ?', first, second).toThrow('UNIQUE')
  refuses('UPDATE trainee SET nik = ? WHERE nik = ?', '367101570394900', first).toThrow('CHECK')
  refuses('UPDATE trainee SET nik = ? WHERE nik = ?', '36710157039490O1', first).toThrow('CHECK')
})

test('a person is once in a class, and a position in its list belongs to one person', () => {
  refuses('INSERT INTO enrolment (cohort_id, trainee_id, position) VALUES (1, 1, 9)').toThrow('UNIQUE')
  refuses('UPDATE enrolment SET position = 2 WHERE position = 1').toThrow('UNIQUE')
})

test('a class number is used once, and cannot change', () => {
  const columns = raw
    .prepare("SELECT group_concat(name) FROM pragma_table_info('cohort') WHERE name NOT IN ('id', 'code')")
    .pluck()
    .get()
  refuses(`INSERT INTO cohort (code, ${columns}) SELECT 'TR-2024-99', ${columns} FROM cohort`).toThrow('UNIQUE')
  refuses('UPDATE cohort SET number = 2').toThrow('cohort_identity_fixed')
})

test('a held day keeps its date', () => {
  refuses("UPDATE cohort_day SET date = '2025-02-03' WHERE n = 15").toThrow('held_day_moved')
  raw.exec('UPDATE cohort_day SET closed_at = NULL, closed_by = NULL WHERE n = 15')
  refuses("UPDATE cohort_day SET date = '2025-02-03' WHERE n = 15").toThrow('held_day_moved')
  raw.exec('DELETE FROM attendance WHERE day_id = (SELECT id FROM cohort_day WHERE n = 15)')
  expect(raw.prepare("UPDATE cohort_day SET date = '2025-02-03' WHERE n = 15").run().changes).toBe(1)
})

test.each([
  "UPDATE certificate SET facts = json_set(facts, '$.name', 'Orang Lain')",
  "UPDATE certificate SET number = '9'",
  "UPDATE certificate SET issued_on = '2025-01-10'",
  'UPDATE certificate SET size = 1',
  'DELETE FROM certificate',
  'DELETE FROM certificate WHERE id = 1',
  "UPDATE issued_logo SET picture = x'00'",
  'DELETE FROM issued_logo',
])('an issued paper is frozen: %s', sql => {
  refuses(sql).toThrow('certificate_frozen')
})

test('an issued paper is not replaced either', () => {
  const columns = 'kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, logo_sha256, palette,'
  const rest = 'paper_size, sha256, size, issued_at, issued_by'
  const copy = (id: string, number: string) =>
    `INSERT OR REPLACE INTO certificate (id, ${columns} ${rest})
     SELECT ${id}, ${columns.replace('number', number)} ${rest} FROM certificate WHERE id = 1`
  refuses(copy('1', "'lain'")).toThrow('certificate_frozen')
  refuses(copy('NULL', 'number')).toThrow('certificate_frozen')
  refuses("INSERT OR REPLACE INTO issued_logo SELECT sha256, x'00' FROM issued_logo").toThrow('certificate_frozen')
})

test('a number is given once across both kinds of papers', () => {
  const numbers = raw.prepare('SELECT number FROM certificate').pluck().all()
  expect(new Set(numbers).size).toBe(3)
  const indexes = raw
    .prepare('SELECT count(*) FROM pragma_index_list(\'certificate\') WHERE "unique" = 1')
    .pluck()
    .get()
  expect(indexes).toBeGreaterThanOrEqual(3)
})

test('a paper needs its decision, and the decision cannot be removed', () => {
  refuses('DELETE FROM panel_decision').toThrow('certificate_frozen')
  refuses('DELETE FROM panel').toThrow('certificate_frozen')
  refuses("UPDATE panel_decision SET decision = 'passed', override_reason = 'sebab lain'").toThrow('certificate_frozen')
  raw.exec('DROP TRIGGER certificate_stays; DELETE FROM certificate WHERE id = 1')
  const wrongKind = raw.prepare(
    `INSERT INTO certificate (kind, year, sequence, number, enrolment_id, issued_on, officer_id, facts, palette, paper_size,
       sha256, size, issued_at, issued_by)
     SELECT 'statement', 2025, 77, 'SK-77', 1, '2025-01-09', 1, '{}', 'hitam', 'A4', hex(zeroblob(32)), 1, '', ''`,
  )
  expect(() => wrongKind.run()).toThrow('certificate_without_decision')
})

test.each([
  "UPDATE audit SET operator = 'Orang Lain' WHERE id = 1",
  'DELETE FROM audit WHERE id = 1',
  'DELETE FROM audit',
  "INSERT OR REPLACE INTO audit SELECT id, at, 'Orang Lain', desk, operation, area, act, entity, entity_id, before, after, previous_hash, 'x' FROM audit WHERE id = 1",
  'INSERT OR REPLACE INTO audit SELECT NULL, at, operator, desk, operation, area, act, entity, entity_id, before, after, previous_hash, hash FROM audit WHERE id = 1',
])('the audit only grows: %s', sql => {
  refuses(sql).toThrow('append_only')
})

test('a correction of attendance stays', () => {
  raw.exec(
    "INSERT INTO attendance_correction (enrolment_id, day_id, before, after, reason, operator, recorded_at) VALUES (1, 1, 'S', 'H', 'salah', 'W', '2025-01-09T08:00:00')",
  )
  refuses("UPDATE attendance_correction SET reason = ''").toThrow('append_only')
  refuses('DELETE FROM attendance_correction').toThrow('append_only')
})

test('a row that others refer to cannot be deleted', () => {
  for (const table of ['trainee', 'instructor', 'program', 'officer', 'cohort', 'enrolment', 'cohort_day']) {
    refuses(`DELETE FROM ${table} WHERE id = 1`).toThrow(/FOREIGN KEY|append_only|certificate_frozen/)
  }
})

test('dates are days that exist', () => {
  refuses("UPDATE officer SET valid_from = '2025-02-30'").toThrow('CHECK')
  refuses("INSERT INTO day_off (date, kind, name, source) VALUES ('16/12/2024', 'joint_leave', 'X', '')").toThrow(
    'CHECK',
  )
  refuses("UPDATE trainee SET birth_date = '1990-1-5'").toThrow('CHECK')
})
