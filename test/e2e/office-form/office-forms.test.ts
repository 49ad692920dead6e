import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, table, wordFile } from '../../backend/office/office-files.ts'
import { type Program, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const form = (name: string, body: string) => ({ name, mimeType: word, buffer: Buffer.from(wordFile({ body })) })

describe('Formulir kantor', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-19', { centre: folder => tataRias(folder, '2024-12-18'), height: 768 })
    await program.page.getByRole('heading', { name: 'Kamis, 19 Desember 2024' }).waitFor()
  })
  afterEach(context => program.keepPicture(context.task))
  afterAll(() => program?.close())
  const drop = (file: ReturnType<typeof form>) => program.page.getByLabel('Berkas formulir').setInputFiles(file)

  it('shows unknown tokens in place, and saves a form once it is correct', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/surat`)
    await page.getByRole('link', { name: 'Formulir kantor' }).click()
    await page.getByText('Belum ada formulir kantor.').waitFor()
    await program.check()
    await drop(form('daftar_kota.docx', table(['{#peserta}{nma}', '{nik}{/peserta}'])))
    const drawer = page.getByRole('dialog', { name: 'Formulir baru' })
    await drawer.getByText('{nma} tidak dikenal').waitFor()
    await drawer.getByText('tabel 1 baris 1 kolom 1: “{#peserta}{nma}”. Maksudnya {nama}?').waitFor()
    await program.check()
    // Nothing was saved.
    await page.keyboard.press('Control+s')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await drop(form('daftar_kota.docx', table(['{#peserta}{nama}', '{nik}{/peserta}'])))
    await drawer.getByText('3 token dikenal semua.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Nama formulir' }).inputValue()).toBe('Daftar kota')
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('Daftar kota disimpan sebagai versi 1.').waitFor()
    await page.getByRole('heading', { name: 'Daftar kota' }).waitFor()
    await program.check()
  })

  it('finds a token by a word of its explanation and copies it', async () => {
    const { page } = program
    await page.keyboard.press('Alt+t')
    const drawer = page.getByRole('dialog', { name: 'Daftar token' })
    await drawer.getByRole('textbox', { name: 'Nama token atau artinya' }).waitFor()
    await page.keyboard.type('tempat dan tanggal')
    await drawer.getByText('Tangerang, 1 Januari 1999').waitFor()
    await program.check()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('{ttl} disalin.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{ttl}')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  it('takes another file as the next version, restores the first one and saves an example', async () => {
    const { page } = program
    await page.getByLabel('Berkas baru Daftar kota').setInputFiles(form('b.docx', paragraph('{kode_kelas}')))
    await page.getByText('Daftar kota: versi 2 disimpan.').waitFor()
    await page.getByRole('button', { name: 'Kembalikan versi 1' }).click()
    await page.getByText('Daftar kota: versi 3 disimpan.').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Simpan contoh' }).click()
    expect((await download).suggestedFilename()).toBe('Daftar kota TR-2024-03.docx')
  })

  it('is in the checklist of the class, is saved by keys and recorded', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/TR-2024-03/berkas`)
    await page.getByRole('textbox', { name: 'Nama berkas' }).fill('daftar kota')
    await page.getByRole('row', { name: /Daftar kota/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Daftar kota' })
    await dialog.getByText('Belum pernah dicetak.').waitFor()
    await dialog.getByText('Daftar kota TR-2024-03.docx').waitFor()
    await program.check()
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    expect((await download).suggestedFilename()).toBe('Daftar kota TR-2024-03.docx')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/Dicetak 1 kali/).waitFor()
  })
})
