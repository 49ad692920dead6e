import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { confirmPassword } from '../sign-in-form.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('Kalender and Pengaturan', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())

  it('records a day off by keyboard and names the classes that still meet on it', async () => {
    const { page } = program
    await page.keyboard.press('Alt+7')
    await page.getByRole('heading', { level: 1, name: 'Kalender 2024' }).waitFor()
    await program.check()
    await page.keyboard.press('Alt+b')
    await page.getByRole('combobox', { name: 'Tanggal', exact: true }).waitFor()
    await page.keyboard.type('31/12')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Libur akhir tahun')
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('3 kelas masih terjadwal pada hari itu:').waitFor()
    await page.getByRole('button', { name: 'Tutup', exact: true }).last().click()
    await page
      .getByRole('button', { name: /Libur akhir tahun/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await page
      .getByRole('button', { name: /Libur akhir tahun/ })
      .first()
      .waitFor({ state: 'detached' })
  })

  it('marks a year without a table and fills it', async () => {
    const { page } = program
    await page.getByRole('link', { name: '2028 (belum ada)' }).click()
    await page.getByRole('heading', { name: 'Kalender 2028 belum ada' }).waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Tambah 5 hari bertanggal tetap' }).click()
    await page
      .getByRole('button', { name: /Hari Lahir Pancasila/ })
      .first()
      .waitFor()
    await page.getByLabel('Keputusan yang menjadi dasar').fill('SKB contoh 2027')
    await page.getByRole('button', { name: 'Nyatakan kalender 2028 lengkap' }).click()
    await page.getByRole('heading', { name: 'Dasar kalender 2028' }).waitFor()
  })

  it('warns before typed text is lost, and saves with Ctrl S', async () => {
    const { page } = program
    await page.keyboard.press('Control+,')
    const before = await page.getByLabel('Nama balai').inputValue()
    await page.getByLabel('Nama balai').fill('UPT BLK Contoh')
    await program.check()
    await page.keyboard.press('Alt+1')
    await page.getByText('Tinggalkan halaman ini?').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await page.getByText('Data balai disimpan.').waitFor()
    // After undo the form shows the earlier values and warns about nothing; then the change is made again.
    await pressOn(page.getByRole('button', { name: /^Urungkan/ }))
    await page.getByText('Diurungkan.').waitFor()
    await expect.poll(() => page.getByLabel('Nama balai').inputValue()).toBe(before)
    await page.getByLabel('Nama balai').fill('UPT BLK Contoh')
    await page.keyboard.press('Control+s')
    await page.getByText('Data balai disimpan.').waitFor()
    await page.keyboard.press('Alt+1')
    await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
    await page.keyboard.press('Control+,')
    await expect.poll(() => page.getByLabel('Nama balai').inputValue()).toBe('UPT BLK Contoh')
  })

  it('undoes the last act with Ctrl Z from another page', async () => {
    const { page } = program
    const room = page.getByRole('row', { name: /R\. Rias 1/ })
    await page.evaluate(() => {
      location.hash = '/pengaturan/ruang'
    })
    await pressOn(room)
    const name = page.getByRole('dialog').getByLabel('Nama ruang')
    await page.locator(':focus').and(name).waitFor()
    await name.fill('Ruang keliru')
    await page.keyboard.press('Control+s')
    await page.getByRole('row', { name: /Ruang keliru/ }).waitFor()
    await page.keyboard.press('Alt+7')
    await page.getByRole('heading', { level: 1, name: 'Kalender 2024' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Diurungkan.').waitFor()
    await page.evaluate(() => {
      location.hash = '/pengaturan/ruang'
    })
    await room.waitFor()
  })

  it('edits a curriculum like a spreadsheet: typing, a refused line named by its number, undo', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/program`)
    await page.getByRole('row', { name: /Tata Rias/ }).click()
    const grid = page.getByRole('grid', { name: 'Unit kompetensi' })
    await grid.waitFor()
    await program.check()
    await grid.getByRole('gridcell', { name: 'Unit 10, kode unit: kosong' }).click()
    await page.keyboard.type('TR.BLK.10')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Merawat alat rias')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+s')
    await page.getByText('Baris 10, JP praktik: Isi JP teori atau praktik.').waitFor()
    const hours = grid.getByRole('gridcell', { name: /^Unit 10, JP praktik/ })
    await hours.click()
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+z')
    await grid.getByRole('gridcell', { name: 'Unit 10, JP praktik: kosong' }).waitFor()
    await hours.click()
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    await page.getByText(/^Program .* disimpan\.$/).waitFor()
    await page.getByText('10 unit').waitFor()
    await program.check()
  })

  it('restores a backup after saying how many changes are lost', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/cadangan`)
    await page.getByRole('heading', { name: 'Yang dijaga sendiri' }).waitFor()
    await program.check()
    await page.getByRole('row', { name: /^Jum 27 Des 2024/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^\d+ perubahan sesudah .*08\.00 hilang dari program/).waitFor()
    await program.check()
    await dialog.getByRole('button', { name: 'Pulihkan cadangan' }).click()
    await confirmPassword(page)
    await page.getByText(/Cadangan dipulihkan/).waitFor()
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/balai`)
    expect(await page.getByLabel('Nama balai').inputValue()).toBe('UPT Balai Latihan Kerja')
  })

  it('says in Riwayat who did what, in words', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/riwayat`)
    const filled = page.getByRole('button', { name: /Mengisi kehadiran satu hari Servis Sepeda Motor I hari ke-8/ })
    await filled.waitFor()
    await page.getByText('Rantai utuh').waitFor()
    await program.check()
    await page.getByLabel('Saring: Nama, kode, nomor sertifikat').fill('SM-2024-01')
    await page.getByRole('button', { name: /Membuat angkatan Servis Sepeda Motor I/ }).click()
    await page
      .getByRole('region', { name: 'Isi tindakan' })
      .getByRole('heading', { name: 'Membuat angkatan' })
      .waitFor()
    await page.keyboard.press('Alt+L')
    await page.getByText('Data yang terlihat').waitFor()
    await program.check()
  })

  it('shows work of seconds beside the page, and stops it by key', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/riwayat`)
    const asked = Promise.withResolvers<string>()
    const stopped = Promise.withResolvers<string>()
    const ticketOf = (data: string | null) => (JSON.parse(data ?? '').json as { ticket: string }).ticket
    await page.route('**/rpc/session/stop', route => {
      stopped.resolve(ticketOf(route.request().postData()))
      return route.continue()
    })
    // A file of a hundred thousand rows: it ends when it is stopped, as the backend ends it.
    await page.route('**/rpc/history/export', async route => {
      asked.resolve(ticketOf(route.request().postData()))
      await stopped.promise
      const error = { defined: true, code: 'DOMAIN_ERROR', status: 409, message: '', data: { code: 'reading_stopped' } }
      await route.fulfill({ status: 409, contentType: 'application/json', body: JSON.stringify({ json: error }) })
    })
    await page.getByRole('button', { name: /^Ekspor ke Excel/ }).click()
    const work = page
      .getByRole('navigation', { name: 'Menu Balai' })
      .getByRole('button', { name: 'Hentikan: Mengekspor riwayat' })
    await work.waitFor()
    await program.check()
    await page.keyboard.press('Control+.')
    expect(await stopped.promise).toBe(await asked.promise)
    await page.getByText('Pekerjaan ini dihentikan dan tidak menyimpan apa pun.').waitFor()
    await work.waitFor({ state: 'detached' })
    await page.unrouteAll()
  })

  it('keeps the filters of Riwayat on one line at 1024 px, with the rest behind a button', async () => {
    const { page } = program
    await page.setViewportSize({ width: 1024, height: 690 })
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/riwayat`)
    const text = page.getByLabel('Saring: Nama, kode, nomor sertifikat')
    const more = page.getByRole('button', { name: /^Saring lain/ })
    await page.getByRole('button', { name: /^Semua \d/ }).waitFor()
    const [first, last] = await Promise.all([text.boundingBox(), more.boundingBox()])
    expect(Math.abs((first?.y ?? 0) - (last?.y ?? 99))).toBeLessThan(4)
    await more.press('Enter')
    const operator = page.getByRole('combobox', { name: 'Petugas' })
    await operator.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Saring lain: 1' }).waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await operator.waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 1366, height: 690 })
    await operator.waitFor()
    await more.waitFor({ state: 'detached' })
    await page.goto(`${page.url().split('#')[0]}#/pengaturan/balai`)
  })

  it('puts the tabs that do not fit into Lainnya, and keeps the current one', async () => {
    const { page } = program
    await page.setViewportSize({ width: 1024, height: 690 })
    const tabs = page.getByRole('navigation', { name: 'Bagian Pengaturan' })
    const history = tabs.getByRole('link', { name: 'Riwayat Perubahan' })
    await page.goto(`${new URL(page.url()).origin}/#/pengaturan/balai`)
    await history.waitFor({ state: 'hidden' })
    await program.check()
    await page.keyboard.press('Alt+.')
    await tabs.getByRole('menuitem', { name: 'Riwayat Perubahan' }).click()
    await history.waitFor()
    expect(await history.getAttribute('aria-current')).toBe('page')
    expect(await tabs.evaluate(nav => nav.clientHeight)).toBeLessThan(60)
    await program.check()
    await page.setViewportSize({ width: 1366, height: 690 })
    await tabs.getByRole('button', { name: 'Lainnya' }).waitFor({ state: 'detached' })
  })
})
