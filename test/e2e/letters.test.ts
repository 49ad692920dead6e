import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from './program.ts'
import { threeClasses } from './three-classes.ts'

describe('Template surat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeClasses(dataFolder)
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterEach(context => program.keepPicture(context.task))
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('puts a token in by keyboard, draws the paper anew, stores a version and goes back to the built-in words', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/surat`)
    await page.getByRole('link', { name: /Berita Acara Pembukaan/ }).click()
    const closing = page.getByRole('textbox', { name: 'Kalimat penutup' })
    await closing.waitFor()
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    await page.screenshot({ path: '/tmp/h4out/ui-1.png' })
    await program.check()
    await closing.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Dibuat di {kot')
    await page.getByRole('option', { name: /\{kota\}/ }).waitFor()
    await page.screenshot({ path: '/tmp/h4out/ui-2.png' })
    await page.keyboard.press('Enter')
    await page.keyboard.type(', {{asli}}.')
    expect(await closing.inputValue()).toContain('Dibuat di {kota}, {{asli}}.')
    await page.keyboard.press('Control+s')
    await page.getByText('Berita Acara Pembukaan: versi 1 disimpan.').waitFor()
    await page.getByRole('link', { name: 'Berita Acara Pembukaan Versi 1' }).waitFor()
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    await page.screenshot({ path: '/tmp/h4out/ui-3.png' })
    await page.getByRole('button', { name: 'Versi (2)' }).click()
    const dialog = page.getByRole('dialog', { name: 'Versi: Berita Acara Pembukaan' })
    await dialog.getByText('Dibuat di {kota}').waitFor()
    await page.screenshot({ path: '/tmp/h4out/ui-4.png' })
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'Berita Acara Pembukaan Versi 2' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Kalimat penutup' }).inputValue()).not.toContain('{kota}')
  })

  it('names an unknown token and does not store it', async () => {
    const { page } = program
    const closing = page.getByRole('textbox', { name: 'Kalimat penutup' })
    await closing.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' {jumlah_pesrta}')
    await page.getByRole('alert').getByText('token {jumlah_pesrta} tidak dikenal di surat ini.').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByRole('link', { name: 'Berita Acara Pembukaan Versi 2' }).waitFor()
    await page.keyboard.press('Control+z')
  })
})
