import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackBundle } from '../../../../electron/backend/bundle/unpack-bundle.ts'
import { createBackend } from '../../../../electron/backend/create-backend.ts'
import { Desk } from '../../../../electron/backend/desk.ts'
import { proveBundle } from '../../../../electron/backend/features/backup/prove-bundle.ts'
import { openBySheet } from '../../../../electron/backend/features/backup/restore-backup.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import type { MadeBackup } from '../../../../shared/features/backup/contract.ts'
import { recoveryCodeOf } from '../../../../shared/features/computer/recovery-code.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, quickHash } from '../../fixture.ts'
import { printableJpeg } from '../../pictures.ts'

// One centre with papers and a scan is backed up twice; every test reads these bundles or works on copies of them.

let fixture: Fixture
let first: MadeBackup
let second: MadeBackup
let code: string
let root: string
const stick = () => join(root, 'stick')
const other = (name: string) => join(root, name)

beforeAll(async () => {
  fixture = openFixture()
  root = join(fixture.folder, '..')
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  const traineeIds = await addTrainees(fixture, 3)
  const cohort = await decidedCohort(
    fixture,
    { start: '2024-12-02', instructorId, traineeIds },
    { heldOn: '2024-12-20' },
  )
  await issueAll(fixture, cohort, '2024-12-20')
  const [trainee] = (await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).rows
  if (!trainee) throw new Error('nobody is there')
  const scan = new File([printableJpeg()], 'ktp.jpg')
  await fixture.client.trainee.addFile({ id: trainee.id, kind: 'KTP', file: scan })
  first = await fixture.client.backup.make({ to: stick() })
  code = first.sheet.code ?? ''
  await addTrainees(fixture, 2, 40)
  second = await fixture.client.backup.make({ to: stick() })
})
afterAll(() => fixture.remove())

function backendIn(folder: string, create = false) {
  return createBackend({
    dataFolder: folder,
    host: silentHost,
    clock: { now: () => new Date('2025-01-10T01:00:00Z') },
    alone: true,
    create,
    hashCost: quickHash,
  })
}

async function prove(file: string) {
  const { dataKey } = openBySheet(file, code)
  return proveBundle({ file, dataKey: dataKey.secret, today: '2025-01-10' })
}

/** Whether a bundle can be restored. The key is passed in, so that a try does not cost a scrypt. */
function opensWhole(file: string): boolean {
  const target = other('try')
  try {
    return unpackBundle(file, target, fixture.backend.workspace.dataKey.secret).missing.length === 0
  } catch (error) {
    if (error instanceof Error && ['bundle_damaged', 'bundle_not_ours'].includes(error.message)) return false
    throw error
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

describe('a backup', () => {
  test('returns the code of the first sheet only once, and writes each file once by its hash', () => {
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
    expect(second.sheet).toEqual({ number: 1, code: null })
    expect(first.files).toMatchObject({ kept: 0, damaged: [] })
    expect(first.files.copied).toBeGreaterThan(10)
    expect(second.files).toEqual({ total: first.files.total, copied: 0, kept: first.files.total, damaged: [] })
    expect(second.bytes).toBeLessThan(first.bytes)
  })

  test('contains nothing readable without the key', () => {
    const bytes = readFileSync(second.bundle)
    for (const word of ['SQLite format', 'Dewi', 'Balai Latihan', 'certificate', code.slice(0, 9)])
      expect(bytes.includes(word), word).toBe(false)
    const scans = join(fixture.folder, 'files')
    for (const name of readdirSync(scans)) expect(readFileSync(first.bundle).includes(name)).toBe(false)
  })

  test('is proven by restoring it: every table, every file, every paper', async () => {
    const proof = await prove(second.bundle)
    expect(proof.checks.filter(check => !check.ok)).toEqual([])
    expect(proof).toMatchObject({ ok: true, rows: second.rows, tables: second.tables, different: 0 })
    expect(proof.files).toBe(second.files.total)
    expect(await prove(first.bundle)).toMatchObject({ ok: true, rows: first.rows })
  })

  test('refuses a folder inside the data, and a file in place of a folder', async () => {
    expect(await domainErrorOf(fixture.client.backup.make({ to: join(fixture.folder, 'x') }))).toMatchObject({
      code: 'place_in_data',
    })
    const file = other('berkas')
    writeFileSync(file, '')
    expect(await domainErrorOf(fixture.client.backup.make({ to: file }))).toEqual({
      code: 'place_unwritable',
      folder: file,
    })
  })
})

describe('damage', () => {
  test('flipped bits anywhere and truncations are all found', async () => {
    const place = other('flipped')
    cpSync(stick(), place, { recursive: true })
    for (const made of [second, first]) {
      const name = made.bundle.slice(stick().length + 1)
      const file = join(place, name)
      const size = statSync(file).size
      // Places: magic, lengths, header, digest, every part, manifest, trailer. Many near both ends, some spread over the middle.
      const offsets = [0, 9, 20, 400, 1200, 1400, size - 1, size - 10, size - 20, size - 40]
      const spread = Array.from({ length: 8 }, (_, index) => Math.floor((size * (index + 0.5)) / 8))
      for (const at of [...offsets, ...spread]) {
        flip(file, at)
        expect(opensWhole(file), `${name} byte ${at} of ${size}`).toBe(false)
        flip(file, at)
      }
      for (const length of [0, 5, 300, size >> 1, size - 24, size - 1]) {
        copyFileSync(made.bundle, file)
        truncateSync(file, length)
        expect(opensWhole(file), `${name} cut to ${length}`).toBe(false)
      }
      copyFileSync(made.bundle, file)
      expect(opensWhole(file)).toBe(true)
    }
    truncateSync(join(place, second.bundle.slice(stick().length + 1)), 2000)
    expect(await prove(first.bundle)).toMatchObject({ ok: true })
  })

  test('of a bundle whose files a later one uses is found in the later one too, and nothing is restored', async () => {
    const place = other('hollow')
    mkdirSync(place)
    const file = join(place, second.bundle.slice(stick().length + 1))
    copyFileSync(second.bundle, file)
    expect((await prove(file)).checks.find(check => check.key === 'bundled_files')).toMatchObject({ ok: false })
    const target = other('hollow-data')
    const mainPc = backendIn(target)
    expect(await domainErrorOf(mainPc.client.backup.restore({ from: file, code }))).toMatchObject({
      code: 'bundle_incomplete',
      count: second.files.total,
    })
    await mainPc.close()
    expect(existsSync(join(target, 'balai.db'))).toBe(false)
  })

  test('half-written files of a killed backup are deleted by the next one, and never taken for a backup', async () => {
    const place = other('killed')
    cpSync(stick(), place, { recursive: true })
    const half = join(place, `${second.bundle.slice(stick().length + 1)}.tmp`)
    writeFileSync(half, readFileSync(second.bundle).subarray(0, 5000))
    const made = await fixture.client.backup.make({ to: place })
    expect(existsSync(half)).toBe(false)
    expect(readdirSync(place)).toHaveLength(3)
    expect(await prove(made.bundle)).toMatchObject({ ok: true })
  })

  test('a bundle is never overwritten, and a damaged newest one only costs room', async () => {
    const place = other('newest')
    cpSync(stick(), place, { recursive: true })
    flip(join(place, second.bundle.slice(stick().length + 1)), 3000)
    const made = await fixture.client.backup.make({ to: place })
    expect(await prove(made.bundle)).toMatchObject({ ok: true })
  })
})

describe('a new sheet', () => {
  test('leaves the previous sheet valid until its last bundle is gone; then its destruction is recorded', async () => {
    const copy = other('new-sheet')
    cpSync(fixture.folder, copy, { recursive: true, filter: path => !path.endsWith('-kunci') })
    const place = other('new-sheet-stick')
    cpSync(stick(), place, { recursive: true })
    const mainPc = backendIn(copy)
    const { backup, computer } = mainPc.client
    await backup.addPlace({ path: place, name: 'CADANGAN' })
    expect((await backup.status({})).sheet).toMatchObject({ number: 1, before: null })
    expect(await domainErrorOf(backup.sheetDestroyed({ number: 1 }))).toEqual({ code: 'sheet_in_use' })
    const made = await computer.makeSheet({})
    expect(made).toMatchObject({ number: 2, replaces: 1 })
    const paper = (await readPdf(new Uint8Array(await made.file.arrayBuffer()))).pages[0]?.items ?? []
    const signs = paper.map(item => item.text).filter(text => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(text))
    const groups = made.ask.map(group => ({ group, text: signs[group - 1] ?? '' }))
    await computer.testSheet({ ticket: made.ticket, groups, holder: '' })
    // The bundles are of 20 December 2024; the last of them is deleted a year later.
    expect((await backup.status({})).sheet?.before).toEqual({ number: 1, bundles: 2, until: '2025-12-20' })
    for (const name of readdirSync(place)) if (name.endsWith('.balai')) rmSync(join(place, name))
    expect((await backup.status({})).sheet?.before).toEqual({ number: 1, bundles: 0, until: null })
    await backup.sheetDestroyed({ number: 1 })
    expect((await backup.status({})).sheet?.before).toBeNull()
    // New bundles open with the new sheet only.
    const { bundle } = await backup.make({ to: place })
    expect(await domainErrorOf(backup.restore({ from: bundle, code }))).toEqual({
      code: 'bundle_sheet_other',
      number: 2,
    })
    await mainPc.close()
  })
})

describe('a restore', () => {
  test('on another PC from bundle and sheet alone equals the original to the last row and byte', async () => {
    const target = other('other-pc')
    const mainPc = backendIn(target)
    const restored = await mainPc.client.backup.restore({ from: second.bundle, code: code.toLowerCase() })
    expect(restored).toMatchObject({ rows: second.rows, files: second.files.total, lost: null, keptAs: null })
    const people = async (client: typeof mainPc.client) =>
      (await client.trainee.list({ search: '', limit: 100, offset: 0 })).rows
    expect(await people(mainPc.client)).toEqual(await people(fixture.client))
    const [trainee] = await people(mainPc.client)
    if (!trainee) throw new Error('nobody is there')
    // The scan opens here, because its key was restored too.
    const { files } = await mainPc.client.trainee.get({ id: trainee.id })
    const [file] = files
    if (!file) throw new Error('no scan')
    const bytes = async (client: typeof mainPc.client) =>
      Buffer.from(await (await client.trainee.openFile({ fileId: file.id })).file.arrayBuffer())
    expect(await bytes(mainPc.client)).toEqual(await bytes(fixture.client))
    // Papers are signed with the same key.
    expect(await mainPc.client.session.status({})).toMatchObject({ state: 'ready', signingKeyGone: false })
    await mainPc.close()
    for (const name of readdirSync(target)) expect(name).not.toMatch(/^pulih-/)
  })

  test('at the first start of a new PC needs no account, finds the bundle on a connected disk, and offers no undo', async () => {
    const target = other('new-pc')
    const mainPc = backendIn(target, true)
    const desk = new Desk('PC utama', silentHost)
    const client = createRouterClient(mainPc.router, { context: { desk } }) as typeof mainPc.client
    expect(await domainErrorOf(client.backup.find({ folder: other('nowhere') }))).toMatchObject({ code: 'place_gone' })
    // Both the folder itself and its parent find the bundle.
    for (const folder of [stick(), root]) {
      const [newest] = (await client.backup.find({ folder })).filter(one => one.folder === stick())
      expect(newest).toEqual({
        from: second.bundle,
        folder: stick(),
        madeAt: second.madeAt,
        bytes: second.bytes,
        sheet: 1,
      })
    }
    expect(await client.backup.restore({ from: second.bundle, code })).toMatchObject({
      rows: second.rows,
      lost: null,
      keptAs: null,
    })
    expect(await client.session.status({})).toMatchObject({ state: 'ready', operator: null, signingKeyGone: false })
    expect((await client.session.status({})).snapshots.map(one => one.name)).toEqual([
      expect.stringContaining('dari-bundel'),
    ])
    // Now there is a centre, so these operations need a signed-in person.
    for (const call of [
      () => client.backup.find({ folder: null }),
      () => client.backup.restore({ from: second.bundle, code }),
    ])
      expect(await domainErrorOf(call())).toEqual({ code: 'sign_in_needed' })
    await mainPc.close()
  })

  test('shows what would be lost, keeps the present state, and gives no number twice', async () => {
    const copy = other('present')
    cpSync(fixture.folder, copy, { recursive: true, filter: path => !path.endsWith('-kunci') })
    const mainPc = backendIn(copy)
    expect(await mainPc.client.backup.lost({ from: first.bundle })).toMatchObject({
      kinds: [{ kind: 'trainees', count: 2, by: [{ count: 2 }] }, { kind: 'days', count: 0 }, {}, { count: 0, by: [] }],
    })
    const restored = await mainPc.client.backup.restore({ from: first.bundle, code })
    expect(restored.lost?.changes).toBeGreaterThan(1)
    expect(existsSync(join(copy, restored.keptAs ?? 'none'))).toBe(true)
    expect((await mainPc.client.trainee.list({ search: '', limit: 1, offset: 0 })).total).toBe(
      (await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })).total - 2,
    )
    await mainPc.close()
  })

  test('with another code, a mistyped one, or over the data of another centre changes nothing', async () => {
    const target = other('refused')
    const mainPc = backendIn(target)
    const wrong = recoveryCodeOf(new Uint8Array(15))
    expect(await domainErrorOf(mainPc.client.backup.restore({ from: second.bundle, code: wrong }))).toEqual({
      code: 'bundle_sheet_other',
      number: 1,
    })
    const typo = `${code.slice(0, 10)}${code[10] === '7' ? '8' : '7'}${code.slice(11)}`
    expect(await domainErrorOf(mainPc.client.backup.restore({ from: second.bundle, code: typo }))).toEqual({
      code: 'recovery_group_wrong',
      group: 3,
    })
    await mainPc.close()
    const neighbour = backendIn(other('neighbour'), true)
    await setUp(Object.assign({}, fixture, { client: neighbour.client }))
    expect(await domainErrorOf(neighbour.client.backup.restore({ from: second.bundle, code }))).toMatchObject({
      code: 'bundle_other_centre',
    })
    // Two centres may share a stick, and neither deletes files of the other.
    const theirs = await neighbour.client.backup.make({ to: stick() })
    expect(theirs.removed).toEqual([])
    expect(readdirSync(stick())).toHaveLength(3)
    rmSync(theirs.bundle)
    await neighbour.close()
  })
})

function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+')
  const byte = readFileSync(file)[at] ?? 0
  writeSync(handle, Buffer.of(byte ^ 1), 0, 1, at)
  closeSync(handle)
}
