import type BetterSqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

/**
 * The database of a centre to which `make` adds what the tests need, for statements that no handler makes. After each test its changes are
 * rolled back.
 */
export function rawCentre(
  make: (fixture: Fixture) => Promise<unknown>,
): Pick<BetterSqlite.Database, 'exec' | 'prepare'> {
  let fixture: Fixture
  let raw: BetterSqlite.Database
  beforeAll(async () => {
    fixture = openFixture()
    await setUp(fixture)
    await make(fixture)
    await fixture.backend.close()
    raw = fixture.rawDatabase()
  })
  afterAll(async () => {
    raw.close()
    await fixture.remove()
  })
  beforeEach(() => void raw.exec('BEGIN'))
  afterEach(() => void raw.exec('ROLLBACK'))
  return { exec: (sql: string) => raw.exec(sql), prepare: (sql: string) => raw.prepare(sql) }
}
