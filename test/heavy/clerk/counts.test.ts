import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../e2e/patient-keyboard.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'
import { busyOffice, issuedClass, officeDay, runningClass } from './form-centres.ts'
import { screens } from './screens.ts'

let program: Program
afterAll(() => program?.close())

async function open(path: string): Promise<void> {
  await program.page.evaluate(to => {
    location.hash = to
  }, path)
  await settled()
  await settle(program.page)
}

const settled = () =>
  program.page.waitForFunction(
    () =>
      document.activeElement?.closest('main') && !document.querySelector('[role=status][aria-label="Sedang membaca"]'),
  )

/** What people count. */
const nouns =
  'angkatan catatan instruktur kegiatan kelas kelurahan laporan lulus lulusan orang pasang pendaftar pengguna peserta rancangan sertifikat surat terbit'

/** 'rows': the count of rows of a list on the same page, which is checked. */
type Reason =
  | 'rows'
  | 'some of the rows below'
  | 'its line leads there'
  | 'a tab of this page leads there'
  | 'a size, not a list'
  | 'a sentence'

/** Counts that are no links, by page and text. */
const plain: readonly (readonly [path: RegExp, text: RegExp, reason: Reason])[] = [
  [/^\/$/, /instruktur bersertifikat|^\d+ (peserta|angkatan)$|belum terbit|belum berkegiatan/, 'its line leads there'],
  [/^\/kehadiran\/jam-mengajar/, /instruktur$/, 'rows'],
  [/^\/peserta\/(ganda|masa-simpan)/, /^\d+ (pasang|orang)/, 'rows'],
  [/^\/angkatan\/[A-Z]/, /(orang|peserta|kelurahan|lulus|terbit|surat)/, 'a tab of this page leads there'],
  [/^\/sertifikat$/, /terbit/, 'some of the rows below'],
  [/^\/sertifikat\/rancangan/, /rancangan|terbit/, 'its line leads there'],
  [/^\/kegiatan$/, /^Belum berkegiatan/, 'its line leads there'],
  [/^\/kegiatan\/papan/, /kegiatan × |^\d+ dari \d+ terwakili/, 'a size, not a list'],
  [/^\/kegiatan\/papan/, /kelurahan masih kosong/, 'rows'],
  [/^\/(kegiatan|laporan)\/(hasil\/)?orang/, /\d orang$/, 'rows'],
  [/^\/laporan$/, /kelurahan/, 'a size, not a list'],
  [/^\/laporan\/dana/, /catatan$/, 'rows'],
  [/^\/laporan\/modal-kerja/, /kelurahan terwakili/, 'a size, not a list'],
  [/^\/laporan\/(penelusuran|resmi|tersimpan)/, /^\d+ (orang|laporan)/, 'rows'],
  [/^\/laporan\/susun/, /lulus dari/, 'a sentence'],
  [/^\/pengaturan\/riwayat$/, /^\d+ orang$/, 'a size, not a list'],
  [/^\/pengaturan\/riwayat/, /Beri tahu \d+ orang|Rantai utuh/, 'a sentence'],
  [/^\/pengaturan\/pengguna/, /pengguna, /, 'rows'],
  [/^\/seleksi\/1$/, /pendaftar · kuota/, 'rows'],
  [/^\/seleksi\/1$/, /^2 orang$/, 'a size, not a list'],
  [/^\/seleksi\/1\/peringkat/, /cadangan/, 'some of the rows below'],
]

type PlainCount = { count: number; text: string }

/** Counts on the page that lead nowhere: not in a link or a button, and not in a row, which opens what it counts. */
const countsWithoutLink = () =>
  program.page.evaluate(words => {
    const counted = new RegExp(`(?<![\\w-])\\d[\\d.]* (?:${words.replaceAll(' ', '|')})(?!\\w)`, 'g')
    const leads = 'a, button, label, [role=option], [data-row], [role=gridcell]'
    const spaced = (one: Element) => (one.textContent ?? '').replaceAll('\u00a0', ' ').trim()
    const texts = [...document.querySelectorAll('main *')].filter(
      one =>
        one.checkVisibility() &&
        !one.closest(leads) &&
        [...one.childNodes].some(node => node instanceof Text && node.data.trim() !== ''),
    )
    return texts.flatMap((one): PlainCount[] => {
      const linked = [...one.querySelectorAll(leads)].map(spaced)
      return [...spaced(one).matchAll(counted)]
        .filter(([match]) => !linked.some(text => text.includes(match)))
        .map(([match]) => ({ count: Number.parseInt(match.replaceAll('.', ''), 10), text: spaced(one) }))
    })
  }, nouns)

/** How many rows each list of the page has, also one that scrolls, and 0 if there is none. */
const sizesOfLists = () =>
  program.page.evaluate(() => [
    0,
    ...[...document.querySelectorAll('main [role=grid]')].map(grid => Number(grid.getAttribute('aria-rowcount')) - 1),
    ...[...document.querySelectorAll('main tbody, main ul')].map(list => list.children.length),
  ])

function everyCountLeads(path: string): void {
  it(`${path}: every count leads to its rows, or is listed with a reason`, async () => {
    await open(path)
    const sizes = await sizesOfLists()
    const faults = (await countsWithoutLink()).filter(({ count, text }) => {
      const reason = plain.find(([page, words]) => page.test(path) && words.test(text))?.[2]
      return reason === undefined || (reason === 'rows' && !sizes.includes(count))
    })
    expect(faults).toEqual([])
  })
}

/** Follows a count and compares it with the rows it leads to. */
function countIsOfRows(path: string, link: RegExp, rows: string): void {
  it(`${path}: ${link.source} is as many as the rows it leads to`, async () => {
    const { page } = program
    await open(path)
    const count = page
      .locator('main')
      .getByRole('link', { name: link })
      .or(page.locator('main').getByRole('button', { name: link }))
      .first()
    const number = Number.parseInt(
      /\d[\d.]*/.exec((await count.textContent()) ?? '')?.[0]?.replaceAll('.', '') ?? '',
      10,
    )
    const inCell = (await count.evaluate(one => one.closest('[data-row]'))) !== null
    if (inCell) await count.click()
    else await count.press('Enter')
    if (!rows.startsWith('[data-list')) await settled()
    await expect.poll(() => page.locator(rows).count()).toBe(number)
    // A place on the same page gets the focus, so that the next key is already there.
    if (rows.startsWith('[data-list')) await page.locator(`${rows} :focus`).first().waitFor()
  })
}

const list = 'main [role=grid] tbody tr[data-row]'

describe('three classes of one year', () => {
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
  })
  for (const [path] of screens) everyCountLeads(path)
})

describe('an office at work', () => {
  beforeAll(async () => {
    await program.close()
    program = await startProgram(officeDay, { centre: busyOffice })
  })
  for (const [path] of screens) if (!path.startsWith('/angkatan/TR')) everyCountLeads(path)
  for (const code of [issuedClass, runningClass])
    for (const tab of ['', '/jadwal', '/peserta', '/kehadiran', '/nilai', '/kelulusan', '/sertifikat', '/berkas'])
      everyCountLeads(`/angkatan/${code}${tab}`)
  for (const path of ['/kegiatan/1', '/seleksi/1', '/seleksi/1/peringkat']) everyCountLeads(path)

  countIsOfRows('/', /^\d+ kelas berjalan$/, list)
  countIsOfRows('/', /^\d+ direncanakan$/, list)
  countIsOfRows('/', /^\d+ peserta Tata Boga I$/, list)
  countIsOfRows('/angkatan', /^\d+ kelas$/, list)
  countIsOfRows('/angkatan', /^\d+$/, list)
  countIsOfRows('/peserta', /^\d+ orang$/, list)
  countIsOfRows('/instruktur', /^\d+ orang$/, 'main [data-lane]')
  countIsOfRows('/instruktur?tampil=tabel', /^\d+ orang$/, list)
  countIsOfRows('/kegiatan', /^\d+ kegiatan$/, list)
  countIsOfRows('/kegiatan', /^\d+ kelas, kegiatan DIF/, list)
  countIsOfRows('/kegiatan', /^\d+ kelas, kegiatan \d+$/, list)
  countIsOfRows('/kegiatan', /^1 selesai$/, list)
  countIsOfRows('/kegiatan', /^\d+$/, 'main aside li')
  countIsOfRows('/kegiatan/1', /^\d+ peserta$/, list)
  countIsOfRows('/kalender/2025', /^\d+ hari libur$/, '[data-list="hari libur"] > li')
  countIsOfRows('/kalender/2025', /^\d+ kelas$/, '[data-list="kelas"] > li')
  countIsOfRows('/laporan/hasil', /^\d+ lulus$/, list)
  for (const words of ['kelas', 'peserta', 'lulus', 'berjalan', 'tidak lulus', 'mundur', 'lulusan', 'terjangkau'])
    countIsOfRows('/laporan', new RegExp(`^\\d+ ${words}$`), list)
  countIsOfRows('/laporan', /^Kecamatan \S+: [1-9]\d* peserta$/, list)

  it('/laporan: the count at the end of a cut list shows the rest', async () => {
    const { page } = program
    await open('/laporan')
    const words = /^(\d+) masih kosong/
    const foot = page.locator('main p').filter({ hasText: words })
    const empty = Number(words.exec((await foot.textContent()) ?? '')?.[1])
    await foot.getByRole('button', { name: /^\d+ lagi$/ }).press('Enter')
    await expect.poll(() => foot.locator('span').count()).toBe(empty)
    await foot.getByRole('button', { name: 'Ringkas' }).press('Enter')
    await foot.getByRole('button', { name: `${empty - 6} lagi` }).waitFor()
  })
})
