import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instructorId } from '../../../shared/ids.ts'
import { cutWarning } from '../cut-warning.ts'
import { clientOf } from '../page-client.ts'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Instruktur', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())

  it('lists the certificate that ends first on top', async () => {
    const { page } = program
    await page.keyboard.press('Alt+6')
    await page.getByRole('list', { name: '3 instruktur pada garis waktu' }).waitFor()
    await page.keyboard.press('Alt+t')
    const rows = page.getByRole('grid', { name: '3 instruktur' }).getByRole('row')
    await rows.nth(1).waitFor()
    const texts = await rows.allInnerTexts()
    expect(texts[1]).toMatch(/Rina Marliana.*11 hari.*10\sJan\s2025/s)
    expect(texts[2]).toMatch(/Hendra Wijaya.*46 hari.*14\sFeb\s2025/s)
    expect(texts[3]).toMatch(/Agus Priyanto.*berlaku/s)
    await page.getByRole('button', { name: 'Perlu tindakan 2' }).waitFor()
    await page.getByRole('button', { name: 'Sedang mengajar 3' }).waitFor()
    await program.check()
  })

  it('adds an instructor, who may not teach before a certificate is recorded', async () => {
    const { page } = program
    await page.keyboard.press('Alt+b')
    await page.getByRole('dialog', { name: 'Instruktur baru' }).waitFor()
    await page.keyboard.type('Lestari Handayani, S.Pd.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('123')
    await page.keyboard.press('Control+s')
    await page.getByText('NIP terdiri dari 18 angka.', { exact: false }).last().waitFor()
    await page.locator(':focus').and(page.getByLabel(/^NIP/)).waitFor()
    await program.check()
    await page.getByLabel(/^NIP/).fill('')
    await page.keyboard.press('Control+s')
    await page.getByRole('heading', { level: 1, name: 'Lestari Handayani, S.Pd.' }).waitFor()
    await page.getByText('tanpa sertifikat teknis').waitFor()
    await program.check()
  })

  it('Urungkan of a change keeps what another person changed meanwhile', async () => {
    const { page } = program
    const { instructor } = await clientOf(page)
    const id = instructorId.parse(Number(page.url().split('/').at(-1)))
    await page.getByRole('button', { name: 'Ubah data' }).click()
    await page.getByLabel(/^No. HP/).fill('081234567890')
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { name, nip, phone, active } = await instructor.get({ id })
    expect(phone).toBe('081234567890')
    await instructor.save({ id, instructor: { name, nip, phone, active, institution: 'LKP Contoh' } })
    await page.keyboard.press('Control+z')
    await expect.poll(() => instructor.get({ id })).toMatchObject({ phone: '', institution: 'LKP Contoh' })
  })

  it('records a certificate: three years by default, only a warning for unusual numbers, the trade required', async () => {
    const { page } = program
    await page.keyboard.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Catat sertifikat' })
    await dialog.getByLabel('Skema sertifikasi').fill('Penata Rias Wajah')
    await dialog.getByLabel('Nomor sertifikat').fill('72202 2132 00009 2024')
    await dialog.getByText('Bentuknya tidak biasa.', { exact: false }).waitFor()
    await dialog.getByLabel('LSP (boleh kosong)', { exact: true }).fill('LSP Contoh Nusantara')
    await dialog.getByLabel('Tanggal terbit').fill('29/2/2024')
    expect(await dialog.getByLabel('Berlaku s.d.').inputValue()).toBe('Min 28 Feb 2027')
    await program.check()
    await page.keyboard.press('Control+s')
    await dialog.getByText('Sertifikat teknis mencakup paling sedikit satu kejuruan.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Tata Rias' }).check()
    // A validity of one day is nearly always a typing error, so it needs a confirmation.
    await dialog.getByLabel('Berlaku s.d.').fill('29/2/2024')
    await dialog.getByText('Hanya berlaku 1 hari.').waitFor()
    const usual = dialog.getByRole('button', { name: 'Pakai s.d. 28 Feb 2027' })
    expect(await cutWarning(page, usual, 120), 'only the question is cut').toBe('')
    const save = dialog.getByRole('button', { name: /^(Simpan sertifikat|Tetap simpan)/ })
    const before = await save.boundingBox()
    await page.keyboard.press('Control+s')
    await dialog.getByRole('button', { name: 'Tetap simpan, berlaku 1 hari' }).waitFor()
    expect(await save.boundingBox(), 'the button keeps its width').toEqual(before)
    await usual.click()
    await dialog.getByRole('button', { name: /^Simpan sertifikat/ }).waitFor()
    await page.keyboard.press('Control+s')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('1 tercatat').waitFor()
    await page.getByText('berlaku', { exact: true }).first().waitFor()
    await program.check()
  })

  it('copies LSP, scheme and trades into a renewal and keeps the old one as history', async () => {
    const { page } = program
    await page.getByRole('button', { name: /^Catat perpanjangan/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Catat perpanjangan' })
    await dialog.getByLabel('Skema sertifikasi').waitFor()
    expect(await dialog.getByLabel('Skema sertifikasi').inputValue()).toBe('Penata Rias Wajah')
    expect(await dialog.getByLabel('LSP (boleh kosong)', { exact: true }).inputValue()).toBe('LSP Contoh Nusantara')
    expect(await dialog.getByRole('checkbox', { name: 'Tata Rias' }).isChecked()).toBe(true)
    expect(await dialog.getByLabel('Nomor sertifikat').inputValue()).toBe('')
    await dialog.getByLabel('Nomor sertifikat').fill('96022 5142 3 0000999 2027')
    await dialog.getByLabel('Tanggal terbit').fill('1/3/2027')
    await page.keyboard.press('Control+s')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('2 tercatat').waitFor()
    await page.getByText('belum berlaku').first().waitFor()
    await page.getByRole('button', { name: 'Ubah 96022 5142 3 0000999 2027' }).click()
    const change = page.getByRole('dialog', { name: 'Ubah sertifikat' })
    await change.getByLabel('Nomor sertifikat').fill('96022 5142 3 0000777 2027')
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Ubah 96022 5142 3 0000777 2027' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Ubah 96022 5142 3 0000999 2027' }).waitFor()
  })

  it('deletes a certificate, and Urungkan restores it with its scan and who verified it', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Lampirkan hasil scan 96022 5142 3 0000999 2027' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'sertifikat.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAg=', 'base64'),
    })
    const scan = page.getByRole('button', { name: 'Buka hasil scan 96022 5142 3 0000999 2027' })
    await scan.waitFor()
    await page.getByRole('button', { name: 'Catat sudah diperiksa 96022 5142 3 0000999 2027' }).click()
    await page.getByText('Diperiksa Wulan Sari, 30 Desember 2024').waitFor()
    await page.getByRole('button', { name: 'Hapus 96022 5142 3 0000999 2027' }).click()
    const deleted = page.getByRole('status').filter({ hasText: '0000999 2027 dihapus.' })
    await deleted.getByRole('button', { name: 'Urungkan' }).click()
    await page.getByText('Diurungkan.').waitFor()
    await page.getByText('2 tercatat').waitFor()
    await page.getByText('Diperiksa Wulan Sari, 30 Desember 2024').waitFor()
    await scan.click()
    await page.getByRole('img', { name: 'Hasil scan 96022 5142 3 0000999 2027' }).waitFor()
    await page.keyboard.press('Escape')
    await program.check()
  })

  it('recognises a known scheme with its trades and LSP, and says when they differ', async () => {
    const { page } = program
    await page.keyboard.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Catat sertifikat' })
    await page
      .locator(':focus')
      .and(dialog.getByRole('combobox', { name: 'Skema sertifikasi' }))
      .waitFor()
    await page.keyboard.type('penata')
    await page.getByRole('option', { name: 'Penata Rias Wajah' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog.getByRole('checkbox', { name: 'Tata Rias', checked: true }).waitFor()
    expect(await dialog.getByLabel('LSP (boleh kosong)', { exact: true }).inputValue()).toBe('LSP Contoh Nusantara')
    // Enter has moved on, so the list is closed.
    await page.keyboard.press('Enter')
    await page.locator(':focus').and(dialog.getByLabel('Nomor sertifikat')).waitFor()
    await dialog.getByRole('checkbox', { name: 'Pangkas Rambut' }).press('Space')
    await dialog.getByText('Selama ini skema ini mencakup Tata Rias.').waitFor()
    await program.check()
    await dialog.getByRole('button', { name: 'Pakai itu' }).press('Enter')
    await dialog.getByRole('checkbox', { name: 'Pangkas Rambut', checked: false }).waitFor()
    await page.keyboard.press('Escape')
  })
})
