import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { samplePerson, setUp } from '../backend/cohort-steps.ts'
import { type Fixture, openFixture } from '../backend/fixture.ts'
import { startProgram } from '../backend/programs/program.ts'
import { balai, balaiProcess, filesIn, json, spellOut } from './balai.ts'

type Check = { ok: boolean; checks: { key: string; ok: boolean; detail: string }[] }
type Failed = { error: { code: string; message: string } }

let fixture: Fixture
let data: string
beforeEach(async () => {
  fixture = openFixture()
  data = fixture.folder
  await setUp(fixture)
  await fixture.client.session.takeSnapshot({})
  fixture.setToday('2024-12-11')
  await fixture.client.program.saveRoom({ id: null, room: { name: 'R. Baru', capacity: 9, note: '', active: true } })
  await fixture.backend.close()
})
afterEach(() => fixture.remove())

const damage = () => truncateSync(join(data, 'balai.db'), Math.floor(statSync(join(data, 'balai.db')).size / 2))

describe('check', () => {
  test('reads every scan: lost or changed files are damage, files without a row are only named', async () => {
    await fixture.reopen()
    const { id } = await fixture.client.trainee.save({ id: null, trainee: samplePerson(0) })
    for (const kind of ['KTP', 'KK'] as const)
      await fixture.client.trainee.addFile({ id, kind, file: new File([`%PDF-1.7 ${kind}`], 'a.pdf') })
    await fixture.backend.close()
    const folder = join(data, 'files')
    const [first = '', second = ''] = readdirSync(folder)
    const found = async () => {
      const { checks } = json<Check>(await balai('check', '--data', data, '--json'))
      return checks.find(check => check.key === 'files')
    }
    expect(await found()).toMatchObject({ ok: true, detail: '2 berkas' })
    writeFileSync(join(folder, 'ditinggal.tmp'), 'setengah')
    expect(await found()).toMatchObject({
      ok: true,
      detail: expect.stringMatching(
        /^2 berkas; tanpa pemilik, dihapus sendiri 30 hari sesudah ditemukan: files\/ditinggal\.tmp \(\d{4}-\d\d-\d\d\)$/,
      ),
    })
    writeFileSync(join(folder, first), '%PDF-1.7 XX')
    rmSync(join(folder, second))
    expect(await found()).toMatchObject({
      ok: false,
      detail: expect.stringMatching(
        `^2 berkas; hilang: ${second} .K(K|TP) peserta nomor 1.*; rusak: ${first} .*; tanpa pemilik, .*: files/ditinggal.tmp .*$`,
      ),
    })
    expect((await balai('check', '--data', data)).exitCode).toBe(1)
    await fixture.reopen()
    // As the check advises, files that a restored snapshot names but the disk lacks are deleted on the page of the person.
    for (const file of (await fixture.client.trainee.get({ id })).files)
      await fixture.client.trainee.removeFile({ fileId: file.id })
    await fixture.backend.close()
    expect(await found()).toMatchObject({ ok: true })
  })

  test('finds healthy data in order, and changes nothing', async () => {
    const before = filesIn(data)
    const ended = await balai('check', '--data', data, '--json')
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const { ok, checks } = json<Check>(ended)
    expect(ok).toBe(true)
    expect(checks.filter(check => !check.ok)).toEqual([])
    expect(checks.find(check => check.key === 'snapshots')?.detail).toContain('2 cadangan')
    expect(checks.find(check => check.key === 'audit')?.detail).toMatch(/^\d+ baris/)
    expect(filesIn(data)).toEqual(before)
    expect(checks.find(check => check.key === 'files')).toEqual({ key: 'files', ok: true, detail: '0 berkas' })
    const words = await balai('check', '--data', data)
    expect(words.exitCode).toBe(0)
    expect(words.stdout.split('\n').filter(line => line.startsWith('baik ')).length).toBe(checks.length)
  })

  test.each([
    ['a file that lost its end', damage, 'integrity'],
    ['an audit that was changed', () => tamper("UPDATE audit SET operator = 'Orang Lain' WHERE id = 2"), 'audit'],
    ['a reference into nothing', () => tamper("INSERT INTO trainee_photo VALUES (99, x'ff')"), 'foreign_keys'],
    ['a snapshot that does not open', () => writeFileSync(snapshotFile(), 'gone'), 'snapshots'],
  ])('finds %s', async (_, harm, key) => {
    harm()
    const ended = await balai('check', '--data', data, '--json')
    expect(ended.exitCode).toBe(1)
    const { ok, checks } = json<Check>(ended)
    expect(ok).toBe(false)
    expect(checks.filter(check => !check.ok).map(check => check.key)).toContain(key)
    const words = await balai('check', '--data', data)
    expect(words.exitCode).toBe(1)
    expect(words.stdout).toContain(`RUSAK  ${key}`)
  })

  function tamper(sql: string): void {
    const raw = new BetterSqlite(join(data, 'balai.db'))
    raw.pragma('foreign_keys = OFF')
    raw.exec(`DROP TRIGGER audit_kept; ${sql}`)
    raw.close()
  }

  function snapshotFile(): string {
    const [name = ''] = readdirSync(join(data, 'cadangan'))
    return join(data, 'cadangan', name)
  }

  test('of a folder without data names the folder', async () => {
    const nowhere = join(dirname(data), 'tidak-ada')
    const ended = await balai('check', '--data', nowhere, '--json')
    expect(ended.exitCode).toBe(1)
    expect(json<Failed>(ended).error).toMatchObject({
      code: 'database_missing',
      message: expect.stringContaining(nowhere),
    })
    expect(spellOut(ended)).toBe(true)
  })

  test.each([
    ['newer', 'PRAGMA user_version = 77'],
    ['foreign', 'PRAGMA application_id = 77'],
  ])('leaves a %s database unchanged', async (kind, sql) => {
    const raw = new BetterSqlite(join(data, 'balai.db'))
    raw.exec(sql)
    raw.close()
    const before = filesIn(data)
    const ended = await balai('check', '--data', data, '--json')
    expect(ended.exitCode).toBe(1)
    expect(json<Failed>(ended).error.code).toBe(`database_${kind}`)
    expect(filesIn(data)).toEqual(before)
  })

  test('and restore refuse data that the program has open', async () => {
    const program = startProgram('hold-database.ts', data)
    expect(await program.line()).toBe('open')
    for (const command of ['check', 'restore']) {
      const ended = await balai(command, '--data', data, '--json')
      expect(ended.exitCode).toBe(1)
      expect(json<Failed>(ended).error.code).toBe('database_locked')
    }
    await program.end()
  })
})

describe('restore', () => {
  test('replaces a damaged file by the newest good snapshot, and keeps the file', async () => {
    damage()
    const bytes = readFileSync(join(data, 'balai.db'))
    const ended = await balai('restore', '--data', data, '--today', '2024-12-12', '--json')
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const answer = json<{ snapshot: string; keptAs: string }>(ended)
    expect(answer.snapshot).toBe('balai-2024-12-11T08-00-00.db')
    expect(answer.keptAs).toMatch(/^balai-disisihkan-2024-12-12T08-00-\d\d\.db$/)
    expect(readFileSync(join(data, answer.keptAs)).equals(bytes)).toBe(true)
    expect((await balai('check', '--data', data)).exitCode).toBe(0)
    await fixture.reopen()
    expect((await fixture.client.program.rooms({})).map(room => room.name)).toContain('R. Baru')
    expect(fixture.audit().at(-1)).toMatchObject({ operation: 'session.restore', entity_id: answer.snapshot })
  })

  test('restores the named snapshot', async () => {
    damage()
    const ended = await balai('restore', '--data', data, '--snapshot', 'balai-2024-12-10T08-00-00.db')
    expect(ended.exitCode).toBe(0)
    expect(ended.stdout).toMatch(/^Dipulihkan dari balai-2024-12-10T08-00-00\.db\. Berkas lama disimpan sebagai /)
    await fixture.reopen()
    expect((await fixture.client.program.rooms({})).map(room => room.name)).not.toContain('R. Baru')
  })

  test('brings back a file that was deleted', async () => {
    rmSync(join(data, 'balai.db'))
    const ended = await balai('restore', '--data', data, '--json')
    expect(ended.exitCode).toBe(0)
    expect(json<{ keptAs: string | null }>(ended).keptAs).toBeNull()
    expect((await balai('check', '--data', data)).exitCode).toBe(0)
  })

  test.each([
    ['a snapshot that does not exist', ['--snapshot', 'balai-2020-01-01T00-00-00.db'], 'snapshot_unknown'],
    ['a name that leads out of the folder', ['--snapshot', '../balai.db'], 'snapshot_unknown'],
    ['a name of 300 letters', ['--snapshot', 'x'.repeat(300)], 'snapshot_unknown'],
  ])('refuses %s', async (_, args, code) => {
    const before = filesIn(data)
    const ended = await balai('restore', '--data', data, ...args, '--json')
    expect(ended.exitCode).toBe(1)
    expect(json<Failed>(ended).error.code).toBe(code)
    expect(spellOut(ended)).toBe(true)
    expect(filesIn(data)).toEqual(before)
  })

  test('without any snapshot says where it looked', async () => {
    rmSync(join(data, 'cadangan'), { recursive: true })
    damage()
    const ended = await balai('restore', '--data', data, '--json')
    expect(ended.exitCode).toBe(1)
    expect(json<Failed>(ended).error).toMatchObject({
      code: 'no_good_snapshot',
      message: expect.stringContaining(join(data, 'cadangan')),
    })
  })
})

describe('a wrong command line', () => {
  test.each([
    [['check', '--data']],
    [['check', '--warna', 'merah']],
    [['check', 'di', 'sini']],
    [['restore', '--today', '31/12/2024']],
    [['serve', '--port', 'delapan']],
    [['serve', '--port', '70000']],
    [['serve', '--today', '2024-13-01']],
    [['bongkar']],
    [[]],
    [['constructor']],
  ])('%j exits with 2, a message and the usage', async args => {
    const ended = await balai(...args, '--json')
    expect(ended.exitCode).toBe(2)
    expect(spellOut(ended)).toBe(true)
    expect(ended.stderr).toMatch(/^balai (?:check|restore|serve|plan) /m)
    expect(json<Failed>(ended).error.code).toBe('usage')
  })
})

test.each([
  [['--help'], /^balai demo [\s\S]*^balai sign-release /m],
  [['replan', '--help'], /^balai replan --close [^\n]*\n$/],
])('%j prints its usage', async (args, usage) => {
  const ended = await balai(...args)
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  expect(ended.stdout).toMatch(usage)
})

test('without --json there are only messages, on stderr', async () => {
  const ended = await balaiProcess('bongkar')
  expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
  expect(ended.stderr).toMatch(/^Perintah “bongkar” tidak dikenal\.$/m)
})

test('an unusable folder is named in the message', async () => {
  const file = join(dirname(data), 'berkas')
  writeFileSync(file, '')
  mkdirSync(join(dirname(data), 'kosong'))
  for (const folder of [join(file, 'data'), join(dirname(data), 'kosong')]) {
    const ended = await balai('check', '--data', folder)
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' })
    expect(ended.stderr).toContain(folder)
    expect(spellOut(ended)).toBe(true)
  }
})
