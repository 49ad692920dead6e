import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ReadDatabase } from '../../../electron/backend/database/connection.ts'
import { databaseFileName } from '../../../electron/backend/database/identity.ts'
import { Remembered } from '../../../electron/backend/database/remembered.ts'
import { outdatedNames } from '../../../electron/backend/features/home/home-store.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, samplePerson, setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture } from '../fixture.ts'

let fixture: Fixture
let db: ReadDatabase
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  db = fixture.backend.workspace.read
})
afterAll(() => fixture.remove())

let reads = 0
let remembered: Remembered<string>
const rooms = () =>
  remembered.get(db, '', () => {
    reads += 1
    return db.values<string>('SELECT name FROM room ORDER BY id').join()
  })
const room = (name: string) => ({ name, capacity: 20, note: '', trades: [], active: true })

beforeEach(() => {
  reads = 0
  remembered = new Remembered(1, { byTables: true })
  rooms()
})

test('a cached answer stays until one of its tables is written', async () => {
  await addTrainees(fixture, 1)
  rooms()
  expect(reads).toBe(1)
  await fixture.client.program.saveRoom({ id: null, room: room('Ruang Melati') })
  expect(rooms()).toContain('Ruang Melati')
})

test('a corrected name is shown beside its paper, and disappears when corrected back, without reading anything else again', async () => {
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 3, 1)
  const heldOn = '2024-12-20'
  const code = await decidedCohort(fixture, { start: '2024-12-02', instructorId, traineeIds }, { heldOn })
  await issueAll(fixture, code, heldOn)
  expect(outdatedNames(db)).toEqual([])
  const [id] = traineeIds as [TraineeId]
  for (const [name, found] of [
    ['Nama Baru', 1],
    [samplePerson(1).name, 0],
    ['Nama Baru', 1],
  ] as const) {
    await fixture.client.trainee.save({ id, trainee: samplePerson(1, { name }) })
    expect(outdatedNames(db)).toHaveLength(found)
  }
})

test('the cache is dropped when another connection wrote, because its tables are unknown', () => {
  const other = new BetterSqlite(join(fixture.backend.workspace.folder, databaseFileName))
  other.exec(`INSERT INTO audit (at, operator, desk, operation, area, previous_hash, hash)
    SELECT at, operator, desk, operation, area, hash, 'other' FROM audit ORDER BY id DESC LIMIT 1;
    UPDATE room SET name = 'Ruang Anggrek' WHERE id = (SELECT min(id) FROM room)`)
  other.close()
  expect(rooms()).toContain('Ruang Anggrek')
})
