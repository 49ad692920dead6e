import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it } from 'vitest'
import { type Program, startProgram } from './program.ts'
import { threeClasses } from './three-classes.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program
beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await threeClasses(dataFolder)
  program = await startProgram('2024-12-30', { dataFolder, height: 768 })
})
afterAll(async () => { await program?.close(); rmSync(folder, { recursive: true, force: true }) })
const shot = (name: string) => program.page.screenshot({ path: `/tmp/h6/.cache/screens/${name}.png` })
it('looks', async () => {
  const { page } = program
  await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  await page.keyboard.press('Alt+3')
  await page.getByRole('grid', { name: /peserta/ }).waitFor()
  await page.keyboard.press('Alt+b')
  await page.getByRole('textbox', { name: /^NIK / }).fill('3671135205900003')
  await page.getByText('NIK belum terdaftar').waitFor()
  await shot('new-1')
  await page.keyboard.press('Alt+l')
  await page.getByText('semuanya boleh kosong').first().waitFor()
  await page.getByRole('button', { name: 'Isi data terbatas' }).click()
  await shot('new-2')
  await page.getByLabel('Kontak darurat').scrollIntoViewIfNeeded()
  await page.getByLabel(/No. rekening/).scrollIntoViewIfNeeded()
  await shot('new-3')
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: /Siti Rahayu/ }).first().click()
  await page.getByText('Data diri').waitFor()
  await page.getByText('Riwayat').waitFor()
  await shot('person-1')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await shot('person-1920')
  await page.keyboard.press('F2')
  await page.getByText('Pemeriksaan').waitFor()
  await shot('edit-1920')
})
