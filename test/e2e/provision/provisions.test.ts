import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { printableJpeg } from '../../backend/pictures.ts'
import { type Program, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

describe('Perlengkapan', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-19', { centre: folder => tataRias(folder, '2024-12-18') })
    await program.page.getByRole('heading', { name: 'Kamis, 19 Desember 2024' }).waitFor()
    await program.page.evaluate(() => {
      location.hash = '/angkatan/TR-2024-03/berkas'
    })
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  /** A cell by the start of its accessible name, for example 'Ani Suryani, ukuran pakaian'. */
  const cell = (place: string, value = '.*') =>
    program.page.getByRole('gridcell', { name: new RegExp(`^${place}[^:]*: ${value}$`) })
  const paste = async (text: string) => {
    await program.page.evaluate(copied => navigator.clipboard.writeText(copied), text)
    await program.page.keyboard.press('Control+V')
  }

  it('takes materials pasted from Excel, names what is not an amount, and undoes', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Perlengkapan', exact: true }).click()
    await cell('baris 1, nama bahan').click()
    await paste('Alas bedak cair\tWarna natural\tbotol\t16\t16\t4\t3\nKapas\t\tbungkus\tbanyak\t\t1,5')
    await page.getByText('“banyak” bukan jumlah, tulis seperti 12 atau 1,5 (baris 2)').waitFor()
    await page.getByText('Tersimpan').waitFor()
    await cell('baris 2, dipakai minggu ke-1', '1,5').waitFor()
    await page.getByRole('button', { name: 'Jadikan daftar bahan program' }).waitFor()
    await program.check()
    await cell('baris 1, nama bahan').click()
    await page.keyboard.press('Control+Z')
    await page.getByRole('button', { name: 'Jadikan daftar bahan program' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Y')
    await page.getByRole('button', { name: 'Jadikan daftar bahan program' }).waitFor()
  })

  it('takes sizes down a column and the rate, by keyboard', async () => {
    const { page } = program
    await page.getByRole('radio', { name: 'Ukuran & kartu' }).check({ force: true })
    await cell('Ani Suryani, ukuran pakaian').click()
    await page.keyboard.type('xl')
    await page.keyboard.press('Enter')
    await cell('Ani Suryani, ukuran pakaian', 'XL').waitFor()
    await page.keyboard.type('2XL')
    await page.keyboard.press('Enter')
    await cell('Dewi Lestari, ukuran pakaian', 'XXL').waitFor()
    await program.check()
    await page.getByRole('radio', { name: 'Tarif' }).check({ force: true })
    const field = page.getByRole('textbox', { name: 'Balai (tarif baku)' }).first()
    await field.fill('50000')
    await page.keyboard.press('Control+S')
    await page.getByText('berlaku Rp50.000, tarif baku').waitFor()
    await program.check()
    await page.keyboard.press('Control+P')
    const preview = page.getByRole('dialog', { name: 'Tanda Terima Uang Transport' })
    await preview.getByRole('img').first().waitFor()
    await page.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
    await program.check()
  })

  it('takes the budget, one line per cost, and draws the paper', async () => {
    const { page } = program
    await page.getByRole('radio', { name: 'RAB' }).check({ force: true })
    await cell('baris 1, tahun anggaran').click()
    await paste('2024\tHonorarium\tHonorarium instruktur\t5.1.02.02.01.0003\t80\tJP\t1\t\t100.000\tperlu dicek')
    await page.getByText('TA 2024: Rp8.000.000').waitFor()
    await page.getByText('Tersimpan').waitFor()
    await program.check()
    await page.keyboard.press('Control+P')
    const preview = page.getByRole('dialog', { name: 'Rencana Anggaran Biaya' })
    await preview.getByRole('img').first().waitFor()
    await page.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
  })

  it('keeps dropped photos with their captions', async () => {
    const { page } = program
    await page.getByRole('radio', { name: 'Foto' }).check({ force: true })
    await page.getByLabel('Foto dokumentasi').setInputFiles([
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(printableJpeg('#996633')) },
      { name: 'b.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(printableJpeg('#336699')) },
    ])
    await page.getByText('2 foto, 1 halaman').waitFor()
    const caption = page.getByRole('textbox', { name: 'Keterangan foto 2' })
    await caption.fill('Praktik rias wajah')
    await caption.press('Enter')
    await page.getByRole('img', { name: 'Praktik rias wajah' }).waitFor()
    await page.getByRole('button', { name: 'Maju, foto 2' }).click()
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Keterangan foto 1' }).inputValue())
      .toBe('Praktik rias wajah')
    await program.check()
  })
})
