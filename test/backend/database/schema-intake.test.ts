import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/backend/database/migrations/migrations.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { noDetails } from '../../../shared/features/trainee/details.ts'
import { addInstructor, addTrainees, createSampleCohort, decidedCohort, samplePerson, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'
import { copyAsVersionOne, rowsOf } from './version-one.ts'

test('people of the first release keep what they have, and nothing is made up for the rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 3)
  await decidedCohort(fixture, { instructorId, traineeIds }, { heldOn: '2025-01-09' })
  const old = join(folder, 'data', 'balai.db')
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), old)
  const tables = ['trainee', 'enrolment', 'rules', 'attendance', 'audit']
  const before = tables.map(table => rowsOf(old, table))
  openDatabase(old, { create: false, beforeMigration: () => {} }).close()
  expect(tables.map(table => rowsOf(old, table))).toEqual(before)

  const moved = openFixture({ folder, today: '2025-01-10' })
  expect(moved.backend.workspace.read.value('PRAGMA user_version')).toBe(schemaVersion)
  const [first] = traineeIds
  if (first === undefined) throw new Error('nobody')
  const person = await moved.client.trainee.get({ id: first })
  expect(person).toMatchObject({ ...samplePerson(0), ...noDetails, evidence: [], files: [] })
  expect(person.cohorts).toMatchObject([{ target: null, repeatReason: '' }])
  expect((await moved.client.centre.get({})).rules.trainedWithin).toBe('year')
  await moved.remove()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('what is never false about people', () => {
  let fixture: Fixture
  let raw: BetterSqlite.Database
  beforeAll(async () => {
    fixture = openFixture()
    await setUp(fixture)
    const [traineeId] = await addTrainees(fixture, 1)
    if (traineeId === undefined) throw new Error('nobody')
    await fixture.client.trainee.save({
      id: traineeId,
      trainee: samplePerson(0),
      evidence: { source: 'DTSEN', groups: ['EXTREME_POOR', 'STUNTING'], decile: 1, dataDate: '2024-10-01' },
    })
    await createSampleCohort(fixture, { traineeIds: [traineeId] })
    const file = new File(['%PDF-1.7'], 'ktp.pdf', { type: 'application/pdf' })
    await fixture.client.trainee.addFile({ id: traineeId, kind: 'KTP', file })
    await fixture.backend.close()
    raw = fixture.rawDatabase()
  })
  afterAll(async () => {
    raw.close()
    await fixture.remove()
  })
  beforeEach(() => raw.exec('BEGIN'))
  afterEach(() => raw.exec('ROLLBACK'))

  test.each([
    ['an evidence is history', 'UPDATE target_evidence SET extreme_poor = 0', 'append_only'],
    ['its decile too', 'UPDATE target_evidence_restricted SET decile = 3', 'append_only'],
    ['a decile is one of ten', 'INSERT INTO target_evidence_restricted VALUES (99, 0, 11)', 'CHECK'],
    ['an admission keeps its source', "UPDATE enrolment_target SET source = 'SKTM'", 'admission_frozen'],
    ['an admission keeps its decile', 'UPDATE enrolment_target_restricted SET decile = 3', 'admission_frozen'],
    ['an admission stays with its enrolment', 'DELETE FROM enrolment_target', 'admission_frozen'],
    ['its decile stays too', 'DELETE FROM enrolment_target_restricted', 'admission_frozen'],
    [
      'an admission is not replaced',
      'INSERT OR REPLACE INTO enrolment_target SELECT * FROM enrolment_target',
      'admission_frozen',
    ],
    [
      'nor its decile',
      'INSERT OR REPLACE INTO enrolment_target_restricted SELECT * FROM enrolment_target_restricted',
      'admission_frozen',
    ],
    ['a stored file keeps its checksum', "UPDATE stored_file SET sha256 = sha256 || ''", 'file_frozen'],
    ['a file that somebody has is not forgotten', 'DELETE FROM stored_file', 'FOREIGN KEY'],
    ['a religion is one of those known', "UPDATE trainee SET religion = 'LAIN'", 'CHECK'],
    ['an emergency number is a number', "UPDATE trainee SET emergency_phone = '0812'", 'CHECK'],
    ['a bank account is digits', "INSERT INTO trainee_restricted VALUES (1, '', NULL, '', '', '12-3', '')", 'CHECK'],
    ['a time of training is one of three', "UPDATE rules SET trained_within = 'week'", 'CHECK'],
  ])('%s', (_, sql, words) => {
    expect(() => raw.exec(sql)).toThrow(words)
  })

  test('an admission goes with its enrolment, and an evidence that goes leaves the admission as it was', () => {
    raw.exec('DELETE FROM target_evidence')
    expect(raw.prepare('SELECT evidence_id, source FROM enrolment_target').get()).toEqual({
      evidence_id: null,
      source: 'DTSEN',
    })
    raw.exec('DELETE FROM enrolment')
    expect(raw.prepare('SELECT count(*) FROM enrolment_target').pluck().get()).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM enrolment_target_restricted').pluck().get()).toBe(0)
  })
})
