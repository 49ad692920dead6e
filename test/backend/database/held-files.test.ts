import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { restoreSnapshot } from '../../../electron/backend/database/restore.ts'
import { setUp } from '../cohort-steps.ts'
import { holdFiles } from '../files/hold-files.ts'
import { type Fixture, openFixture, rejectedAs } from '../fixture.ts'

// A virus scanner, Excel or a backup program holds one of our files open. The same is tested against a real holder in
// test/heavy/installer.

let fixture: Fixture
let held: ReturnType<typeof holdFiles> | undefined
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
})
afterEach(async () => {
  held?.release()
  held = undefined
  await fixture.remove()
})

const inFolder = (...path: string[]) => join(fixture.folder, ...path)
const snapshots = () => readdirSync(inFolder('cadangan')).sort()
const status = () => fixture.client.session.status({})

async function saveRoom(name: string): Promise<void> {
  await fixture.client.program.saveRoom({ id: null, room: { name, capacity: 5, note: '', active: true } })
}

describe('a snapshot', () => {
  test('waits for a file that is held for a moment', async () => {
    held = holdFiles(/\.db\.tmp$/, { calls: ['renameSync'], times: 2 })
    expect(await fixture.client.session.takeSnapshot({})).toMatchObject({ name: 'balai-2024-12-10T08-00-00.db' })
    expect(held.refused()).toBe(2)
    expect(snapshots()).toEqual(['balai-2024-12-10T08-00-00.db'])
  })

  test('that cannot be made gives an error and leaves nothing half done', async () => {
    held = holdFiles(/\.db\.tmp$/, { calls: ['renameSync'] })
    const error = await rejectedAs(fixture.client.session.takeSnapshot({}), 'file_in_use')
    expect(error.name).toBe('balai-2024-12-10T08-00-00.db')
    expect(snapshots()).toEqual([])
  })

  test('that failed at quit is reported at the next start, until one is made', async () => {
    held = holdFiles(/\.db\.tmp$/, { calls: ['renameSync'] })
    await expect(fixture.backend.close()).rejects.toMatchObject({ data: { code: 'file_in_use' } })
    held.release()
    fixture.setToday('2024-12-11')
    await fixture.reopen()
    expect(await status()).toMatchObject({ state: 'ready', missedSnapshot: '2024-12-10T08:00:00' })
    await fixture.client.session.takeSnapshot({})
    expect((await status()).missedSnapshot).toBeNull()
  })

  test('is good although an old one to be deleted is held', async () => {
    for (let minute = 1; minute < 5; minute++) {
      fixture.setToday('2024-12-10', `09:0${minute}`)
      await saveRoom(`R. ${minute}`)
      await fixture.client.session.takeSnapshot({})
    }
    expect(snapshots()).toHaveLength(3)
    const oldest = snapshots()[0] ?? ''
    fixture.setToday('2024-12-10', '10:00')
    held = holdFiles(new RegExp(oldest), { calls: ['rmSync'] })
    expect((await fixture.client.session.takeSnapshot({})).name > oldest).toBe(true)
    expect(held.refused()).toBe(1)
    expect(snapshots()).toHaveLength(4)
    held.release()
    fixture.setToday('2024-12-10', '11:00')
    await fixture.client.session.takeSnapshot({})
    expect(snapshots()).toHaveLength(3)
  })

  test('is made although the rest of an interrupted one is held', async () => {
    await fixture.client.session.takeSnapshot({})
    writeFileSync(inFolder('cadangan', 'balai-2024-12-01T08-00-00.db.tmp'), 'setengah')
    held = holdFiles(/2024-12-01T08-00-00\.db\.tmp$/, { calls: ['rmSync'] })
    await expect(fixture.client.session.takeSnapshot({})).resolves.toMatchObject({ takenAt: '2024-12-10T08:00:01' })
  })
})

describe('restoring', () => {
  const rooms = async () => (await fixture.client.program.rooms({})).map(room => room.name)

  test('puts the old file back when the snapshot cannot take its place', async () => {
    const { name } = await fixture.client.session.takeSnapshot({})
    await saveRoom('R. SESUDAH')
    held = holdFiles(/balai\.db\.tmp$/, { calls: ['renameSync'] })
    expect(await rejectedAs(fixture.client.session.restore({ snapshot: name }), 'file_in_use')).toEqual({
      code: 'file_in_use',
      name: 'balai.db',
    })
    expect((await status()).state).toBe('ready')
    expect(await rooms()).toContain('R. SESUDAH')
    expect(readdirSync(fixture.folder).filter(file => /disisihkan|\.tmp$/.test(file))).toEqual([])
  })

  test('keeps file and journal together when the file itself is held', async () => {
    const { name } = await fixture.client.session.takeSnapshot({})
    await fixture.backend.close()
    // As after a power cut: a journal is left beside the file.
    writeFileSync(inFolder('balai.db'), 'rusak')
    writeFileSync(inFolder('balai.db-wal'), 'jurnal')
    held = holdFiles(/balai\.db$/, { calls: ['renameSync'] })
    expect(() => restoreSnapshot(fixture.folder, name, '2024-12-11T08:00:00')).toThrow('file_in_use')
    expect(readFileSync(inFolder('balai.db'), 'utf8')).toBe('rusak')
    expect(readFileSync(inFolder('balai.db-wal'), 'utf8')).toBe('jurnal')
    held.release()
    const keptAs = restoreSnapshot(fixture.folder, name, '2024-12-11T08:00:00')
    expect(readFileSync(inFolder(`${keptAs}-wal`), 'utf8')).toBe('jurnal')
    await fixture.reopen()
    expect((await status()).state).toBe('ready')
  })

  test('waits for a file that is held for a moment', async () => {
    const { name } = await fixture.client.session.takeSnapshot({})
    await saveRoom('R. SESUDAH')
    held = holdFiles(/balai\.db\.tmp$/, { calls: ['renameSync'], times: 2 })
    await fixture.client.session.restore({ snapshot: name })
    expect(await rooms()).not.toContain('R. SESUDAH')
  })
})

describe('opening', () => {
  test('a database locked by another program is a state with a message', async () => {
    await fixture.backend.close()
    held = holdFiles(/balai\.db$/, { calls: ['openSync'], code: 'EBUSY' })
    await fixture.reopen()
    expect(held.refused()).toBeGreaterThan(1)
    expect((await status()).state).toBe('locked')
    held.release()
    expect((await status()).state).toBe('ready')
  })
})

describe('a signing key', () => {
  test('waits for a scanner, and says that the file is held, not that the folder cannot be written', async () => {
    const { keys } = fixture.backend.workspace
    held = holdFiles(/kunci/, { calls: ['renameSync'], times: 2 })
    keys.put('0a0b0c0d', new Uint8Array([1, 2, 3]))
    expect(keys.get('0a0b0c0d')).toEqual(Buffer.from([1, 2, 3]))
    held.release()
    held = holdFiles(/kunci/, { calls: ['renameSync'] })
    expect(() => keys.put('0a0b0c0e', new Uint8Array([1]))).toThrow(
      expect.objectContaining({ data: { code: 'file_in_use', name: '0a0b0c0e.json' } }),
    )
    expect(keys.get('0a0b0c0e')).toBeNull()
  })
})

test('the simulated scanner holds nothing after its release', () => {
  writeFileSync(inFolder('a'), '')
  held = holdFiles(/a$/, { calls: ['renameSync'] })
  expect(() => renameSync(inFolder('a'), inFolder('b'))).toThrow('EPERM')
  held.release()
  renameSync(inFolder('a'), inFolder('b'))
})
