import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlwaysA4, type PaperKey, paperKeys, paperTitle } from '../../../../shared/facts/paper-key.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import { readFonts, readPageSizes, readPdf } from '../../../papers/read-pdf.ts'
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
  // Add a holiday and withdraw it: the days are the same as before, but the class now has a letter about the change.
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
type Made = { arrayBuffer(): Promise<ArrayBuffer> }
const bytesOf = async (file: Made) => new Uint8Array(await file.arrayBuffer())
const read = async (file: Made) => readPdf(await bytesOf(file))

test('a decided class with certificates has every paper, under its title', async () => {
  expect(await fixture.client.paper.list({ code: done })).toEqual(
    paperKeys.map(key => ({ key, title: paperTitle(key), waitsFor: null, needed: expect.any(Boolean) })),
  )
})

test('a planned class has an empty form of every paper; papers to be issued only as an example', async () => {
  const rows = await fixture.client.paper.list({ code: planned })
  const waiting = rows.flatMap(row => (row.waitsFor === null ? [] : [[row.key, row.waitsFor] as const]))
  expect(waiting).toEqual([
    ['certificate', 'Belum ada yang diterbitkan.'],
    ['statement', 'Belum ada yang diterbitkan.'],
  ])
  // Not in the list, because the schedule of a class need not change.
  expect(rows.map(row => row.key)).not.toContain('schedule-change')
  const numbers = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM certificate')
  const before = numbers()
  for (const key of ['certificate', 'statement'] as const) {
    const { pages } = await read((await make(planned, key)).file)
    for (const page of pages) expect(page.items.map(item => item.text)).toContain('CONTOH')
    // The example invents no data of a person: no marks, no attendance, no birth date.
    const text = pages.map(page => page.text).join(' ')
    expect(text).not.toMatch(/100,00|\d dari 15|lahir di [A-Z]|lahir tanggal \d/)
    expect(text).toContain('....................')
  }
  expect(numbers()).toBe(before)
})

test('forms leave room for unknown data', async () => {
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
  // One empty page, not one page for each person.
  expect((await read((await make(planned, 'pledge')).file)).pages).toHaveLength(1)
})

test.each(paperKeys)('%s of a class without people can still be drawn', async key => {
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
    const bytes = await bytesOf(file)
    const [width, height] = isAlwaysA4(key) ? sheets.A4 : sheets[size]
    for (const page of await readPageSizes(bytes)) {
      expect([page.width, page.height].toSorted((a, b) => a - b)).toEqual([
        expect.closeTo(width, 1),
        expect.closeTo(height, 1),
      ])
    }
    expect((await readFonts(bytes)).every(font => font.embedded)).toBe(true)
  })
})

test('the letter about a changed schedule describes the newest change, from the stored dates', async () => {
  const { pages } = await read((await make(done, 'schedule-change')).file)
  const text = pages[0]?.text.replace(/\s+/gu, ' ') ?? ''
  expect(text).toContain('Berdasarkan Surat 7, hari Selasa, 10 Desember 2024 yang semula libur (Perbaikan atap)')
  expect(text).toContain('15 Senin, 23 Desember 2024 Jumat, 20 Desember 2024')
})

test('without a size, the one of the centre counts', async () => {
  const { centre } = await fixture.client.centre.get({})
  const { practice: _, hasLogo: __, logo: ___, ...draft } = centre
  await fixture.client.centre.update({ ...draft, paperSize: 'F4' })
  const { pages } = await read((await make(done, 'participants')).file)
  expect([pages[0]?.width, pages[0]?.height].toSorted()).toEqual([expect.closeTo(215, 1), expect.closeTo(330, 1)])
  await fixture.client.centre.update(draft)
})

test('the sheet of one day has its stored date; all days together are fifteen', async () => {
  const one = await make(done, 'attendance-day', null, 3)
  expect(one.file.name).toBe('attendance-day-TR-2024-01-03.pdf')
  const { pages } = await read(one.file)
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text).toMatch(/4\sDesember\s2024/u)
  expect((await read((await make(done, 'attendance-day')).file)).pages).toHaveLength(15)
  expect(await domainErrorOf(make(done, 'attendance-day', null, 16))).toEqual({ code: 'not_found', entity: 'day' })
})

test('papers contain the stored data', async () => {
  const nominative = await read((await make(done, 'participants')).file)
  for (let index = 0; index < 4; index += 1) {
    expect(nominative.pages[0]?.text).toContain(samplePerson(index).name.toUpperCase())
    expect(nominative.pages[0]?.text).toContain(maskNik(samplePerson(index).nik))
  }
  const minutes = await read((await make(done, 'graduation-minutes')).file)
  expect(minutes.pages.map(page => page.text).join(' ')).toContain('ENDAH KURNIASIH, S.E.')
  const recap = await read((await make(done, 'attendance-recap')).file)
  expect(recap.pages[0]?.text).toContain('73,33')
})

test('drawing a paper changes nothing', async () => {
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

test('the daily sheets may begin with a day: past days are not printed again', async () => {
  const make12 = await fixture.client.paper.make({ code: done, key: 'attendance-day', size: null, day: null, from: 12 })
  const { pages } = await read(make12.file)
  expect(pages).toHaveLength(4)
  expect(pages[0]?.text.replace(/\s+/g, ' ')).toContain('(Hari ke-12 dari 15)')
})

describe('the date of a paper', () => {
  const textOf = async (code: string, key: PaperKey) =>
    (await read((await make(code, key)).file)).pages.map(page => page.text.replace(/\s+/gu, ' ')).join(' ')

  test('comes from the class and not from the day of printing', async () => {
    for (const day of ['2024-12-20', '2026-03-02'] as const) {
      fixture.setToday(day)
      // The last working day before the first day, Monday 2 December 2024.
      for (const key of ['participants', 'curriculum', 'materials-request', 'biodata', 'pledge'] as const)
        expect([key, await textOf(done, key)]).toEqual([key, expect.stringContaining('Tangerang, 29 November 2024')])
      expect(await textOf(done, 'final-scores')).toContain('Tangerang, 20 Desember 2024')
      expect(await textOf(planned, 'final-scores')).not.toMatch(/Tangerang, \d/)
    }
  })

  test('follows a changed plan, except for lists and pledges already printed', async () => {
    const code = await createSampleCohort(fixture, {
      number: 5,
      start: '2025-06-02',
      traineeIds: await addTrainees(fixture, 2),
    })
    const before = await make(code, 'pledge')
    expect(before.date?.value).toBe('2025-05-28')
    const print = (key: PaperKey, drawnFrom: typeof before.drawnFrom) =>
      fixture.client.print.record({
        ...{ code, key, day: null, traineeId: null, size: 'A4', copies: 1, pageRange: '' },
        ...{ drawnFrom, way: 'PRINT', pages: 1 },
      })
    await print('pledge', before.drawnFrom)
    fixture.setToday('2025-05-20')
    await fixture.client.replan.apply({
      ...{ action: 'add', cohort: code, answers: [] },
      day: { date: '2025-06-02', kind: 'centre_closure', name: 'Perbaikan atap', source: 'Surat 9' },
    })
    const [schedule, participants, pledge] = await Promise.all(
      (['schedule', 'participants', 'pledge'] as const).map(key => make(code, key)),
    )
    expect(schedule?.date?.value).toBe('2025-05-20')
    // The first day is now Tuesday 3 June; this list was not printed yet, so its date follows.
    expect(participants?.date?.value).toBe('2025-06-02')
    expect(pledge?.date?.value).toBe('2025-05-28')
  })

  test('set by hand stays until it is reset, and the print log says so', async () => {
    await fixture.client.paper.setDate({ code: done, key: 'final-scores', date: '2024-12-21' })
    const made = await make(done, 'final-scores')
    expect(made.date).toEqual({ value: '2024-12-21', byHand: true, rule: expect.stringContaining('sidang') })
    expect(await textOf(done, 'final-scores')).toContain('Tangerang, 21 Desember 2024')
    await fixture.client.print.record({
      ...{ code: done, key: 'final-scores', day: null, traineeId: null, size: 'A4', copies: 1, pageRange: '' },
      ...{ drawnFrom: made.drawnFrom, way: 'PRINT', pages: 1 },
    })
    const [row] = await fixture.client.print.log({ code: done, key: 'final-scores' })
    expect([row?.dated, row?.datedByHand]).toEqual(['2024-12-21', true])
    await fixture.client.paper.setDate({ code: done, key: 'final-scores', date: null })
    expect((await make(done, 'final-scores')).date).toMatchObject({ value: '2024-12-20', byHand: false })
  })

  test('is refused for papers whose sheets have their own dates', async () => {
    const call = fixture.client.paper.setDate({ code: done, key: 'receipt-transport', date: '2024-12-21' })
    expect((await domainErrorOf(call)).code).toBe('paper_without_date')
  })
})

test('the checklist leaves out what this class does not need', async () => {
  const keys = async (all: boolean) =>
    (await fixture.client.folder.get({ code: planned, all })).rows.map(row => row.key)
  const [own, every] = [await keys(false), await keys(true)]
  for (const key of ['aid-handover', 'replacement-minutes', 'selection-minutes', 'test-sheet'] as const) {
    expect(own).not.toContain(key)
    expect(every).toContain(key)
  }
  expect(own).toContain('receipt-transport')
})

test('lists of people hide the middle of the NIK unless the office wants the whole NIK', async () => {
  const nik = () =>
    make(done, 'participants')
      .then(({ file }) => read(file))
      .then(({ pages }) => pages.map(page => page.text).join(' '))
  expect(await nik()).not.toMatch(/\b\d{16}\b/)
  const rules = await fixture.client.centre.paperRules({})
  await fixture.client.centre.savePaperRules({ ...rules, fullNik: true })
  expect(await nik()).toMatch(/\b\d{16}\b/)
  expect(await nik()).toContain('RAHASIA')
  await fixture.client.centre.savePaperRules(rules)
})

test('a decree is signed by the head of the agency, without degrees, under the letterhead of the agency', async () => {
  await fixture.client.centre.saveOfficer({
    id: null,
    officer: {
      ...{
        role: 'AGENCY_HEAD',
        prefix: '',
        title: 'Kepala Dinas Ketenagakerjaan',
        name: 'Dra. Hj. Ratna Komalasari, M.Si.',
      },
      ...{ rank: 'Pembina Utama Muda (IV/c)', nip: '196703151992032006', validFrom: '2024-01-02', validUntil: null },
    },
  })
  const { pages } = await read((await make(done, 'decree-training')).file)
  const text = pages.map(page => page.text.replace(/\s+/gu, ' ')).join(' ')
  expect(text).toContain('KEPUTUSAN KEPALA DINAS KETENAGAKERJAAN')
  expect(text).toContain('Hj. RATNA KOMALASARI Pembina Utama Muda (IV/c) NIP')
  expect(text).not.toContain('Dra.')
  expect(text).not.toMatch(/Dicetak|TR-2024-01 ·/)
})
