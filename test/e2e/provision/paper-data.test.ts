import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

/** What papers about money and decrees need beside the class data, entered on its own pages. */
describe('Data surat', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-19', { centre: folder => tataRias(folder, '2024-12-18'), height: 768 })
    await program.page.getByRole('heading', { name: 'Kamis, 19 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))
  const go = (hash: string) =>
    program.page.evaluate(next => {
      location.hash = next
    }, hash)

  it('keeps who delivered the materials, by keys', async () => {
    const { page } = program
    await go('/angkatan/TR-2024-03/berkas/perlengkapan?bagian=penyedia')
    await page.getByRole('textbox', { name: 'Nama penyedia' }).click()
    await page.keyboard.type('CV Sumber Rias')
    await page.keyboard.press('Tab')
    await page.keyboard.type('027/12/SP/2024')
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Simpan penyedia', disabled: true }).waitFor()
    await go('/angkatan/TR-2024-03/berkas/perlengkapan?bagian=bahan')
    await go('/angkatan/TR-2024-03/berkas/perlengkapan?bagian=penyedia')
    await page.getByRole('textbox', { name: 'Nama penyedia' }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Nama penyedia' }).inputValue()).toBe('CV Sumber Rias')
  })

  it('takes the answers of an evaluation form in order, with the questions by number', async () => {
    const { page } = program
    await go('/angkatan/TR-2024-03/berkas/perlengkapan?bagian=evaluasi')
    await page.getByRole('list', { name: 'Pertanyaan evaluasi' }).waitFor()
    await page.getByRole('gridcell', { name: /^baris 1, sepuluh jawaban/ }).click()
    await page.keyboard.type('4343444433')
    await page.keyboard.press('Enter')
    await page.getByText('Tersimpan').waitFor()
    await program.check()
  })

  it('keeps the bank account of an instructor', async () => {
    const { page } = program
    await go('/instruktur')
    await page.getByRole('link', { name: 'Rina Marliana' }).or(page.getByText('Rina Marliana')).first().click()
    await page.getByRole('button', { name: 'Pembayaran' }).click()
    const drawer = page.getByRole('dialog', { name: /^Pembayaran/ })
    await drawer.getByRole('textbox', { name: 'Bank', exact: false }).first().fill('BRI')
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('Data pembayaran disimpan.').waitFor()
  })

  it('keeps the paper rules of this office', async () => {
    const { page } = program
    await go('/pengaturan/aturan-surat')
    await pressOn(page.getByRole('checkbox', { name: 'Kolom PPh 21 dan jumlah bersih' }), 'Space')
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('Aturan surat disimpan.').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Kolom PPh 21 dan jumlah bersih' }).isChecked()).toBe(true)
  })
})
