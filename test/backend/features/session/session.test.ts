import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HostServices } from '../../../../electron/backend/host-services.ts'
import program from '../../../../package.json' with { type: 'json' }
import { readPdf } from '../../../papers/read-pdf.ts'
import { addTrainees, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(() => {
  fixture = openFixture({ today: '2024-12-10' })
})
afterEach(() => fixture.remove())

describe('the state', () => {
  test('before the first start waits for the centre', async () => {
    fixture.setToday('2024-12-31', '23:59')
    expect(await fixture.client.session.status({})).toEqual({
      state: 'setup',
      trouble: null,
      dataFolder: fixture.folder,
      snapshots: [],
      provenSnapshot: null,
      missedSnapshot: null,
      changedOutside: [],
      clockJumpedFrom: null,
      signingKeyGone: false,
      today: '2024-12-31',
      now: '2024-12-31T23:59',
      version: program.version,
      startedAt: expect.any(String),
      capabilities: { print: 'page', save: 'download' },
      centre: null,
      desk: 'Baris perintah',
      shared: null,
      desks: 0,
      operator: null,
      elsewhere: [],
      lockedAt: null,
      mustChange: false,
      hasAccounts: false,
    })
    expect(await domainErrorOf(fixture.client.centre.get({}))).toEqual({ code: 'not_set_up' })
  })

  test('after it is ready, and names the acting person', async () => {
    await setUp(fixture)
    expect(await fixture.client.session.status({})).toMatchObject({
      state: 'ready',
      centre: { name: 'UPT Balai Latihan Kerja', city: 'Tangerang', practice: false },
      operator: { name: 'Wulan Sari' },
      hasAccounts: true,
    })
    expect(await domainErrorOf(setUp(fixture))).toEqual({ code: 'already_set_up' })
  })

  test('of a folder that cannot be written has a message', async () => {
    const file = join(fixture.folder, '..', 'berkas')
    writeFileSync(file, '')
    const blocked = openFixture({ folder: join(file, 'di-dalam') })
    expect(await blocked.client.session.status({})).toMatchObject({ state: 'unwritable', centre: null })
    expect(await domainErrorOf(blocked.client.program.list({}))).toMatchObject({ code: 'folder_unwritable' })
    await blocked.backend.close()
  })

  test('of a folder without data, where none may be created, is an error', async () => {
    const absent = openFixture({ folder: join(fixture.folder, 'tidak-ada'), create: false })
    expect(await domainErrorOf(absent.client.home.overview({}))).toMatchObject({ code: 'database_missing' })
    expect(existsSync(absent.folder)).toBe(false)
    await absent.backend.close()
  })
})

describe('the practice centre', () => {
  const counts = async () => {
    const { total } = await fixture.client.trainee.list({ search: '', limit: 1, offset: 0 })
    return { people: total, classes: (await fixture.client.cohort.list({})).length }
  }

  test('is a separate centre with three classes around today; leaving it returns to the real one', async () => {
    await setUp(fixture)
    await addTrainees(fixture, 3)
    const before = fixture.audit().length
    await fixture.client.session.openPractice({})
    const status = await fixture.client.session.status({})
    expect(status).toMatchObject({ state: 'ready', centre: { practice: true } })
    expect(status.dataFolder).toBe(join(fixture.folder, 'latihan'))
    expect(await counts()).toEqual({ people: 48, classes: 3 })
    const classes = await fixture.client.cohort.list({})
    expect(classes.map(row => row.status).toSorted()).toEqual(['finished', 'planned', 'running'])
    expect((await fixture.client.centre.get({})).centre.practice).toBe(true)

    await fixture.client.session.leavePractice({})
    expect(await fixture.client.session.status({})).toMatchObject({
      centre: { practice: false },
      dataFolder: fixture.folder,
    })
    expect(await counts()).toEqual({ people: 3, classes: 0 })
    expect(fixture.audit()).toHaveLength(before)
  })

  test('is filled once, and keeps its changes', async () => {
    await fixture.client.session.openPractice({})
    await fixture.client.calendar.saveYear({ year: 2033, source: 'Latihan' })
    await fixture.client.session.leavePractice({})
    expect((await fixture.client.session.status({})).state).toBe('setup')
    await fixture.client.session.openPractice({})
    expect((await fixture.client.calendar.years({})).map(row => row.year)).toContain(2033)
    expect(await counts()).toEqual({ people: 48, classes: 3 })
    expect(existsSync(join(fixture.folder, 'latihan', 'cadangan'))).toBe(true)
  })

  test('can be reset to its beginning, which the real centre cannot', async () => {
    await setUp(fixture)
    await addTrainees(fixture, 3)
    await rejectedAs(fixture.client.session.resetPractice({}), 'practice_only')
    expect(await counts()).toEqual({ people: 3, classes: 0 })
    await fixture.client.session.openPractice({})
    await fixture.client.calendar.saveYear({ year: 2033, source: 'Latihan' })
    await fixture.client.session.resetPractice({})
    expect((await fixture.client.calendar.years({})).map(row => row.year)).not.toContain(2033)
    expect(await counts()).toEqual({ people: 48, classes: 3 })
    expect(existsSync(join(fixture.folder, 'latihan-lama'))).toBe(false)
    await fixture.client.session.leavePractice({})
    expect(await counts()).toEqual({ people: 3, classes: 0 })
  })

  test('starts again as the scene of a task, on a Sunday too', async () => {
    const wholeBook = { search: '', kind: null, limit: 20, offset: 0 }
    fixture.setToday('2026-11-29')
    const { client } = fixture
    const codes = async () => (await client.cohort.list({})).map(row => row.code).toSorted()
    await client.session.openPractice({ scene: 'decided' })
    expect(await codes()).toEqual(['SM-2026-01', 'TB-2026-01', 'TR-2026-01'])
    expect(await client.graduation.get({ code: 'TR-2026-01' })).toMatchObject({ panel: { heldOn: '2026-11-29' } })
    expect((await client.book.list(wholeBook)).total).toBe(0)
    // There is a day to fill in, whatever the date is.
    expect((await client.attendance.tasks({})).earlier.map(task => task.code)).toContain('TB-2026-01')
    await client.session.resetPractice({ scene: 'issued' })
    expect((await client.book.list(wholeBook)).total).toBe(13)
    await client.session.leavePractice({})
    await client.session.openPractice({ scene: 'new' })
    expect(await counts()).toEqual({ people: 0, classes: 0 })
    expect(await client.instructor.list({})).toHaveLength(1)
    await client.session.openPractice({ scene: 'substitute' })
    expect(await client.instructor.list({})).toHaveLength(4)
    await client.session.openPractice({})
    expect(await client.instructor.list({})).toHaveLength(4)
  })

  test('marks every paper', async () => {
    await fixture.client.session.openPractice({})
    const [row] = await fixture.client.cohort.list({})
    const code = row?.code ?? ''
    const { file } = await fixture.client.paper.make({ code, key: 'participants', size: null, day: null })
    const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(pages.every(page => page.items.some(item => item.text === 'LATIHAN'))).toBe(true)
  })

  test.each(['2031-03-14', '2024-01-05', '2025-12-30'] as const)('can be opened on %s', async today => {
    fixture.setToday(today)
    await fixture.client.session.openPractice({})
    expect(await counts()).toEqual({ people: 48, classes: 3 })
  })

  test('can be left even when the real database was damaged meanwhile', async () => {
    await setUp(fixture)
    await fixture.client.session.openPractice({})
    writeFileSync(join(fixture.folder, 'balai.db'), 'gone')
    await fixture.client.session.leavePractice({})
    expect((await fixture.client.session.status({})).state).toBe('damaged')
  })
})

describe('printing and saving', () => {
  const pdf = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })

  test('are done by the page where the host has no dialogs', async () => {
    expect(await domainErrorOf(fixture.client.session.print({ title: 'a', pdf }))).toEqual({
      code: 'host_cannot',
      action: 'print',
    })
    expect(await domainErrorOf(fixture.client.session.save({ name: 'a.pdf', file: pdf }))).toEqual({
      code: 'host_cannot',
      action: 'save',
    })
  })

  test('are passed to the host with title, name and bytes where it has dialogs', async () => {
    const jobs: unknown[] = []
    const host: HostServices = {
      capabilities: { print: 'system', save: 'dialog' },
      async print(job) {
        jobs.push([job.title, Buffer.from(job.pdf).toString()])
        return { printed: true }
      },
      printers: async () => [],
      async save(job) {
        jobs.push([job.name, Buffer.from(job.bytes).toString()])
        return { saved: false }
      },
    }
    const shell = openFixture({ host })
    expect(await shell.client.session.print({ title: 'Sertifikat', pdf })).toEqual({ printed: true })
    expect(await shell.client.session.save({ name: 'a.pdf', file: pdf })).toEqual({ saved: false })
    expect(jobs).toEqual([
      ['Sertifikat', '%PDF-1.7'],
      ['a.pdf', '%PDF-1.7'],
    ])
    await shell.remove()
  })

  test('a full disk while saving has its own error', async () => {
    const host: HostServices = {
      capabilities: { print: 'page', save: 'dialog' },
      print: async () => ({ printed: false }),
      printers: async () => [],
      async save() {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      },
    }
    const shell = openFixture({ host })
    await rejectedAs(shell.client.session.save({ name: 'a.pdf', file: pdf }), 'disk_full')
    await shell.remove()
  })
})

test('no log is written while nothing goes wrong', async () => {
  await setUp(fixture)
  expect(existsSync(join(fixture.folder, 'catatan.log'))).toBe(false)
  expect(readFileSync(join(fixture.folder, 'balai.db')).length).toBeGreaterThan(0)
})
