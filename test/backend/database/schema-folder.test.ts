import { expect, test } from 'vitest'
import { createSampleCohort, setUp } from '../cohort-steps.ts'
import { openFixture } from '../fixture.ts'

test('the database keeps prints and verdicts', async () => {
  const fixture = openFixture()
  await setUp(fixture)
  const code = await createSampleCohort(fixture)
  const { drawnFrom } = await fixture.client.paper.make({ code, key: 'schedule', size: null, day: null })
  const print = { code, key: 'schedule' as const, size: 'A4' as const, copies: 1, pageRange: '', drawnFrom, pages: 1 }
  await fixture.client.print.record({ ...print, way: 'PRINT' })
  const file = new File(['%PDF-1.7'], 'a.pdf')
  await fixture.client.folder.attachScan({ code, key: 'schedule', file })
  await fixture.client.folder.setVerdict({ code, key: 'schedule', verdict: 'CHECKED' })

  await fixture.backend.close()
  const raw = fixture.rawDatabase()
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
  await fixture.remove()
})
