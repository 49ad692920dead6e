import type BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSampleCohort, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const code = await createSampleCohort(fixture)
  await fixture.client.replan.apply({
    action: 'add',
    day: { date: '2024-12-30', kind: 'regional_holiday', name: 'Libur', source: '', certain: true },
    cohort: null,
    answers: [],
  })
  expect((await fixture.client.cohort.get({ code })).end).toBe('2025-01-09')
})
afterAll(() => fixture.remove())

test('refuses invalid days off', async () => {
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
