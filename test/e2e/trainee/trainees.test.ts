import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cutWarning } from '../cut-warning.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { confirmPassword } from '../sign-in-form.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Peserta', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  let keys = 0
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) await program.page.keyboard.press(key)
    keys += times
  }
  const type = async (text: string) => {
    await program.page.keyboard.type(text)
    keys += text.length
  }
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeCohorts(dataFolder)
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await program.page.keyboard.press('Alt+3')
    await program.page.getByRole('grid', { name: /peserta/ }).waitFor()
    keys = 0
  })

  it('registers a person within 110 keys: the NIK is read while typing and fills the fields it contains', async () => {
    const { page } = program
    await press('Alt+b')
    await page.getByRole('heading', { name: 'Peserta baru' }).waitFor()
    await type('367113')
    await page.getByText('Larangan', { exact: true }).waitFor()
    await type('5205900003')
    await page.getByText('12 Mei 1990 · Perempuan · 34 th', { exact: true }).waitFor()
    expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('Sab 12 Mei 1990')
    await press('Enter')
    await type('Siti Rahayu Ningsih')
    await press('Enter')
    await type('Tangerang')
    await press('Enter', 3)
    await type('081234567890')
    await press('Enter')
    await type('karawaci baru')
    await page.getByRole('option', { name: 'Kel. Karawaci Baru, Kec. Karawaci' }).waitFor()
    await program.check()
    await press('Enter')
    await type('Jl. Contoh No. 3')
    await page.getByText('NIK belum terdaftar').waitFor()
    await program.check()
    await press('Control+Enter')
    await page.getByText('Siti Rahayu Ningsih disimpan.').waitFor()
    expect(keys).toBeLessThanOrEqual(110)
    // The form is empty for the next person.
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { name: /^NIK / }))
      .waitFor()
    expect(await page.getByLabel('Nama lengkap (sesuai KTP)').inputValue()).toBe('')
  })

  it('warns in place where KTP and NIK differ, and takes the date of the NIK with one key', async () => {
    const { page } = program
    await press('Alt+b')
    await page.getByRole('textbox', { name: /^NIK / }).fill('3671071211870001')
    await page.getByLabel('Tanggal lahir').fill('21/11/1987')
    await page.getByText('NIK menunjukkan 12 November 1987. Periksa KTP.').first().waitFor()
    await page.getByText('Tanggal lahir berbeda dari NIK').waitFor()
    await program.check()
    const take = page.getByRole('button', { name: 'Pakai tanggal NIK' })
    const whole = Number.POSITIVE_INFINITY
    expect(await cutWarning(page, take, whole), 'sentence and action are read without the focus').toBe('')
    await pressOn(take)
    await page.getByText('Tanggal lahir dan jenis kelamin sama dengan NIK').waitFor()
    await page.getByRole('textbox', { name: /^NIK / }).fill('3671073102870001')
    await page.getByText('Tanggal 31 Februari tidak ada. Periksa angka ke-7 s.d. 12.').first().waitFor()
    await program.check()
  })

  it('offers an unsaved draft with its time', async () => {
    const { page } = program
    await press('Alt+b')
    await page.getByText('Lanjutkan isian 08.00?').waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Buang' }))
    await page.getByLabel('Nama lengkap (sesuai KTP)').fill('Aminah')
    await page.getByText('Draf tersimpan 08.00').waitFor()
    await press('Escape')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Alt+b')
    await pressOn(page.getByRole('button', { name: 'Lanjutkan' }))
    expect(await page.getByLabel('Nama lengkap (sesuai KTP)').inputValue()).toBe('Aminah')
    await page.getByLabel('Nama lengkap (sesuai KTP)').fill('')
  })

  it('recognises a known NIK at its sixteenth digit and opens the person instead of adding a second one', async () => {
    const { page } = program
    await press('Alt+b')
    await pressOn(page.getByRole('button', { name: 'Buang' }))
    await page.getByRole('textbox', { name: /^NIK / }).fill('3671135205900003')
    await page.getByRole('alert').getByText('Siti Rahayu Ningsih', { exact: true }).waitFor()
    const save = page.getByRole('button', { name: 'Simpan, lalu peserta berikutnya' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await program.check()
    await page.getByRole('textbox', { name: /^NIK / }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Siti Rahayu Ningsih' }).waitFor()
    await page.getByText('Data diri').waitFor()
    await program.check()
    await press('F2')
    await page.getByText('NIK tidak dipakai orang lain').waitFor()
    await page.getByLabel('No. HP / WhatsApp').fill('0812-9999-0000')
    await press('Control+s')
    await page.getByText('Siti Rahayu Ningsih disimpan.').last().waitFor()
    await page.getByText('0812-9999-0000').first().waitFor()
    await page.getByText('Mengubah No. HP').waitFor()
    await program.check()
  })

  async function openSiti() {
    await press('/')
    await program.page.keyboard.type('siti rahayu ningsih')
    await program.page.getByText('1 orang cocok').waitFor()
    await press('ArrowDown')
    await press('Enter')
  }

  it('takes a photo in 3 × 4, and shows it again', async () => {
    const { page } = program
    await openSiti()
    await page.getByRole('heading', { level: 1, name: 'Siti Rahayu Ningsih' }).waitFor()
    const picture = join(folder, 'foto.png')
    writeFileSync(picture, await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 600 } }))
    await page.getByLabel('Berkas pas foto').setInputFiles(picture)
    await page.getByRole('dialog', { name: 'Atur pas foto 3 × 4' }).waitFor()
    await press('ArrowRight')
    await program.check()
    await press('Enter')
    const photo = page.getByRole('img', { name: 'Pas foto peserta' })
    await photo.waitFor()
    await page.reload()
    await photo.waitFor()
    const size = await photo.evaluate(element =>
      element instanceof HTMLImageElement
        ? [element.naturalWidth, element.naturalHeight, element.src.slice(0, 15)]
        : [],
    )
    expect(size).toEqual([354, 472, 'data:image/jpeg'])
    await program.check()
  })

  it('finds people while typing, and the address keeps the search without its words', async () => {
    const { page } = program
    await page.getByPlaceholder('Nama, NIK atau No. HP').fill('rahayu ningsih')
    await page.getByText('1 orang cocok').waitFor()
    await expect.poll(() => page.url()).toContain('cari=*')
    expect(page.url()).not.toContain('rahayu')
    await page.reload()
    await page.getByText('1 orang cocok').waitFor()
    await press('ArrowDown')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Siti Rahayu Ningsih' }).waitFor()
    await page.goBack()
    await page.getByPlaceholder('Nama, NIK atau No. HP').fill('tidak ada orangnya')
    await page.getByText('Tidak ada peserta “tidak ada orangnya”.').waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'tampilkan semua peserta' }))
    const download = page.waitForEvent('download')
    await pressOn(page.getByRole('button', { name: 'Ekspor ke Excel' }))
    await page.getByRole('dialog', { name: 'Kolom berkas Excel' }).waitFor()
    await press('Control+Enter')
    await confirmPassword(page)
    expect((await download).suggestedFilename()).toBe('daftar-peserta.xlsx')
  })
})
