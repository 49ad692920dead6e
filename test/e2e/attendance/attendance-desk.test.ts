import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

describe('the attendance desk, by keys', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: folder => tataRias(folder, '2024-12-23') })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  async function goTo(hash: string) {
    await program.page.evaluate(address => {
      location.hash = address
    }, hash)
  }
  function cell(name: string, day: number): Locator {
    return program.page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-${day},`) })
  }
  async function says(place: Locator, words: string) {
    await expect.poll(() => place.getAttribute('aria-label')).toContain(words)
  }

  it('gives the colour of today to the line of today alone', async () => {
    const { page } = program
    await goTo('/kehadiran')
    const colourOf = async (day: number) => {
      const field = page.getByLabel(new RegExp(`^Kehadiran .* hari ke-${day},`))
      await field.focus()
      return field.evaluate(element => {
        const line = element.closest('li')
        return line && getComputedStyle(line).backgroundColor
      })
    }
    const today = await colourOf(9)
    const earlier = await colourOf(8)
    expect(today).not.toBe(earlier)
    expect(await colourOf(7)).toBe(earlier)
  })

  it('counts while typing, and fills all waiting days in one act', async () => {
    const { page } = program
    await goTo('/angkatan/TR-2024-03/kehadiran?hari=7')
    await page
      .locator(':focus')
      .and(page.getByLabel(/^Kehadiran hari ke-7/))
      .waitFor()
    const present = page.getByRole('row', { name: /Ani Suryani/ })
    await present.getByText('20,00').waitFor()
    await page.keyboard.type('3s')
    await present.getByText('26,67').waitFor()
    await page.keyboard.press('Enter')
    await says(cell('Eka Puspitasari', 7), 'Sakit')
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: 'Isi hari yang kosong' })
    await page.locator(':focus').and(dialog.getByRole('checkbox').first()).waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('32 tanda hadir terisi.').first().waitFor()
    await says(cell('Ani Suryani', 8), 'Hadir')
    await says(cell('Ani Suryani', 9), 'Hadir')
  })

  it('sets a block of days, leaves S where the block says H, and takes a letter for the whole leave', async () => {
    const { page } = program
    await cell('Eka Puspitasari', 8).click()
    await page.keyboard.press('s')
    await says(cell('Eka Puspitasari', 8), 'Sakit')
    await cell('Dewi Lestari', 7).click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('h')
    await page.getByText('2 tanda lain dalam pilihan tetap.').waitFor()
    await says(cell('Eka Puspitasari', 8), 'Sakit')
    await cell('Eka Puspitasari', 8).click()
    await page.keyboard.press('F2')
    const dialog = page.getByRole('dialog', { name: 'Eka Puspitasari, hari ke-8' })
    await dialog.getByText('Berlaku untuk hari ke-7 s.d. 8').waitFor()
    await program.check()
    await dialog
      .getByLabel('Surat sakit atau izin')
      .last()
      .setInputFiles({
        name: 'surat.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(jpeg, 'base64'),
      })
    await dialog.getByText('Surat untuk hari ke-7 s.d. 8.').waitFor()
    await dialog.getByText('Buka (dicatat)').click()
    await page.getByRole('dialog', { name: 'Surat sakit atau izin · Eka Puspitasari' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await says(cell('Eka Puspitasari', 7), 'Sakit, ada surat')
  })

  it('writes down who taught which hours, closes the days and reports the hours', async () => {
    const { page } = program
    await goTo('/angkatan/TR-2024-03/kehadiran?bagian=instruktur')
    const table = page.getByRole('grid', { name: 'Jam mengajar, 15 hari' })
    await page.locator(':focus').and(table.getByRole('row').nth(1)).waitFor()
    await program.check()
    for (let row = 1; row < 7; row += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Jam mengajar hari ke-7, Sel 24 Des' })
    const hours = dialog.getByRole('textbox', { name: 'JP' }).first()
    await page.locator(':focus').and(hours).waitFor()
    await program.check()
    await hours.fill('1-2')
    await dialog.getByText(/^JP ke-3, .*belum ada yang mengajar\.$/).waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Jam mengajar hari ke-7 dicatat.').waitFor()
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Enter')
    const close = page.getByRole('dialog', { name: 'Tutup jam mengajar' })
    await page.locator(':focus').and(close.getByRole('checkbox').first()).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('9 dari 15 hari ditutup').waitFor()
    await goTo('/kehadiran/jam-mengajar?kelas=TR-2024-03')
    await page.getByText('66 JP, 1 instruktur').waitFor()
    await program.check()
  })
})

/** A JPEG of one grey pixel. */
const jpeg =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k='
