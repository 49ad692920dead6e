import type BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addInstructor, addTrainees, createSampleCohort, enrolled, holdDays, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

describe('rules of the schema about teaching and letters', () => {
  let fixture: Fixture
  let raw: BetterSqlite.Database
  beforeAll(async () => {
    fixture = openFixture()
    await setUp(fixture)
    const { client } = fixture
    const instructorId = await addInstructor(fixture, 'Rina', {})
    await addInstructor(fixture, 'Tanpa Sertifikat')
    const code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 2) })
    await holdDays(fixture, code, { until: 1, absences: { 1: { 1: 'S' } } })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    const file = new File(['%PDF-1.7'], 'surat.pdf', { type: 'application/pdf' })
    await client.attendance.addLetter({ enrolmentId, days: [1], file })
    await client.teaching.closeDays({ code, days: [1] })
    await fixture.backend.close()
    raw = fixture.rawDatabase()
    raw.pragma('foreign_keys = ON')
  })
  afterAll(async () => {
    raw.close()
    await fixture.remove()
  })
  beforeEach(() => raw.exec('SAVEPOINT sample'))
  afterEach(() => raw.exec('ROLLBACK TO sample; RELEASE sample'))

  const lesson = (changes: Record<string, string | number | null>) => {
    const row = {
      position: 9,
      instructor_id: 1,
      unit_id: 1,
      kind: 'theory',
      first_hour: 1,
      hours: 1,
      note: '',
      ...changes,
    }
    return `INSERT INTO taught_lesson (day_id, ${Object.keys(row).join(', ')})
      VALUES (2, ${Object.values(row)
        .map(value => (typeof value === 'string' ? `'${value}'` : String(value).toUpperCase()))
        .join(', ')})`
  }
  const day2 = "INSERT INTO taught_day (day_id, recorded_at, recorded_by) VALUES (2, '2024-12-17T08:00:00', 'Wulan')"

  test.each([
    [
      'a mark with a letter becomes present',
      "UPDATE attendance SET mark = 'H' WHERE enrolment_id = 1",
      'letter_without_leave',
    ],
    ['a mark with a letter is emptied', 'DELETE FROM attendance WHERE enrolment_id = 1', 'FOREIGN KEY'],
    [
      'a letter hangs on somebody who was there',
      'INSERT INTO attendance_letter SELECT 2, day_id, file_id FROM attendance_letter',
      'letter_without_leave',
    ],
    ['a letter is given to another file', 'UPDATE attendance_letter SET file_id = 1', 'letter_frozen'],
    ['closed teaching is opened', 'UPDATE taught_day SET closed_at = NULL, closed_by = NULL', 'taught_day_closed'],
    ['closed teaching disappears', 'DELETE FROM taught_lesson; DELETE FROM taught_day', 'taught_day_closed'],
    ['a lesson is changed in place', 'UPDATE taught_lesson SET hours = 1', 'lesson_rewritten'],
    ['hours beyond the day', `${day2}; ${lesson({ first_hour: 8, hours: 2 })}`, 'lesson_over_hours'],
    ['neither unit nor note', `${day2}; ${lesson({ unit_id: null })}`, 'CHECK'],
    [
      'one person twice in an hour',
      `${day2}; ${lesson({ hours: 3 })}; ${lesson({ position: 10, first_hour: 3 })}`,
      'lesson_twice',
    ],
    ['somebody without a valid certificate', `${day2}; ${lesson({ instructor_id: 2 })}`, 'unlicensed_teaching'],
    ['a taught day moves', `${day2}; UPDATE cohort_day SET date = '2025-02-03' WHERE id = 2`, 'held_day_moved'],
    ['a taught day shrinks', `${day2}; UPDATE cohort_day SET hours = 7 WHERE id = 2`, 'held_day_moved'],
    [
      'a correction is rewritten',
      `INSERT INTO taught_correction (day_id, before, after, reason, operator, recorded_at)
       VALUES (1, '[]', '[]', 'salah', 'Wulan', '2024-12-17'); UPDATE taught_correction SET reason = 'lain'`,
      'append_only',
    ],
  ])('%s', (_, sql, words) => {
    expect(() => raw.exec(sql)).toThrow(words)
  })

  test('a day with taught hours counts as held', () => {
    raw.exec(`${day2}; ${lesson({})}`)
    expect(raw.prepare('SELECT n FROM held_day ORDER BY n').pluck().all()).toEqual([1, 2])
  })
})
