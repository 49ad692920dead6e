import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk } from '../../../../electron/backend/desk.ts'
import { readBitLocker } from '../../../../electron/backend/files/disk-encryption.ts'
import { samplePassword } from '../../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  decidedCohort,
  issueAll,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { runImport } from '../../import-steps.ts'
import { manyPeople } from '../../many-people.ts'
import { addAccount, clientAt, password } from '../../sign-in-steps.ts'

const megabyte = 2 ** 20
let free: number | null
let typed: Map<string, string>
let fixture: Fixture
beforeEach(() => {
  free = null
  typed = new Map()
  fixture = openFixture({ host: { ...silentHost, typed }, freeSpace: () => free })
})
afterEach(async () => {
  free = null
  await fixture.remove()
})

const status = () => fixture.client.computer.status({})

describe('the disk', () => {
  test('is reported as low before it is full', async () => {
    await setUp(fixture)
    expect(await status()).toMatchObject({ free: null, low: false })
    free = 500 * megabyte
    expect(await status()).toMatchObject({ free: 500, low: false })
    free = 499.5 * megabyte
    expect(await status()).toMatchObject({ free: 499, low: true })
  })

  test('without room for a snapshot none is started, and nothing is left behind', async () => {
    await setUp(fixture)
    const folder = join(fixture.folder, 'cadangan')
    free = 50 * megabyte
    const error = await rejectedAs(fixture.client.session.takeSnapshot({}), 'disk_low')
    expect(error.free).toBe(50)
    expect(error.needed).toBeGreaterThan(50)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    free = 60 * megabyte
    await fixture.client.session.takeSnapshot({})
    // A restore writes the present state and the old one beside it.
    free = 50 * megabyte
    const [snapshot] = readdirSync(folder)
    await rejectedAs(fixture.client.session.restore({ snapshot: snapshot ?? '' }), 'disk_low')
    expect(readdirSync(folder)).toEqual([snapshot])
    expect((await fixture.client.session.status({})).state).toBe('ready')
  })

  test('nor is the file of a class, or a scan', async () => {
    await setUp(fixture)
    const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
    const code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 2) })
    free = 20 * megabyte
    const request = { code, size: null, scanPlace: 'INSTEAD' as const, ticket: 'aaaa-0001' }
    await rejectedAs(fixture.client.folder.makeFile(request), 'disk_low')
    const file = new File(['%PDF-1.7'], 'a.pdf')
    await rejectedAs(fixture.client.folder.attachScan({ code, key: 'schedule', file }), 'disk_low')
    const kept = join(fixture.folder, 'files')
    expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([])
  })

  test('nor is a list of people imported, here or on a thread', async () => {
    const beside = openFixture({ alone: false, freeSpace: () => free })
    await setUp(beside)
    free = 51 * megabyte
    // From about 300 people on, the import runs on a thread; each person takes at most 4 KB.
    for (const count of [270, 1000]) {
      const error = await rejectedAs(runImport(beside, await manyPeople(count)), 'disk_low')
      expect(error.needed).toBe(Math.ceil(50 + count / 256))
    }
    expect(await beside.client.import.list({ limit: 5 })).toEqual([])
    free = 60 * megabyte
    expect((await runImport(beside, await manyPeople(1000))).counts.created).toBe(1000)
    await beside.remove()
  })

  test('nor is a certificate issued, and its number stays free', async () => {
    await setUp(fixture)
    const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
    const traineeIds = await addTrainees(fixture, 1)
    const code = await decidedCohort(fixture, { instructorId, traineeIds }, { heldOn: '2025-01-10' })
    fixture.setToday('2025-01-13')
    free = 50 * megabyte
    await rejectedAs(issueAll(fixture, code, '2025-01-13'), 'disk_low')
    const papers = join(fixture.folder, 'papers')
    expect(existsSync(papers) ? readdirSync(papers) : []).toEqual([])
    free = 60 * megabyte
    expect(await issueAll(fixture, code, '2025-01-13')).toEqual(['500.15/0001/BLK/I/2025'])
  })
})

describe('the first steps on a PC', () => {
  test('stay done', async () => {
    await setUp(fixture)
    expect(await status()).toMatchObject({ dataFolder: fixture.folder, done: [], keyBackedUp: false })
    for (const step of ['TEST_PAGE', 'CLOCK', 'CLOCK'] as const) await fixture.client.computer.finishStep({ step })
    await fixture.reopen()
    expect((await status()).done).toEqual(['CLOCK', 'TEST_PAGE'])
  })

  test('a key copied elsewhere counts as backed up, until there is a new one', async () => {
    await setUp(fixture)
    await fixture.client.verification.backUp({ passphrase: 'sandi yang panjang sekali' })
    expect((await status()).keyBackedUp).toBe(true)
  })

  test('the time of the last write is returned, to compare the clock with', async () => {
    await setUp(fixture)
    expect((await status()).lastWork).toBe('2024-12-10T08:00:00')
  })
})

describe('drafts of typed text', () => {
  test('are returned to a reloaded page, newest last, and forgotten when saved', async () => {
    await setUp(fixture)
    const keep = (key: string, text: string) => fixture.client.computer.keepTyped({ key, text })
    await keep('a', '1')
    await keep('b', '2')
    await keep('a', '3')
    expect(await fixture.client.computer.typed({})).toEqual([
      { key: 'b', text: '2' },
      { key: 'a', text: '3' },
    ])
    await keep('a', '')
    expect(await fixture.client.computer.typed({})).toEqual([{ key: 'b', text: '2' }])
    for (let at = 0; at < 60; at += 1) await keep(`form ${at}`, 'x')
    const kept = (await fixture.client.computer.typed({})) ?? []
    expect([kept.length, kept[0]?.key, kept.at(-1)?.key]).toEqual([50, 'form 10', 'form 59'])
  })

  test('are returned only to the person who typed them, after signing in', async () => {
    await setUp(fixture)
    const dimas = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    const page = clientAt(fixture, new Desk('PC utama', { ...silentHost, typed }))
    const texts = () => page.computer.typed({})
    await rejectedAs(texts(), 'sign_in_needed')
    await rejectedAs(page.computer.keepTyped({ key: 'peserta', text: 'x' }), 'sign_in_needed')
    const wulan = (await page.access.status({})).accounts.find(one => one.name === 'Wulan Sari')
    const enter = (id: OperatorId, secret: string) => page.access.signIn({ id, secret })
    await enter(wulan?.id as OperatorId, samplePassword)
    await page.computer.keepTyped({ key: 'peserta', text: 'Siti Aminah' })
    await enter(dimas, password)
    expect(await texts()).toEqual([])
    // Saving or discarding the same form forgets one's own text only.
    await page.computer.keepTyped({ key: 'peserta', text: 'Rahmat' })
    expect(await texts()).toEqual([{ key: 'peserta', text: 'Rahmat' }])
    await page.computer.keepTyped({ key: 'peserta', text: '' })
    await enter(wulan?.id as OperatorId, samplePassword)
    expect(await texts()).toEqual([{ key: 'peserta', text: 'Siti Aminah' }])
  })

  test('are never written to disk', async () => {
    await setUp(fixture)
    mkdirSync(fixture.folder, { recursive: true })
    writeFileSync(join(fixture.folder, 'penanda'), '')
    await fixture.client.computer.keepTyped({ key: 'peserta', text: 'Siti Aminah 3275' })
    expect(fixture.audit().some(row => JSON.stringify(row).includes('Siti Aminah'))).toBe(false)
  })
})

describe('the end of Windows', () => {
  test('closes at once; the snapshot is made once at the next start', async () => {
    await setUp(fixture)
    const folder = join(fixture.folder, 'cadangan')
    const count = () => (existsSync(folder) ? readdirSync(folder).length : 0)
    fixture.backend.closeAtOnce()
    expect(existsSync(join(fixture.folder, 'balai.db-wal'))).toBe(false)
    expect(count()).toBe(0)
    const again = openFixture({ folder: join(fixture.folder, '..') })
    await again.backend.catchUp()
    expect(count()).toBe(1)
    await again.backend.catchUp()
    expect(count()).toBe(1)
    await again.remove()
  })

  test('a snapshot that cannot be made then is reported, and blocks nothing', async () => {
    await setUp(fixture)
    free = 0
    await fixture.backend.catchUp()
    expect((await fixture.client.session.status({})).missedSnapshot).toBe('2024-12-10T08:00:00')
    free = null
    await fixture.backend.catchUp()
    expect((await fixture.client.session.status({})).missedSnapshot).toBeNull()
  })
})

describe('scans', () => {
  const scan = () => new File(['%PDF-1.7 KTP Siti Aminah'], 'ktp.pdf')
  const onDisk = () => readdirSync(join(fixture.folder, 'files')).map(name => join(fixture.folder, 'files', name))

  test('are encrypted on disk, and open in the program', async () => {
    await setUp(fixture)
    // The key is made with the first sealed row, so it exists before the first scan.
    expect((await status()).files).toEqual({ state: 'FILE', sheet: null })
    const { id } = await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
    const { fileId } = await fixture.client.trainee.addFile({ id, kind: 'KTP', file: scan() })
    const [path = ''] = onDisk()
    expect(readFileSync(path).includes('Siti')).toBe(false)
    const { file } = await fixture.client.trainee.openFile({ fileId })
    expect(await file.text()).toBe('%PDF-1.7 KTP Siti Aminah')
    expect((await status()).files).toEqual({ state: 'FILE', sheet: null })
  })

  test('of an older version, which are not encrypted, still open', async () => {
    await setUp(fixture)
    const { id } = await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
    const { fileId } = await fixture.client.trainee.addFile({ id, kind: 'KTP', file: scan() })
    const [path = ''] = onDisk()
    writeFileSync(path, '%PDF-1.7 KTP Siti Aminah')
    expect(await (await fixture.client.trainee.openFile({ fileId })).file.text()).toBe('%PDF-1.7 KTP Siti Aminah')
  })

  test('open on another PC with the sheet, which is valid once two of its groups were typed back', async () => {
    await setUp(fixture)
    const { id } = await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
    const { fileId } = await fixture.client.trainee.addFile({ id, kind: 'KTP', file: scan() })
    const made = await fixture.client.computer.makeSheet({})
    const [page] = (await readPdf(new Uint8Array(await made.file.arrayBuffer()))).pages
    const groups = (page?.items ?? []).map(item => item.text).filter(text => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(text))
    expect(groups).toHaveLength(8)
    expect([made.number, made.replaces, made.ask.length, new Set(made.ask).size]).toEqual([1, null, 2, 2])
    const picture = await readPdf(new Uint8Array(await made.picture.arrayBuffer()))
    const shown = (picture.pages[0]?.items ?? []).map(item => item.text)
    expect(shown.filter(text => text === '••••')).toHaveLength(8)
    expect(groups.filter(group => shown.includes(group))).toEqual([])
    const typed = made.ask.map(group => ({ group, text: groups[group - 1] ?? '' }))

    const mistyped = typed.map((one, index) => (index === 1 ? { ...one, text: 'ZZZZ' } : one))
    const test = (ticket: string, texts: typeof typed) =>
      fixture.client.computer.testSheet({ ticket, groups: texts, holder: 'brankas Kepala' })
    expect(await rejectedAs(test(made.ticket, mistyped), 'recovery_group_wrong')).toMatchObject({ group: made.ask[1] })
    expect((await status()).files.sheet).toBeNull()
    expect(await test(made.ticket, typed)).toEqual({ number: 1 })
    await rejectedAs(test(made.ticket, typed), 'no_sheet_waiting')
    expect((await status()).files.sheet).toEqual({ number: 1, madeAt: '2024-12-10T08:00:00' })
    expect((await fixture.client.backup.status({})).sheet).toMatchObject({ holder: 'brankas Kepala', before: null })
    // The code is on paper only; the audit says who had it.
    expect(fixture.audit().map(row => row.after)).toContain('{"made":1}')
    const kept = readdirSync(join(fixture.folder, 'kunci')).map(name =>
      readFileSync(join(fixture.folder, 'kunci', name), 'utf8'),
    )
    const texts = [...kept, ...fixture.audit().map(row => JSON.stringify(row))].join('\n')
    expect(groups.filter(group => texts.includes(group))).toEqual([])

    // Another PC: the same folder without the key of this PC.
    await fixture.backend.close()
    rmSync(join(fixture.folder, 'kunci/da7a0001.json'))
    const away = openFixture({ folder: join(fixture.folder, '..') })
    expect((await away.client.computer.status({})).files.state).toBe('LOCKED')
    await rejectedAs(away.client.trainee.openFile({ fileId }), 'data_locked')
    await rejectedAs(away.client.trainee.addFile({ id, kind: 'KK', file: scan() }), 'data_locked')
    expect(await rejectedAs(away.client.computer.unlock({ code: 'ABCD' }), 'recovery_group_wrong')).toMatchObject({
      group: 1,
    })
    await away.client.computer.unlock({ code: groups.join(' ').toLowerCase() })
    expect(await (await away.client.trainee.openFile({ fileId })).file.text()).toBe('%PDF-1.7 KTP Siti Aminah')
    await away.backend.close()
    await fixture.reopen()
  })
})

describe('the encryption of the disk', () => {
  test.each([
    ['1\r\n', 'ON'],
    ['3', 'ON'],
    ['2', 'OFF'],
    ['5', 'OFF'],
    ['', 'UNKNOWN'],
    ['Access denied', 'UNKNOWN'],
  ])('%j is %s', (answer, state) => expect(readBitLocker(answer)).toBe(state))

  test('is read from this system, or unknown', async () => {
    expect(['ON', 'OFF', 'UNKNOWN']).toContain(await fixture.client.computer.disk({}))
  })
})
