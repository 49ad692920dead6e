import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUp } from '../class-steps.ts'
import { type House, openHouse, refusalOf, refusedAs } from '../house.ts'

let house: House
let database: string
beforeEach(async () => {
  house = openHouse()
  database = join(house.folder, 'balai.db')
  await setUp(house)
})
afterEach(() => house.remove())

/** Two good snapshots, then the file loses its end while the program is closed. */
async function damage(): Promise<Buffer> {
  await house.client.session.takeSnapshot({})
  house.setToday('2024-12-11')
  await house.client.program.saveRoom({ id: null, room: { name: 'R. Baru', capacity: 9, note: '', active: true } })
  await house.backend.close()
  truncateSync(database, Math.floor(statSync(database).size / 2))
  const bytes = readFileSync(database)
  await house.reopen()
  return bytes
}

test('a damaged database is a state that names the newest good snapshot; nothing else answers', async () => {
  await damage()
  const status = await house.client.session.status({})
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
  expect(await refusalOf(house.client.home.overview({}))).toEqual({
    code: 'database_damaged',
    snapshot: '2024-12-11T08:00:00',
  })
  await refusedAs(house.client.calendar.saveYear({ year: 2030, source: 'SKB' }), 'database_damaged')
})

test('a snapshot that is damaged as well is passed over', async () => {
  await damage()
  writeFileSync(join(house.folder, 'cadangan', 'balai-2024-12-11T08-00-00.db'), 'gone')
  await house.reopen()
  expect((await house.client.session.status({})).provenSnapshot).toBe('2024-12-10T08:00:00')
  expect(await refusalOf(house.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' }))).toEqual({
    code: 'snapshot_damaged',
    name: 'balai-2024-12-11T08-00-00.db',
  })
})

test('restoring puts the snapshot in place, keeps the damaged file to the byte, and is on record', async () => {
  const damaged = await damage()
  house.setToday('2024-12-12')
  const { keptAs } = await house.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' })
  expect(keptAs).toBe('balai-disisihkan-2024-12-12T08-00-00.db')
  expect(readFileSync(join(house.folder, keptAs ?? '')).equals(damaged)).toBe(true)
  expect((await house.client.session.status({})).state).toBe('ready')
  expect((await house.client.program.rooms({})).map(room => room.name)).toContain('R. Baru')
  expect(house.audit().at(-1)).toMatchObject({
    at: '2024-12-12T08:00:00',
    operator: 'Wulan Sari',
    operation: 'session.restore',
    entity_id: 'balai-2024-12-11T08-00-00.db',
  })
  await house.reopen()
  expect((await house.client.session.status({})).state).toBe('ready')
})

test('a second restore in the same second keeps its file under another name', async () => {
  await damage()
  await house.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  const { keptAs } = await house.client.session.restore({ snapshot: 'balai-2024-12-11T08-00-00.db' })
  expect(keptAs).toBe('balai-disisihkan-2024-12-11T08-00-00-2.db')
})

test('restoring a healthy database first keeps its present state as a snapshot', async () => {
  const { name } = await house.client.session.takeSnapshot({})
  house.setToday('2024-12-11')
  await house.client.program.saveRoom({ id: null, room: { name: 'R. Baru', capacity: 9, note: '', active: true } })
  await house.client.session.restore({ snapshot: name })
  expect((await house.client.program.rooms({})).map(room => room.name)).not.toContain('R. Baru')
  const { snapshots } = await house.client.session.status({})
  const kept = snapshots.find(row => row.name.endsWith('-sebelum-pulih.db'))
  await house.client.session.restore({ snapshot: kept?.name ?? '' })
  expect((await house.client.program.rooms({})).map(room => room.name)).toContain('R. Baru')
})

test('the journal of a database that was cut off goes aside with it', async () => {
  await house.client.session.takeSnapshot({})
  await house.backend.close()
  const raw = new BetterSqlite(database)
  raw.exec("UPDATE room SET note = 'from the journal'")
  const files = { db: readFileSync(database), wal: readFileSync(`${database}-wal`) }
  raw.close()
  files.db.fill(0xa5, 4096, 40_960)
  writeFileSync(database, files.db.subarray(0, 40_000))
  writeFileSync(`${database}-wal`, files.wal.subarray(0, 20))
  await house.reopen()
  expect((await house.client.session.status({})).state).toBe('damaged')
  const { keptAs } = await house.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  expect(existsSync(join(house.folder, keptAs ?? ''))).toBe(true)
  expect((await house.client.session.status({})).state).toBe('ready')
  expect((await house.client.program.rooms({})).map(room => room.note)).not.toContain('from the journal')
})

test.each(['../balai.db', 'balai-2024-12-10T08-00-01.db', 'cadangan', 'balai.db'])(
  '%s is no snapshot',
  async snapshot => {
    expect(await refusalOf(house.client.session.restore({ snapshot }))).toEqual({
      code: 'snapshot_unknown',
      name: snapshot,
    })
    expect((await house.client.session.status({})).state).toBe('ready')
  },
)

test.each([
  ['lost', () => rmSync(database)],
  ['emptied', () => truncateSync(database, 0)],
])('a database that was %s beside its snapshots is no first start', async (_, harm) => {
  await house.client.session.takeSnapshot({})
  await house.backend.close()
  harm()
  await house.reopen()
  expect(await house.client.session.status({})).toMatchObject({
    state: 'damaged',
    provenSnapshot: '2024-12-10T08:00:00',
  })
  await house.client.session.restore({ snapshot: 'balai-2024-12-10T08-00-00.db' })
  expect((await house.client.session.status({})).state).toBe('ready')
})

test('a damaged database without any snapshot says so, and its file stays', async () => {
  await house.backend.close()
  rmSync(join(house.folder, 'cadangan'), { recursive: true })
  truncateSync(database, 30_000)
  await house.reopen()
  expect(await house.client.session.status({})).toMatchObject({ state: 'damaged', provenSnapshot: null, snapshots: [] })
  expect(statSync(database).size).toBe(30_000)
  expect(readdirSync(house.folder)).toEqual(['balai.db', 'kunci'])
})

test('a closed backend stays closed, whoever still asks', async () => {
  await house.backend.close()
  await refusedAs(house.client.program.list({}), 'database_missing')
  await refusalOf(house.client.session.status({}))
  const raw = house.rawDatabase()
  expect(raw.prepare('SELECT count(*) FROM centre').pluck().get()).toBe(1)
  raw.close()
})

test.each([
  ['newer', (raw: BetterSqlite.Database) => raw.pragma('user_version = 42'), { state: 'newer', schemaVersion: 42 }],
  [
    'foreign',
    (raw: BetterSqlite.Database) => raw.pragma('application_id = 9'),
    { state: 'foreign', schemaVersion: null },
  ],
])('a %s database is a state of its own and cannot be restored over', async (_, mark, expected) => {
  const { name } = await house.client.session.takeSnapshot({})
  await house.backend.close()
  const raw = house.rawDatabase()
  mark(raw)
  raw.close()
  const before = readFileSync(database)
  await house.reopen()
  expect(await house.client.session.status({})).toMatchObject(expected)
  await refusedAs(house.client.session.restore({ snapshot: name }), `database_${expected.state}` as 'database_newer')
  await house.backend.close()
  expect(readFileSync(database).equals(before)).toBe(true)
})
