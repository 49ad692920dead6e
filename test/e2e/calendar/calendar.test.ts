import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('the calendar of the centre', () => {
  let program: Program
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'balai-calendar-'))
    await threeCohorts(join(folder, 'data'))
    program = await startProgram('2024-12-30', { dataFolder: join(folder, 'data') })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(({ task }) => program.keepPicture(task))

  it('shows the year, and a month with its classes as bars; the address keeps which', async () => {
    const { page } = program
    await page.keyboard.press('Alt+7')
    await page.getByRole('heading', { name: 'Kalender 2024', level: 1 }).waitFor()
    await page.getByText('Kelas tahun ini').waitFor()
    await program.check()
    await page.getByRole('radio', { name: 'Bulan' }).check({ force: true })
    await page.getByRole('heading', { name: 'Desember 2024' }).waitFor()
    expect(await page.getByRole('link', { name: 'Tata Rias I', exact: true }).count()).toBeGreaterThan(3)
    expect(page.url()).toContain('bulan=12')
    await program.check()
    await page.keyboard.press('PageUp')
    await page.getByRole('heading', { name: 'November 2024' }).waitFor()
  })

  it('says which feasts can still move by a day', async () => {
    const { page } = program
    await page.getByRole('link', { name: '2025', exact: true }).click()
    await page.getByRole('heading', { name: 'Kalender 2025', level: 1 }).waitFor()
    await page
      .getByRole('button', { name: /Idul Adha 1446 H.*dapat bergeser sehari/s })
      .first()
      .waitFor()
    await program.check()
  })

  it('imports a table from a file after showing its lines, and marks a year without a table', async () => {
    const { page } = program
    await page.getByRole('link', { name: '2028 (belum ada)' }).click()
    await page.getByText('Kalender 2028 belum ada').waitFor()
    await page.getByRole('button', { name: 'Impor tabel' }).click()
    await page.getByRole('heading', { name: 'Impor kalender 2028' }).waitFor()
    await program.check()
    const file = join(folder, 'libur.csv')
    writeFileSync(
      file,
      'Tanggal;Jenis;Nama;Dasar\n1/1/2028;LN;Tahun Baru 2028 Masehi;SKB\n2028-02-27;LN;Idul Fitri 1449 H;SKB\n30/2/2028;LN;Tidak ada;\n',
    )
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('heading', { name: '2 baru · 1 dilewati' }).waitFor()
    await page.getByText('“30/2/2028” bukan tanggal.').waitFor()
    await program.check()
    const button = page.getByRole('button', { name: 'Simpan 2 hari' })
    // The decree is proposed from the file, but may not be left empty.
    expect(await page.getByLabel('Keputusan yang menjadi dasar').inputValue()).toBe('SKB')
    await page.getByLabel('Keputusan yang menjadi dasar').fill('')
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('Keputusan yang menjadi dasar').fill('SKB tiga menteri 2027')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: 'Kalender 2028', level: 1 }).waitFor()
    await page.getByText('SKB tiga menteri 2027').first().waitFor()
    await page
      .getByRole('button', { name: /Idul Fitri 1449 H.*dapat bergeser sehari/s })
      .first()
      .waitFor()
    await program.check()
  })

  it('exports a year as a file', async () => {
    const { page } = program
    await program.check()
    for (const [name, ending] of [
      ['Excel', 'xlsx'],
      ['CSV', 'csv'],
      ['ICS', 'ics'],
    ]) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: `Ekspor kalender 2028 ke ${name}` }).click()
      expect((await download).suggestedFilename()).toBe(`hari-libur-2028.${ending}`)
    }
  })
})
