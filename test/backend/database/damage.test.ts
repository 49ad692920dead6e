import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUp } from '../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../fixture.ts'

let fixture: Fixture
let database: string
beforeEach(async () => {
  fixture = openFixture()
  database = join(fixture.folder, 'balai.db')
  await setUp(fixture)
})
afterEach(() => fixture.remove())

/** Takes two good snapshots, then cuts off the end of the database file while the program is closed. */
async function damage(): Promise<Buffer> {
  await fixture.client.session.takeSnapshot({})
  fixture.setToday('2024-12-11')
  await fixture.client.program.saveRoom({ id: null, room: { name: 'R. Baru', capacity: 9, note: '', active: true } })
  await fixture.backend.close()
  truncateSync(database, Math.floor(statSync(database).size / 2))
  const bytes = readFileSync(database)
  await fixture.reopen()
  return bytes
}

test('a damaged database is a state that names the newest good snapshot; all other operations are refused', async () => {
  await damage()
  const status = await fixture.client.session.status({})
  expect(status).toMatchObject({
    state: 'damaged',
    provenSnapshot: '2024-12-11T08:00:00',
    centre: null,
    operator: null,
  })
  expect(status.snapshots.map(row => row.name)).toEqual([
    'balai-2024-12-11T08-00-00.db',
    'balai-2024-12-10T08-00-00.db',
  ])
  expect(await domainErrorOf(fixture.client.home.overview({}))).toEqual({
    code: 'database_damaged',
    snapshot: '2024-12-11T08:00:00',
  })
  await rejectedAs(fixture.client.calendar.saveYear({ year: 2030, source: 'SKB' }), 'database_damaged')
})

test('a damaged snapshot is skipped', async () => {
  await damage()
  writeFileSync(join(fixture.folder, 'cadangan', 'balai-2024-12-11T08-00-00.db'), 'gone')
  await fixture.reopen()
  expect((await fixture.client.session.status({})).provenSnapshot).toBe('2024-12-10T08:00:00')
  expect(await domainErrorOf(fixture.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' }))).toEqual({
    code: 'snapshot_damaged',
    name: 'balai-2024-12-11T08-00-00.db',
  })
})

test('restoring puts the snapshot in place, keeps the damaged file byte for byte, and is in the history', async () => {
  const damaged = await damage()
  fixture.setToday('2024-12-12')
  const { keptAs } = await fixture.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' })
  expect(keptAs).toBe('balai-disisihkan-2024-12-12T08-00-00.db')
  expect(readFileSync(join(fixture.folder, keptAs ?? '')).equals(damaged)).toBe(true)
  expect((await fixture.client.session.status({})).state).toBe('ready')
  expect((await fixture.client.program.rooms({})).map(room => room.name)).toContain('R. Baru')
  expect(fixture.audit().at(-1)).toMatchObject({
    at: '2024-12-12T08:00:00',
    operator: 'Wulan Sari',
    operation: 'session.restore',
    entity_id: 'balai-2024-12-11T08-00-00.db',
  })
  await fixture.reopen()
  expect((await fixture.client.session.status({})).state).toBe('ready')
})

test('a second restore in the same second keeps its file under another name', async () => {
  await damage()
  await fixture.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  const { keptAs } = await fixture.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' })
  expect(keptAs).toBe('balai-disisihkan-2024-12-11T08-00-00-2.db')
})

test('restoring a healthy database first keeps its present state as a snapshot', async () => {
  const { name } = await fixture.client.session.takeSnapshot({})
  fixture.setToday('2024-12-11')
  await fixture.client.program.saveRoom({ id: null, room: { name: 'R. Baru', capacity: 9, note: '', active: true } })
  await fixture.client.session.restore({ snapshot: name })
  expect((await fixture.client.program.rooms({})).map(room => room.name)).not.toContain('R. Baru')
  const { snapshots } = await fixture.client.session.status({})
  const kept = snapshots.find(row => row.name.endsWith('-sebelum-pulih.db'))
  await fixture.client.session.restore({ snapshot: kept?.name ?? '' })
  expect((await fixture.client.program.rooms({})).map(room => room.name)).toContain('R. Baru')
})

test('the journal of a damaged database is set aside with it', async () => {
  await fixture.client.session.takeSnapshot({})
  await fixture.backend.close()
  const raw = new BetterSqlite(database)
  raw.exec("UPDATE room SET note = 'from the journal'")
  const files = { db: readFileSync(database), wal: readFileSync(`${database}-wal`) }
  raw.close()
  files.db.fill(0xa5, 4096, 40_960)
  writeFileSync(database, files.db.subarray(0, 40_000))
  writeFileSync(`${database}-wal`, files.wal.subarray(0, 20))
  await fixture.reopen()
  expect((await fixture.client.session.status({})).state).toBe('damaged')
  const { keptAs } = await fixture.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  expect(existsSync(join(fixture.folder, keptAs ?? ''))).toBe(true)
  expect((await fixture.client.session.status({})).state).toBe('ready')
  expect((await fixture.client.program.rooms({})).map(room => room.note)).not.toContain('from the journal')
})

test.each(['../balai.db', 'balai-2024-12-10T08-00-01.db', 'cadangan', 'balai.db'])(
  '%s is no snapshot',
  async snapshot => {
    expect(await domainErrorOf(fixture.client.session.restore({ snapshot }))).toEqual({
      code: 'snapshot_unknown',
      name: snapshot,
    })
    const { state, snapshots } = await fixture.client.session.status({})
    expect(state).toBe('ready')
    // A refused restore must not leave a copy of the present state.
    expect(snapshots).toEqual([])
  },
)

test.each([
  ['lost', () => rmSync(database)],
  ['emptied', () => truncateSync(database, 0)],
])('a database that was %s beside its snapshots is not treated as a first start', async (_, harm) => {
  await fixture.client.session.takeSnapshot({})
  await fixture.backend.close()
  harm()
  await fixture.reopen()
  expect(await fixture.client.session.status({})).toMatchObject({
    state: 'damaged',
    provenSnapshot: '2024-12-10T08:00:00',
  })
  await fixture.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  expect((await fixture.client.session.status({})).state).toBe('ready')
})

test('a damaged database without any snapshot is reported, and its file stays', async () => {
  await fixture.backend.close()
  rmSync(join(fixture.folder, 'cadangan'), { recursive: true })
  truncateSync(database, 30_000)
  await fixture.reopen()
  expect(await fixture.client.session.status({})).toMatchObject({
    state: 'damaged',
    provenSnapshot: null,
    snapshots: [],
  })
  expect(statSync(database).size).toBe(30_000)
  expect(readdirSync(fixture.folder)).toEqual(['balai.db', 'jangkar.txt', 'kunci'])
})

test('a closed backend stays closed when it is called again', async () => {
  await fixture.backend.close()
  await rejectedAs(fixture.client.program.list({}), 'database_missing')
  await domainErrorOf(fixture.client.session.status({}))
  const raw = fixture.rawDatabase()
  expect(raw.prepare('SELECT count(*) FROM centre').pluck().get()).toBe(1)
  raw.close()
})

test.each([
  [
    'newer',
    (raw: BetterSqlite.Database) => raw.pragma('user_version = 42'),
    { state: 'newer', trouble: { code: 'database_newer', version: 42 } },
  ],
  [
    'foreign',
    (raw: BetterSqlite.Database) => raw.pragma('application_id = 9'),
    { state: 'foreign', trouble: { code: 'database_foreign' } },
  ],
])('a %s database is a state of its own and cannot be restored over', async (_, mark, expected) => {
  const { name } = await fixture.client.session.takeSnapshot({})
  await fixture.backend.close()
  const raw = fixture.rawDatabase()
  mark(raw)
  raw.close()
  const before = readFileSync(database)
  await fixture.reopen()
  expect(await fixture.client.session.status({})).toMatchObject(expected)
  await rejectedAs(fixture.client.session.restore({ snapshot: name }), `database_${expected.state}` as 'database_newer')
  await fixture.backend.close()
  expect(readFileSync(database).equals(before)).toBe(true)
})
