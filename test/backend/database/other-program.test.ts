import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUp } from '../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../fixture.ts'
import { startProgram } from '../programs/program.ts'

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture()
})
afterEach(() => fixture.remove())

test('a second program on the same data gets an error at once, and the first one goes on working', async () => {
  await setUp(fixture)
  const second = startProgram('hold-database.ts', fixture.folder)
  expect(await second.line()).toBe('database_locked')
  await fixture.client.program.saveRoom({ id: null, room: { name: 'R. 9', capacity: 5, note: '', active: true } })
  await second.end()
})

test('while another program has the data there is a state with a message, and restoring is refused', async () => {
  await fixture.remove()
  const folder = join(fixture.folder, '..')
  const other = startProgram('hold-database.ts', fixture.folder)
  expect(await other.line()).toBe('open')
  fixture = openFixture({ folder })
  expect(await fixture.client.session.status({})).toMatchObject({ state: 'locked', centre: null })
  expect(await domainErrorOf(fixture.client.program.list({}))).toEqual({ code: 'database_locked' })
  expect(await domainErrorOf(fixture.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' }))).toEqual({
    code: 'database_locked',
  })
  // Once the other program is closed, the next call succeeds.
  await other.end()
  expect((await fixture.client.session.status({})).state).toBe('setup')
  expect(await fixture.client.program.list({})).toEqual([])
})

test('a program killed while writing leaves everything it had acknowledged', async () => {
  const writer = startProgram('write-until-killed.ts', `${fixture.folder}-2`)
  const acknowledged: string[] = []
  while (acknowledged.length < 25) acknowledged.push(await writer.line())
  acknowledged.push(...(await writer.kill()))

  const raw = new BetterSqlite(join(`${fixture.folder}-2`, 'balai.db'))
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(raw.pragma('foreign_key_check')).toEqual([])
  const kept = new Set(raw.prepare('SELECT name FROM room').pluck().all())
  expect(acknowledged.filter(name => !kept.has(name))).toEqual([])
  // At most the one command that was running, and that one complete.
  const numbered = [...kept].filter(name => String(name).startsWith('Ruang '))
  expect(numbered.length - acknowledged.length).toBeLessThanOrEqual(1)
  const audited = raw.prepare("SELECT count(*) FROM audit WHERE operation = 'program.saveRoom'").pluck().get()
  expect(audited).toBe(kept.size)
  raw.close()
})
