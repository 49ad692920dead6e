import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { fixedClock } from '../../electron/backend/clock.ts'
import { brokenAuditRow } from '../../electron/backend/database/audit.ts'
import { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { Desk } from '../../electron/backend/desk.ts'
import { createRouter } from '../../electron/backend/dispatch/dispatch.ts'
import { Sightings } from '../../electron/backend/dispatch/sightings.ts'
import { DomainError } from '../../electron/backend/domain-error.ts'
import { Pairing } from '../../electron/backend/features/desk/pairing.ts'
import { Presence } from '../../electron/backend/features/desk/presence.ts'
import { SecretHasher } from '../../electron/backend/keys/secret-hasher.ts'
import { LiveNews } from '../../electron/backend/live-news.ts'
import type { CommandScope, QueryScope, TaskScope } from '../../electron/backend/scope.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { command, output, query, task } from '../../shared/operation.ts'
import { addTrainees, samplePerson, setUp } from './cohort-steps.ts'
import { type Fixture, openFixture, quickHash, rejectedAs } from './fixture.ts'

let fixture: Fixture
const log: string[] = []
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  log.length = 0
})
afterEach(() => fixture.remove())

const text = z.strictObject({ text: z.string() })
const small = {
  look: query('everyone', text, output<unknown>()),
  change: command('everyone', 'Mengubah', text, output<unknown>()),
  work: task('everyone', 'Mengerjakan', text, output<unknown>()),
}
type Small = {
  look?: (scope: QueryScope, input: { text: string }) => unknown
  change?: (scope: CommandScope, input: { text: string }) => unknown
  work?: (scope: TaskScope, input: { text: string }) => unknown
}
type Call = (input: { text: string }) => Promise<unknown>

/** The dispatcher of the program with operations of this test, on the open database. */
function dispatching(handlers: Small): Record<keyof Small, Call> {
  const nothing = () => undefined
  const router = createRouter(
    small,
    { look: nothing, change: nothing, work: nothing, ...handlers },
    {
      workspace: fixture.backend.workspace,
      alone: true,
      clock: fixedClock('2024-12-10'),
      releaseKeys: [],
      secrets: new SecretHasher(() => fixture.backend.workspace.keys, quickHash),
      desks: new Set(),
      pairing: new Pairing(() => 0),
      rest: null,
      presence: new Presence(() => 0),
      news: new LiveNews(),
      known: new Map(),
      sightings: new Sightings(
        fixture.backend.workspace,
        () => 0,
        error => log.push(String(error)),
      ),
      ticks: () => 0,
      entropy: bytes => new Uint8Array(bytes),
      settleRestored: () => {},
      fillPractice: async () => {},
      log: (incident, operation, error) => log.push(`${incident} ${operation} ${String(error)}`),
    },
  )
  return createRouterClient(router, {
    context: { desk: new Desk('Loket 1', silentHost, 'Wulan Sari') },
  }) as unknown as Record<keyof Small, Call>
}

async function failureOf(action: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error = await action.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ORPCError)) throw new Error(`ended in ${String(error)}`)
  return error
}

const rooms = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM room')

test.each([
  ['INSERT', "INSERT INTO room (name, capacity, note, active) VALUES ('X', 1, '', 1) RETURNING id"],
  ['UPDATE', 'UPDATE room SET capacity = 99 RETURNING id'],
  ['DELETE', 'DELETE FROM room RETURNING id'],
])('a query cannot %s, by whichever call', async (_, sql) => {
  const before = fixture.backend.workspace.read.value<number>('SELECT total_changes()')
  for (const read of ['get', 'all', 'value'] as const) {
    const failure = await failureOf(dispatching({ look: ({ db }) => db[read](sql) }).look({ text: '' }))
    expect(failure.code).toBe('UNEXPECTED')
  }
  expect(log.every(line => line.includes('a query must not write'))).toBe(true)
  expect(fixture.backend.workspace.read.value<number>('SELECT total_changes()')).toBe(before)
})

const addRoom = ({ db }: CommandScope, { text: name }: { text: string }) =>
  db.run("INSERT INTO room (name, capacity, note, active) VALUES (?, 1, '', 1)", [name])

test('a command that fails in the middle leaves nothing, neither data nor audit', async () => {
  const before = fixture.audit().length
  const { change } = dispatching({
    change: (scope, input) => {
      addRoom(scope, input)
      scope.record('room', 1, null, input)
      throw new Error('cut')
    },
  })
  expect((await failureOf(change({ text: 'R. X' }))).code).toBe('UNEXPECTED')
  expect(rooms()).toBe(3)
  expect(fixture.audit()).toHaveLength(before)
})

test('a domain error crosses as data, and leaves nothing either', async () => {
  const { change } = dispatching({
    change: (scope, input) => {
      addRoom(scope, input)
      throw new DomainError({ code: 'cohort_full', limit: 60 })
    },
  })
  expect(await failureOf(change({ text: 'R. X' }))).toMatchObject({
    code: 'DOMAIN_ERROR',
    status: 409,
    data: { code: 'cohort_full', limit: 60 },
    message: 'cohort_full',
  })
  expect(rooms()).toBe(3)
  expect(log).toEqual([])
})

test('a command that records nothing still leaves a row with its input', async () => {
  await dispatching({ change: addRoom }).change({ text: 'R. X' })
  expect(fixture.audit().at(-1)).toMatchObject({
    at: '2024-12-10T08:00:00',
    operator: 'Wulan Sari',
    operation: 'change',
    entity: null,
    before: null,
    after: '{"text":"R. X"}',
  })
})

test('a command cannot await anything inside its transaction', async () => {
  const { change } = dispatching({
    change: async (scope, input) => {
      addRoom(scope, input)
    },
  })
  expect((await failureOf(change({ text: 'R. X' }))).code).toBe('UNEXPECTED')
  expect(rooms()).toBe(3)
})

test('two commands called in one tick are written one after the other', async () => {
  const { change } = dispatching({ change: addRoom })
  await Promise.all(['satu', 'dua', 'tiga'].map(name => change({ text: name })))
  expect(
    fixture
      .audit()
      .slice(-3)
      .map(row => row.after),
  ).toEqual(['{"text":"satu"}', '{"text":"dua"}', '{"text":"tiga"}'])
})

test('a task reads first and writes later, each part as one transaction', async () => {
  const { work } = dispatching({
    work: async ({ read, write }, input) => {
      const before = read(({ db }) => db.value<number>('SELECT count(*) FROM room'))
      await Promise.resolve()
      return write(scope => {
        addRoom(scope, input)
        return before
      })
    },
  })
  expect(await work({ text: 'R. X' })).toBe(3)
  expect(rooms()).toBe(4)
  expect(fixture.audit().at(-1)?.operation).toBe('work')
})

test('an unexpected error carries an incident number; the log has the stack and nothing of the input', async () => {
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  raw.exec('DROP TABLE trainee_photo')
  raw.close()
  await fixture.reopen()
  const failure = await failureOf(
    fixture.client.trainee.setPhoto({ id: (await addTrainees(fixture, 1))[0] ?? failed(), photo: null }),
  )
  expect(failure).toMatchObject({ code: 'UNEXPECTED', status: 500 })
  const { incident } = failure.data as { incident: string }
  expect(incident).toMatch(/^[0-9A-F]{4}$/)
  expect(failure.message).toContain(incident)
  const written = readFileSync(join(fixture.folder, 'catatan.log'), 'utf8')
  expect(written).toContain(`${incident} trainee.setPhoto`)
  expect(written).toContain('no such table: trainee_photo')
  for (const secret of [samplePerson(0).nik, samplePerson(0).name]) expect(written).not.toContain(secret)
})

function failed(): never {
  throw new Error('nobody was added')
}

test('a full disk has its own error, nothing of the command stays, and work goes on once there is room', async () => {
  const { read } = fixture.backend.workspace
  const limit = (pages: number) => read.value<number>(`PRAGMA max_page_count = ${pages}`)
  const before = fixture.audit().length
  const rows = Array.from({ length: 48 }, (_, index) => samplePerson(index))
  limit(read.value<number>('PRAGMA page_count'))
  await rejectedAs(fixture.client.trainee.importRows({ fileName: 'a.xlsx', rows }), 'disk_full')
  expect(fixture.audit()).toHaveLength(before)
  expect((await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).total).toBe(0)
  limit(1_000_000)
  expect((await fixture.client.trainee.importRows({ fileName: 'a.xlsx', rows })).created).toHaveLength(48)
})

test('the row names the acting person', async () => {
  fixture.actAs('Budi Santoso')
  await fixture.client.calendar.saveYear({ year: 2029, source: 'SKB 2029' })
  fixture.actAs('Wulan Sari')
  await fixture.client.calendar.saveYear({ year: 2030, source: 'SKB 2030' })
  const named = fixture.audit().filter(row => row.operation === 'calendar.saveYear')
  expect(named.map(row => row.operator)).toEqual(['Budi Santoso', 'Wulan Sari'])
})

test('nobody writes before the first start; the first row names its person', async () => {
  const bare = openFixture()
  await rejectedAs(bare.client.trainee.importRows({ fileName: 'x.xlsx', rows: [samplePerson(0)] }), 'not_set_up')
  expect(bare.audit()).toEqual([])
  await setUp(bare)
  expect(bare.audit()[0]).toMatchObject({ operator: 'Wulan Sari', operation: 'centre.setUp' })
  await bare.remove()
})

test('the audit is a hash chain, and a changed row is found', async () => {
  await addTrainees(fixture, 3)
  const { read } = fixture.backend.workspace
  expect(brokenAuditRow(read)).toBeNull()
  const rows = fixture.audit().length
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  const tampered = (sql: string) => {
    raw.exec(`BEGIN; DROP TRIGGER audit_kept; DROP TRIGGER audit_stays; DROP TRIGGER audit_not_replaced; ${sql}`)
    const found = brokenAuditRow(new ReadDatabase(raw))
    raw.exec('ROLLBACK')
    return found
  }
  expect(tampered("UPDATE audit SET operator = 'Orang Lain' WHERE id = 3")).toBe(3)
  expect(tampered("UPDATE audit SET desk = 'Loket 9' WHERE id = 3")).toBe(3)
  expect(tampered("UPDATE audit SET at = '2024-01-01T00:00:00' WHERE id = 1")).toBe(1)
  expect(tampered("UPDATE audit SET after = '{}' WHERE id = 2")).toBe(2)
  expect(tampered('DELETE FROM audit WHERE id = 2')).toBe(3)
  expect(tampered('UPDATE audit SET id = 900 WHERE id = 2')).not.toBeNull()
  expect(
    tampered(
      `INSERT INTO audit SELECT ${rows + 1}, at, operator, desk, operation, area, act, entity, entity_id, before, after, hash, 'made up' FROM audit WHERE id = ${rows}`,
    ),
  ).toBe(rows + 1)
  raw.close()
})

test('every change of one edit is in the audit with before and after', async () => {
  const [id] = await addTrainees(fixture, 1)
  if (id === undefined) throw new Error('nobody was added')
  await fixture.client.trainee.save({ id, trainee: samplePerson(0, { phone: '081211112222' }) })
  const row = fixture.audit().at(-1)
  expect(row).toMatchObject({ operation: 'trainee.save', entity: 'trainee', entity_id: String(id) })
  expect(JSON.parse(row?.before ?? '')).toMatchObject({ phone: samplePerson(0).phone })
  expect(JSON.parse(row?.after ?? '')).toMatchObject({ phone: '6281211112222' })
  const [newest] = await fixture.client.history.acts({ limit: 1 })
  expect(newest).toMatchObject({
    operator: 'Wulan Sari',
    desk: 'Baris perintah',
    operation: 'trainee.save',
    path: `/peserta/${id}`,
    fields: 1,
  })
})
