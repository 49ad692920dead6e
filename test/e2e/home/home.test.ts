import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countedKeys } from '../counted-keys.ts'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Beranda', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())

  it('fills three classes with two exceptions each in twenty keys, and the cursor moves on by itself', async () => {
    const { page } = program
    const keys = countedKeys(page)
    for (const [title, line] of [
      ['Servis Sepeda Motor I', '3s 7i'],
      ['Tata Boga I', '1a 2t'],
      ['Tata Rias I', '9 12s'],
    ]) {
      await page
        .locator(':focus')
        .and(page.getByLabel(`Kehadiran ${title} hari ke-9`))
        .waitFor()
      await keys.type(line ?? '')
      await keys.press('Enter')
      await page
        .getByRole('list', { name: 'Kelas hari ini' })
        .getByRole('link', { name: `Tutup hari ke-9: ${title}` })
        .waitFor()
    }
    expect(keys.count).toBeLessThanOrEqual(20)
    await page.getByText('Semua kehadiran hari ini sudah diisi.').waitFor()
    await page.getByText('14 hadir, 1 sakit, 1 alpa').waitFor()
    await program.check()
  })

  it('undoes a day with Urungkan, and a second Enter on the empty line means everybody present', async () => {
    const { page } = program
    await page.keyboard.press('Control+z')
    const line = page.getByLabel('Kehadiran Tata Rias I hari ke-9')
    await line.waitFor()
    await line.press('Enter')
    await page.getByText('16 hadir').waitFor()
  })

  it('corrects a filled day in place, and reaches the first waiting act with two keys: F6, Enter', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Ubah kehadiran Tata Rias I' }).press('Enter')
    await page.keyboard.type('3h 4s')
    await page.keyboard.press('Enter')
    await page.getByText('15 hadir, 1 sakit').waitFor()
    await page.getByRole('link', { name: 'Dewi Lestari' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('F6')
    const tasks = page.getByRole('list', { name: 'Menunggu diselesaikan' })
    await tasks.getByRole('link', { name: /^Isi hari ke-8: Kehadiran Tata Boga I/ }).waitFor()
    await page
      .locator(':focus')
      .and(tasks.getByRole('link', { name: /^Isi hari ke-8/ }))
      .waitFor()
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kehadiran' }).waitFor()
    await page.keyboard.press('Alt+1')
    await page.getByText('Semua kehadiran hari ini sudah diisi.').waitFor()
  })

  it('keeps a quick note of a class for its day, ticks it off in place by keys and undoes that', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('tata rias i')
    await page
      .getByRole('option', { name: /^Tata Rias I/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tata Rias I' }).waitFor()
    await page.keyboard.press('Alt+c')
    await page.getByLabel('Catatan', { exact: true }).waitFor()
    await page.keyboard.type('bawa kunci ruang hari ini')
    await program.check()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel(/^Muncul di Beranda/).inputValue()).toMatch(/^Sen 30 Des 2024/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('list', { name: 'Catatan' }).getByText('bawa kunci ruang hari ini').waitFor()
    await program.check()
    await page.keyboard.press('Alt+1')
    const box = page.getByRole('list', { name: 'Catatan hari ini' }).getByRole('checkbox')
    await box.waitFor()
    await page.locator('li :focus').first().waitFor()
    await page.keyboard.press('F6')
    await expect.poll(() => box.evaluate(one => one === document.activeElement)).toBe(true)
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByText('semua selesai').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('main').getByText('1 menunggu').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('semua selesai').waitFor()
  })

  it('shows the skipped day in Kehadiran, and refuses a number that is not on the list', async () => {
    const { page } = program
    await page.keyboard.press('Alt+2')
    await page.getByRole('heading', { name: 'Hari yang belum diisi' }).waitFor()
    const line = page.getByLabel('Kehadiran Tata Boga I hari ke-8')
    await line.fill('17')
    await line.press('Enter')
    await page.getByText('Nomor 17 tidak ada, kelas ini 16 orang.').first().waitFor()
    await program.check()
    await line.fill('')
    await line.press('Enter')
    await page.getByRole('heading', { name: 'Hari yang belum diisi' }).waitFor({ state: 'detached' })
  })

  it('finds a person despite a wrong letter, and opens the page with Enter', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: /^Cari orang/ }))
      .waitFor()
    await page.keyboard.type('rahyu')
    await page.getByRole('option', { name: /Siti Rahayu/ }).waitFor()
    await program.check()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Siti Rahayu' }).waitFor()
  })
})
