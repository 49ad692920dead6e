import streams, {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk } from '../../../../electron/backend/desk.ts'
import { signRelease } from '../../../../electron/backend/features/update/sign-release.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import program from '../../../../package.json' with { type: 'json' }
import { compareVersions, type ReleaseNews } from '../../../../shared/features/update/release.ts'
import { deskId } from '../../../../shared/ids.ts'
import { setUp, setUpAnew } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { addAccount, clientAt, password } from '../../sign-in-steps.ts'
import { newer, news, publisher, putRelease, stranger, UpdatingHost } from './releases.ts'

const repair: ReleaseNews = { kind: 'security', title: 'Satu perbaikan keamanan', detail: '', place: 'Balai' }

let fixture: Fixture
let stick: string
let host: UpdatingHost

beforeEach(async () => {
  stick = mkdtempSync(join(tmpdir(), 'balai-usb-'))
  host = new UpdatingHost(stick)
  fixture = openFixture({ today: '2024-12-30', host, releaseKeys: [publisher.public] })
  await setUp(fixture)
  fixture.setToday('2024-12-30', '10:31')
})
afterEach(async () => {
  await fixture.remove()
  rmSync(stick, { recursive: true, force: true })
})

function choose(installer: string) {
  host.chosen = installer
  return fixture.client.update.choose({})
}

const install = (when: 'now' | 'closing' | 'later') => fixture.client.update.install({ when })
const status = () => fixture.client.update.status({})
const inFolder = (name: string) => join(fixture.folder, 'pembaruan', name)
const kept = () => (existsSync(inFolder('')) ? readdirSync(inFolder('')) : [])

describe('a release of the publisher', () => {
  test('is checked, a snapshot is taken, and a copy is kept because the stick may be removed', async () => {
    const prepared = await choose(putRelease(stick))
    expect(prepared).toEqual({
      version: newer,
      published: '2024-12-15',
      bytes: 3_000_000,
      source: 'diska E:',
      checkedAt: '2024-12-30T10:31:00',
      snapshotAt: '2024-12-30T10:31:00',
      news,
      until: null,
      when: 'open',
      remindOn: null,
    })
    expect((await fixture.client.session.status({})).snapshots).toHaveLength(1)
    rmSync(stick, { recursive: true })
    expect((await status()).prepared).toEqual(prepared)
    await install('now')
    expect(host.order?.when).toBe('now')
    expect(readFileSync(host.order?.installer ?? '')).toEqual(Buffer.alloc(3_000_000, 7))
  })

  test('is found automatically: the newest signed one that is newer', async () => {
    putRelease(stick, { version: '99.5.0' })
    putRelease(stick, { version: '99.10.0' })
    putRelease(stick, { version: '99.20.0', key: stranger })
    const { prepared, looked } = await fixture.client.update.search({})
    expect(prepared?.version).toBe('99.10.0')
    expect(looked).toEqual(['diska E:'])
  })

  test('nothing is found where there is nothing newer', async () => {
    putRelease(stick, { version: '0.0.1' })
    expect(await fixture.client.update.search({})).toEqual({ prepared: null, looked: ['diska E:'] })
    expect(kept()).toEqual([])
  })

  test('a second one replaces the first', async () => {
    await choose(putRelease(stick, { version: '99.6.0' }))
    await choose(putRelease(stick, { version: '99.7.0' }))
    expect((await status()).prepared?.version).toBe('99.7.0')
    expect(kept().filter(name => name.endsWith('.exe'))).toEqual(['Balai-99.7.0-pemasang.exe'])
  })

  test('a refused one leaves the prepared one', async () => {
    await choose(putRelease(stick))
    await rejectedAs(choose(putRelease(stick, { version: '99.9.0', key: stranger })), 'release_foreign')
    expect((await status()).prepared?.version).toBe(newer)
    const damaged = putRelease(stick, { version: '99.9.0' })
    writeFileSync(damaged, Buffer.alloc(3_000_000, 8))
    await rejectedAs(choose(damaged), 'release_damaged')
    expect((await status()).prepared?.version).toBe(newer)
  })

  test('cancelling the dialog changes nothing', async () => {
    expect(await fixture.client.update.choose({})).toBeNull()
    const desks = { paired: 0, people: [] }
    expect(await status()).toEqual({ present: program.version, possible: true, prepared: null, desks, last: null })
  })

  test('is in the history', async () => {
    await choose(putRelease(stick))
    await install('closing')
    expect(fixture.audit().filter(row => row.entity === 'update')).toMatchObject([
      { operation: 'update.choose', entity_id: newer },
      { operation: 'update.install', entity_id: newer },
    ])
  })
})

describe('refused with a message, and nothing kept', () => {
  afterEach(() => {
    expect(kept()).toEqual([])
  })

  test('without a signature', async () => {
    const installer = putRelease(stick)
    rmSync(`${installer}.sig`)
    await rejectedAs(choose(installer), 'release_unsigned')
  })

  test('of another publisher, even under the name of our key', async () => {
    const installer = putRelease(stick)
    const ours = JSON.parse(readFileSync(`${installer}.sig`, 'utf8'))
    await rejectedAs(choose(putRelease(stick, { key: stranger })), 'release_foreign')
    const theirs = signRelease(readFileSync(installer), { version: newer, published: '2024-12-15', news }, stranger)
    writeFileSync(`${installer}.sig`, JSON.stringify({ ...theirs, key: ours.key }))
    await rejectedAs(choose(installer), 'release_foreign')
  })

  const noSignatures = ['', '{}', 'bukan json', '[]', '{"format":"balai-release-1"}', 'x'.repeat(2_000_000)]
  test.each(noSignatures)('with an invalid signature (%#)', async text => {
    const installer = putRelease(stick)
    writeFileSync(`${installer}.sig`, text)
    await rejectedAs(choose(installer), 'release_foreign')
  })

  test('with a statement changed by one letter', async () => {
    const installer = putRelease(stick)
    const file = JSON.parse(readFileSync(`${installer}.sig`, 'utf8'))
    writeFileSync(`${installer}.sig`, JSON.stringify({ ...file, statement: file.statement.replace(newer, '99.6.1') }))
    await rejectedAs(choose(installer), 'release_foreign')
  })

  test('changed by one byte after signing', async () => {
    const installer = putRelease(stick)
    const bytes = readFileSync(installer)
    bytes[2_000_000] = 8
    writeFileSync(installer, bytes)
    expect((await rejectedAs(choose(installer), 'release_damaged')).file).toBe(`Balai-${newer}-pemasang.exe`)
  })

  test('copied only partly, and says how much is there', async () => {
    const installer = putRelease(stick)
    truncateSync(installer, 1_100_000)
    expect(await rejectedAs(choose(installer), 'release_half')).toEqual({ code: 'release_half', megabytes: 1, of: 2 })
  })

  test('with appended bytes', async () => {
    const installer = putRelease(stick)
    writeFileSync(installer, Buffer.concat([readFileSync(installer), Buffer.from('x')]))
    await rejectedAs(choose(installer), 'release_damaged')
  })

  test('older than this program, or the same', async () => {
    await rejectedAs(choose(putRelease(stick, { version: '0.0.9' })), 'release_older')
    await rejectedAs(choose(putRelease(stick, { version: program.version })), 'release_same')
  })

  test('while another program holds it, or where the disk is full', async () => {
    const real = streams.createWriteStream
    const failing = async (code: string) => {
      streams.createWriteStream = () => {
        throw Object.assign(new Error(code), { code })
      }
      syncBuiltinESMExports()
    }
    try {
      await failing('EBUSY')
      await rejectedAs(choose(putRelease(stick)), 'file_in_use')
      await failing('ENOSPC')
      await rejectedAs(choose(putRelease(stick)), 'disk_full')
    } finally {
      streams.createWriteStream = real
      syncBuiltinESMExports()
    }
  })

  test('stopped while it is looked at; what was ready before stays', async () => {
    const installer = putRelease(stick)
    const ticket = 'aaaa-0001'
    const looking = rejectedAs(fixture.client.update.search({ ticket }), 'reading_stopped')
    await fixture.client.session.stop({ ticket })
    await looking
    expect(existsSync(`${inFolder('')}.baru`)).toBe(false)
    rmSync(installer)
  })

  test('in the practice centre', async () => {
    await fixture.client.session.openPractice({})
    await rejectedAs(choose(putRelease(stick)), 'update_in_practice')
    await fixture.client.session.leavePractice({})
  })
})

describe('installing', () => {
  test('nothing, where nothing is prepared', async () => {
    await rejectedAs(install('now'), 'update_unprepared')
  })

  test('checks again: a file changed meanwhile does not run', async () => {
    await choose(putRelease(stick))
    writeFileSync(inFolder(`Balai-${newer}-pemasang.exe`), Buffer.alloc(3_000_000, 9))
    await rejectedAs(install('now'), 'release_damaged')
    expect(host.order).toBeNull()
  })

  test('now works only when nobody works at another desk; at closing it waits automatically', async () => {
    const id = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    const counter = clientAt(fixture, new Desk('Loket 1', silentHost, null, deskId.parse(1)))
    await counter.access.signIn({ id, secret: password })
    await choose(putRelease(stick))
    expect((await status()).desks.people).toEqual(['Dimas Prakoso'])
    expect((await rejectedAs(install('now'), 'desks_at_work')).names).toEqual(['Dimas Prakoso'])
    expect(host.order).toBeNull()
    await install('closing')
    await counter.access.lock({})
    await install('now')
    expect(host.order).toMatchObject({ when: 'now' })
  })

  test('runs at the end of the program, also if the PC was switched off before', async () => {
    await choose(putRelease(stick))
    await install('closing')
    expect((await status()).prepared?.when).toBe('closing')
    host.order = null
    await fixture.reopen()
    await status()
    expect(host.order).toMatchObject({ when: 'closing' })
  })

  test('that failed is reported by the old version, and can be tried again', async () => {
    await choose(putRelease(stick))
    await install('now')
    expect((await status()).last).toBeNull()
    host.order?.starting()
    await fixture.reopen()
    const failed = { outcome: 'failed', version: newer, from: program.version, at: '2024-12-30T10:31:00' }
    expect(await status()).toMatchObject({ prepared: { version: newer, when: 'open' }, last: failed })
    host.order = null
    await install('now')
    expect(host.order).toMatchObject({ when: 'now' })
  })

  test('that succeeded is reported by the new version until it is read', async () => {
    await choose(putRelease(stick))
    await install('now')
    host.order?.starting()
    // Pretend that this program is the new version.
    const state = JSON.parse(readFileSync(inFolder('keadaan.json'), 'utf8'))
    const release = { ...state.release, version: program.version }
    writeFileSync(inFolder('keadaan.json'), JSON.stringify({ ...state, from: '0.0.1', release }))
    expect(await status()).toMatchObject({
      prepared: null,
      last: { outcome: 'installed', version: program.version, from: '0.0.1' },
    })
    await fixture.client.update.discard({})
    expect(await status()).toMatchObject({ prepared: null, last: null })
    expect(kept()).toEqual([])
  })

  test('later asks again tomorrow, and cancels the planned installation', async () => {
    await choose(putRelease(stick))
    await install('closing')
    await install('later')
    expect(host.order).toBeNull()
    expect((await status()).prepared).toMatchObject({ when: 'later', remindOn: '2024-12-31' })
  })

  test('a security update can be postponed for seven days at most', async () => {
    await choose(putRelease(stick, { changes: [...news, repair] }))
    expect((await status()).prepared?.until).toBe('2025-01-06')
    fixture.setToday('2025-01-05')
    await install('later')
    fixture.setToday('2025-01-06')
    expect((await rejectedAs(install('later'), 'update_urgent')).days).toBe(7)
  })

  test('a host without an installer says so', async () => {
    const other = openFixture({ today: '2024-12-30' })
    await setUpAnew(other)
    expect(await other.client.update.status({})).toMatchObject({ possible: false })
    await rejectedAs(other.client.update.choose({}), 'update_not_here')
    await other.remove()
  })

  test('a damaged state file means no update', async () => {
    await choose(putRelease(stick))
    writeFileSync(inFolder('keadaan.json'), '{"release":')
    expect((await status()).prepared).toBeNull()
  })
})

test('versions are compared as numbers, not as text', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
  expect(compareVersions('1.2.0', '1.2.0')).toBe(0)
  expect(compareVersions('0.9.9', '1.0.0')).toBeLessThan(0)
})
