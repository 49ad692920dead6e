import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlwaysA4, type PaperKey, paperKeys, paperTitle } from '../../../../shared/facts/paper-key.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  enterScores,
  holdDays,
  issueAll,
  panel,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../../fixture.ts'

let fixture: Fixture
let done: string
let planned: string
beforeAll(async () => {
  fixture = openFixture()
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  done = await createSampleCohort(fixture, {
    start: '2024-12-02',
    instructorId,
    traineeIds: await addTrainees(fixture, 4),
  })
  // Closed and opened again: the days are where they were, and the class has a letter about the change.
  const day = {
    date: '2024-12-10' as const,
    kind: 'centre_closure' as const,
    name: 'Perbaikan atap',
    source: 'Surat 7',
  }
  for (const action of ['add', 'withdraw'] as const) {
    await fixture.client.replan.apply({ action, day, cohort: done, answers: [] })
  }
  await holdDays(fixture, done, { until: 15, absences: { 4: { 1: 'A', 2: 'A', 3: 'A', 4: 'A' } } })
  fixture.setToday('2024-12-20')
  await enterScores(fixture, done)
  await fixture.client.graduation.decide({ code: done, heldOn: '2024-12-20', ...panel })
  await issueAll(fixture, done, '2024-12-20')
  await issueAll(fixture, done, '2024-12-20', 'statement')
  planned = await createSampleCohort(fixture, { number: 2, start: '2025-02-03' })
})
afterAll(() => fixture.remove())

const make = (code: string, key: PaperKey, size: 'A4' | 'F4' | null = null, day: number | null = null) =>
  fixture.client.paper.make({ code, key, size, day })
const read = async (file: { arrayBuffer(): Promise<ArrayBuffer> }) => readPdf(new Uint8Array(await file.arrayBuffer()))

test('a class that is decided and issued has every paper, under its title', async () => {
  expect(await fixture.client.paper.list({ code: done })).toEqual(
    paperKeys.map(key => ({ key, title: paperTitle(key), waitsFor: null })),
  )
})

test('a planned class has an empty form of every paper; an issued one only as an example', async () => {
  const rows = await fixture.client.paper.list({ code: planned })
  const waiting = rows.flatMap(row => (row.waitsFor === null ? [] : [[row.key, row.waitsFor] as const]))
  expect(waiting).toEqual([
    ['certificate', 'Belum ada yang diterbitkan.'],
    ['statement', 'Belum ada yang diterbitkan.'],
  ])
  // Not listed: a class may end without its schedule ever having changed.
  expect(rows.map(row => row.key)).not.toContain('schedule-change')
  const numbers = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM certificate')
  const before = numbers()
  for (const key of ['certificate', 'statement'] as const) {
    const { pages } = await read((await make(planned, key)).file)
    for (const page of pages) expect(page.items.map(item => item.text)).toContain('CONTOH')
    // Nothing is said of a person who does not exist: no marks, no attendance, no birth date.
    const text = pages.map(page => page.text).join(' ')
    expect(text).not.toMatch(/100,00|\d dari 15|lahir di [A-Z]|lahir tanggal \d/)
    expect(text).toContain('....................')
  }
  expect(numbers()).toBe(before)
})

test('forms leave room for what is not known yet', async () => {
  const text = async (key: PaperKey) =>
    (await read((await make(planned, key)).file)).pages.map(page => page.text.replace(/\s+/g, ' ')).join(' ')
  const minutes = await text('graduation-minutes')
  expect(minutes).toMatch(/Pada hari ini tanggal bulan tahun/)
  expect(minutes).toContain('Ketua')
  expect(minutes).not.toContain('Belum diputuskan')
  expect(await text('schedule-change')).toMatch(
    /karena \.{40,} jadwal Pelatihan .* untuk \.{20,} hari pelatihan diubah/,
  )
  const biodata = await text('biodata')
  expect(biodata).toContain('Nama sesuai KTP')
  expect(biodata).not.toContain('Perempuan')
  // One empty page, not one for nobody.
  expect((await read((await make(planned, 'pledge')).file)).pages).toHaveLength(1)
})

test.each(paperKeys)('%s of a class without people is still a paper', async key => {
  const { pages } = await read((await make(planned, key)).file)
  expect(pages.length).toBeGreaterThan(0)
})

const sheets = { A4: [210, 297], F4: [215, 330] } as const

describe.each(paperKeys)('%s', key => {
  test.each(['A4', 'F4'] as const)('on %s has exactly that size', async size => {
    const { file, title } = await make(done, key, size)
    expect(title).toBe(paperTitle(key))
    expect(file.name).toMatch(/^[a-z0-9-]+-TR-2024-01\.pdf$/)
    expect(file.type).toBe('application/pdf')
    const { pages, fonts } = await read(file)
    const [width, height] = isAlwaysA4(key) ? sheets.A4 : sheets[size]
    for (const page of pages) {
      expect([page.width, page.height].toSorted((a, b) => a - b)).toEqual([
        expect.closeTo(width, 1),
        expect.closeTo(height, 1),
      ])
    }
    expect(fonts.every(font => font.embedded)).toBe(true)
  })
})

test('the letter about a changed schedule says the newest change, from the stored dates', async () => {
  const { pages } = await read((await make(done, 'schedule-change')).file)
  const text = pages[0]?.text.replace(/\s+/gu, ' ') ?? ''
  expect(text).toContain('Berdasarkan Surat 7, hari Selasa, 10 Desember 2024 yang semula libur (Perbaikan atap)')
  expect(text).toContain('15 Senin, 23 Desember 2024 Jumat, 20 Desember 2024')
  expect(text).toContain('versi 3')
})

test('without a size, the one of the centre counts', async () => {
  const { centre } = await fixture.client.centre.get({})
  const { practice: _, hasLogo: __, logo: ___, ...draft } = centre
  await fixture.client.centre.update({ ...draft, paperSize: 'F4' })
  const { pages } = await read((await make(done, 'participants')).file)
  expect([pages[0]?.width, pages[0]?.height].toSorted()).toEqual([expect.closeTo(215, 1), expect.closeTo(330, 1)])
  await fixture.client.centre.update(draft)
})

test('the sheet of one day bears its stored date; all days together are fifteen', async () => {
  const one = await make(done, 'attendance-day', null, 3)
  expect(one.file.name).toBe('attendance-day-TR-2024-01-03.pdf')
  const { pages } = await read(one.file)
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text).toMatch(/4\sDesember\s2024/u)
  expect((await read((await make(done, 'attendance-day')).file)).pages).toHaveLength(15)
  expect(await domainErrorOf(make(done, 'attendance-day', null, 16))).toEqual({ code: 'not_found', entity: 'day' })
})

test('papers say what was stored', async () => {
  const nominative = await read((await make(done, 'participants')).file)
  for (let index = 0; index < 4; index += 1) {
    expect(nominative.pages[0]?.text).toContain(samplePerson(index).name.toUpperCase())
    expect(nominative.pages[0]?.text).toContain(samplePerson(index).nik)
  }
  const minutes = await read((await make(done, 'graduation-minutes')).file)
  expect(minutes.pages.map(page => page.text).join(' ')).toContain('ENDAH KURNIASIH, S.E.')
  const recap = await read((await make(done, 'attendance-recap')).file)
  expect(recap.pages[0]?.text).toContain('73,33')
})

test('a paper is made on demand and changes nothing', async () => {
  const rows = fixture.audit().length
  const first = Buffer.from(await (await make(done, 'schedule')).file.arrayBuffer())
  const second = Buffer.from(await (await make(done, 'schedule')).file.arrayBuffer())
  expect(first.equals(second)).toBe(true)
  expect(fixture.audit()).toHaveLength(rows)
})

test('a class that was moved by hand has a letter about it, with the reason and every day', async () => {
  const code = await createSampleCohort(fixture, { number: 7, start: '2025-03-03' })
  const [before] = (await fixture.client.cohort.get({ code })).days
  expect(before?.date).toBe('2025-03-03')
  await fixture.client.cohort.move({ code, start: '2025-03-05', reason: 'Ruang baru siap hari Rabu' })
  const { pages } = await read((await make(code, 'schedule-change')).file)
  const text = pages.map(page => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')).join(' ')
  expect(text).toContain('semula dimulai hari Senin, 3 Maret 2025 dipindah dan dimulai hari Rabu, 5 Maret 2025')
  expect(text).toContain('Alasan: Ruang baru siap hari Rabu.')
  expect(text).toContain('15 (lima belas) hari pelatihan')
})

test('the daily sheets may begin with a day: what is over is not printed again', async () => {
  const make12 = await fixture.client.paper.make({ code: done, key: 'attendance-day', size: null, day: null, from: 12 })
  const { pages } = await read(make12.file)
  expect(pages).toHaveLength(4)
  expect(pages[0]?.text.replace(/\s+/g, ' ')).toContain('(Hari ke-12 dari 15)')
})
