import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findEdition, formsOf } from '../../../../electron/backend/features/scan/sheet-edition-store.ts'
import type { SignatureBox } from '../../../../electron/backend/paper-kit/returning-sheet.ts'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import { chanceOf } from '../../../scans/chance.ts'
import { pdfOfScans, returnSheet, signSheet, type Way } from '../../../scans/make-scan.ts'
import { addInstructor, addTrainees, createSampleCohort, enrolled, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../../fixture.ts'

const scanner: Way = { turned: 2.5, slanted: 0, grain: 4, blur: 0.3, dim: 0.03, quality: 70, size: 1 }
const photo: Way = { turned: -4, slanted: 0.1, grain: 5, blur: 0.8, dim: 0.3, quality: 75, size: 1.1 }

let fixture: Fixture
let code: string
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const rina = await addInstructor(fixture, 'Rina', {})
  code = await createSampleCohort(fixture, { instructorId: rina, traineeIds: await addTrainees(fixture, 6) })
  fixture.setToday('2024-12-17')
})
afterEach(() => fixture.remove())

async function print(day: number): Promise<Uint8Array> {
  const { file } = await fixture.client.paper.make({ code, key: 'attendance-day', size: null, day })
  return new Uint8Array(await file.arrayBuffer())
}

/** A scan takes a second to make, and each sheet of the class is the same in every test, so keep them. */
const made = new Map<string, Promise<Uint8Array>>()

/** The sheet of a day as a scan; everybody signed except these numbers. */
async function signedSheet(day: number, absent: number[], way: Way, version = 1): Promise<Uint8Array> {
  const pdf = await print(day)
  const db = fixture.backend.workspace.read
  const cohortId = db.value<number>('SELECT id FROM cohort WHERE code = ?', [code])
  const edition = findEdition(db, cohortId, version)
  const [form] = edition ? formsOf(db, edition, `0${day}`, 1) : []
  if (!form) throw new Error('the sheet is not remembered')
  const key = JSON.stringify([day, absent, way, form.boxes])
  const scan = made.get(key) ?? makeScan(pdf, form.boxes, absent, way)
  made.set(key, scan)
  return scan
}

async function makeScan(pdf: Uint8Array, boxes: SignatureBox[], absent: number[], way: Way): Promise<Uint8Array> {
  const chance = chanceOf(7)
  const signed = await signSheet(pdf, 0, boxes, {
    chance,
    dotsPerInch: 150,
    signs: one => !absent.includes(one.position),
  })
  return returnSheet(signed, way, chance)
}

let tickets = 0
function readScan(bytes: Uint8Array, name = 'pindai.pdf', ticket?: string) {
  tickets += 1
  return fixture.client.scan.read({
    file: new File([new Uint8Array(bytes)], name),
    ticket: ticket ?? `aaaa-${tickets}000`,
  })
}

async function marksOfDay(n: number): Promise<(Mark | null)[]> {
  const { rows } = await fixture.client.attendance.grid({ code })
  return rows.map(row => row.cells[n - 1]?.mark ?? null)
}

const filesOnDisk = () => {
  const folder = join(fixture.folder, 'files')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('a scan of many pages is filed by its codes, and its boxes are read', async () => {
  const pages = [await signedSheet(1, [2, 5], scanner), await signedSheet(2, [1], photo)]
  const receipt = await readScan(await pdfOfScans(pages))
  expect(receipt.pages.map(page => page.sheet)).toMatchObject([
    { code, place: { kind: 'day', n: 1 }, page: 1, version: 1 },
    { code, place: { kind: 'day', n: 2 }, page: 1, version: 1 },
  ])
  expect(receipt).toMatchObject({ seen: 0, unreadable: [] })
  const folder = await fixture.client.folder.get({ code })
  expect(folder.rows.find(row => row.key === 'attendance-day')?.sheets).toEqual({ back: 2, of: 15 })
  expect(filesOnDisk()).toHaveLength(2)
  const empty = await Promise.all(
    receipt.pages.map(async ({ id }) => {
      const { rows, warnings } = await fixture.client.scan.detail({ id })
      expect(warnings).toEqual([])
      expect(rows.map(row => row.confidence)).toEqual(rows.map(row => row.confidence).toSorted())
      return rows.filter(row => !row.signed).map(row => row.position)
    }),
  )
  expect(empty.map(row => row.toSorted())).toEqual([[2, 5], [1]])
  const [first] = receipt.pages
  if (!first) throw new Error('no page')
  const { file } = await fixture.client.scan.picture({ id: first.id })
  expect(file.type).toBe('image/jpeg')
})

test('confirmed marks are written as attendance; earlier marks stay and the day stays open', async () => {
  const { pages } = await readScan(await signedSheet(1, [2, 5], scanner), 'pindai.jpg')
  const id = pages[0]?.id
  if (!id) throw new Error('no page')
  const third = await enrolled(fixture, code, 3)
  await fixture.client.attendance.mark({
    code,
    marks: [{ enrolmentId: third.enrolmentId, n: 1, mark: 'S', arrivedAt: null, note: '' }],
    reason: null,
  })
  const { rows } = await fixture.client.scan.detail({ id })
  expect(rows.find(row => row.position === 3)).toMatchObject({ signed: true, present: 'S' })
  const marks = rows.flatMap(({ enrolmentId, n, signed }) => (signed ? [{ enrolmentId, n, mark: 'H' as const }] : []))
  expect(await fixture.client.scan.confirm({ id, marks })).toEqual({ written: 3, kept: 1 })
  expect(await marksOfDay(1)).toEqual(['H', null, 'S', 'H', null, 'H'])
  expect((await fixture.client.cohort.get({ code })).days[0]?.closed).toBeNull()
  expect(await fixture.client.scan.list({ code })).toMatchObject([{ state: 'confirmed' }])
  const again = { code: 'scan_confirmed', by: expect.any(String) }
  expect(await domainErrorOf(fixture.client.scan.confirm({ id, marks: [] }))).toEqual(again)
  expect(await domainErrorOf(fixture.client.scan.discard({ id }))).toEqual(again)
})

test('a sheet of an older version is recognised with its changes since, and read by its own numbering', async () => {
  const old = await signedSheet(1, [2, 5], scanner)
  const [second, fifth] = [await enrolled(fixture, code, 2), await enrolled(fixture, code, 5)]
  await fixture.client.cohort.unenrol({ enrolmentId: second.enrolmentId })
  await print(1)
  const { pages } = await readScan(old, 'lama.jpg')
  const id = pages[0]?.id
  if (!id) throw new Error('no page')
  const { warnings, rows } = await fixture.client.scan.detail({ id })
  expect(warnings).toMatchObject([
    {
      kind: 'old',
      version: 1,
      changes: [{ kind: 'went', position: 2 }, { kind: 'renumbered', from: 3, to: 2 }, {}, {}, {}],
    },
  ])
  expect(rows).toHaveLength(5)
  // Number 5 on the signed sheet is number 4 today.
  expect(rows.filter(row => !row.signed).map(row => row.enrolmentId)).toEqual([fifth.enrolmentId])
  const now = await readScan(await signedSheet(1, [2, 5], scanner, 2), 'baru.jpg')
  expect(now.pages[0]?.sheet).toMatchObject({ version: 2 })
})

test('the version grows with a change, not with another print', async () => {
  const versions = () => fixture.backend.workspace.read.all<{ version: number }>('SELECT version FROM sheet_edition')
  await print(1)
  await print(1)
  await fixture.client.paper.make({ code, key: 'attendance-15', size: 'F4', day: null })
  expect(versions()).toEqual([{ version: 1 }])
  await fixture.client.cohort.leave({
    enrolmentId: (await enrolled(fixture, code, 6)).enrolmentId,
    afterDay: 1,
    kind: 'withdrawn',
    reason: 'Pindah kota bersama keluarga',
  })
  await print(1)
  expect(versions()).toEqual([{ version: 1 }, { version: 2 }])
})

test('a sheet with moved boxes has another version', async () => {
  await print(1)
  const rows = () => fixture.backend.workspace.read.all<{ version: number }>('SELECT version FROM sheet_edition')
  const decree = { decreeIssuer: '', decreeNumber: '', decreeDate: null, decreeSubject: '' }
  const facts = { ...decree, roomId: null, startTime: '08:00', endTime: '15:15', fundingSource: '' }
  // Adds a line below the title, which moves the boxes.
  await fixture.client.cohort.update({ code, facts: { ...facts, activity: 'Pelatihan Kerja' } })
  await print(1)
  expect(rows()).toEqual([{ version: 1 }, { version: 2 }])
})

test('the same scan is recognised, a second scan of the same sheet is reported', async () => {
  const scan = await signedSheet(1, [2, 5], scanner)
  await readScan(scan, 'a.jpg')
  expect(await readScan(scan, 'b.jpg')).toMatchObject({ pages: [], seen: 1 })
  expect(filesOnDisk()).toHaveLength(1)
  const { pages } = await readScan(new Uint8Array([...scan, 0]), 'c.jpg')
  const { warnings } = await fixture.client.scan.detail({ id: pages[0]?.id ?? (0 as never) })
  expect(warnings).toMatchObject([{ kind: 'twice' }])
})

test('a page without a code waits until a person says which sheet it is', async () => {
  const { file } = await fixture.client.paper.make({ code, key: 'participants', size: null, day: null })
  const { pages } = await readScan(new Uint8Array(await file.arrayBuffer()))
  const [page] = pages
  if (!page) throw new Error('no page')
  expect(page).toMatchObject({ state: 'unfiled', sheet: null, proposals: null })
  expect(await domainErrorOf(fixture.client.scan.confirm({ id: page.id, marks: [] }))).toEqual({
    code: 'scan_without_class',
  })
  const day = { kind: 'day', n: 40 } as const
  expect(await domainErrorOf(fixture.client.scan.file({ id: page.id, code, place: day }))).toMatchObject({
    code: 'not_found',
  })
  await fixture.client.scan.file({ id: page.id, code, place: { kind: 'day', n: 2 } })
  expect(await fixture.client.scan.list({ code })).toMatchObject([
    { state: 'filed', sheet: { place: { kind: 'day', n: 2 }, version: null } },
  ])
  await fixture.client.scan.discard({ id: page.id })
  expect([await fixture.client.scan.list({ code: null }), filesOnDisk()]).toEqual([[], []])
})

test('a cancelled or unreadable scan leaves nothing behind', async () => {
  const scan = await pdfOfScans([await signedSheet(1, [2, 5], scanner), await signedSheet(2, [1], photo)])
  const reading = readScan(scan, 'pindai.pdf', 'bbbb-0000')
  const stopped = domainErrorOf(reading)
  await expect.poll(() => fixture.client.scan.progress({ ticket: 'bbbb-0000' })).toMatchObject({ total: 2 })
  await fixture.client.scan.cancel({ ticket: 'bbbb-0000' })
  expect(await stopped).toEqual({ code: 'scan_cancelled' })
  const text = new TextEncoder().encode('daftar hadir')
  expect(await domainErrorOf(readScan(text, 'a.txt'))).toEqual({ code: 'not_a_file', file: 'a.txt' })
  expect(await domainErrorOf(readScan(scan.subarray(0, 200), 'b.pdf'))).toEqual({
    code: 'scan_unreadable',
    file: 'b.pdf',
  })
  expect([await fixture.client.scan.list({ code: null }), filesOnDisk()]).toEqual([[], []])
})
