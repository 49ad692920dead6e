import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cell, workbook } from '../../backend/people-workbook.ts'
import { clientOf } from '../page-client.ts'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

// Every step uses the keyboard alone; no test here clicks.

const head = ['No', 'NIK', 'Nama Lengkap', 'Kelurahan', 'No. HP', 'Catatan Ketua RT', 'L/P']
const people: Cell[][] = [
  ['DATA CALON PESERTA KELURAHAN KARAWACI BARU'],
  [],
  head,
  ['1', '3671074503920002', 'Aminah', 'Karawaci Baru', '0812-1111-2222', 'rajin'],
  ['2', '3671135205900003', 'Siti Rahayu', 'Nerogtog', '0812-9999-0000', ''],
  ['3', '3671074503920002', 'Aminah binti Salim', 'Karawaci Baru', '', ''],
  ['4', 3671085505970010, 'Komariah', 'Sukasari', '', ''],
  ['5', '3,67E+15', 'Ratna Sari', 'Tajur', '', ''],
  ['6', '367108310295000', 'Dedi Kurniawan', 'Sukasari', '', '', 'L'],
  ['7', '3671095511010002', 'Melati Putri', 'Antah Berantah', '', ''],
  ['8', '3671061704980005', 'Rizky Ramadhan', 'Tajur', '628123456789', ''],
  ['JUMLAH', '', '8 orang'],
  [],
  ['', 'Mengetahui,', 'Tangerang, 27 Desember 2024'],
  ['', '', 'Hj. Nurjanah, S.Sos'],
]

describe('Impor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeCohorts(dataFolder)
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
    await registerSiti()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => openImport())
  afterEach(({ task }) => program.keepPicture(task))

  const press = async (key: string, times = 1) => {
    for (let one = 0; one < times; one += 1) await program.page.keyboard.press(key)
  }
  const inField = () => program.page.getByLabel('NIK dari KTP').and(program.page.locator(':focus')).waitFor()
  const heading = (name: string | RegExp) => program.page.getByRole('heading', { level: 1, name }).waitFor()
  const button = (name: string | RegExp) => program.page.getByRole('button', { name })

  async function registerSiti() {
    const { page } = program
    await press('Alt+3')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Alt+b')
    await heading('Peserta baru')
    await page.keyboard.type('3671135205900003')
    await press('Enter')
    await page.keyboard.type('Siti Rahayu')
    await press('Control+s')
    await page.getByText('Siti Rahayu disimpan.').waitFor()
  }

  async function openImport() {
    const { page } = program
    await press('Alt+3')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Control+k')
    await page.getByRole('dialog').locator('input:focus').waitFor()
    await page.keyboard.type('impor')
    await page.getByText('Impor peserta dari Excel').first().waitFor()
    await press('Enter')
    await heading('Impor Excel')
  }

  /** Types the sender, goes on to the file input and chooses a file by keyboard. */
  async function chooseFile(file: string, sender: string) {
    const { page } = program
    await page
      .getByRole('combobox', { name: /^Pengirim/ })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type(sender)
    const chooser = page.waitForEvent('filechooser')
    await press('Tab')
    await press('Enter')
    await (await chooser).setFiles(file)
  }

  async function save(name: string, rows: Cell[][]): Promise<string> {
    const path = join(folder, name)
    writeFileSync(path, new Uint8Array(await (await workbook(rows, 'Data')).arrayBuffer()))
    return path
  }

  it('goes from the file through columns and rows to a receipt, and undoes the import', async () => {
    const { page } = program
    await chooseFile(await save('Kel. Karawaci Baru.xlsx', people), 'Kel. Karawaci Baru')
    await heading('Cocokkan kolom')
    await page.getByText('Catatan Ketua RT').first().waitFor()
    await page
      .locator(':focus')
      .and(page.getByLabel('Lembar', { exact: true }))
      .waitFor()
    await program.check()
    await press('Control+Enter')

    await heading('Periksa sebelum impor')
    await page.getByText('judul di baris 3').waitFor()
    for (const counter of [
      '2 Perlu diputuskan',
      '8 Semua baris',
      '3 Baru',
      '1 Sudah ada',
      '1 Ganda dalam berkas',
      '3 Ditolak',
    ])
      await button(counter).waitFor()
    await page.getByText('2 baris yang belum diputuskan akan dilewati.', { exact: false }).waitFor()
    await program.check()
    // Siti is known: telephone and kelurahan are taken from the file. Aminah appears twice: her first line counts.
    await press('2')
    await page.getByRole('row', { name: /Siti Rahayu.*Dari berkas/ }).waitFor()
    await press('1')
    await button('0 Perlu diputuskan').waitFor()
    await button('Impor 4 baris').waitFor()
    // Each act shows its keys where it is done; a low window leaves the line of hints out.
    expect(await button('Impor 4 baris').locator('kbd').allInnerTexts()).toEqual(['Ctrl Enter'])
    await page.setViewportSize({ width: 1366, height: 722 })
    for (const hint of ['F6 kelompok berikutnya', 'pindah']) await page.getByText(hint).first().waitFor()
    await page.setViewportSize({ width: 1366, height: 690 })
    await program.check()

    await page.getByText('tanda tangan di baris 14–15 tidak dibaca').waitFor()
    await press('F6')
    await page
      .getByRole('row', { name: /Komariah/ })
      .and(page.locator(':focus'))
      .waitFor()
    // Nothing needs a decision here, so the column of decisions is hidden and the reasons use its room.
    expect(await page.getByRole('columnheader', { name: 'Putusan' }).count()).toBe(0)
    await page.getByRole('heading', { name: 'NIK ini dirusak oleh Excel' }).waitFor()
    await page.getByText('Angka ke-16 dihilangkan Excel', { exact: false }).first().waitFor()
    await program.check()
    await press('ArrowDown')
    await page.getByRole('region', { name: 'Baris 8' }).waitFor()
    await press('F2')
    await inField()
    await press('Control+a')
    await page.keyboard.type('3671065503970001')
    await page.getByText('Ciledug · 15 Maret 1997 · Perempuan', { exact: false }).waitFor()
    await press('Enter')
    // The cursor is already on the next row. Its list says male, its NIK female.
    await page.getByRole('region', { name: 'Baris 9' }).waitFor()
    await inField()
    await button('4 Baru').waitFor()
    await press('Control+a')
    await page.keyboard.type('3671087112950001')
    await press('Enter')
    await button('1 Perlu diputuskan').waitFor()
    await page.getByRole('heading', { name: 'NIK yang diketik berbeda dari daftar' }).waitFor()
    await program.check()
    await press('3')
    await button('0 Perlu diputuskan').waitFor()
    await button('Impor 5 baris').waitFor()
    await press('Control+Enter')

    await heading('Impor selesai')
    await page.getByRole('heading', { name: '4 peserta masuk, 1 diubah' }).waitFor()
    await page.getByRole('row', { name: /Komariah.*Angka ke-16/ }).waitFor()
    await page.getByRole('row', { name: /Siti Rahayu.*No\. HP: \(kosong\) menjadi 0812-9999-0000/ }).waitFor()
    await program.check()
    await button('Tarik kembali impor').focus()
    await press('Enter')
    await heading('Impor ditarik kembali')
    await page.getByText('4 peserta dihapus, 1 dikembalikan', { exact: false }).waitFor()
    await program.check()
  })

  it('remembers the columns of a sender, and says when the same file was imported before', async () => {
    const { page } = program
    const file = await save('Kel. Karawaci Baru.xlsx', people)
    await chooseFile(file, 'kel karawaci baru')
    // The earlier import was undone, so the file counts as new; its columns are those of the last file.
    await heading('Periksa sebelum impor')
    await press('Control+Enter')
    await heading('Impor selesai')
    await page.getByRole('heading', { name: '3 peserta masuk' }).waitFor()
    await openImport()
    await page.getByRole('row', { name: /Ditarik kembali/ }).waitFor()
    await program.check()
    await chooseFile(file, 'Kel. Karawaci Baru')
    await page.getByText('Berkas ini sudah diimpor Sen 30 Des', { exact: false }).first().waitFor()
    expect(await button('Impor 0 baris').getAttribute('aria-disabled')).toBe('true')
    await press('Escape')
    await heading('Cocokkan kolom')
    await page.getByText('berkas terakhir Kel. Karawaci Baru').first().waitFor()
    await press('Escape')
    await heading('Impor Excel')
  })

  it('asks for the column of the NIK where no title names it', async () => {
    const { page } = program
    const file = join(folder, 'tanpa-judul.csv')
    writeFileSync(file, 'Identitas;Nama\n3671135309910004;Nur Aisyah\n')
    await chooseFile(file, '')
    await heading('Cocokkan kolom')
    await page.getByText('Kolom NIK tidak ditemukan. Pilih kolomnya.').first().waitFor()
    await program.check()
    await page.getByRole('combobox', { name: 'Kolom Identitas menjadi' }).focus()
    await page.keyboard.type('nik')
    await press('Enter')
    await page.getByText('pilihan Anda').first().waitFor()
    await press('Control+Enter')
    await heading('Periksa sebelum impor')
    await page.getByRole('row', { name: /Nur Aisyah/ }).waitFor()
  })

  it('shows one banner for a wholly damaged column, and an error for a file that is no list', async () => {
    const { page } = program
    const damaged = Array.from({ length: 6 }, (_, index): Cell[] => [3671083102950000 + index * 10, `Orang ${index}`])
    await chooseFile(await save('rusak.xlsx', [['NIK', 'Nama'], ...damaged, ['3671135309910004', 'Nur Aisyah']]), '')
    await page.getByText('Kolom NIK rusak: 6 dari 7.').waitFor()
    expect(await page.getByRole('row', { name: /Orang/ }).count()).toBe(0)
    await program.check()
    await openImport()
    const file = join(folder, 'surat.xlsx')
    writeFileSync(file, 'bukan berkas Excel')
    await chooseFile(file, '')
    await page.getByText('Ini bukan berkas Excel. Buka di Excel, simpan sebagai .xlsx.').waitFor()
    await program.check()
  })

  it('takes three hundred rows with six decisions in at most 25 keys', async () => {
    const { page } = program
    const rows = Array.from({ length: 294 }, (_, index): Cell[] => [
      `36710752059${10_001 + index}`,
      `Orang ${index}`,
      '0812-0000-0000',
    ])
    const doubles = rows.slice(0, 6).map(([nik = null, name = null]): Cell[] => [nik, `${name} lain`, ''])
    await chooseFile(await save('tiga-ratus.xlsx', [['NIK', 'Nama', 'No. HP'], ...rows, ...doubles]), '')
    await heading('Periksa sebelum impor')
    await button('6 Perlu diputuskan').waitFor()
    let keys = 0
    for (const key of ['1', '2', '1', '1', '2', '1', 'Control+Enter']) {
      await press(key)
      keys += 1
      if (key !== 'Control+Enter') await button(`${6 - keys} Perlu diputuskan`).waitFor()
    }
    await heading('Impor selesai')
    await page.getByRole('heading', { name: '294 peserta masuk' }).waitFor()
    expect(keys).toBeLessThanOrEqual(25)
    await program.check()
  })

  it('shows its progress, and Batal leaves nothing behind', async () => {
    const { page } = program
    const file = join(folder, 'banyak.csv')
    // Long enough that reading takes a while even on a quick machine.
    const rest = 'Tangerang;12 Mei 1990;P;Jl. Contoh Panjang Sekali No. 1;001;002;Karawaci Baru;0812-3456-7890'
    const many = Array.from({ length: 20_000 }, (_, index) => `36710552059${10_001 + index};Orang ${index};${rest}`)
    const head = 'NIK;Nama;Tempat Lahir;Tgl Lahir;L/P;Alamat;RT;RW;Kelurahan;No HP'
    writeFileSync(file, `${head}\n${many.join('\n')}`)
    await chooseFile(file, '')
    // Look and press in one step: on a busy machine the list could be read before a second call from outside.
    const cancelInTheMidst = () =>
      page.waitForFunction(() => {
        const cancel = [...document.querySelectorAll('button')].find(one => one.textContent === 'Batal')
        if (!cancel || !document.body.innerText.includes('dari 20.000')) return false
        cancel.click()
        return true
      })
    await cancelInTheMidst()
    await button('Batal').waitFor({ state: 'detached' })
    await heading('Impor Excel')
    await program.check()
    const client = await clientOf(page)
    const stored = async () => ({
      people: (await client.trainee.list({ search: '', limit: 1, offset: 0 })).total,
      imports: await client.import.list({ limit: 20 }),
    })
    const before = await stored()
    // The place for a file has the focus again.
    const chooser = page.waitForEvent('filechooser')
    await press('Enter')
    await (await chooser).setFiles(file)
    await page.getByRole('heading', { level: 1, name: 'Periksa sebelum impor' }).waitFor({ timeout: 60_000 })
    await press('Control+Enter')
    await cancelInTheMidst()
    await button('Batal').waitFor({ state: 'detached' })
    await heading('Periksa sebelum impor')
    await program.check()
    expect(await stored()).toEqual(before)
  })
})
