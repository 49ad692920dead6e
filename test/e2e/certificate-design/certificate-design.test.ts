import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countedKeys } from '../counted-keys.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Rancangan sertifikat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
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

  it('moves a block by keys, undoes it, saves an own version and becomes the design for all', async () => {
    const { page } = program
    const card = (title: string) => page.getByRole('article', { name: title, exact: true })
    await page.keyboard.press('Alt+5')
    await page.getByRole('link', { name: 'Rancangan', exact: true }).click()
    await page.locator(':focus').and(card('Klasik')).waitFor()
    await expect.poll(() => page.locator('article canvas[data-drawn]').count()).toBe(3)
    await program.check()
    // An example is printed with two keys.
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.keyboard.press('c')
    const example = page.getByRole('dialog', { name: 'Contoh rancangan Klasik' })
    await example.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor()
    await page.keyboard.press('Enter')
    await example.waitFor({ state: 'detached' })
    await page.locator(':focus').and(card('Klasik')).waitFor()
    const keys = countedKeys(page)
    await keys.press('F6')
    const welding = page.getByRole('combobox', { name: 'Las Konstruksi Pelat' })
    while (!(await welding.evaluate(field => field === document.activeElement))) await keys.press('ArrowRight')
    await keys.press('m')
    await page.getByText('Las Konstruksi Pelat memakai Modern.').waitFor()
    expect(keys.count).toBeLessThanOrEqual(7)
    await card('Modern').getByText('Las Konstruksi Pelat').waitFor()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await card('Modern').getByText('Las Konstruksi Pelat').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Salin Klasik' }).focus()
    await pressOn(page.getByRole('button', { name: 'Salin Klasik' }))
    await page.getByRole('heading', { level: 1, name: 'Klasik balai' }).waitFor()
    const name = page
      .getByRole('region', { name: 'Lembar rancangan' })
      .getByRole('button', { name: 'Nama', exact: true })
    await name.focus()
    const fromTop = page.getByLabel('Dari atas (mm)')
    await expect.poll(() => fromTop.inputValue()).toBe('100,8')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => fromTop.inputValue()).toBe('101,3')
    await page.keyboard.press('Shift+ArrowUp')
    await expect.poll(() => fromTop.inputValue()).toBe('96,3')
    await page.locator('canvas[data-drawn]').waitFor()
    await program.check()
    await page.keyboard.press('Control+z')
    await expect.poll(() => fromTop.inputValue()).toBe('100,8')
    await page.keyboard.press('Control+y')
    await expect.poll(() => fromTop.inputValue()).toBe('96,3')
    await page.keyboard.press('Control+s')
    await page.getByText('Tersimpan sebagai versi 1.').waitFor()
    await page.getByText('versi 1', { exact: true }).waitFor()

    await pressOn(name, 'Shift+ArrowDown')
    await page.keyboard.press('Control+s')
    await page.getByText('versi 2', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Versi (2)' }).click()
    await page.getByText('Versi 2 dari 2, hanya dilihat').waitFor()
    await page.getByRole('row', { name: /^1 / }).click()
    await page.getByText('Versi 1 dari 2, hanya dilihat').waitFor()
    expect(await name.count()).toBe(0)
    await program.check()
    await page.getByRole('button', { name: 'Pakai lagi versi ini' }).click()
    await page.getByText('Versi 1 dimuat. Simpan untuk memakainya.').waitFor()
    await name.focus()
    await expect.poll(() => fromTop.inputValue()).toBe('96,3')
    await page.keyboard.press('Control+s')
    await page.getByText('versi 3', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Rancangan', exact: true }).click()
    await card('Klasik balai').waitFor()
    await page.getByRole('combobox', { name: 'Semua program lain' }).click()
    await page.getByRole('option', { name: 'Klasik balai' }).click()
    await card('Klasik balai').getByText('semua program lain').waitFor()

    await page.getByRole('button', { name: 'Ubah Klasik balai' }).click()
    await page.keyboard.press('Alt+.')
    await page.getByRole('menuitem', { name: 'Sisihkan' }).click()
    await page.getByText('Rancangan “Klasik balai” sedang dipakai. Pilih rancangan lain dulu.').waitFor()
    await page.getByRole('link', { name: 'Rancangan', exact: true }).click()
    await page.getByRole('combobox', { name: 'Semua program lain' }).click()
    await page.getByRole('option', { name: 'Polos' }).click()
    await card('Polos').getByText('semua program lain').waitFor()
    await page.getByRole('button', { name: 'Ubah Klasik balai' }).click()
    await page.keyboard.press('Alt+.')
    await page.getByRole('menuitem', { name: 'Sisihkan' }).click()
    await card('Klasik balai').getByText('disisihkan').waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Ubah Klasik balai' }).click()
    await page.keyboard.press('Alt+.')
    await page.getByRole('menuitem', { name: 'Pakai lagi' }).click()
    await card('Klasik balai').getByText('disisihkan').waitFor({ state: 'detached' })
  })
})
