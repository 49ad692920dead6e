import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import readWorkbook from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { districtsOfRegency } from '../../../electron/backend/region/regencies.ts'
import { placePeople } from '../../backend/placements.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

const districts = districtsOfRegency('3671')
const villages = districts.flatMap(district => district.villages)

/** 24 activities of 2025 in every kelurahan except the third of each kecamatan, with a few people in each. */
function fillBoard(dataFolder: string): void {
  const raw = new BetterSqlite(join(dataFolder, 'balai.db'))
  let state = 5
  placePeople(raw, {
    year: 2025,
    activities: 24,
    classes: 1,
    people: 800,
    villages: villages.map(village => village.code).filter(code => !emptyVillages.some(empty => empty.code === code)),
    draw: limit => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * limit)
    },
  })
  raw.close()
}
const smallestJpeg = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg=', 'base64')
// axe needs 18 seconds for all 2,500 cells; the first rows of a board or table are enough.
const furtherLines = '[role=grid] tbody tr:nth-child(n + 3)'
const emptyVillages = districts.flatMap(district => district.villages.slice(2, 3))

describe('Kegiatan & Dana, by keyboard', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: [threeCohorts, fillBoard] })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterEach(({ task }) => program.keepPicture(task))
  afterAll(() => program?.close())

  it('says what to do first without any activity, and adds one', async () => {
    const { page } = program
    await page.keyboard.press('Alt+8')
    await page.getByText('Belum ada kegiatan tahun anggaran 2024.').waitFor()
    await program.check()
    await page.keyboard.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Kegiatan baru' })
    await page.locator(':focus').and(dialog.getByLabel('Nama kegiatan')).waitFor()
    await program.check()
    await page.keyboard.type('Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem')
    await page.keyboard.press('Control+s')
    await dialog.getByText('Tulis rupiah bulat, seperti 1.250.000.').waitFor()
    await page.locator(':focus').and(dialog.getByLabel('Pagu')).waitFor()
    await page.keyboard.type('1.25.000')
    await page.keyboard.press('Enter')
    await dialog.getByText('“1.25.000” bukan rupiah bulat. Contoh: 1.250.000.').waitFor()
    await dialog.getByLabel('Pagu').fill('1250000')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { level: 1, name: '01 Pelatihan Tata Rias' }).waitFor()
    await page.getByText('Terserap 0,0 %, sisa Rp1.250.000').waitFor()
    await program.check()
  })

  it('records what was spent, warns beyond the budget, and takes an entry back', async () => {
    const { page } = program
    await page.keyboard.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Catat realisasi' })
    await page.locator(':focus').and(dialog.getByLabel('Tanggal')).waitFor()
    await page.keyboard.type('20/12')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Bahan praktik')
    await page.keyboard.press('Enter')
    await page.keyboard.type('1500000')
    await dialog.getByText('Melebihi pagu Rp250.000. Periksa jumlahnya.').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('SP2D-0417')
    const file = dialog.locator('input[type=file]')
    await file.setInputFiles({ name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('halo') })
    await dialog.getByText('“catatan.txt” bukan PDF atau JPEG.', { exact: false }).waitFor()
    await file.setInputFiles({ name: 'kuitansi.jpg', mimeType: 'image/jpeg', buffer: smallestJpeg })
    await dialog.getByText('kuitansi.jpg').waitFor()
    await program.check()
    // The account code may stay empty.
    await page.keyboard.press('Enter')
    await page.locator(':focus').and(dialog.getByLabel('Kode rekening')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Terserap 120,0 %, sisa -Rp250.000').waitFor()
    await page.getByText('Realisasi melebihi pagu Rp250.000').waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Buka bukti SP2D-0417' }))
    await page.getByRole('img', { name: 'Bukti SP2D-0417' }).waitFor()
    await page.keyboard.press('Escape')
    await pressOn(page.getByRole('button', { name: 'Ganti bukti SP2D-0417' }))
    await page.getByRole('dialog').getByText('Sekarang: kuitansi.jpg.').waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const row = page.getByRole('row', { name: /Bahan praktik/ })
    await pressOn(row)
    const reversal = page.getByRole('dialog', { name: 'Batalkan Rp1.500.000?' })
    await page.locator(':focus').and(reversal.getByLabel('Alasan')).waitFor()
    await page.keyboard.type('Salah ketik jumlah')
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Terserap 0,0 %, sisa Rp1.250.000').waitFor()
    await page.getByRole('row', { name: /Pembatalan: Salah ketik jumlah SP2D-0417 -Rp1.500.000/ }).waitFor()
    await page.getByRole('row', { name: /Bahan praktik SP2D-0417 Buka bukti .*Rp1.500.000 dibatalkan/ }).waitFor()
  })

  it('adds a class, and the class page links back', async () => {
    const { page } = program
    await pressOn(page.getByRole('button', { name: 'Masukkan kelas' }))
    const dialog = page.getByRole('dialog')
    await page
      .locator(':focus')
      .and(dialog.getByRole('checkbox', { name: /Servis Sepeda Motor I/ }))
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await dialog.getByRole('checkbox', { name: /Tata Rias I ·/, checked: true }).waitFor()
    await program.check()
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.getByRole('link', { name: '16 peserta', exact: true }).count()).toBe(2)
    await pressOn(page.getByRole('link', { name: 'Tata Rias I' }))
    await pressOn(page.getByRole('link', { name: 'Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem' }))
    await page.getByRole('heading', { level: 1, name: '01 Pelatihan Tata Rias' }).waitFor()
  })

  it('lists activities with the sums of their sources, and exports numbers to Excel', async () => {
    const { page } = program
    await page.keyboard.press('Alt+8')
    await page.getByRole('row', { name: /^DIF Kemiskinan Ekstrem Rp1\.250\.000 Rp0/ }).waitFor()
    await page.getByText('Belum berkegiatan: 2 kelas 2024').waitFor()
    await program.check()
    const download = page.waitForEvent('download')
    await pressOn(page.getByRole('button', { name: 'Ekspor ke Excel' }))
    const rows = await readWorkbook(readFileSync(await (await download).path()))
    const [sheet] = rows
    expect(sheet?.data[1]?.slice(0, 2)).toEqual([1, 'Pelatihan Tata Rias bagi Masyarakat Miskin Ekstrem'])
    expect(sheet?.data[1]?.slice(7, 11)).toEqual([1_250_000, 0, 0, 1_250_000])
  })

  it('a new class needs an activity, found by number', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/baru`)
    const choice = page.getByRole('combobox', { name: /^Kegiatan/ })
    await page.getByText('Isi tanggal mulai dulu; kegiatan dipilih dari tahun anggaran itu.').waitFor()
    await page.getByRole('combobox', { name: 'Program pelatihan' }).click()
    await page.keyboard.type('tata boga')
    await page.keyboard.press('Enter')
    await page.getByLabel('Tanggal mulai').fill('16/12/2024')
    await page.getByLabel('Tanggal mulai').press('Tab')
    await page.getByText('15 hari kerja', { exact: false }).first().waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Pilih kegiatan yang membiayai kelas ini. Buat kegiatan').waitFor()
    await page.locator(':focus').and(choice).waitFor()
    await page.getByRole('link', { name: 'Buat kegiatan' }).waitFor()
    await program.check()
    await page.keyboard.type('01')
    await page.keyboard.press('Enter')
    await page.getByText('DIF Kemiskinan Ekstrem, sisa Rp1.250.000').waitFor()
    await page.getByLabel('Tanggal mulai').fill('3/2/2025')
    await page.getByLabel('Tanggal mulai').press('Tab')
    await page.getByText('DIF Kemiskinan Ekstrem, sisa Rp1.250.000').waitFor({ state: 'detached' })
  })

  it('shows the empty kelurahan first, by name, with their candidates behind Enter', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/kegiatan/papan?tahun=2025`)
    await page.getByRole('heading', { name: '13 kelurahan masih kosong' }).waitFor()
    await page.getByText('91 dari 104 terwakili').waitFor()
    const first = page.getByRole('link', { name: `${emptyVillages[0]?.name} Kec. Tangerang` })
    await page.locator(':focus').and(first).waitFor()
    await page.keyboard.press('ArrowRight')
    await page
      .locator(':focus')
      .filter({ hasText: emptyVillages[1]?.name ?? '' })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Calon peserta' }).waitFor()
    await page.getByText(`Kel. ${emptyVillages[1]?.name}, Kec. Jatiuwung`).waitFor()
    await program.check()
  })

  it('moves on the board by arrows and by kecamatan, and opens the people behind a figure', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/kegiatan/papan?tahun=2025`)
    const grid = page.getByRole('grid', { name: 'Papan sebaran, 24 kegiatan, 104 kelurahan' })
    await grid.waitFor()
    expect(await grid.getAttribute('aria-rowcount')).toBe('26')
    expect(await grid.getAttribute('aria-colcount')).toBe('106')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await pressOn(grid.getByRole('gridcell').first(), 'Control+ArrowRight')
    expect(await focused()).toContain('Kec. Jatiuwung')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain(`Kegiatan 2, Kel. ${districts[1]?.villages[1]?.name}`)
    await page.keyboard.press('Control+ArrowDown')
    expect(await focused()).toContain('Semua kegiatan')
    await program.check({ without: furtherLines })
    const people = Number(/: (\d+) orang/.exec((await focused()) ?? '')?.[1])
    expect(people).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Peserta kegiatan' }).waitFor()
    await page.getByRole('grid', { name: `${people} orang` }).waitFor()
    await page
      .getByText(/^367100\*{6}\d{4}$/)
      .first()
      .waitFor()
    await program.check()
    const download = page.waitForEvent('download')
    await pressOn(page.getByRole('button', { name: 'Ekspor ke Excel' }))
    const [sheet] = await readWorkbook(readFileSync(await (await download).path()))
    expect(sheet?.data.length).toBe(people + 1)
    expect(sheet?.data[1]?.every(cell => cell === null || typeof cell === 'string')).toBe(true)
  })

  it('widens the empty columns to their names, and becomes a table with Alt T', async () => {
    const { page } = program
    await page.goBack()
    await page.getByRole('radio', { name: 'Hanya yang kosong' }).press('Space')
    await page.getByRole('columnheader', { name: emptyVillages[2]?.name ?? '' }).waitFor()
    await program.check({ without: furtherLines })
    await page.getByRole('radio', { name: 'Semua kelurahan' }).press('Space')
    const view = page.getByRole('button', { name: /^(Tabel|Papan)/ })
    const place = await view.boundingBox()
    await page.keyboard.press('Alt+t')
    await page.getByRole('grid', { name: '104 kelurahan' }).waitFor()
    // With its other word the button has the same width and place.
    expect(await view.boundingBox()).toEqual(place)
    await program.check({ without: furtherLines })
  })

  it('shows the real figures on the start page', async () => {
    const { page } = program
    await page.keyboard.press('Alt+1')
    await page.getByText('Realisasi Insentif Fiskal 0,0 %, sisa Rp1.250.000.').waitFor()
    await program.check()
  })
})
