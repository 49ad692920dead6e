import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { proveDatabase } from '../../../electron/backend/database/prove-database.ts'
import { PaperStore } from '../../../electron/backend/files/paper-store.ts'
import { setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture()
})
afterEach(() => fixture.remove())

test('a copy is checked by its rows, its history, its centre and its counts', async () => {
  await setUp(fixture)
  const { name } = await fixture.client.session.takeSnapshot({})
  const file = join(fixture.folder, 'cadangan', name)
  const whole = await proveDatabase(file, { papers: new PaperStore(fixture.folder) })
  expect(whole.checks.filter(check => !check.ok)).toEqual([])
  expect(whole.counts).toMatchObject({ centre: 1 })
  const expected = { centreId: whole.centreId ?? '', counts: whole.counts ?? {} }
  expect((await proveDatabase(file, { expected })).ok).toBe(true)

  const broken = async (change: (copy: string) => void) => {
    const copy = join(fixture.folder, 'salinan.db')
    copyFileSync(file, copy)
    change(copy)
    const { checks } = await proveDatabase(copy, { expected })
    return checks.filter(check => !check.ok).map(check => check.key)
  }
  const sql = (statement: string) => (copy: string) => void new BetterSqlite(copy).exec(statement).close()
  expect(await broken(sql('DROP TRIGGER audit_kept; UPDATE audit SET operator = upper(operator)'))).toContain('audit')
  expect(await broken(sql("UPDATE schema_origin SET centre_id = printf('%032d', 7)"))).toEqual(['centre'])
  expect(await broken(sql('DELETE FROM room'))).toContain('counts')
  expect(await broken(copy => writeFileSync(copy, 'bukan basis data'))).toEqual(['opens'])
  expect(await broken(copy => writeFileSync(copy, readFileSync(copy).subarray(0, 40_000)))).not.toEqual([])
  expect(await broken(copy => appendFileSync(copy, ''))).toEqual([])
})
