import { existsSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFileName } from '../../../electron/backend/database/identity.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'
import { setUp } from '../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../fixture.ts'

const slow = new URL('../programs/count-slowly.ts', import.meta.url)

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const rooms = (question: { steps: number; write?: boolean }, options = {}) =>
  fixture.backend.workspace.threads.ask<typeof question, { rooms: number }>(slow, question, options)

const addRoom = (name: string) =>
  fixture.client.program.saveRoom({ id: null, room: { name, capacity: 5, note: '', trades: [], active: true } })

test('a thread reads what is committed, while commands go on', async () => {
  const progress: number[] = []
  const counting = rooms({ steps: 5 }, { onProgress: (done: number) => progress.push(done) })
  for (let n = 1; n <= 10; n += 1) await addRoom(`R. ${n}`)
  const { rooms: counted } = await counting
  expect(counted).toBeGreaterThanOrEqual(3)
  expect(progress).toEqual([1, 2, 3, 4, 5])
  expect(await rooms({ steps: 0 })).toEqual({ rooms: 13 })
  expect(fixture.backend.workspace.threads.count).toBe(0)
})

test('a thread cannot write', async () => {
  await expect(rooms({ steps: 0, write: true })).rejects.toThrow('a query must not write')
})

test('a thread is stopped by a signal and by closing, restoring and practice, and releases the file', async () => {
  const stop = new AbortController()
  const stopped = domainErrorOf(asDomain(rooms({ steps: 1000 }, { signal: stop.signal })))
  stop.abort()
  expect(await stopped).toEqual({ code: 'reading_stopped' })

  const { name } = await fixture.client.session.takeSnapshot({})
  await addRoom('R. 9')
  const { threads } = fixture.backend.workspace
  const restored = domainErrorOf(asDomain(rooms({ steps: 1000 })))
  await fixture.client.session.restore({ snapshot: name })
  expect(await restored).toEqual({ code: 'reading_stopped' })
  expect(threads.count).toBe(0)
  expect(await rooms({ steps: 0 })).toEqual({ rooms: 3 })

  const practised = domainErrorOf(asDomain(rooms({ steps: 1000 })))
  await fixture.client.session.openPractice({})
  expect(await practised).toEqual({ code: 'reading_stopped' })
  await fixture.client.session.leavePractice({})

  const closed = domainErrorOf(asDomain(rooms({ steps: 1000 })))
  await fixture.reopen()
  expect(await closed).toEqual({ code: 'reading_stopped' })
})

test('the lock file refuses a second program, is free after closing, and is removed with it', async () => {
  const file = join(fixture.folder, databaseFileName)
  const open = () => openDatabase(file, { create: false, beforeMigration: () => {} })
  expect(fixture.backend.workspace.openingError).toBeUndefined()
  expect(open).toThrow('database_locked')
  expect(existsSync(`${file}-kunci`)).toBe(true)
  await fixture.backend.close()
  open().close()
  expect(existsSync(`${file}-kunci`)).toBe(false)
  const held = new BetterSqlite(`${file}-kunci`)
  held.exec('BEGIN EXCLUSIVE')
  expect(open).toThrow('database_locked')
  held.close()
  await fixture.reopen()
})

test('an older program without the lock file is refused as well', async () => {
  const file = join(fixture.folder, databaseFileName)
  await fixture.backend.close()
  const old = new BetterSqlite(file)
  old.pragma('locking_mode = exclusive')
  old.exec('BEGIN IMMEDIATE; COMMIT')
  expect(() => openDatabase(file, { create: false, beforeMigration: () => {} })).toThrow('database_locked')
  old.close()
  await fixture.reopen()
})

/** The domain error of work that did not go through the router. */
async function asDomain(work: Promise<unknown>): Promise<unknown> {
  const { ORPCError } = await import('@orpc/client')
  return work.catch((error: { data: object }) => {
    throw new ORPCError('DOMAIN_ERROR', { data: error.data })
  })
}
