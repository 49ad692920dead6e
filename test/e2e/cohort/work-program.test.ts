import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { addSampleInstructor, setUpSampleCentre } from '../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { TradeCode } from '../../../shared/features/program/trades.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'

const teachers: readonly [string, TradeCode][] = [
  ['Rina Marliana, S.Pd.', 'TR'],
  ['Hendra Wijaya, S.Tr.Par.', 'TB'],
  ['Agus Priyanto, S.T.', 'SM'],
]

/** A centre with three trades in October 2024 and no class. */
async function emptyCentre(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock('2024-10-14') })
  const session = { client: backend.client, setToday: () => undefined }
  await setUpSampleCentre(session)
  for (const [index, [name, trade]] of teachers.entries()) {
    await addSampleInstructor(session, {
      name,
      trade,
      scheme: trade,
      lsp: 'LSP Contoh Nusantara',
      issued: '2023-01-02',
      number: `00000 0000 3 000000${index} 2023`,
      registration: '',
    })
  }
  await backend.close()
}

describe('Usul program kerja', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-10-14', { centre: emptyCentre })
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  const grid = (page: Page) => page.getByRole('grid', { name: 'Angkatan yang diminta' })
  async function keys(page: Page, ...typed: string[]) {
    for (const one of typed) {
      if (/^(Enter|Tab|Arrow\w+|Home|Escape|Control\+\w+)$/.test(one)) await page.keyboard.press(one)
      else await page.keyboard.type(one)
    }
  }

  it('is found by Ctrl K and asks for a list, typed without the mouse', async () => {
    const { page } = program
    await page.getByRole('link', { name: 'Beranda' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').locator('input:focus').waitFor()
    await keys(page, 'usul program')
    await page.getByRole('option', { name: /Usul program kerja/ }).waitFor()
    await keys(page, 'Enter')
    await page.getByRole('heading', { name: 'Usul program kerja', level: 1 }).waitFor()
    await page.getByText('tahun anggaran 2025').waitFor()
    await grid(page).locator('[data-cell="0:0"]:focus').waitFor()
    await program.check()
    // The cursor is in the first cell; type the trade, Tab, and the number of classes.
    await keys(page, 'rias', 'Tab', '4', 'Enter')
    await keys(page, 'ArrowLeft', 'tb', 'Tab', '5', 'Enter')
    await keys(page, 'ArrowLeft', 'sepeda', 'Tab', '2', 'Tab', '19', 'Tab', '1/3', 'Tab', '31/3', 'Enter')
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(index => grid(page).getByRole('row').nth(index).innerText()),
    ).then(texts => texts.map(text => text.replace(/\s+/g, ' ')))
    expect(first).toMatch(/^1 Tata Rias .*\) 4 16 Rab 1 Jan 2025 Rab 31 Des 2025$/)
    expect(second).toMatch(/^2 .*Boga.* 5 16 Rab 1 Jan 2025 Rab 31 Des 2025$/)
    expect(third).toMatch(/^3 .*Sepeda Motor.* 2 19 Sab 1 Mar 2025 Sen 31 Mar 2025$/)
    await program.check()
  })

  it('proposes what fits, and says why the rest does not fit and what would', async () => {
    const { page } = program
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '10 dari 11 angkatan mendapat tempat' }).waitFor()
    await page.getByText('tidak ada susunan yang memuat lebih banyak').waitFor()
    await page.getByText(/bila angkatan lain dari usul ini diterima, kosong lagi mulai/).waitFor()
    await page.getByText(/Bisa .* s\.d\. .*: mundurkan batas akhir\./).waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Pakai untuk Servis Sepeda Motor' }))
    await page.getByRole('heading', { name: 'Semua 11 angkatan mendapat tempat' }).waitFor()
    await program.check()
  })

  it('takes one class, then all others at once, without a clash', async () => {
    const { page } = program
    const rows = page.getByRole('region', { name: 'Usul 11 angkatan' }).getByRole('listitem')
    expect(await rows.count()).toBe(11)
    await pressOn(page.getByRole('button', { name: 'Terima Tata Rias II', exact: true }))
    // Accepted first, it gets the first number.
    await page.getByRole('link', { name: 'TR-2025-01' }).waitFor()
    await page.getByRole('button', { name: 'Terima 10 angkatan' }).waitFor()
    await program.check()
    await page.keyboard.press('Control+s')
    await page.getByText('10 angkatan disimpan.').waitFor()
    await page.getByRole('link', { name: 'TB-2025-05' }).waitFor()
    await program.check()
    await page.getByRole('link', { name: 'SM-2025-01' }).click()
    await page.getByRole('heading', { name: 'Servis Sepeda Motor I', level: 1 }).waitFor()
    await page.getByText('Agus Priyanto, S.T.').first().waitFor()
    await page.keyboard.press('Alt+4')
    await page.getByText('11 kelas').waitFor()
  })

  it('takes the activities of a year as its list, and asks for the one that is missing', async () => {
    const { page } = program
    for (const title of ['Pelatihan Tata Rias 2025', 'Pelatihan Tata Boga 2025']) {
      await page.goto(`${page.url().split('#')[0]}#/kegiatan?tahun=2025`)
      await page.getByRole('button', { name: 'Kegiatan baru' }).first().press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Kegiatan baru' })
      await dialog.getByLabel('Nama kegiatan').fill(title)
      await dialog.getByLabel('Pagu').fill('100000000')
      await dialog.getByRole('combobox', { name: 'Kejuruan' }).click()
      await page.getByRole('option', { name: title.slice(10, -5), exact: true }).click()
      await page.keyboard.press('Control+s')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
    await page.goto(`${page.url().split('#')[0]}#/angkatan/usulan`)
    await page.getByRole('button', { name: 'Ambil 2 kegiatan 2025 yang belum punya kelas' }).press('Enter')
    await page.getByRole('gridcell', { name: /02 Tata Boga 2025/ }).waitFor()
    // A line without a funding source is not proposed.
    await grid(page).locator('[data-cell="2:0"]').focus()
    await keys(page, 'sepeda', 'Tab', '1', 'Enter', 'Control+Enter')
    await page.getByText('Baris 3: isi nomor kegiatan 2025 yang membiayainya.').waitFor()
    await program.check()
    await grid(page).locator('[data-cell="2:5"]').focus()
    await keys(page, '1', 'Enter', 'Control+Enter')
    await page.getByRole('heading', { name: 'Semua 3 angkatan mendapat tempat' }).waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('3 angkatan disimpan.').waitFor()
    await page.goto(`${page.url().split('#')[0]}#/kegiatan?tahun=2025`)
    await page.getByRole('row', { name: /01 Pelatihan Tata Rias 2025 .* 2$/ }).waitFor()
    await page.getByText('Belum berkegiatan: 11 kelas 2025').waitFor()
    await program.check()
  })
})
