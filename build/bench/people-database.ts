import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'
import { fixedClock } from '../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import { databaseFileName } from '../../electron/backend/database/identity.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import { searchVillages } from '../../electron/backend/region/villages.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { type SeededPerson, seedPeople } from './seed-people.ts'

export type PeopleDatabase = {
  backend: Backend
  people: readonly SeededPerson[]
  villages: readonly string[]
  remove(): Promise<void>
}

/**
 * A database with very many people, inserted as one batch: much faster, and it tests a batch at full size.
 * @param more writes further data for the part, directly into the database
 */
export async function openPeopleDatabase(
  count: number,
  more: (raw: BetterSqlite.Database) => void = () => {},
): Promise<PeopleDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  const dataFolder = join(folder, 'data')
  const raw = openDatabase(join(dataFolder, databaseFileName), { create: true, beforeMigration: () => {} })
  const villages = searchVillages('', 104).map(village => village.code)
  const people = seedPeople(raw, count, villages)
  more(raw)
  raw.close()
  const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock('2025-01-02') })
  return {
    backend,
    people,
    villages,
    async remove() {
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
