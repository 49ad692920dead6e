import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaVersion } from '../../../electron/backend/database/migrations/migrations.ts'
import { createSampleCohort, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'
import { copyAsVersionOne } from './version-one.ts'

test('a class of the first release has a folder, and the database keeps what was printed and said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-version-one-'))
  const fixture = openFixture()
  await setUp(fixture)
  const code = await createSampleCohort(fixture)
  await fixture.backend.close()
  copyAsVersionOne(join(fixture.folder, 'balai.db'), join(folder, 'data', 'balai.db'))
  const moved = openFixture({ folder, today: '2025-01-10' })
  expect(moved.backend.workspace.read.value('PRAGMA user_version')).toBe(schemaVersion)
  const { rows, scanPlace } = await moved.client.folder.get({ code })
  expect(scanPlace).toBe('INSTEAD')
  expect(rows.every(row => row.state === 'OPEN' && row.printed === null && row.scans.length === 0)).toBe(true)
  const { drawnFrom } = await moved.client.paper.make({ code, key: 'schedule', size: null, day: null })
  const print = { code, key: 'schedule' as const, size: 'A4' as const, copies: 1, pageRange: '', drawnFrom, pages: 1 }
  await moved.client.print.record({ ...print, way: 'PRINT' })
  const file = new File(['%PDF-1.7'], 'a.pdf')
  await moved.client.folder.attachScan({ code, key: 'schedule', file })
  await moved.client.folder.judge({ code, key: 'schedule', verdict: 'CHECKED' })

  await moved.backend.close()
  const raw = moved.rawDatabase()
  const refuses = (sql: string) => expect(() => raw.prepare(sql).run(), sql).toThrow()
  refuses('UPDATE print_log SET copies = 2')
  refuses('DELETE FROM print_log')
  refuses('DELETE FROM stored_file')
  refuses("UPDATE paper_verdict SET verdict = 'RETURNED'")
  refuses("UPDATE paper_verdict SET verdict = 'LOST'")
  refuses('INSERT INTO paper_verdict SELECT * FROM paper_verdict')
  refuses('UPDATE paper_scan SET cohort_id = 99')
  refuses("UPDATE paper_scan SET paper_key = ''")
  refuses("UPDATE centre SET scan_place = 'BEFORE'")
  refuses('UPDATE print_setting SET copies = 0')
  const columns = `cohort_id, paper_key, way, plan_version, digests, size, printer, copies, page_range, pages, printed_at, printed_by`
  const insert = (values: string) => `INSERT INTO print_log (${columns}) VALUES (1, 'schedule', ${values}, 'x', 'y')`
  refuses(insert("'FAX', 1, '{}', 'A4', '', 1, '', 1"))
  refuses(insert("'PRINT', 1, '{', 'A4', '', 1, '', 1"))
  refuses(insert("'PRINT', 1, '{}', 'A5', '', 1, '', 1"))
  refuses(insert("'PRINT', 1, '{}', 'A4', '', 1, '', 0"))
  raw.exec(insert("'PRINT', 1, '{}', 'A4', '', 1, '', 1"))
  raw.close()
  await moved.remove()
  await fixture.remove()
  rmSync(folder, { recursive: true, force: true })
})
