import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostServices, PrintJob } from '../../../../electron/backend/host-services.ts'
import type { PaperKey } from '../../../../shared/facts/paper-key.ts'
import type { SheetPlace } from '../../../../shared/features/attendance/sheet-code.ts'
import { papersInOrder } from '../../../../shared/features/paper/paper-order.ts'
import { collisions, textNearEdges } from '../../../papers/placed-text.ts'
import { readFonts, readOutline, readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, addTrainees, createSampleCohort, programOf, samplePerson, setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

const jobs: PrintJob[] = []
let answer = { printed: true }
const printingHost: HostServices = {
  capabilities: { print: 'system', save: 'download' },
  async print(job) {
    jobs.push(job)
    return answer
  },
  printers: async () => [{ name: 'EPSON_L3210', label: 'EPSON L3210 (loket)', preferred: true }],
  save: async () => ({ saved: false }),
}

let fixture: Fixture
let code: string
beforeAll(async () => {
  fixture = openFixture({ host: printingHost })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await createSampleCohort(fixture, { instructorId, traineeIds: await addTrainees(fixture, 16) })
})
afterAll(() => fixture.remove())

function plainPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createCanvas(width, height).toBuffer('image/png'))
}

const rowOf = async (key: PaperKey, of = code) => {
  const row = (await fixture.client.folder.get({ code: of })).rows.find(one => one.key === key)
  if (!row) throw new Error(`no ${key}`)
  return row
}
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const make = (key: PaperKey, size: 'A4' | 'F4' | null = null, day: number | null = null) =>
  fixture.client.paper.make({ code, key, size, day })
const asFile = (file: Blob, name: string) => new File([file], name, { type: 'application/pdf' })

describe('the checklist', () => {
  test('lists the papers in the order of the file, all open at first', async () => {
    const { rows, scanPlace } = await fixture.client.folder.get({ code })
    const keys = rows.map(row => row.key)
    expect(keys).toEqual(papersInOrder.map(place => place.key).filter(key => keys.includes(key)))
    expect(keys).toContain('participants')
    expect(new Set(rows.map(row => row.state))).toEqual(new Set(['OPEN']))
    expect(scanPlace).toBe('INSTEAD')
  })

  test('goes from printed to scanned to checked, and says who and when', async () => {
    const { drawnFrom, lastPrint } = await make('schedule')
    expect(lastPrint).toBeNull()
    const print = { code, key: 'schedule', size: 'A4', copies: 1, pageRange: '', drawnFrom, pages: 1 } as const
    // A PDF that was only saved does not count as a print.
    await fixture.client.print.record({ ...print, way: 'PDF' })
    expect(await rowOf('schedule')).toMatchObject({ state: 'OPEN', printed: null })
    await fixture.client.print.record({ ...print, way: 'PRINT' })
    expect(await rowOf('schedule')).toMatchObject({
      state: 'PRINTED',
      printed: { by: 'Wulan Sari', times: 1, changed: [] },
    })
    const { fileId } = await fixture.client.folder.attachScan({
      code,
      key: 'schedule',
      file: asFile((await make('schedule')).file as File, 'scan.pdf'),
    })
    expect(await rowOf('schedule')).toMatchObject({ state: 'SCANNED', scans: [{ fileId, by: 'Wulan Sari' }] })
    await fixture.client.folder.setVerdict({ code, key: 'schedule', verdict: 'CHECKED' })
    expect(await rowOf('schedule')).toMatchObject({
      state: 'CHECKED',
      verdict: { verdict: 'CHECKED', note: '', by: 'Wulan Sari' },
    })
    // The verdict was about the deleted scan, so it is gone too.
    await fixture.client.folder.removeScan({ fileId })
    expect(await rowOf('schedule')).toMatchObject({ state: 'PRINTED', scans: [], verdict: null })
  })

  test('a paper is returned or skipped only with a note, and both can be undone', async () => {
    const { client } = fixture
    await expect(client.folder.setVerdict({ code, key: 'consent', verdict: 'RETURNED', note: '  ' })).rejects.toThrow()
    await client.folder.setVerdict({
      code,
      key: 'consent',
      verdict: 'RETURNED',
      note: 'Tanda tangan nomor 4 belum ada',
    })
    expect(await rowOf('consent')).toMatchObject({
      state: 'RETURNED',
      verdict: { note: 'Tanda tangan nomor 4 belum ada' },
    })
    await client.folder.setVerdict({
      code,
      key: 'consent',
      verdict: 'UNUSED',
      note: 'Dipakai persetujuan saat pendaftaran',
    })
    expect((await rowOf('consent')).state).toBe('UNUSED')
    await client.folder.setVerdict({ code, key: 'consent', verdict: null })
    expect((await rowOf('consent')).state).toBe('OPEN')
    const words = fixture.audit().filter(row => row.entity === 'paper_verdict' && row.entity_id === `${code} consent`)
    expect(words).toHaveLength(3)
  })

  test('a scan is stored unchanged beside the database, opening it is recorded, and only pictures and PDF are accepted', async () => {
    const { client } = fixture
    const png = plainPng(80, 120)
    const { fileId } = await client.folder.attachScan({ code, key: 'biodata', file: new File([png], 'a.png') })
    const { file } = await client.folder.openScan({ fileId })
    expect(Buffer.from(await bytesOf(file as File)).equals(png)).toBe(true)
    expect(fixture.audit().at(-1)).toMatchObject({ entity: 'paper_scan', entity_id: `${code} biodata` })
    const files = readdirSync(join(fixture.folder, 'files')).length
    await rejectedAs(
      client.folder.attachScan({ code, key: 'biodata', file: new File(['halo'], 'a.txt') }),
      'not_a_file',
    )
    expect(readdirSync(join(fixture.folder, 'files'))).toHaveLength(files)
    await client.folder.removeScan({ fileId })
    expect(readdirSync(join(fixture.folder, 'files'))).toHaveLength(files - 1)
    expect(await domainErrorOf(client.folder.openScan({ fileId }))).toEqual({ code: 'not_found', entity: 'scan' })
  })
})

describe('printing', () => {
  const print = { key: 'attendance-day' as const, title: 'Daftar Hadir Harian', size: 'F4' as const, copies: 2 }

  test('sends the chosen pages to the chosen printer, remembers both, and records the print', async () => {
    const { file, drawnFrom } = await make('attendance-day', 'F4')
    const printer = (await fixture.client.print.printers({}))[0]?.name ?? ''
    const request = { ...print, code, printer, pageRange: '2-3, 15', drawnFrom, pdf: file as File }
    expect(await fixture.client.print.print(request)).toEqual({ printed: true })
    const job = jobs.at(-1)
    expect(job).toMatchObject({ title: 'Daftar Hadir Harian', printer: 'EPSON_L3210', copies: 2 })
    const { pages } = await readPdf(job?.pdf ?? new Uint8Array())
    expect(pages.map(page => /Hari ke-(\d+) dari 15/.exec(page.text)?.[1])).toEqual(['2', '3', '15'])
    // The printer takes the paper size from the PDF, so the MediaBox must be readable as plain text.
    expect(Buffer.from(job?.pdf ?? []).toString('latin1')).toMatch(/\/MediaBox \[\s*0 0 609\.\d+ 935\.\d+\s*\]/)
    expect(await fixture.client.print.setting({ key: 'attendance-day' })).toEqual({
      key: 'attendance-day',
      printer: 'EPSON_L3210',
      size: 'F4',
      copies: 2,
      sides: 'SINGLE',
    })
    const [entry] = await fixture.client.print.log({ code, key: 'attendance-day' })
    expect(entry).toMatchObject({
      by: 'Wulan Sari',
      way: 'PRINT',
      copies: 2,
      pageRange: '2-3, 15',
      pages: 3,
      day: null,
    })
  })

  test('a cancelled or unreadable print is not recorded', async () => {
    const { file, drawnFrom } = await make('attendance-day', 'F4')
    const count = async () => (await fixture.client.print.log({ code, key: 'attendance-day' })).length
    const before = await count()
    const request = { ...print, code, printer: '', pageRange: '', drawnFrom, pdf: file as File }
    answer = { printed: false }
    expect(await fixture.client.print.print(request)).toEqual({ printed: false })
    answer = { printed: true }
    const sent = jobs.length
    expect(await domainErrorOf(fixture.client.print.print({ ...request, pageRange: '16' }))).toEqual({
      code: 'page_range',
      pages: 15,
    })
    await rejectedAs(fixture.client.print.print({ ...request, pdf: new File(['x'], 'x.pdf') }), 'page_range')
    expect(jobs).toHaveLength(sent)
    expect(await count()).toBe(before)
  })

  test('names the changes since the last print of this sheet, and only those on the sheet', async () => {
    const cohort = await createSampleCohort(fixture, {
      programId: await programOf(fixture, 'TB'),
      start: '2025-02-03',
      traineeIds: await addTrainees(fixture, 2, 30),
    })
    const { client } = fixture
    const record = async (key: PaperKey, day: number | null) => {
      const { drawnFrom } = await client.paper.make({ code: cohort, key, size: null, day })
      const how = { size: 'A4' as const, copies: 1, pageRange: '', way: 'PRINT' as const, pages: 1 }
      await client.print.record({ code: cohort, key, day, drawnFrom, ...how })
    }
    await record('attendance-day', 3)
    await record('schedule', null)
    const changed = async (key: PaperKey, day: number | null) =>
      (await client.paper.make({ code: cohort, key, size: null, day })).lastPrint?.changed
    expect(await changed('attendance-day', 3)).toEqual([])
    // The sheet of another day was never printed.
    expect(await changed('attendance-day', 4)).toBeUndefined()

    const [person] = await client.cohort.trainees({ code: cohort })
    if (!person) throw new Error('nobody')
    const corrected = samplePerson(30, { name: 'Nama Yang Benar' })
    await client.trainee.save({ id: person.traineeId, trainee: corrected })
    expect(await changed('attendance-day', 3)).toEqual(['people'])
    expect(await changed('schedule', null)).toEqual([])

    await client.cohort.move({ code: cohort, start: '2025-02-05', reason: 'Ruang belum siap' })
    expect(await changed('attendance-day', 3)).toEqual(['schedule', 'people'])
    expect((await rowOf('schedule', cohort)).printed?.changed).toEqual(['schedule'])
    await record('schedule', null)
    expect((await rowOf('schedule', cohort)).printed).toMatchObject({ changed: [], times: 2 })
  })
})

/** Letters warn about empty fields. */
function isNoOpenLetter(warning: string): boolean {
  return !warning.includes('Belum diisi, dicetak sebagai garis titik-titik')
}

describe('all papers in one file', () => {
  const ticket = 'aaaa-0000-1111'
  const makeFile = (scanPlace: 'INSTEAD' | 'AFTER', size: 'A4' | 'F4' | null = null) =>
    fixture.client.folder.makeFile({ code, size, scanPlace, ticket })

  /** A page without a code; a person says which sheet it is. */
  async function sheetBack(picture: Uint8Array<ArrayBuffer>, place: SheetPlace) {
    const { pages } = await fixture.client.scan.read({ file: new File([picture], 'lembar.png'), ticket })
    for (const { id } of pages) await fixture.client.scan.file({ id, code, place })
  }

  test('has contents, bookmarks and page numbers, and scans in place of their papers', async () => {
    const { client } = fixture
    const scan = await make('participants', 'F4')
    await client.folder.attachScan({ code, key: 'participants', file: asFile(scan.file as File, 'a.pdf') })
    await client.folder.attachScan({ code, key: 'schedule', file: new File([plainPng(200, 120)], 'jadwal.png') })
    await client.folder.setVerdict({ code, key: 'pledge', verdict: 'UNUSED', note: 'Tidak diminta dinas' })
    await sheetBack(plainPng(180, 120), { kind: 'all' })
    await sheetBack(plainPng(120, 180), { kind: 'day', n: 3 })
    expect(await rowOf('attendance-15')).toMatchObject({ state: 'SCANNED', sheets: { back: 1, of: 1 } })
    expect(await rowOf('attendance-day')).toMatchObject({ state: 'PRINTED', sheets: { back: 1, of: 15 }, scans: [] })
    expect((await rowOf('participants')).sheets).toBeNull()

    const made = await makeFile('INSTEAD')
    expect(made.warnings.filter(isNoOpenLetter)).toEqual([])
    const bytes = await bytesOf(made.file as File)
    const { pages, title } = await readPdf(bytes)
    expect(title).toBe(`Berkas ${code}`)
    expect(pages).toHaveLength(made.pages)
    expect((await readFonts(bytes)).filter(font => !font.embedded)).toEqual([])
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain(`${code} · ${index + 1} dari ${pages.length}`)
      expect(collisions(page)).toEqual([])
      expect(textNearEdges(page)).toEqual([])
    }

    const outline = await readOutline(bytes)
    const papers = outline.flatMap(section => section.inner)
    expect(outline[0]).toMatchObject({ title: 'Daftar isi', inner: [] })
    const first = outline[0]?.page ?? 0
    const behind = Math.min(...papers.map(paper => paper.page).filter(page => page > first))
    const contents = pages
      .slice(first, behind)
      .map(page => page.text.replace(/\s+/g, ' '))
      .join(' ')
    expect(contents).toContain('DAFTAR ISI BERKAS PELATIHAN')
    expect(contents).toContain('Tidak diminta dinas')
    expect(papers.map(paper => paper.title)).not.toContain('Surat Pernyataan Peserta')
    const heads: Record<string, string> = {
      'Jadwal Mingguan': 'JADWAL',
      'Daftar Hadir Harian': 'DAFTAR HADIR PESERTA PELATIHAN',
      'Berita Acara Sidang Kelulusan': 'BERITA ACARA SIDANG KELULUSAN',
      'Daftar Nilai Akhir': 'DAFTAR NILAI AKHIR',
      'Biodata Peserta': 'BIODATA PESERTA PELATIHAN',
    }
    for (const [paper, head] of Object.entries(heads)) {
      const page = papers.find(one => one.title === paper)?.page
      if (page === undefined) throw new Error(`no bookmark for ${paper}`)
      expect(pages[page]?.text).toContain(head)
      expect(contents).toMatch(new RegExp(`${paper} (hasil scan bertanda tangan )?${page + 1}( |$)`))
    }

    // The signed list has the size F4 of its scan; the photographed schedule has the shape of the photo.
    const titled = (title: string) => papers.findIndex(paper => paper.title === title)
    const [list, next] = papers.slice(titled('Daftar Nominatif Peserta'))
    const schedule = papers[titled('Jadwal Pelatihan')]
    expect(pages[list?.page ?? -1]?.width).toBeCloseTo(330, 0)
    expect([pages[schedule?.page ?? -1]?.width, pages[schedule?.page ?? -1]?.height]).toEqual([
      expect.closeTo(297, 0),
      expect.closeTo(210, 0),
    ])
    expect((next?.page ?? 0) - (list?.page ?? 0)).toBe(1)

    // The sheet of all days and one daily sheet came back as scans; the other days are the drawn ones.
    const pagesOf = (title: string) => {
      const [own, behind] = papers.slice(titled(title))
      return (behind?.page ?? 0) - (own?.page ?? 0)
    }
    expect(pagesOf('Daftar Hadir 15 Hari')).toBe(1)
    expect(pagesOf('Daftar Hadir Harian')).toBe(15 + 1)
  })

  test('or puts scans after their papers, and remembers the choice', async () => {
    const instead = (await makeFile('INSTEAD', 'F4')).pages
    const after = await makeFile('AFTER', 'F4')
    // Two more scans after their papers; the drawn sheet of all days has two pages.
    expect(after.pages).toBe(instead + 4)
    expect((await fixture.client.folder.get({ code })).scanPlace).toBe('AFTER')
    const { pages } = await readPdf(await bytesOf(after.file as File))
    expect(pages[0]?.height).toBeCloseTo(330, 0)
  })

  test('an unreadable scan is named, and its paper is used instead', async () => {
    const { fileId } = await fixture.client.folder.attachScan({
      code,
      key: 'final-scores',
      file: new File(['%PDF-1.7 rusak'], 'rusak.pdf'),
    })
    const made = await makeFile('INSTEAD')
    expect(made.warnings.filter(isNoOpenLetter)).toEqual([
      'Daftar Nilai Akhir: sebuah hasil scan tidak dapat dibaca. Pindai ulang, atau simpan sebagai JPEG.',
    ])
    const { pages } = await readPdf(await bytesOf(made.file as File))
    expect(pages.some(page => page.text.includes('DAFTAR NILAI AKHIR'))).toBe(true)
    await fixture.client.folder.removeScan({ fileId })
  })

  test('a scan changed on disk is not used as the signed one', async () => {
    const { fileId } = await fixture.client.folder.attachScan({
      code,
      key: 'final-scores',
      file: new File([plainPng(20, 30)], 'a.png'),
    })
    const folder = join(fixture.folder, 'files')
    const name = fixture.backend.workspace.read.value<string>('SELECT name FROM stored_file WHERE id = ?', [fileId])
    writeFileSync(join(folder, name), plainPng(21, 30))
    await rejectedAs(makeFile('INSTEAD'), 'file_damaged')
    await fixture.client.folder.removeScan({ fileId })
  })

  test('reports its progress and can be cancelled, leaving nothing', async () => {
    const rows = fixture.audit().length
    const making = makeFile('INSTEAD')
    await new Promise(resolve => setImmediate(resolve))
    const progress = await fixture.client.folder.progress({ ticket })
    expect(progress?.total).toBeGreaterThan(5)
    await fixture.client.folder.cancel({ ticket })
    await rejectedAs(making, 'file_cancelled')
    expect(await fixture.client.folder.progress({ ticket })).toBeNull()
    expect(fixture.audit()).toHaveLength(rows)
  })
})
