import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HostServices } from '../../../electron/backend/host-services.ts'
import program from '../../../package.json' with { type: 'json' }
import { readPdf } from '../../papers/read-pdf.ts'
import { addTrainees, setUp } from '../class-steps.ts'
import { type House, openHouse, refusalOf, refusedAs } from '../house.ts'

let house: House
beforeEach(() => {
  house = openHouse({ today: '2024-12-10' })
})
afterEach(() => house.remove())

describe('the state', () => {
  test('before the first start waits for the centre', async () => {
    house.setToday('2024-12-31', '23:59')
    expect(await house.client.session.status({})).toEqual({
      state: 'setup',
      schemaVersion: null,
      dataFolder: house.folder,
      snapshots: [],
      provenSnapshot: null,
      today: '2024-12-31',
      now: '2024-12-31T23:59',
      version: program.version,
      capabilities: { print: 'page', save: 'download' },
      centre: null,
      operator: null,
      operators: [],
    })
    expect(await refusalOf(house.client.centre.get({}))).toEqual({ code: 'not_set_up' })
  })

  test('after it is ready, with who sits at the desk', async () => {
    await setUp(house)
    expect(await house.client.session.status({})).toMatchObject({
      state: 'ready',
      centre: { name: 'UPT Balai Latihan Kerja', city: 'Tangerang', practice: false },
      operator: { name: 'Wulan Sari' },
      operators: [{ name: 'Wulan Sari' }],
    })
    expect(await refusalOf(setUp(house))).toEqual({ code: 'already_set_up' })
  })

  test('of a folder that cannot be written has words', async () => {
    const file = join(house.folder, '..', 'berkas')
    writeFileSync(file, '')
    const blocked = openHouse({ folder: join(file, 'di-dalam') })
    expect(await blocked.client.session.status({})).toMatchObject({ state: 'unwritable', centre: null })
    expect(await refusalOf(blocked.client.program.list({}))).toMatchObject({ code: 'folder_unwritable' })
    await blocked.backend.close()
  })

  test('of a folder without data, where none is to be made, is a refusal', async () => {
    const absent = openHouse({ folder: join(house.folder, 'tidak-ada'), create: false })
    expect(await refusalOf(absent.client.home.overview({}))).toMatchObject({ code: 'database_missing' })
    expect(existsSync(absent.folder)).toBe(false)
    await absent.backend.close()
  })
})

describe('the person at the desk', () => {
  test('is changed by id or by a name, which makes them known', async () => {
    await setUp(house)
    const { id } = await house.client.session.chooseOperator({ name: ' Budi  Santoso ' })
    expect((await house.client.session.status({})).operator).toEqual({ id, name: 'Budi Santoso' })
    expect(await house.client.session.chooseOperator({ name: 'Budi Santoso' })).toEqual({ id })
    expect((await house.client.session.status({})).operators).toHaveLength(2)
    expect(await refusalOf(house.client.session.chooseOperator({ id: 99 as typeof id }))).toEqual({
      code: 'not_found',
      thing: 'operator',
    })
  })
})

describe('the practice centre', () => {
  const counts = async () => {
    const { total } = await house.client.trainee.list({ search: '', limit: 1, offset: 0 })
    return { people: total, classes: (await house.client.cohort.list({})).length }
  }

  test('is a centre of its own with three classes around today; leaving it brings the real one back', async () => {
    await setUp(house)
    await addTrainees(house, 3)
    const before = house.audit().length
    await house.client.session.openPractice({})
    const status = await house.client.session.status({})
    expect(status).toMatchObject({ state: 'ready', centre: { practice: true } })
    expect(status.dataFolder).toBe(join(house.folder, 'latihan'))
    expect(await counts()).toEqual({ people: 48, classes: 3 })
    const classes = await house.client.cohort.list({})
    expect(classes.map(row => row.status).toSorted()).toEqual(['finished', 'planned', 'running'])
    expect((await house.client.centre.get({})).centre.practice).toBe(true)

    await house.client.session.leavePractice({})
    expect(await house.client.session.status({})).toMatchObject({
      centre: { practice: false },
      dataFolder: house.folder,
    })
    expect(await counts()).toEqual({ people: 3, classes: 0 })
    expect(house.audit()).toHaveLength(before)
  })

  test('is filled once, and keeps what was done in it', async () => {
    await house.client.session.openPractice({})
    await house.client.calendar.saveYear({ year: 2033, source: 'Latihan' })
    await house.client.session.leavePractice({})
    expect((await house.client.session.status({})).state).toBe('setup')
    await house.client.session.openPractice({})
    expect((await house.client.calendar.years({})).map(row => row.year)).toContain(2033)
    expect(await counts()).toEqual({ people: 48, classes: 3 })
    expect(existsSync(join(house.folder, 'latihan', 'cadangan'))).toBe(true)
  })

  test('marks every paper', async () => {
    await house.client.session.openPractice({})
    const [row] = await house.client.cohort.list({})
    const code = row?.code ?? ''
    const { file } = await house.client.paper.make({ code, key: 'participants', size: null, day: null })
    const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(pages.every(page => page.items.some(item => item.text === 'LATIHAN'))).toBe(true)
  })

  test.each(['2031-03-14', '2024-01-05', '2025-12-30'] as const)('can be opened on %s', async today => {
    house.setToday(today)
    await house.client.session.openPractice({})
    expect(await counts()).toEqual({ people: 48, classes: 3 })
  })

  test('is left even where the real database has been damaged meanwhile', async () => {
    await setUp(house)
    await house.client.session.openPractice({})
    writeFileSync(join(house.folder, 'balai.db'), 'gone')
    await house.client.session.leavePractice({})
    expect((await house.client.session.status({})).state).toBe('damaged')
  })
})

describe('printing and saving', () => {
  const pdf = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })

  test('are the page’s own work where the host has no dialogs', async () => {
    expect(await refusalOf(house.client.session.print({ title: 'a', pdf }))).toEqual({
      code: 'host_cannot',
      act: 'print',
    })
    expect(await refusalOf(house.client.session.save({ name: 'a.pdf', file: pdf }))).toEqual({
      code: 'host_cannot',
      act: 'save',
    })
  })

  test('are handed to the host with title, name and bytes where it has them', async () => {
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
    const shell = openHouse({ host })
    expect(await shell.client.session.print({ title: 'Sertifikat', pdf })).toEqual({ printed: true })
    expect(await shell.client.session.save({ name: 'a.pdf', file: pdf })).toEqual({ saved: false })
    expect(jobs).toEqual([
      ['Sertifikat', '%PDF-1.7'],
      ['a.pdf', '%PDF-1.7'],
    ])
    await shell.remove()
  })

  test('a full disk at saving is told as such', async () => {
    const host: HostServices = {
      capabilities: { print: 'page', save: 'dialog' },
      print: async () => ({ printed: false }),
      printers: async () => [],
      async save() {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      },
    }
    const shell = openHouse({ host })
    await refusedAs(shell.client.session.save({ name: 'a.pdf', file: pdf }), 'disk_full')
    await shell.remove()
  })
})

test('no log is written while nothing goes wrong', async () => {
  await setUp(house)
  expect(existsSync(join(house.folder, 'catatan.log'))).toBe(false)
  expect(readFileSync(join(house.folder, 'balai.db')).length).toBeGreaterThan(0)
})
