import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { confirmPassword } from '../sign-in-form.ts'
import { tataRias } from '../tata-rias.ts'

describe('panel and certificates, by keys', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2025-01-09', { centre: folder => tataRias(folder, '2025-01-09') })
    await program.page.getByRole('heading', { name: 'Kamis, 9 Januari 2025' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  async function open(path: string) {
    await program.page.evaluate(to => {
      location.hash = to
    }, `/angkatan/TR-2024-03${path}`)
  }

  it('decides about sixteen people with one override in forty keys, not counting the reason', async () => {
    const { page } = program
    await open('/kelulusan')
    await page.getByRole('heading', { name: '13 lulus · 2 tidak lulus · 1 mengundurkan diri' }).waitFor()
    let keys = 0
    const press = async (key: string) => {
      await page.keyboard.press(key)
      keys += 1
    }
    // Goes past everybody, then back to Lina, whom the panel passes by override.
    for (let person = 1; person < 16; person += 1) await press('ArrowDown')
    const focused = (name: string) =>
      page
        .getByRole('row', { name: new RegExp(name) })
        .and(page.locator(':focus'))
        .waitFor()
    await focused('Wati')
    // The sentence with the result stays visible while the list scrolls.
    const seen = await page.getByRole('heading', { name: /^13 lulus/ }).evaluate(element => {
      const { x, y } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(x + 4, y + 4))
    })
    expect(seen).toBe(true)
    for (let person = 15; person > 1; person -= 1) await press('ArrowUp')
    await focused('Lina Marlina')
    await press('l')
    const reason = page.getByRole('textbox', { name: 'Alasan sidang untuk Lina Marlina' })
    await reason.waitFor()
    await program.check()
    await page.keyboard.type('terlalu')
    await press('Enter')
    await page.getByText('Tulis paling sedikit 10 huruf.').first().waitFor()
    await page.keyboard.type(' dekat dengan batas, praktik diulang')
    await press('Enter')
    await page.getByRole('heading', { name: '14 lulus · 1 tidak lulus · 1 mengundurkan diri' }).waitFor()
    await page.getByText('beda dari usul').waitFor()
    await focused('Lina Marlina')
    await press('Control+Enter')
    await page.getByText('ditetapkan Wulan Sari').waitFor()
    expect(keys).toBeLessThanOrEqual(40)
    await page.getByText('terlalu dekat dengan batas, praktik diulang').waitFor()
    await program.check()
  })

  it('reopens the panel with a reason, and follows the rules this time', async () => {
    const { page } = program
    await page.keyboard.press('Alt+.')
    await page.getByRole('menuitem', { name: 'Lembar alasan' }).and(page.locator(':focus')).waitFor()
    await program.check()
    await page.keyboard.press('ArrowUp')
    await pressOn(page.getByRole('menuitem', { name: 'Buka kembali sidang' }).and(page.locator(':focus')))
    await page.getByRole('dialog').getByRole('textbox').fill('Praktik ulang tidak jadi diadakan')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '13 lulus · 2 tidak lulus · 1 mengundurkan diri' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('ditetapkan Wulan Sari').waitFor()
  })

  it('issues the certificates of a clean class with four keys, after one question that shows the numbers', async () => {
    const { page } = program
    await open('/sertifikat')
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    // The act shows its keys where it is done.
    const shown = page.getByRole('button', { name: /^Terbitkan 13/ }).locator('kbd')
    expect(await shown.allInnerTexts()).toEqual(['Ctrl Enter'])
    const keys = ['Control+Enter', 'Tab', 'Enter']
    const dialog = page.getByRole('dialog', {
      name: 'Terbitkan 13 sertifikat, nomor 0001–0013, bertanggal 9 Januari 2025?',
    })
    await page.keyboard.press('Control+Enter')
    await page
      .locator(':focus')
      .and(dialog.getByRole('button', { name: 'Batal' }))
      .waitFor()
    await program.check()
    for (const key of keys.slice(1)) await page.keyboard.press(key)
    expect(keys.length).toBeLessThanOrEqual(4)
    await program.check()
    await confirmPassword(page)
    await page.getByText('13 sudah terbit').waitFor()
    await program.check()
  })

  it('moves through the people by arrows and prints one certificate again', async () => {
    const { page } = program
    await page.getByText('Dewi Lestari · 1 dari 13').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByText('Eka Puspitasari · 2 dari 13').waitFor()
    await page.getByRole('button', { name: 'Cetak ulang 500.15/0002/BLK/I/2025' }).click()
    const preview = page.getByRole('dialog')
    await preview.getByRole('img', { name: 'Halaman 1 dari 2' }).waitFor()
    await preview.getByText('balik di sisi pendek').waitFor()
    await page
      .locator(':focus')
      .and(preview.getByRole('button', { name: /^Cetak/ }))
      .waitFor()
    await program.check()
    await page.keyboard.press('Escape')
  })

  it('keeps the panel closed once certificates are issued', async () => {
    const { page } = program
    await open('/kelulusan')
    // The focus is on the person, not on the tab that was opened.
    await page.locator('tr[aria-current]:focus').waitFor()
    await page.keyboard.press('Alt+.')
    const item = page.getByRole('menuitem', { name: 'Buka kembali sidang' })
    await item.waitFor()
    expect(await item.getAttribute('aria-disabled')).toBe('true')
    await page.getByText('13 sertifikat sudah terbit dari keputusan ini').first().waitFor()
  })

  it('opens a paper from the register by Enter', async () => {
    const { page } = program
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: 'Sertifikat', level: 1 }).waitFor()
    await page.keyboard.type('ratna')
    await page.getByText('1 terbit').waitFor()
    await pressOn(page.getByRole('row', { name: /Ratna Dewi Kusumaningrum/ }))
    await page.getByRole('heading', { level: 1, name: 'Ratna Dewi Kusumaningrum' }).waitFor()
    await page.getByRole('img', { name: 'Halaman 1 dari 2' }).waitFor()
    await program.check()
  })
})
