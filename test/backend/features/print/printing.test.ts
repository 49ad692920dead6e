import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DomainError } from '../../../../electron/backend/domain-error.ts'
import type { HostServices, PrintJob } from '../../../../electron/backend/host-services.ts'
import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, createSampleCohort, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

const jobs: PrintJob[] = []
let onJob: (job: PrintJob) => Promise<void> = async () => {}
const host: HostServices = {
  capabilities: { print: 'system', save: 'download' },
  async print(job) {
    await onJob(job)
    jobs.push(job)
    return { printed: true }
  },
  printers: async () => [{ name: 'EPSON_L3210', label: 'EPSON L3210 (loket)', preferred: true }],
  save: async () => ({ saved: false }),
}

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture({ host })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 8) })
})
beforeEach(() => {
  jobs.length = 0
  onJob = async () => {}
})
afterAll(() => fixture.remove())

const pdfOf = async (key: PaperKey) =>
  (await fixture.client.paper.make({ code, key, size: 'A4', day: null })).file as File

describe('both sides', () => {
  test('is chosen and remembered per paper', async () => {
    const { file, drawnFrom } = await fixture.client.paper.make({ code, key: 'participants', size: 'A4', day: null })
    const print = { code, key: 'participants' as const, title: 'x', size: 'A4' as const, copies: 1, pageRange: '' }
    const request = { ...print, printer: 'EPSON_L3210', drawnFrom, pdf: file as File }
    await fixture.client.print.print(request)
    expect(jobs.at(-1)).toMatchObject({ sides: 'SINGLE' })
    await fixture.client.print.print({ ...request, sides: 'LONG' })
    expect(jobs.at(-1)).toMatchObject({ sides: 'LONG' })
    expect(await fixture.client.print.setting({ key: 'participants' })).toMatchObject({ sides: 'LONG' })
    expect(await fixture.client.print.setting({ key: 'schedule' })).toBeNull()
  })
})

describe('a shift', () => {
  test('moves the prints of one printer only', async () => {
    const pdf = await pdfOf('schedule')
    const place = async (bytes: Uint8Array) => (await readPdf(bytes)).pages[0]?.items[0]
    const still = await place(new Uint8Array(await pdf.arrayBuffer()))
    await fixture.client.print.setShift({ printer: 'EPSON_L3210', right: 3, down: -2 })
    expect(await fixture.client.print.shifts({})).toEqual([{ printer: 'EPSON_L3210', right: 3, down: -2 }])
    for (const printer of ['EPSON_L3210', '*', 'LAIN']) await fixture.client.print.send({ title: 'x', pdf, printer })
    const [moved, ...unmoved] = await Promise.all(jobs.map(job => place(job.pdf)))
    expect((moved?.left ?? 0) - (still?.left ?? 0)).toBeCloseTo(1.5, 1)
    expect((moved?.top ?? 0) - (still?.top ?? 0)).toBeCloseTo(-1, 1)
    expect(unmoved).toEqual([still, still])
    // A certificate on a blank was already moved when it was drawn.
    await fixture.client.print.send({ title: 'x', pdf, printer: 'EPSON_L3210', moved: true })
    expect(await place(jobs.at(-1)?.pdf ?? new Uint8Array())).toEqual(still)
  })

  test('is at most 20 mm, and recorded with its earlier value', async () => {
    await expect(fixture.client.print.setShift({ printer: 'A', right: 41, down: 0 })).rejects.toThrow()
    await fixture.client.print.setShift({ printer: 'EPSON_L3210', right: 0, down: 0 })
    const entry = fixture.audit().at(-1)
    expect(entry).toMatchObject({ operation: 'print.setShift', entity: 'printer_shift', entity_id: 'EPSON_L3210' })
    expect(JSON.parse(entry?.before ?? 'null')).toMatchObject({ right: 3, down: -2 })
  })
})

describe('a pile of blanks', () => {
  test('is printed sheet by sheet', async () => {
    const pdf = await pdfOf('attendance-day')
    await fixture.client.print.send({ title: 'Lembar 2', pdf, printer: 'EPSON_L3210', pageRange: '2', moved: true })
    expect((await readPdf(jobs.at(-1)?.pdf ?? new Uint8Array())).pages).toHaveLength(1)
    await rejectedAs(
      fixture.client.print.send({ title: 'Lembar 16', pdf, printer: 'EPSON_L3210', pageRange: '16' }),
      'page_range',
    )
  })
})

describe('the test page', () => {
  test.each([
    ['A4', 210, 297],
    ['F4', 215, 330],
  ] as const)('of %s has the true size, and a ruler to both ends', async (size, width, height) => {
    const file = await fixture.client.print.testPage({ size, printer: 'EPSON L3210' })
    const [page] = (await readPdf(new Uint8Array(await file.arrayBuffer()))).pages
    expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([width, height])
    const text = page?.text ?? ''
    expect(text).toContain('EPSON L3210')
    expect(text).toContain('tepat 100 mm')
    expect(text).toContain(size === 'F4' ? 'lebar 215 mm dan tinggi 330 mm' : '210 × 297 mm')
    // The mark 310 is 310 mm from the upper edge, on sheets that are long enough; 180 is 180 mm from the left edge.
    const marks = page?.items ?? []
    const tall = marks.filter(item => item.text === '310')
    expect(tall).toHaveLength(size === 'F4' ? 2 : 0)
    for (const mark of tall) expect((mark.top + mark.bottom) / 2).toBeCloseTo(310, 0)
    const wide = marks.filter(item => item.text === '180' && item.top < 40)
    expect((wide[0]?.left ?? 0) / 2 + (wide[0]?.right ?? 0) / 2).toBeCloseTo(180, 0)
  })
})

describe('papers of a class one after another', () => {
  const ticket = 'aaaaaaaa-0001'
  const keys: PaperKey[] = ['schedule', 'participants', 'cover']

  test('are one job each, with the last settings of each paper, and each is recorded', async () => {
    const result = await fixture.client.folder.printPapers({ code, keys, printer: 'EPSON_L3210', ticket })
    expect(result).toEqual({ printed: keys, endedAt: null, problem: null })
    expect(jobs.map(job => [job.title, job.printer, job.sides])).toEqual([
      [`Jadwal Pelatihan ${code}`, 'EPSON_L3210', 'SINGLE'],
      [`Daftar Nominatif Peserta ${code}`, 'EPSON_L3210', 'LONG'],
      [`Sampul Berkas ${code}`, 'EPSON_L3210', 'SINGLE'],
    ])
    const { rows } = await fixture.client.folder.get({ code })
    expect(rows.filter(row => keys.some(key => key === row.key)).map(row => row.printed?.changed)).toEqual([[], [], []])
  })

  test('report their progress, and stop after the running job', async () => {
    const seen: unknown[] = []
    onJob = async () => {
      seen.push(await fixture.client.folder.printProgress({ ticket }))
      await fixture.client.folder.stopPrinting({ ticket })
    }
    const before = (await fixture.client.print.log({ code, key: 'schedule' })).length
    const result = await fixture.client.folder.printPapers({ code, keys, printer: '*', ticket })
    expect(result).toEqual({ printed: ['schedule'], endedAt: 'participants', problem: null })
    expect(seen).toEqual([{ done: 0, total: 3, title: 'Jadwal Pelatihan' }])
    expect(await fixture.client.print.log({ code, key: 'schedule' })).toHaveLength(before + 1)
    expect(await fixture.client.folder.printProgress({ ticket })).toBeNull()
  })

  test('a failing printer stops them, naming the paper', async () => {
    onJob = async ({ title }) => {
      if (title.startsWith('Daftar')) throw new DomainError({ code: 'printer_silent', printer: 'EPSON_L3210' })
    }
    expect(await fixture.client.folder.printPapers({ code, keys, printer: 'EPSON_L3210', ticket })).toEqual({
      printed: ['schedule'],
      endedAt: 'participants',
      problem: { code: 'printer_silent', printer: 'EPSON_L3210' },
    })
    expect(jobs).toHaveLength(1)
  })
})
