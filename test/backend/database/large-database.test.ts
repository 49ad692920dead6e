import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { provenSnapshotFile } from '../../../electron/backend/database/snapshot.ts'
import { setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../fixture.ts'

let fixture: Fixture
let database: string
beforeEach(async () => {
  fixture = openFixture()
  database = join(fixture.folder, 'balai.db')
  await setUp(fixture)
  await fixture.client.session.takeSnapshot({})
  // Written through the program, so that the rows are sealed; a row without a valid seal counts as changed from outside.
  const { workspace } = fixture.backend
  workspace.transaction(() => {
    for (let n = 0; n < 4; n += 1)
      workspace.write.run(
        "INSERT INTO attachment (sha256, name, type, bytes, recorded_at, recorded_by) VALUES (?, 'a.pdf', 'application/pdf', ?, '', '')",
        [String(n).padStart(64, '0'), randomBytes(3_000_000)],
      )
  })
  await fixture.backend.close()
})
afterEach(() => fixture.remove())

const room = (name: string) => ({ id: null, room: { name, capacity: 9, note: '', trades: [], active: true } })
const snapshots = () => readdirSync(join(fixture.folder, 'cadangan'))

/** Overwrites the header of a page of rows, as a failing disk may do. */
function harm(): void {
  const handle = openSync(database, 'r+')
  const size = statSync(database).size
  for (let page = 3; page < 40; page += 1) writeSync(handle, Buffer.alloc(64, 0x7f), 0, 64, Math.min(page * 4096, size))
  closeSync(handle)
}

test('damage of a large database is found in the background, and then reported as if it had never opened', async () => {
  harm()
  await fixture.reopen()
  await vi.waitFor(async () => expect((await fixture.client.session.status({})).state).toBe('damaged'), 10_000)
  await rejectedAs(fixture.client.home.overview({}), 'database_damaged')
  expect(fixture.backend.workspace.openingError).toMatchObject({
    code: 'database_damaged',
    snapshot: '2024-12-10T08:00:00',
  })
})

test('a snapshot of a large database is made in the background, complete and checked', async () => {
  await fixture.reopen()
  let taken = false
  const taking = fixture.client.session.takeSnapshot({}).then(snapshot => {
    taken = true
    return snapshot
  })
  await fixture.client.program.saveRoom(room('R. Baru'))
  expect(taken).toBe(false)
  const { name, bytes } = await taking
  expect(bytes).toBeGreaterThan(12_000_000)
  provenSnapshotFile(join(fixture.folder, 'cadangan'), name)
  expect(snapshots().filter(one => one.endsWith('.tmp'))).toEqual([])
})

test('closing makes a snapshot in the background too, and none when nothing changed', async () => {
  await fixture.reopen()
  await fixture.client.program.saveRoom(room('R. Baru'))
  await fixture.reopen()
  const after = snapshots()
  await fixture.reopen()
  expect(snapshots()).toEqual(after)
  await fixture.client.session.restore({ snapshot: after.toSorted().at(-1) ?? '' })
  expect((await fixture.client.program.rooms({})).map(one => one.name)).toContain('R. Baru')
})
