import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'

describe('first start', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program.close())

  it('asks for the centre, the official and the person at the desk, by keyboard alone', async () => {
    const { page } = program
    await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
    await program.check()
    await page.keyboard.type('UPT BLK Contoh')
    await page.getByLabel('Contoh kop surat').getByText('UPT BLK Contoh').waitFor()
    await page.keyboard.press('Control+Enter')

    await page.getByRole('heading', { name: 'Siapa yang menandatangani surat?' }).waitFor()
    await page.keyboard.type('Drs. Contoh Wibowo')
    await page.getByLabel('Contoh kop surat').getByText('Drs. Contoh Wibowo').waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')

    await page.getByRole('heading', { name: 'Siap dipakai' }).waitFor()
    await program.check()
    await page.keyboard.type('kuda baterai jepit')
    await page.keyboard.press('Tab')
    await page.keyboard.type('kuda baterai jepit')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Selasa, 10 Desember 2024' }).waitFor()
    await page.getByText('Belum ada angkatan.').waitFor()
    await program.check()
  })

  it('opens the practice centre with three classes, marked on every page, and leaves it again', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Muat data contoh' }).click()
    await page.getByText('Balai contoh: isinya rekaan').waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Tata Boga I' }).first().waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Keluar dari latihan' }).click()
    await page.getByText('Belum ada angkatan.').waitFor()
  })
})

describe('a first start with every default', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program.close())

  it('takes Ctrl Enter on each step, and a password', async () => {
    const { page } = program
    await page.getByRole('heading', { name: 'Balai mana yang memakai program ini?' }).waitFor()
    for (const next of ['Siapa yang menandatangani surat?', 'Siap dipakai']) {
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: next }).waitFor()
    }
    for (const label of ['Sandi baru', 'Ketik sekali lagi']) await page.getByLabel(label).fill('kuda baterai jepit')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Selasa, 10 Desember 2024' }).waitFor()
  })
})
