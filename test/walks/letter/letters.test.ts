import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

describe('Template surat', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterEach(context => program.keepPicture(context.task))
  afterAll(() => program?.close())

  it('inserts a token by keyboard, redraws the paper, saves a version and returns to the built-in text', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/surat`)
    await page.getByRole('link', { name: /Berita Acara Pembukaan/ }).click()
    const closing = page.getByRole('textbox', { name: 'Kalimat penutup' })
    await closing.waitFor()
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    await program.check()
    const drawn = () => (document.querySelector('canvas') as HTMLCanvasElement | null)?.toDataURL() ?? ''
    const former = await page.evaluate(drawn)
    await closing.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Dibuat di {kot')
    await page
      .getByRole('option', { name: /\{kota\}/ })
      .and(page.locator('[data-combobox-selected]'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type(', {{asli}}.')
    expect(await closing.inputValue()).toContain('Dibuat di {kota}, {{asli}}.')
    await page.waitForFunction(old => document.querySelector('canvas')?.toDataURL() !== old, former)
    await page.keyboard.press('Control+s')
    await page.getByText('Berita Acara Pembukaan · versi 1').waitFor()
    // Saving keeps the cursor in the text.
    await page.locator(':focus').and(closing).waitFor()
    await page.getByRole('button', { name: 'Versi (2)' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versi: Berita Acara Pembukaan' })
    await dialog.getByText('Dibuat di {kota}').waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Berita Acara Pembukaan · versi 2').waitFor()
    expect(await closing.inputValue()).not.toContain('{kota}')
    // The earlier text comes back as a new version.
    await page.keyboard.press('Control+z')
    await page.getByText('Berita Acara Pembukaan · versi 3').waitFor()
    expect(await closing.inputValue()).toContain('{kota}')
    // Words that were stored are taken back in the same way.
    const before = await closing.inputValue()
    await closing.fill('Selesai.')
    await pressOn(closing, 'Control+s')
    await page.getByText('Berita Acara Pembukaan · versi 4').waitFor()
    await pressOn(page.getByRole('button', { name: /^Versi/ }), 'Control+z')
    await page.getByText('Berita Acara Pembukaan · versi 5').waitFor()
    expect(await closing.inputValue()).toBe(before)
  })

  it('names an unknown token and does not store it', async () => {
    const { page } = program
    const closing = page.getByRole('textbox', { name: 'Kalimat penutup' })
    const before = await closing.inputValue()
    await closing.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' {jumlah_pesrta}')
    await page.getByRole('alert').getByText('token {jumlah_pesrta} tidak dikenal di surat ini.').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Berita Acara Pembukaan · versi 5').waitFor()
    await closing.fill(before)
    await page.getByText('Semua tersimpan.').waitFor()
  })

  it('takes number and place of a letter beside its preview and prints the letter with them at once', async () => {
    const { page } = program
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto(`${page.url().split('#')[0]}#/angkatan/TR-2024-01/berkas`)
    await page.getByRole('textbox', { name: 'Nama berkas' }).fill('undangan sidang')
    await pressOn(page.getByRole('row', { name: /Undangan Sidang Kelulusan/ }))
    const dialog = page.getByRole('dialog', { name: 'Undangan Sidang Kelulusan' })
    await dialog.getByText(/Belum diisi, dicetak sebagai garis titik-titik: nomor surat/).waitFor()
    await dialog.getByRole('textbox', { name: 'Nomor surat' }).click()
    await page.keyboard.type('500.15/0009/UND-BLK/I/2025')
    await program.check()
    await page.keyboard.press('Control+Enter')
    await dialog.getByText(/titik-titik: tanggal surat/).waitFor()
    await dialog.getByText('Isian tersimpan.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const row = page.getByRole('row', { name: /Undangan Sidang Kelulusan/ })
    await page.locator(':focus').and(row).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Diurungkan.').waitFor()
    await pressOn(row)
    await dialog.getByText(/titik-titik: nomor surat/).waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Nomor surat' }).inputValue()).toBe('')
    await page.keyboard.press('Escape')
  })
})
