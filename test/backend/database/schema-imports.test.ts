import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/backend/database/migrations/migrations.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { addTrainees, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { runImport } from '../import-steps.ts'
import { header, row } from '../people-workbook.ts'
import { copyAsVersionOne, rowsOf } from './version-one.ts'

test('people of the first release stay as they are, and imports are kept from then on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  await addTrainees(fixture, 3)
  const old = join(folder, 'data', 'balai.db')
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), old)
  const before = rowsOf(old, 'trainee')
  openDatabase(old, { create: false, beforeMigration: () => {} }).close()
  expect(rowsOf(old, 'trainee')).toMatchObject(before)

  const moved = openFixture({ folder, today: '2025-01-10' })
  expect(moved.backend.workspace.read.value('PRAGMA user_version')).toBe(schemaVersion)
  expect(await moved.client.import.list({ limit: 10 })).toEqual([])
  expect(await runImport(moved, [header, row()])).toMatchObject({ counts: { created: 1 } })

  await moved.backend.close()
  const raw = moved.rawDatabase()
  const refuses = (sql: string, ...values: unknown[]) => expect(() => raw.prepare(sql).run(...values), sql).toThrow()
  const addRow = `INSERT INTO import_row (import_id, row, outcome, name, reason, trainee_id, before, after, ties)
    VALUES (1, ?, ?, 'A', '', NULL, ?, ?, ?)`
  refuses(addRow, 2, 'skipped', null, null, 0)
  refuses(addRow, 0, 'skipped', null, null, 0)
  refuses(addRow, 9, 'unknown', null, null, 0)
  refuses(addRow, 9, 'created', null, null, 0)
  refuses(addRow, 9, 'created', '{}', '{}', 0)
  refuses(addRow, 9, 'changed', null, '{}', 0)
  refuses(addRow, 9, 'changed', '{', '{}', 0)
  refuses(addRow, 9, 'skipped', null, null, -1)
  refuses(addRow.replace('(1,', '(99,'), 9, 'skipped', null, null, 0)
  refuses("UPDATE import SET taken_back_at = '2025-01-10T08:00:00'")
  refuses("UPDATE import SET file_hash = 'short'")
  refuses("INSERT INTO import_column VALUES ('', 'nik', 'nik')")
  refuses("INSERT INTO import_column VALUES ('a', '', 'nik')")
  raw.exec("INSERT INTO import_column VALUES ('a', 'nik', NULL)")
  refuses("INSERT INTO import_column VALUES ('a', 'nik', 'nik')")
  raw.exec('DELETE FROM trainee WHERE id = (SELECT trainee_id FROM import_row WHERE row = 2)')
  expect(raw.prepare('SELECT trainee_id FROM import_row WHERE row = 2').pluck().get()).toBeNull()
  raw.close()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})
