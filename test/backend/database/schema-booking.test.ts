import type BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { overlaps } from '../../../shared/features/cohort/overlap.ts'
import { addTrainees, createSampleCohort, roomNamed, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

// Nothing and nobody is in two places at once, even when another program writes to the database.

let fixture: Fixture
let raw: BetterSqlite.Database
let room: number
let trainees: number[]
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  room = await roomNamed(fixture, 'R. Rias 1')
  trainees = await addTrainees(fixture, 2)
  // Class 1 books room, instructor and trainee from 16 December 2024 to 8 January 2025, 08:00 to 15:15; class 2 has nothing booked on the
  // same days.
  await createSampleCohort(fixture, { roomId: await roomNamed(fixture, 'R. Rias 1'), number: 1 })
  await createSampleCohort(fixture, { number: 2 })
  await fixture.backend.close()
  raw = fixture.rawDatabase()
  raw.exec("INSERT INTO instructor (id, name, nip, institution, phone, active) VALUES (1, 'Rina', '', '', '', 1)")
  raw.exec('DELETE FROM required_credential_kind')
  // As in a database of the first release: days have no times of their own, so those of the class count.
  raw.exec('UPDATE cohort_day SET start_time = NULL, end_time = NULL')
  enrol(1)
  teach(1)
})
afterAll(async () => {
  raw.close()
  await fixture.remove()
})
beforeEach(() => void raw.exec('BEGIN'))
afterEach(() => void raw.exec('ROLLBACK'))

const refused = 'double_booking'
const run = (sql: string, ...values: (string | number | null)[]) => raw.prepare(sql).run(...values)
const dayId = (cohort: number, n: number) =>
  Number(raw.prepare('SELECT id FROM cohort_day WHERE cohort_id = ? AND n = ?').pluck().get(cohort, n))

function teach(cohort: number, n = 1) {
  return run('INSERT INTO teaching (day_id, instructor_id, position) VALUES (?, 1, 1)', dayId(cohort, n))
}
function enrol(cohort: number, joinedDay = 1, leftAfterDay: number | null = null, trainee = trainees[0] ?? 0) {
  return run(
    'INSERT INTO enrolment (cohort_id, trainee_id, position, joined_day, left_after_day, left_kind) VALUES (?, ?, 1, ?, ?, ?)',
    cohort,
    trainee,
    joinedDay,
    leftAfterDay,
    leftAfterDay === null ? null : 'withdrawn',
  )
}
const times = (cohort: number, start: string, end: string) =>
  run('UPDATE cohort SET start_time = ?, end_time = ? WHERE id = ?', start, end, cohort)

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const intervals = hours.flatMap((start, from) => hours.slice(from + 1).map(end => ({ start, end })))
/** The hours of an interval: two intervals overlap when they share an hour. */
const hoursOf = ({ start, end }: { start: string; end: string }) => hours.filter(hour => start <= hour && hour < end)

test('every pair of hourly intervals: rule and database agree with counting the hours', () => {
  const copied = raw
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('cohort') WHERE name <> 'id'")
    .all()
    .map(column => column.name)
  const special: Record<string, string> = {
    year: 'year - 1 - @key',
    code: "code || '-' || @key",
    start_time: '@start',
    end_time: '@end',
  }
  const cohort = raw.prepare(
    `INSERT INTO cohort (${copied.join()}) SELECT ${copied.map(name => special[name] ?? name).join()} FROM cohort WHERE id = 2`,
  )
  const day = raw.prepare(
    "INSERT INTO cohort_day (cohort_id, n, date, hours, topic) VALUES (?, 1, '2024-03-04', 8, '')",
  )
  const ids = intervals.map((interval, key) => {
    const id = Number(cohort.run({ ...interval, key }).lastInsertRowid)
    day.run(id)
    return id
  })
  const pairs = new Set(
    raw
      .prepare<[], { a: number; b: number }>(
        "SELECT cohort_id AS a, other_cohort_id AS b FROM simultaneous_day WHERE date < '2024-04-01'",
      )
      .all()
      .map(({ a, b }) => `${a} ${b}`),
  )
  const wrong: string[] = []
  intervals.forEach((a, i) => {
    const taken = new Set(hoursOf(a))
    intervals.forEach((b, j) => {
      if (i === j) return
      const shared = hoursOf(b).some(hour => taken.has(hour))
      const rule = overlaps({ date: '2024-03-04', ...a }, { date: '2024-03-04', ...b })
      const database = pairs.has(`${ids[i]} ${ids[j]}`)
      if (rule !== shared || database !== shared) wrong.push(`${a.start}-${a.end} ${b.start}-${b.end}`)
      if (overlaps({ date: '2024-03-04', ...a }, { date: '2024-03-05', ...b })) wrong.push('another day')
    })
  })
  expect(wrong).toEqual([])
})

describe('on a grid of three hours the triggers agree with the plain definition', () => {
  const few = intervals.filter(
    ({ start, end }) => Number(start.slice(0, 2)) % 3 === 0 && Number(end.slice(0, 2)) % 3 === 0,
  )
  test.each([
    ['a room', () => run('UPDATE cohort SET room_id = ? WHERE id = 2', room)],
    ['an instructor', () => teach(2)],
    ['a trainee', () => enrol(2)],
  ])('for %s', (_, book) => {
    for (const a of few) {
      for (const b of few) {
        raw.exec('SAVEPOINT pair')
        times(1, a.start, a.end)
        times(2, b.start, b.end)
        const taken = new Set(hoursOf(a))
        const clash = hoursOf(b).some(hour => taken.has(hour))
        if (clash) expect(book, `${a.start}-${a.end} ${b.start}-${b.end}`).toThrow(refused)
        else expect(book).not.toThrow()
        raw.exec('ROLLBACK TO pair')
      }
    }
  })
})

describe('a double booking is refused, however it comes about', () => {
  const roomTwo = () => run('UPDATE cohort SET room_id = ? WHERE id = 2', room)

  test('by giving teaching to somebody else', () => {
    raw.exec("INSERT INTO instructor (id, name, nip, institution, phone, active) VALUES (2, 'Sari', '', '', '', 1)")
    run('INSERT INTO teaching (day_id, instructor_id, position) VALUES (?, 2, 1)', dayId(2, 1))
    expect(() => raw.exec('UPDATE teaching SET instructor_id = 1')).toThrow(refused)
  })

  test('by longer hours', () => {
    times(2, '15:15', '18:00')
    teach(2)
    roomTwo()
    enrol(2)
    expect(() => times(2, '15:14', '18:00')).toThrow(refused)
    expect(() => times(1, '08:00', '15:16')).toThrow(refused)
    expect(times(2, '15:15', '20:00').changes).toBe(1)
  })

  test('by moving a day, and by adding one', () => {
    run('UPDATE cohort_day SET date = ? WHERE id = ?', '2025-06-02', dayId(2, 1))
    teach(2)
    expect(() => run('UPDATE cohort_day SET date = ? WHERE id = ?', '2024-12-16', dayId(2, 1))).toThrow(refused)
    raw.exec('DELETE FROM cohort_day WHERE cohort_id = 2 AND n > 1')
    roomTwo()
    const add = (date: string) =>
      run("INSERT INTO cohort_day (cohort_id, n, date, hours, topic) VALUES (2, 2, ?, 8, '')", date)
    expect(() => add('2024-12-17')).toThrow(refused)
    expect(add('2025-06-03').changes).toBe(1)
  })

  test('by restoring a cancelled class', () => {
    run("UPDATE cohort SET cancelled_at = '2024-12-15T08:00:00', cancel_reason = 'peserta kurang' WHERE id = 1")
    teach(2)
    expect(() => run("UPDATE cohort SET cancelled_at = NULL, cancel_reason = '' WHERE id = 1")).toThrow(refused)
  })

  test('by a trainee who comes back, joins earlier or leaves later', () => {
    run("UPDATE enrolment SET left_after_day = 3, left_kind = 'withdrawn'")
    enrol(2, 4)
    expect(() => run('UPDATE enrolment SET left_after_day = NULL, left_kind = NULL WHERE cohort_id = 1')).toThrow(
      refused,
    )
    expect(() => run('UPDATE enrolment SET left_after_day = 4 WHERE cohort_id = 1')).toThrow(refused)
    expect(() => run('UPDATE enrolment SET joined_day = 3 WHERE cohort_id = 2')).toThrow(refused)
    run('UPDATE enrolment SET trainee_id = ? WHERE cohort_id = 1', trainees[1] ?? 0)
    expect(() => run('UPDATE enrolment SET trainee_id = ? WHERE cohort_id = 2', trainees[1] ?? 0)).not.toThrow()
    expect(run('UPDATE enrolment SET left_after_day = 2 WHERE cohort_id = 1').changes).toBe(1)
  })
})

test('the own times of a day count', () => {
  const own = (cohort: number, start: string, end: string) =>
    run('UPDATE cohort_day SET start_time = ?, end_time = ? WHERE id = ?', start, end, dayId(cohort, 1))
  times(2, '15:15', '18:00')
  teach(2)
  expect(() => own(1, '08:00', '16:00')).toThrow(refused)
  expect(own(2, '16:00', '18:00').changes).toBe(1)
  expect(own(1, '08:00', '16:00').changes).toBe(1)
  expect(() => own(1, '09:00', '08:00')).toThrow('CHECK')
  expect(() => run('UPDATE cohort_day SET start_time = NULL WHERE id = ?', dayId(1, 1))).toThrow('CHECK')
})

test.each(['29:99', '24:00', '8:00', '12:60', 'now'])('%s is no time of day', time => {
  for (const sql of [
    'UPDATE cohort SET start_time = ?',
    'UPDATE cohort SET end_time = ?',
    "UPDATE cohort_day SET start_time = '08:00', end_time = ?",
    "INSERT INTO cohort_clock (cohort_id, kind, start_time, minutes_per_hour) VALUES (1, 'friday', ?, 45)",
    `INSERT INTO attendance (enrolment_id, day_id, mark, arrived_at)
     SELECT enrolment.id, cohort_day.id, 'T', ? FROM enrolment JOIN cohort_day USING (cohort_id) WHERE n = 1`,
  ])
    expect(() => run(sql, time)).toThrow(/CHECK|non-deterministic/)
})

test('new hours of a class are not blocked by its held days', () => {
  times(2, '15:15', '18:00')
  teach(2)
  run("UPDATE cohort_day SET closed_at = '2024-12-16T16:00:00', closed_by = 'Rina' WHERE id = ?", dayId(2, 1))
  expect(times(2, '14:00', '18:00').changes).toBe(1)
})

test('a clash is found by index, never by scanning all days', () => {
  const plan = raw
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT 1 FROM double_booking WHERE kind = 'instructor' AND day_id = 1 AND resource_id = 1",
    )
    .all()
  expect(plan.map(step => step.detail).filter(detail => detail.startsWith('SCAN'))).toEqual([])
})

describe('leave', () => {
  const rejectedLeave = 'teaching_on_leave'
  const leave = (from: string, until: string) =>
    run(
      "INSERT INTO instructor_leave (instructor_id, from_date, until_date, reason) VALUES (1, ?, ?, 'Cuti')",
      from,
      until,
    )

  test('does not cover a day that is taught, to the edge', () => {
    expect(() => leave('2024-12-10', '2024-12-16')).toThrow(rejectedLeave)
    expect(leave('2024-12-10', '2024-12-15').changes).toBe(1)
    expect(() => run("UPDATE instructor_leave SET until_date = '2024-12-16'")).toThrow(rejectedLeave)
    expect(() => leave('2024-12-18', '2024-12-17')).toThrow('CHECK')
  })

  test('blocks teaching that is new, handed over, moved or restored', () => {
    leave('2024-12-17', '2024-12-18')
    expect(() => teach(1, 2)).toThrow(rejectedLeave)
    expect(teach(1, 4).changes).toBe(1)
    expect(() => run('UPDATE teaching SET day_id = ? WHERE day_id = ?', dayId(1, 3), dayId(1, 4))).toThrow(
      rejectedLeave,
    )
    run('DELETE FROM cohort_day WHERE cohort_id = 1 AND n = 2')
    expect(() => run("UPDATE cohort_day SET date = '2024-12-17' WHERE id = ?", dayId(1, 4))).toThrow(rejectedLeave)
    run("UPDATE cohort SET cancelled_at = '2024-12-15T08:00:00', cancel_reason = 'peserta kurang' WHERE id = 1")
    leave('2024-12-16', '2024-12-16')
    expect(() => run("UPDATE cohort SET cancelled_at = NULL, cancel_reason = '' WHERE id = 1")).toThrow(rejectedLeave)
  })
})
