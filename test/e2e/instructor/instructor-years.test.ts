import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('instructors: who may teach, until when, and with whose permission', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  it('shows two years with one lane per person, and the same as a table with Alt T', async () => {
    const { page } = program
    await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
    await page.keyboard.press('Alt+6')
    const lanes = page.getByRole('list', { name: '3 instruktur pada garis waktu' })
    await lanes.waitFor()
    // The certificate that ends first is on top: 10 January, then 14 February 2025.
    expect(await lanes.getByRole('listitem').nth(0).textContent()).toContain('Rina Marliana')
    expect(await lanes.getByRole('listitem').nth(1).textContent()).toContain('Hendra Wijaya')
    await lanes.getByRole('img', { name: /^Tata Rias I, 16 Des – 8 Jan 2025/ }).waitFor()
    await program.check()
    await page.keyboard.press('Alt+t')
    await page
      .getByRole('table', { name: '3 instruktur' })
      .or(page.getByRole('grid', { name: '3 instruktur' }))
      .waitFor()
    await program.check()
    await page.keyboard.press('Alt+t')
    await lanes.waitFor()
  })

  it('draws the letter to the LSP', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Surat ke LSP untuk Rina Marliana, S.Pd.' }).click()
    await page.getByRole('dialog').getByText('Surat ke LSP: Rina Marliana, S.Pd.').waitFor()
    await page.getByRole('dialog').locator('canvas').first().waitFor()
    await program.check()
    await page.keyboard.press('Escape')
  })

  it('keeps the scan, who verified it, and leave', async () => {
    const { page } = program
    await page.getByRole('listitem').filter({ hasText: 'Agus Priyanto' }).click()
    await page.getByRole('heading', { name: 'Agus Priyanto, S.T.', level: 1 }).waitFor()
    await page.getByRole('button', { name: /^Lampirkan hasil scan/ }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'sertifikat.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg=', 'base64'),
    })
    await page.getByRole('button', { name: /^Buka hasil scan/ }).waitFor()
    await page.getByRole('button', { name: /^Catat sudah diperiksa/ }).click()
    const checked = page.getByText('Diperiksa Wulan Sari, 30 Desember 2024')
    await checked.waitFor()
    await page.keyboard.press('Control+z')
    await checked.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Catat sudah diperiksa/ }).click()
    await checked.waitFor()
    await page.getByRole('button', { name: 'Catat berhalangan' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('Mulai').fill('2/1')
    await drawer.getByLabel('Sampai').fill('3/1')
    await drawer.getByLabel('Sebab').fill('Cuti tahunan')
    await page.keyboard.press('Control+s')
    await drawer.getByText('Ganti pengajar hari itu dulu', { exact: false }).waitFor()
    await drawer.getByLabel('Mulai').fill('13/1')
    await drawer.getByLabel('Sampai').fill('17/1')
    await page.keyboard.press('Control+s')
    await page.getByText('Akan datang').waitFor()
    await program.check()
    await page.keyboard.press('Control+z')
    await page.getByText('Selalu dapat mengajar.').waitFor()
  })

  it('lets the head of the centre permit a day in the schedule, and withdraws the permission', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/TR-2024-01/jadwal`)
    await page.getByText('Per hari', { exact: true }).click()
    await page.getByRole('button', { name: 'Pilih instruktur hari ke-15' }).click()
    await page.getByRole('button', { name: 'Izinkan dengan alasan… Hendra Wijaya, S.Tr.Par.' }).click()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Instruktur utama dirawat, tidak ada pengganti lain')
    await program.check()
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Diizinkan Drs. H. Ahmad Fauzi Rahman', { exact: false }).waitFor()
    await program.check()
    // The permission covers the missing credential, not a double booking: on that day he teaches Tata Boga.
    await page.keyboard.press('Control+s')
    await page.getByText('Hendra Wijaya, S.Tr.Par. mengajar Tata Boga I', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Pilih instruktur hari ke-15' }).click()
    await page.getByRole('button', { name: 'Cabut izin Hendra Wijaya, S.Tr.Par.' }).click()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Ternyata mengajar kelas lain hari itu')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Izinkan dengan alasan… Hendra Wijaya, S.Tr.Par.' }).waitFor()
    await page.keyboard.press('Escape')
    await program.check()
  })

  it('accepts a certificate that ends on day 15, and refuses one that ends on day 14', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/baru`)
    await page.getByRole('combobox', { name: 'Program pelatihan' }).click()
    await page.keyboard.type('tata boga')
    await page.keyboard.press('Enter')
    const start = page.getByRole('combobox', { name: 'Tanggal mulai' })
    const hendra = page.getByRole('radiogroup', { name: 'Instruktur' }).getByRole('radio', { name: /Hendra Wijaya/ })
    // Day 15 is Friday 14 February 2025, the last day of his certificate.
    await start.fill('22/1')
    await page.getByText('berakhir 14 Feb, tepat pada hari terakhir').waitFor()
    await expect.poll(() => hendra.isEnabled()).toBe(true)
    await hendra.press('Space')
    await program.check()
    // One day later it ends on day 14; he stays chosen, and the page says why this cannot be saved.
    await start.fill('23/1')
    await start.press('Tab')
    await expect.poll(() => hendra.isDisabled()).toBe(true)
    await page.keyboard.press('Control+s')
    await page
      .getByRole('alert')
      .filter({ hasText: 'Hendra Wijaya, S.Tr.Par. tidak dapat mengajar hari ke-15 (Sen 17 Feb)' })
      .filter({ hasText: 'berakhir 14 Februari 2025' })
      .waitFor()
    await program.check()
    await page.keyboard.press('Escape')
  })

  it('plans a class with an instructor whose certificate ends during it, by permission of the head', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/baru`)
    await page.getByRole('combobox', { name: 'Program pelatihan' }).click()
    await page.keyboard.type('tata boga')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Tanggal mulai' }).fill('3/2')
    await page.getByRole('button', { name: 'Izinkan dengan alasan… Hendra Wijaya, S.Tr.Par.' }).click()
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Perpanjangan sedang diproses LSP')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Diizinkan Drs. H. Ahmad Fauzi Rahman', { exact: false }).waitFor()
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { name: 'Tata Boga I', level: 1 }).waitFor()
    await page.goto(`${page.url().split('#')[0]}#/angkatan/TB-2025-01/jadwal`)
    await page.getByText('Per hari', { exact: true }).click()
    await page.getByText('Hendra Wijaya, S.Tr.Par. (diizinkan', { exact: false }).first().waitFor()
    await program.check()
  })
})
