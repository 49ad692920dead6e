import { expect, test } from 'vitest'
import { setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { runImport } from '../import-steps.ts'
import { header, row } from '../people-workbook.ts'

test('an import stores what each line did, and its rows survive the deletion of the person', async () => {
  const fixture = openFixture()
  await setUp(fixture)
  expect(await runImport(fixture, [header, row()])).toMatchObject({ counts: { created: 1 } })

  await fixture.backend.close()
  const raw = fixture.rawDatabase()
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
})
