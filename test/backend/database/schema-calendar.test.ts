import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstructor, addTrainees, createSampleCohort, holdDays, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'
import { copyAsVersionOne, rowsOf } from './version-one.ts'

// A database of the first release with a running class in it takes the schema of the calendar.

let fixture: Fixture
let code: string
let before: Record<string, unknown[]>
const kept = ['day_off', 'cohort', 'cohort_day', 'cohort_skip', 'attendance', 'holiday_year']

beforeAll(async () => {
  const newer = openFixture()
  await setUp(newer)
  const instructorId = await addInstructor(newer, 'Rina', {})
  code = await createSampleCohort(newer, { instructorId, traineeIds: await addTrainees(newer, 2) })
  await holdDays(newer, code, { until: 3 })
  await newer.backend.close()
  const root = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  mkdirSync(join(root, 'data'), { recursive: true })
  const file = join(root, 'data', 'balai.db')
  copyAsVersionOne(join(newer.folder, 'balai.db'), file)
  before = Object.fromEntries(kept.map(table => [table, rowsOf(file, table)]))
  await newer.remove()
  fixture = openFixture({ folder: root, today: '2024-12-19' })
})
afterAll(() => fixture.remove())

test('keeps every row, knows which feasts follow the moon, and moves the class by a late holiday', async () => {
  expect(fixture.backend.workspace.openingError).toBeUndefined()
  const { days } = await fixture.client.calendar.year({ year: 2025 })
  expect(days.filter(day => !day.certain).map(day => day.name)).toEqual([
    'Isra Mikraj Nabi Muhammad SAW',
    'Idul Fitri 1446 H (1)',
    'Idul Fitri 1446 H (2)',
    'Idul Adha 1446 H',
    '1 Muharam Tahun Baru Islam 1447 H',
    'Maulid Nabi Muhammad SAW',
  ])
  await fixture.backend.close()
  const file = join(fixture.folder, 'balai.db')
  for (const table of kept) expect(rowsOf(file, table), table).toEqual(before[table])
  await fixture.reopen()
  const change = {
    action: 'add' as const,
    day: { date: '2024-12-30' as const, kind: 'regional_holiday' as const, name: 'Libur', source: '', certain: true },
    cohort: null,
    answers: [],
  }
  expect(await fixture.client.calendar.applyDayOff(change)).toEqual({ cohorts: [code] })
  expect((await fixture.client.cohort.get({ code })).end).toBe('2025-01-09')
})

test('refuses what must never be', async () => {
  await fixture.backend.close()
  const raw: BetterSqlite.Database = fixture.rawDatabase()
  const refuses = (sql: string) => expect(() => raw.exec(sql), sql)
  refuses('UPDATE day_off SET certain = 2').toThrow('CHECK')
  refuses("UPDATE cohort SET wanted_start = '2024-13-01'").toThrow('CHECK')
  refuses("INSERT INTO cohort_closure VALUES (1, '2024-02-30', 'centre_closure', 'X', '')").toThrow('CHECK')
  refuses("INSERT INTO cohort_closure VALUES (1, '2024-12-31', 'weekend', 'X', '')").toThrow('CHECK')
  refuses("INSERT INTO cohort_closure VALUES (99, '2024-12-31', 'centre_closure', 'X', '')").toThrow('FOREIGN KEY')
  refuses("INSERT INTO schedule_change VALUES (1, 1, 'add', '2024-12-31', 'X', '', '2024-12-19')").toThrow('CHECK')
  refuses("INSERT INTO schedule_change_day VALUES (1, 2, 4, '2024-12-31', '2024-12-31')").toThrow('CHECK')
  refuses("INSERT INTO schedule_change_day VALUES (1, 9, 4, '2024-12-31', '2025-01-02')").toThrow('FOREIGN KEY')
  refuses('DELETE FROM schedule_change').toThrow('append_only')
  raw.close()
})
