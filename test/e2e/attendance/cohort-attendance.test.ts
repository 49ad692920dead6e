import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

describe('the grids of a class, by keys', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: folder => tataRias(folder, '2024-12-27') })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  /** The cell of a person on a day, found by its accessible name. */
  function cell(name: string, day: number): Locator {
    return program.page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-${day},`) })
  }
  async function says(place: Locator, words: string) {
    await expect.poll(() => place.getAttribute('aria-label')).toContain(words)
  }

  it('fills a day with two exceptions in seven keys, the cursor already in the line', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/angkatan/TR-2024-03/kehadiran'
    })
    await page.locator(':focus').and(page.getByLabel('Kehadiran hari ke-9, Sen 30 Des')).waitFor()
    await program.check()
    const keys = ['3', 's', ' ', '7', 'i', 'Enter']
    for (const key of keys) await page.keyboard.press(key)
    expect(keys.length).toBeLessThanOrEqual(7)
    await page.getByText('Terisi: 13 hadir, 1 sakit, 1 izin.').waitFor()
    await says(cell('Eka Puspitasari', 9), 'Sakit')
  })

  it('stores every letter, however fast they are typed', async () => {
    const { page } = program
    await cell('Ani Suryani', 9).click()
    await page.keyboard.type('hsiahsiahsiahsi')
    await page.getByText('Terisi: 4 hadir, 4 sakit, 4 izin, 3 alpa.').waitFor()
    await says(cell('Wati', 9), 'Izin')
    await says(cell('Ani Suryani', 9), 'Hadir')
  })

  it('undoes letters one by one, and the summary of the class follows', async () => {
    const { page } = program
    // Five of the fifteen letters changed nothing, so they are no steps to undo.
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('Control+z')
    await page.getByText('Terisi: 13 hadir, 1 sakit, 1 izin.').waitFor()
  })

  it('asks for the time of arrival after T, and gives the cursor back to the grid', async () => {
    const { page } = program
    await cell('Ani Suryani', 9).click()
    await page.keyboard.press('t')
    await page.getByRole('dialog', { name: 'Ani Suryani, hari ke-9' }).waitFor()
    await program.check()
    await page.keyboard.type('8.30')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await says(cell('Ani Suryani', 9), 'Terlambat, datang 08.30')
    await page.locator(':focus').and(cell('Dewi Lestari', 9)).waitFor()
  })

  it('asks once for the reason to change a closed day, and keeps the old value', async () => {
    const { page } = program
    await cell('Fitri Handayani', 3).click()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'Ubah hari ke-3 yang sudah ditutup?' })
    await dialog.getByRole('textbox').waitFor()
    await page.keyboard.type('Surat dokter baru diserahkan')
    await page.keyboard.press('Control+Enter')
    await says(cell('Fitri Handayani', 3), 'Sakit, pernah diubah')
    await cell('Halimah', 3).click()
    await page.keyboard.press('i')
    await says(cell('Halimah', 3), 'Izin, pernah diubah')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.getByRole('dialog').getByText('Hadir menjadi Izin. Surat dokter baru diserahkan').waitFor()
    await program.check()
    await page.keyboard.press('Escape')
  })

  it('says why a future day cannot be filled', async () => {
    const { page } = program
    await cell('Siti Rahayu', 12).click()
    await page.keyboard.press('h')
    await page.getByText('Hari ke-12 (Jum 3 Jan) belum berjalan.').waitFor()
  })

  it('pastes a column from Excel and lists what is not a mark', async () => {
    const { page } = program
    await cell('Nurhayati', 9).click()
    await page.evaluate(text => navigator.clipboard.writeText(text), 'S\r\nhadir\r\nx\r\n')
    await page.keyboard.press('Control+v')
    await page.getByText('“x” untuk Ratna Dewi Kusumaningrum hari ke-9').waitFor()
    await says(cell('Nurhayati', 9), 'Sakit')
    await page.keyboard.press('Control+z')
    await says(cell('Nurhayati', 9), 'Hadir')
    // The whole sheet, as Word and Excel take it: with its heads and names; the marks alone for a grid.
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const [html, text] = await page.evaluate(async () => {
      const item = (await navigator.clipboard.read())[0]
      return Promise.all(['text/html', 'text/plain'].map(async type => (await item?.getType(type))?.text() ?? ''))
    })
    expect(html?.match(/<tr>/g)?.length).toBeGreaterThan(16)
    for (const words of ['Nama peserta', 'Nurhayati', '<td>H</td>']) expect(html).toContain(words)
    expect(text?.split('\r\n').map(line => line.split('\t').length)).toEqual(Array.from({ length: 16 }, () => 15))
    await cell('Nurhayati', 9).click()
  })

  it('closes the day with Ctrl Enter and Enter, and opens it again with a reason', async () => {
    const { page } = program
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Tutup hari ke-9, Sen 30 Des?' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('9 hari ditutup').waitFor()
    await page.getByRole('button', { name: 'Buka kembali…' }).waitFor()
    expect(await page.getByRole('button', { name: /^Tutup hari ke-9/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Buka kembali…' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Satu orang salah ditandai')
    await page.keyboard.press('Control+Enter')
    await page.getByText('8 hari ditutup').waitFor()
  })

  it('keeps marks for a day that somebody has closed meanwhile, and asks for a reason', async () => {
    const { page } = program
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByRole('gridcell', { name: /^Nurhayati, Hari ke-9,/ }).waitFor()
    await other.keyboard.press('Control+Enter')
    await other.getByRole('dialog', { name: 'Tutup hari ke-9, Sen 30 Des?' }).waitFor()
    await other.keyboard.press('Enter')
    await other.getByText('9 hari ditutup').waitFor()
    await other.close()
    // This page has read the day while it was open.
    await cell('Nurhayati', 9).click()
    await page.keyboard.press('s')
    await page.getByText(/^Hari ke-9 ditutup .* 08\.00\.$/).waitFor()
    await page.getByText('1 tanda Anda belum masuk.').waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Minta buka hari' }))
    const asked = page.getByRole('dialog', { name: 'Ubah hari ke-9 yang sudah ditutup?' })
    await asked.getByRole('textbox').fill('Surat sakit datang kemudian')
    await page.keyboard.press('Control+Enter')
    await asked.waitFor({ state: 'detached' })
    await says(cell('Nurhayati', 9), 'Sakit')
    expect(await page.getByText('1 tanda Anda belum masuk.').count()).toBe(0)
    await page.getByRole('button', { name: 'Buka kembali…' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Satu orang salah ditandai')
    await page.keyboard.press('Control+Enter')
    await page.getByText('8 hari ditutup').waitFor()
    await cell('Nurhayati', 9).click()
    await page.keyboard.press('h')
    await says(cell('Nurhayati', 9), 'Hadir')
  })

  it('turns the pages of a sheet by keys, starts another sheet on its first page, and names the file', async () => {
    const { page } = program
    await pressOn(page.getByRole('button', { name: /^Cetak daftar hadir/ }))
    const preview = page.getByRole('dialog')
    const turned = (words: string) => preview.getByRole('img', { name: words }).waitFor()
    await turned('Halaman 1 dari 2')
    await page.keyboard.press('PageDown')
    await turned('Halaman 2 dari 2')
    await pressOn(preview.getByRole('button', { name: /^Per hari/ }))
    await turned('Halaman 1 dari 1')
    const saved = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    expect((await saved).suggestedFilename()).toBe('Daftar hadir hari ke-9 – Tata Rias III.pdf')
    await page.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
  })

  it('plans a day in the schedule by typing, and names unknown people', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/angkatan/TR-2024-03/jadwal'
    })
    await page.getByText('Per hari', { exact: true }).click()
    const hours = page.getByRole('gridcell', { name: /^hari ke-11, .* JP:/ })
    await hours.click()
    await page.keyboard.type('6')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Merias wajah malam hari')
    await page.keyboard.press('Tab')
    await page.keyboard.type('budi')
    await page.keyboard.press('Enter')
    await page.getByText('Tidak ada instruktur “budi” (hari ke-11)').waitFor()
    await says(hours, '6 JP')
    await says(page.getByRole('gridcell', { name: /^hari ke-11, .* materi:/ }), 'Merias wajah malam hari')
    await page.getByText('kurang 2 JP').waitFor()
    await page.getByRole('gridcell', { name: /^hari ke-2, .* JP:/ }).click()
    await page.keyboard.press('6')
    await page.getByText('Hari ke-2 sudah dijalani. Jam dan pengajarnya tidak diubah lagi.').waitFor()
    await program.check()
  })
})
