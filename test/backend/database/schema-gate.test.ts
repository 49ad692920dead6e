import { beforeAll, expect, test } from 'vitest'
import { createSampleCohort, programOf } from '../cohort-steps.ts'
import { rawCentre } from './raw-centre.ts'

// Nobody teaches without a credential, even when another program writes to the database.

const raw = rawCentre(async fixture => {
  // Days from 16 December 2024 to 8 January 2025, without an instructor.
  await createSampleCohort(fixture)
  await createSampleCohort(fixture, {
    programId: await programOf(fixture, 'TB'),
    number: 1,
    startTime: '16:00',
    endTime: '20:00',
  })
})
beforeAll(() => {
  raw.exec("INSERT INTO instructor (id, name, nip, institution, phone, active) VALUES (1, 'Rina', '', '', '', 1)")
})

const refused = 'teaching_without_credential'

function credential(values: Partial<{ kind: string; issued: string; until: string; trades: string[] }> = {}): number {
  const { kind = 'TEKNIS', issued = '2022-01-10', until = '2025-01-10', trades = ['TR'] } = values
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO credential (instructor_id, kind, number, registration, lsp, licence, scheme, issued, valid_until)
       VALUES (1, ?, ?, '', '', '', 'Skema', ?, ?)`,
    )
    .run(kind, `${kind} ${issued}`, issued, until)
  for (const trade of trades) raw.prepare('INSERT INTO credential_trade VALUES (?, ?)').run(lastInsertRowid, trade)
  return Number(lastInsertRowid)
}

function dayId(n: number, trade = 'TR'): number {
  const sql = 'SELECT cohort_day.id FROM cohort_day JOIN cohort ON cohort.id = cohort_id WHERE n = ? AND trade = ?'
  return Number(raw.prepare(sql).pluck().get(n, trade))
}

const teach = (n: number, trade?: string) =>
  raw.prepare('INSERT INTO teaching (day_id, instructor_id, position) VALUES (?, 1, 1)').run(dayId(n, trade))

function allow(n: number, date = raw.prepare('SELECT date FROM cohort_day WHERE id = ?').pluck().get(dayId(n))): void {
  raw
    .prepare(
      `INSERT INTO credential_override (day_id, instructor_id, date, official, reason, recorded_at)
       VALUES (?, 1, ?, 'Kepala UPT', 'Instruktur pengganti sakit', '2024-12-15T08:00:00')`,
    )
    .run(dayId(n), date)
}

test('nobody teaches without any credential', () => {
  expect(() => teach(1)).toThrow(refused)
})

test('a credential of the trade opens its days', () => {
  credential()
  expect(teach(1).changes).toBe(1)
  expect(teach(15).changes).toBe(1)
})

test.each([
  ['the day of its issue', { issued: '2024-12-16', until: '2024-12-31' }, [1, 10], [11]],
  ['the day before and after', { issued: '2024-12-17', until: '2024-12-30' }, [2, 9], [1, 10]],
])('a credential counts on %s', (_, dates, open, shut) => {
  credential(dates)
  for (const n of open) expect(teach(n).changes).toBe(1)
  for (const n of shut) expect(() => teach(n)).toThrow(refused)
})

test.each([
  ['another trade', { trades: ['TB'] }],
  ['no trade at all', { trades: [] }],
  ['another kind', { kind: 'METODOLOGI' }],
  ['the right to assess', { kind: 'ASESOR', trades: ['TR'] }],
])('a credential for %s opens nothing', (_, values) => {
  credential(values)
  expect(() => teach(1)).toThrow(refused)
})

test('where the setting requires two kinds, both are needed on that day', () => {
  raw.exec("INSERT INTO required_credential_kind VALUES ('METODOLOGI')")
  credential()
  expect(() => teach(1)).toThrow(refused)
  credential({ kind: 'METODOLOGI', issued: '2024-12-17', trades: [] })
  expect(() => teach(1)).toThrow(refused)
  expect(teach(2).changes).toBe(1)
})

test('a taught day cannot move out of the credential', () => {
  credential()
  teach(15)
  const move = raw.prepare('UPDATE cohort_day SET date = ? WHERE id = ?')
  expect(move.run('2025-01-10', dayId(15)).changes).toBe(1)
  expect(() => move.run('2025-01-13', dayId(15))).toThrow(refused)
})

test('teaching cannot be handed to somebody without a credential', () => {
  credential()
  teach(1)
  raw.exec("INSERT INTO instructor (id, name, nip, institution, phone, active) VALUES (2, 'Sari', '', '', '', 1)")
  expect(() => raw.exec('UPDATE teaching SET instructor_id = 2')).toThrow(refused)
})

test('a credential in use is not shortened, removed or stripped of its trade', () => {
  const id = credential()
  teach(15)
  expect(() => raw.prepare("UPDATE credential SET valid_until = '2025-01-07' WHERE id = ?").run(id)).toThrow(refused)
  expect(() => raw.prepare("UPDATE credential SET issued = '2025-01-09' WHERE id = ?").run(id)).toThrow(refused)
  expect(() => raw.prepare("UPDATE credential SET kind = 'ASESOR' WHERE id = ?").run(id)).toThrow(refused)
  expect(() => raw.prepare('DELETE FROM credential WHERE id = ?').run(id)).toThrow(refused)
  expect(() => raw.prepare('DELETE FROM credential_trade WHERE credential_id = ?').run(id)).toThrow(refused)
  expect(() => raw.prepare("UPDATE credential_trade SET trade = 'TB' WHERE credential_id = ?").run(id)).toThrow(refused)
  expect(raw.prepare("UPDATE credential SET valid_until = '2025-01-08' WHERE id = ?").run(id).changes).toBe(1)
})

test('a credential may be deleted where another one covers the days', () => {
  const id = credential()
  credential({ issued: '2024-01-01', until: '2027-01-01' })
  teach(15)
  expect(raw.prepare('DELETE FROM credential WHERE id = ?').run(id).changes).toBe(1)
})

test('a gap left by a stricter setting does not block a renewal', () => {
  const id = credential()
  teach(1)
  raw.exec("INSERT INTO required_credential_kind VALUES ('METODOLOGI')")
  expect(raw.prepare("UPDATE credential SET valid_until = '2027-01-10' WHERE id = ?").run(id).changes).toBe(1)
  expect(credential({ kind: 'METODOLOGI', trades: [] })).toBeGreaterThan(0)
  expect(credential({ kind: 'TEKNIS', issued: '2025-01-10', until: '2028-01-10' })).toBeGreaterThan(0)
})

test('an official may permit a day, by name and with a reason', () => {
  allow(3)
  expect(teach(3).changes).toBe(1)
  expect(() => teach(4)).toThrow(refused)
  const without = (official: string, reason: string) => () =>
    raw
      .prepare("INSERT INTO credential_override VALUES (?, 1, '2024-12-19', ?, ?, '2024-12-15T08:00:00')")
      .run(dayId(4), official, reason)
  expect(without('  ', 'Instruktur pengganti sakit')).toThrow('CHECK')
  expect(without('Kepala UPT', 'sakit')).toThrow('CHECK')
})

test('the permission moves along with the day of the class', () => {
  allow(15)
  teach(15)
  expect(raw.prepare("UPDATE cohort_day SET date = '2025-01-09' WHERE id = ?").run(dayId(15)).changes).toBe(1)
  expect(() => raw.exec('DELETE FROM credential_override')).toThrow(refused)
  expect(() => raw.exec("UPDATE credential_override SET official = 'Orang Lain'")).toThrow('append_only')
  // One permission per day number, wherever the day moves; the day that takes its date has none.
  expect(() => allow(15, '2025-01-09')).toThrow('UNIQUE')
  expect(() => teach(14)).toThrow(refused)
})

test('a permission for a held day can never be withdrawn', () => {
  const id = credential()
  allow(3)
  teach(3)
  raw.prepare("UPDATE cohort_day SET closed_at = '2024-12-18T16:00:00', closed_by = 'Rina' WHERE id = ?").run(dayId(3))
  expect(() => raw.exec('DELETE FROM credential_override')).toThrow('held_day')
  raw.exec('UPDATE cohort_day SET closed_at = NULL, closed_by = NULL')
  expect(raw.prepare('DELETE FROM credential_override').run().changes).toBe(1)
  expect(() => raw.prepare('DELETE FROM credential WHERE id = ?').run(id)).toThrow(refused)
})

test('a cancelled class needs no credential', () => {
  const id = credential()
  teach(1)
  raw.exec(
    "UPDATE cohort SET cancelled_at = '2024-12-15T08:00:00', cancel_reason = 'peserta kurang' WHERE trade = 'TR'",
  )
  expect(raw.prepare('DELETE FROM credential WHERE id = ?').run(id).changes).toBe(1)
})

test('classes of other trades need their own credential', () => {
  credential({ trades: ['TR', 'TB'] })
  teach(1)
  expect(teach(1, 'TB').changes).toBe(1)
  expect(() => raw.exec("DELETE FROM credential_trade WHERE trade = 'TB'")).toThrow(refused)
})
