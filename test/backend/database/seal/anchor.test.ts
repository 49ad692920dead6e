import { copyFileSync, existsSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
let database: string
let older: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  database = join(fixture.folder, 'balai.db')
  older = `${fixture.folder}-lama.db`
  await fixture.backend.close()
  copyFileSync(database, older)
  await fixture.reopen()
  fixture.setToday('2024-12-11')
  for (const name of ['R. Satu', 'R. Dua'])
    await fixture.client.program.saveRoom({ id: null, room: { name, capacity: 9, note: '', active: true } })
})
afterEach(async () => {
  rmSync(older, { force: true })
  await fixture.remove()
})

const status = () => fixture.client.session.status({})

test('a journal lost after a crash is reported with its extent and time; going on is in the history', async () => {
  await fixture.backend.close()
  copyFileSync(older, database)
  await fixture.reopen()
  expect(await status()).toMatchObject({
    state: 'behind',
    trouble: {
      code: 'data_behind',
      lost: 2,
      last: expect.stringMatching(/^2024-12-10/),
      written: expect.stringMatching(/^2024-12-11/),
    },
  })
  await fixture.client.session.goOn({})
  expect(await status()).toMatchObject({ state: 'ready', trouble: null })
  expect(fixture.audit().at(-1)).toMatchObject({
    operation: 'session.goOn',
    after: expect.stringContaining('"lost":2'),
  })
  await fixture.reopen()
  expect((await status()).state).toBe('ready')
})

test.each([
  ['missing', (anchor: string) => rmSync(anchor)],
  ['changed', (anchor: string) => writeFileSync(anchor, 'bukan jangkar')],
  ['changed', (anchor: string) => truncateSync(anchor, 0)],
])('an anchor that is %s is reported, and a snapshot may be restored instead', async (kind, harm) => {
  const { name } = await fixture.client.session.takeSnapshot({})
  await fixture.backend.close()
  harm(join(fixture.folder, 'jangkar.txt'))
  await fixture.reopen()
  expect(await status()).toMatchObject({ state: 'behind', trouble: { code: 'data_unanchored', kind } })
  await fixture.client.session.restore({ snapshot: name })
  expect((await status()).state).toBe('ready')
  expect(existsSync(join(fixture.folder, 'jangkar.txt'))).toBe(true)
})

test('rows changed while the program was closed are found in the background, and writing near them does not hide them', async () => {
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  raw.exec("UPDATE room SET capacity = capacity + 1 WHERE name = 'R. Satu'")
  raw.close()
  await fixture.reopen()
  await fixture.client.program.saveRoom({ id: null, room: { name: 'R. Tiga', capacity: 9, note: '', active: true } })
  await fixture.backend.workspace.checkOnThread()
  expect((await status()).changedOutside).toEqual([expect.stringContaining('room')])
})
