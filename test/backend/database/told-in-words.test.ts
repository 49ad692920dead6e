import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { missedSnapshotMessage } from '../../../electron/backend/database/missed-snapshot.ts'
import { setUp } from '../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../fixture.ts'

// Damage to a data folder from outside gives a clear message, and nothing is silently created anew.

let fixture: Fixture
let database: string
beforeEach(async () => {
  fixture = openFixture()
  database = join(fixture.folder, 'balai.db')
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const status = () => fixture.client.session.status({})
const room = { name: 'R. Baru', capacity: 9, note: '', trades: [], active: true }

/** Closes without a snapshot, as before the first evening of a centre. */
async function closeWithoutSnapshots(): Promise<void> {
  await fixture.backend.close()
  rmSync(join(fixture.folder, 'cadangan'), { recursive: true, force: true })
}

describe('files without a database', () => {
  test('are reported; no new centre is created beside them, and the returned database opens', async () => {
    await closeWithoutSnapshots()
    renameSync(database, join(fixture.folder, 'dipindah.db'))
    await fixture.reopen()
    expect(await status()).toMatchObject({
      state: 'gone',
      trouble: { code: 'database_gone', folder: fixture.folder, left: ['kunci/'] },
    })
    await rejectedAs(fixture.client.program.list({}), 'database_gone')
    expect(existsSync(database)).toBe(false)
    renameSync(join(fixture.folder, 'dipindah.db'), database)
    expect(await status()).toMatchObject({ state: 'ready' })
  })

  test.each(['files', 'papers', 'nomor-terbit.txt'])('%s alone is enough', async name => {
    await closeWithoutSnapshots()
    for (const other of readdirSync(fixture.folder)) rmSync(join(fixture.folder, other), { recursive: true })
    if (name.endsWith('.txt')) writeFileSync(join(fixture.folder, name), 'certificate  2024 1 001\n')
    else {
      mkdirSync(join(fixture.folder, name))
      writeFileSync(join(fixture.folder, name, 'a'), 'scan')
    }
    await fixture.reopen()
    expect((await status()).state).toBe('gone')
  })

  test('an empty folder is a first start', async () => {
    await closeWithoutSnapshots()
    for (const other of readdirSync(fixture.folder)) rmSync(join(fixture.folder, other), { recursive: true })
    mkdirSync(join(fixture.folder, 'files'))
    await fixture.reopen()
    expect((await status()).state).toBe('setup')
  })
})

test('a folder named balai.db has its own message and stays unchanged', async () => {
  await fixture.backend.close()
  rmSync(database)
  mkdirSync(database)
  writeFileSync(join(database, 'foto.jpg'), 'x')
  await fixture.reopen()
  expect(await status()).toMatchObject({
    state: 'foreign',
    trouble: { code: 'database_is_folder', folder: fixture.folder },
  })
  expect(readdirSync(database)).toEqual(['foto.jpg'])
})

test('a missing signing key is reported at the start, not on the day of the certificates', async () => {
  expect((await status()).signingKeyGone).toBe(false)
  rmSync(join(fixture.folder, 'kunci'), { recursive: true })
  expect((await status()).signingKeyGone).toBe(true)
  await fixture.client.verification.rotate({ reason: 'Kunci hilang bersama komputer lama' })
  expect((await status()).signingKeyGone).toBe(false)
})

describe('a snapshot folder that cannot be written', () => {
  /** Puts a file in place of the folder, because file rights would not stop an administrator. */
  function block(): void {
    rmSync(join(fixture.folder, 'cadangan'), { recursive: true, force: true })
    writeFileSync(join(fixture.folder, 'cadangan'), 'bukan folder')
  }

  test('leaves the data open and is reported when a snapshot is requested', async () => {
    block()
    expect(await status()).toMatchObject({ state: 'ready', snapshots: [] })
    await rejectedAs(fixture.client.session.takeSnapshot({}), 'folder_unwritable')
  })

  test('is reported at quit and at the next start, until a snapshot is made', async () => {
    await fixture.client.program.saveRoom({ id: null, room })
    block()
    const error = await fixture.backend.close().catch(thrown => thrown)
    expect(missedSnapshotMessage(error)).toContain('Cadangan saat ditutup gagal dibuat. Folder ')
    expect(missedSnapshotMessage(error)).toContain('cadangan tidak dapat ditulisi')
    await fixture.reopen()
    expect(await status()).toMatchObject({ state: 'ready', missedSnapshot: '2024-12-10T08:00:00' })
    rmSync(join(fixture.folder, 'cadangan'))
    await fixture.client.session.takeSnapshot({})
    expect((await status()).missedSnapshot).toBeNull()
  })
})

describe('a read-only disk', () => {
  const mount = (...parameters: string[]) => spawnSync('mount', parameters).status === 0
  let mounted = false
  afterEach(async () => {
    await fixture.backend.close()
    if (mounted) spawnSync('umount', [fixture.folder])
    mounted = false
  })

  /** Moves the files to a separate disk that can be made read-only. False if this user may not mount one. */
  async function moveToOwnDisk(): Promise<boolean> {
    await fixture.backend.close()
    const copy = `${fixture.folder}-isi`
    renameSync(fixture.folder, copy)
    mkdirSync(fixture.folder)
    mounted = process.platform === 'linux' && mount('-t', 'tmpfs', 'tmpfs', fixture.folder)
    spawnSync('cp', ['-a', `${copy}/.`, fixture.folder])
    await fixture.reopen()
    return mounted
  }

  test('is reported at opening and during work', async context => {
    // Only root on Linux may mount a disk; elsewhere there is nothing to test.
    if (!(await moveToOwnDisk())) return context.skip()
    expect((await status()).state).toBe('ready')
    // Remounting fails while the file is open, so close it; a write-protected stick would not wait.
    await fixture.backend.close()
    expect(mount('-o', 'remount,ro', fixture.folder)).toBe(true)
    await fixture.reopen()
    expect(await status()).toMatchObject({ state: 'unwritable', trouble: { code: 'folder_unwritable' } })
    await rejectedAs(fixture.client.program.saveRoom({ id: null, room }), 'folder_unwritable')
    expect(mount('-o', 'remount,rw', fixture.folder)).toBe(true)
    expect((await status()).state).toBe('ready')
  })
})
