import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { registeredPeople } from '../../e2e/registered-people.ts'

// Every step from the open registration to the class uses the keyboard alone.

describe('Seleksi', () => {
  let program: Program
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) await program.page.keyboard.press(key)
  }
  const type = (text: string) => program.page.keyboard.type(text)
  beforeAll(async () => {
    program = await startProgram('2024-12-09', { centre: folder => registeredPeople(folder, 22) })
    await program.page.getByRole('heading', { name: 'Senin, 9 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  it('opens a registration from the list of people', async () => {
    const { page } = program
    await press('Alt+3')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Alt+s')
    await page.getByText('Belum ada pendaftaran.').waitFor()
    await program.check()
    await press('Alt+b')
    await page.getByRole('dialog', { name: 'Pendaftaran baru' }).waitFor()
    await type('tata rias')
    await page.locator('[role=option][data-combobox-selected]', { hasText: 'Tata Rias' }).waitFor()
    await press('Enter')
    await expect.poll(() => page.getByLabel('Nama pendaftaran').inputValue()).toMatch(/^Tata Rias.* 2024$/)
    await press('Enter')
    await press('Control+a')
    await type('Tata Rias Gelombang Desember 2024')
    await press('Enter')
    await type('2/12')
    await press('Enter')
    await type('9/12')
    await press('Enter', 2)
    expect(await page.getByLabel('Kuota').inputValue()).toBe('16')
    await press('Enter')
    await type('3')
    await press('Enter')
    await type('2')
    await page.getByRole('combobox', { name: 'Kelurahan kosong menurut' }).waitFor()
    await page.getByLabel('Tanggal daftar ulang').focus()
    await type('12/12')
    await press('Enter')
    await type('8.30')
    await press('Enter')
    await type('Aula UPT BLK')
    await program.check()
    await press('Control+s')
    await page.getByText('Tata Rias Gelombang Desember 2024 disimpan.').waitFor()
    await page.getByText('Belum ada pendaftar.').waitFor()
    await program.check()
  })

  it('adds twenty applicants, and refuses a date before the registration opens', async () => {
    const { page } = program
    await press('Alt+b')
    await page.getByRole('dialog', { name: 'Pilih peserta' }).waitFor()
    await page.getByRole('option').first().waitFor()
    // Enter takes the first one, Shift with the arrow those below.
    await press('Enter')
    await press('Shift+ArrowDown', 19)
    await page.getByText('20 dipilih').waitFor()
    await press('Control+Enter')
    await page.getByText('20 pendaftar dicatat.').waitFor()
    // Undo removes all of them; then they are added again.
    await press('Control+z')
    await page.getByText('Belum ada pendaftar.').waitFor()
    await press('Alt+b')
    await page.getByRole('option').first().waitFor()
    await press('Enter')
    await press('Shift+ArrowDown', 19)
    await page.getByText('20 dipilih').waitFor()
    await press('Control+Enter')
    const grid = page.getByRole('grid', { name: 'Pendaftar' })
    await grid.waitFor()
    await grid
      .getByRole('gridcell', { name: /prioritas/ })
      .first()
      .focus()
    await press('Control+Home')
    await press('1')
    await press('2')
    await grid.getByText('1 · Miskin ekstrem').waitFor()
    await grid.getByText('2 · Miskin', { exact: true }).waitFor()
    await press('Control+z')
    await expect.poll(() => grid.getByText('2 · Miskin', { exact: true }).count()).toBe(0)
    await program.check()
  })

  it('has the results typed straight down, stage by stage', async () => {
    const { page } = program
    await press('Control+]')
    const files = page.getByRole('grid', { name: 'Hasil administrasi' })
    await files.waitFor()
    await page.getByText('20 belum diisi').first().waitFor()
    await files
      .getByRole('gridcell', { name: /administrasi/ })
      .first()
      .focus()
    for (let n = 1; n <= 19; n += 1) await press('m')
    await press('t')
    await page.getByText(/Administrasi · lengkap/).waitFor()
    await files.getByText('Gugur di administrasi').waitFor()
    await program.check()
    await press('Control+]')
    const test = page.getByRole('grid', { name: 'Hasil tes tertulis' })
    await test.waitFor()
    await test
      .getByRole('gridcell', { name: /tes tertulis/ })
      .first()
      .focus()
    // Numbers 15 to 19 have equal scores: a tie across the line after place 16.
    for (let n = 1; n <= 19; n += 1) {
      await type(String(n < 15 ? 95 - n : 70))
      await press('Enter')
    }
    await page.getByText(/Tes tertulis · bobot 60% · lengkap/).waitFor()
    await press('Control+]')
    const interview = page.getByRole('grid', { name: 'Hasil wawancara' })
    await interview.waitFor()
    await interview
      .getByRole('gridcell', { name: /wawancara/ })
      .first()
      .focus()
    for (let n = 1; n <= 19; n += 1) {
      await type('80')
      await press('Enter')
    }
    await page.getByText(/Wawancara · bobot 40% · lengkap/).waitFor()
    await program.check()
  })

  it('ranks with a line after place 16 and makes the clerk decide the tie, with a reason', async () => {
    const { page } = program
    await press('Control+]')
    await page.getByRole('heading', { name: '16 lulus · 3 cadangan · 1 tidak' }).waitFor()
    await page.getByText('Batas kuota 16 tempat · cadangan menurut urutan').waitFor()
    await page.getByText(/Nilai, prioritas, dan tanggal daftar sama/).waitFor()
    await program.check()
    await press('s')
    const dialog = page.getByRole('dialog', { name: 'Putuskan urutan nilai yang sama' })
    await dialog.waitFor()
    const first = await dialog.getByRole('option').first().innerText()
    await press('ArrowDown', 4)
    await press('Shift+ArrowUp', 4)
    expect(await dialog.getByRole('option').first().innerText()).not.toBe(first)
    await program.check()
    await press('Tab')
    await type('Undian di hadapan pendaftar, 9 Desember 2024')
    await press('Control+Enter')
    await page.getByText('Urutan nilai sama dicatat.').waitFor()
    await expect.poll(() => page.getByText('seri', { exact: true }).count()).toBe(0)
  })

  it('takes a decision of the committee against the ranking, with its reason', async () => {
    const { page } = program
    await press('ArrowDown')
    await press('c')
    await page.getByRole('dialog', { name: /: Cadangan\?/ }).waitFor()
    await type('Sedang sakit, minta digeser')
    await press('Control+Enter')
    await page.getByText('panitia', { exact: true }).waitFor()
    await page.getByRole('heading', { name: '16 lulus · 3 cadangan · 1 tidak' }).waitFor()
    await program.check()
  })

  it('stipulates under a decree, and prints the result', async () => {
    const { page } = program
    await press('Control+Enter')
    await page.getByLabel('Nomor SK').waitFor()
    await page.locator(':focus').and(page.getByLabel('Nomor SK')).waitFor()
    await program.check()
    await type('800.2/153-Disnaker/2024')
    await press('Control+Enter')
    await page.getByRole('dialog', { name: 'Tetapkan 16 lulus · 3 cadangan · 1 tidak?' }).waitFor()
    await program.check()
    await press('Tab')
    await press('Enter')
    await page.getByText('Hasil seleksi ditetapkan: 16 lulus, 3 cadangan, 1 tidak.').waitFor()
    await program.check()
    await press('Control+p')
    await page.getByRole('dialog', { name: 'Pengumuman Hasil Seleksi' }).waitFor()
    await page
      .getByRole('img', { name: /Halaman 1/ })
      .first()
      .waitFor()
    await program.check()
    await press('Escape')
    await page.getByRole('dialog', { name: 'Pengumuman Hasil Seleksi' }).waitFor({ state: 'hidden' })
  })

  it('records who registers again, moves a reserve up for a withdrawal, and fills the class', async () => {
    const { page } = program
    await press('Control+Enter')
    const list = page.getByRole('grid', { name: '19 orang' })
    await list.waitFor()
    await press('Control+p')
    const letters = page.getByRole('dialog', { name: 'Undangan' })
    await letters.getByRole('img', { name: /Halaman 1 dari 16/ }).waitFor()
    await program.check()
    await press('Escape')
    await letters.waitFor({ state: 'hidden' })
    for (let n = 1; n <= 15; n += 1) {
      await press('Enter')
      // Count in the list only: the message of each act covers the line under the title.
      await expect.poll(() => list.getByText('belum daftar ulang').count()).toBe(16 - n)
      if (n === 15) {
        await press('Control+z')
        await expect.poll(() => list.getByText('belum daftar ulang').count()).toBe(2)
        await press('Enter')
        await expect.poll(() => list.getByText('belum daftar ulang').count()).toBe(1)
      }
      await press('ArrowDown')
    }
    await page.getByText('15 daftar ulang · 1 belum').waitFor()
    await page.getByRole('button', { name: 'Catat mengundurkan diri' }).focus()
    await press('Enter')
    await page.getByRole('dialog', { name: /mengundurkan diri\?/ }).waitFor()
    await type('Sudah diterima bekerja')
    await press('Control+Enter')
    await page.getByText('1 tempat kosong:').waitFor()
    await program.check()
    await list.getByRole('row').nth(1).focus()
    await press('n')
    await page.getByText(/naik dari cadangan\.$/).waitFor()
    await page.getByText('15 daftar ulang · 1 belum').waitFor()
    await press('End')
    await press('ArrowUp', 2)
    await press('Enter')
    await page.getByText('16 daftar ulang · 0 belum').waitFor()
    await press('Control+Enter')
    await page.getByText('16 orang masuk Tata Rias I.').waitFor()
    await program.check()
  })

  it('offers the next reserve on the class page when a trainee leaves early enough', async () => {
    const { page } = program
    await page.getByRole('link', { name: 'Tata Rias I' }).focus()
    await press('Enter')
    await page.getByRole('grid', { name: '16 peserta' }).waitFor()
    await page.getByRole('button', { name: 'Catat keluar dari kelas' }).focus()
    await press('Enter')
    await page.getByRole('dialog', { name: /keluar dari kelas/ }).waitFor()
    await page.getByLabel('Alasan').focus()
    await type('Pindah ke luar kota')
    await press('Control+Enter')
    await page.getByText(/^Tempat .* kosong\.$/).waitFor()
    await program.check()
    await page.getByRole('button', { name: /^Naikkan / }).focus()
    await press('Enter')
    await page.getByRole('grid', { name: '17 peserta' }).waitFor()
    await expect.poll(() => page.getByText(/^Tempat .* kosong\.$/).count()).toBe(0)
  })

  it('lists the registration with its progress, and offers its papers', async () => {
    const { page } = program
    await press('Alt+3')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Alt+s')
    const list = page.getByRole('grid', { name: '1 pendaftaran' })
    await list.getByText('masuk kelas').waitFor()
    await list.getByRole('row', { name: /Tata Rias Gelombang Desember 2024.* 16 19 16 16 / }).waitFor()
    await program.check()
    await press('ArrowDown')
    await press('Enter')
    await page.getByRole('grid', { name: 'Pendaftar' }).waitFor()
    for (const tab of ['Administrasi', 'Tes', 'Wawancara', 'Peringkat', 'Penetapan', 'Daftar ulang', 'Berkas']) {
      await press('Control+]')
      await page.locator('[aria-current=page]').getByText(tab, { exact: true }).waitFor()
    }
    await page.getByText('6 dari 6 siap').waitFor()
    await program.check()
    await press('ArrowDown', 3)
    await press('Enter')
    await page
      .getByRole('dialog', { name: 'Biodata Peserta' })
      .getByRole('img', { name: /Halaman 1 dari 16/ })
      .waitFor()
    await program.check()
  })
})
