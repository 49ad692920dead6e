import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedPeople } from '../../../build/bench/seed-people.ts'
import { databaseFileName } from '../../../electron/backend/database/identity.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { searchVillages } from '../../../electron/backend/region/villages.ts'

/** MB of the whole process, run from its sources; 227 MB were measured. */
const mostAtRest = 250

test('a backend with 200,000 people runs nothing when idle, and releases memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-rest-'))
  try {
    const raw = openDatabase(join(folder, databaseFileName), { create: true, beforeMigration: () => {} })
    seedPeople(
      raw,
      200_000,
      searchVillages('', 104).map(village => village.code),
    )
    raw.close()
    const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'work-then-rest.ts'), folder], {
      encoding: 'utf8',
      timeout: 120_000,
    })
    if (stdout === '') throw new Error(stderr)
    const seen = JSON.parse(stdout)
    console.log('memory and time of the start', seen)
    expect(seen).toMatchObject({ state: 'setup', total: 200_000, running: [] })
    expect(seen.rest).toBeLessThan(mostAtRest)
    // Work that can wait must not run at the start.
    expect(seen.openedIn).toBeLessThan(1_500)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
