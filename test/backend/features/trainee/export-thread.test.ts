import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import readXlsx from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededDraw } from '../../../../build/bench/measure.ts'
import { insertPeople } from '../../../../build/bench/seed-people.ts'
import { databaseFileName } from '../../../../electron/backend/database/identity.ts'
import { setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../../fixture.ts'

const people = 3000
const columns = ['name', 'nik'] as const

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  await fixture.backend.close()
  const raw = new BetterSqlite(join(fixture.folder, databaseFileName))
  raw.transaction(() => insertPeople(raw, { count: people, villages: ['3671011001'], draw: seededDraw(people) }))()
  raw.close()
  await fixture.reopen()
})
afterEach(() => fixture.remove())

const list = (ticket: string | null = null) =>
  fixture.client.trainee.exportList({ search: '', columns: [...columns], fullNik: true, ticket })

test('a long list is written on a thread, complete and in order, while other calls are answered', async () => {
  const ticket = 'aaaa-0001'
  const seen: number[] = []
  let done = false
  const writing = list(ticket).finally(() => {
    done = true
  })
  while (!done) {
    const progress = await fixture.client.trainee.exportProgress({ ticket })
    if (progress) seen.push(progress.done)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  const file = await writing
  const [sheet] = await readXlsx(Buffer.from(await file.arrayBuffer()))
  const rows = sheet?.data ?? []
  expect(rows).toHaveLength(people + 1)
  expect(new Set(rows.slice(1).map(row => row[1])).size).toBe(people)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(await fixture.client.trainee.exportProgress({ ticket })).toBeNull()
  expect(fixture.audit().at(-1)).toMatchObject({ operation: 'trainee.exportList' })
  expect(JSON.parse(fixture.audit().at(-1)?.after ?? '{}')).toMatchObject({ count: people })
})

test('a cancelled list is not recorded', async () => {
  const before = fixture.audit().length
  const stopped = domainErrorOf(list('aaaa-0002'))
  await fixture.client.trainee.cancelExport({ ticket: 'aaaa-0002' })
  expect(await stopped).toEqual({ code: 'reading_stopped' })
  expect(fixture.audit()).toHaveLength(before)
  expect(fixture.backend.workspace.threads.count).toBe(0)
})
