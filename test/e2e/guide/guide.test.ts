import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('help beside the page', () => {
  let program: Program
  const pane = () => program.page.getByRole('complementary', { name: 'Panduan' })
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
  })
  afterEach(test => program.keepPicture(test.task))
  afterAll(() => program?.close())

  it('opens beside the page: the tasks of the screen, then its keys, then its words', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Panduan' }).getByText('F1').waitFor()
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: 'Peserta', exact: true }).waitFor()
    await page.keyboard.press('F1')
    await pane().getByRole('button', { name: 'Mendaftarkan peserta dari Excel' }).waitFor()
    const headings = await pane().getByRole('heading', { level: 3 }).allInnerTexts()
    expect(headings.slice(0, 2)).toEqual(['Yang dikerjakan di sini', 'Tombol di layar ini'])
    await pane().getByText('peserta baru', { exact: true }).waitFor()
    await pane().getByText('Nomor enam belas angka milik satu orang, dan milik satu keluarga.').waitFor()
    await program.check()
  })

  it('shows the explanation of a word over its label', async () => {
    const { page } = program
    const title = page.getByRole('heading', { name: 'Peserta', exact: true })
    await expect
      .poll(async () => {
        await title.dispatchEvent('pointerover')
        return title.getAttribute('title')
      })
      .toBe('Orang yang sedang atau pernah dilatih.')
  })

  it('shows a page with its picture, without the network, and stays open from page to page', async () => {
    const { page } = program
    const outside: string[] = []
    page.on('request', request => new URL(request.url()).hostname !== '127.0.0.1' && outside.push(request.url()))
    await pressOn(pane().getByRole('button', { name: 'Mendaftarkan peserta dari Excel' }))
    const picture = pane().locator('img').first()
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
    expect(outside).toEqual([])
    await program.check()
    await page.keyboard.press('Alt+4')
    await page.getByRole('heading', { name: 'Angkatan', exact: true }).waitFor()
    await pane().getByRole('heading', { name: 'Mendaftarkan peserta dari Excel' }).waitFor()
    await page.keyboard.press('F1')
    await pane().waitFor({ state: 'detached' })
  })

  it('Ctrl F1 searches it for words of the field and for error messages, and suggests the intended word', async () => {
    const { page } = program
    await page.keyboard.press('Control+F1')
    await page.keyboard.type('tanggal merah')
    await pane().getByRole('button', { name: 'Libur mendadak' }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('NIK ini milik')
    await pane().getByRole('button', { name: 'Mendaftarkan satu peserta' }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('kehadirsn')
    await pressOn(pane().getByRole('button', { name: 'kehadiran', exact: true }))
    await pane().getByRole('button', { name: 'Mengisi kehadiran hari ini' }).waitFor()
    await program.check()
    // The number of an error message finds its page.
    await page.keyboard.press('Control+F1')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('m11')
    await pane().getByRole('button', { name: 'PC utama tidak terjangkau' }).waitFor()
    await page.keyboard.press('Enter')
    await pane().getByRole('heading', { name: 'PC utama tidak terjangkau' }).waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await pane().waitFor({ state: 'detached' })
  })

  it('is found by Ctrl K', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page.keyboard.type('m21')
    await page.getByRole('option', { name: /Cadangan gagal atau tidak terbukti.*Panduan/ }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('tanggal merah')
    await page.getByRole('option', { name: /Libur mendadak.*Panduan/ }).waitFor()
    await page.keyboard.press('Enter')
    await pane().getByRole('heading', { name: 'Libur mendadak' }).waitFor()
    await page.keyboard.press('F1')
  })

  it('Langkah pertama disappears when hidden, and stays away', async () => {
    const { page } = program
    await page.keyboard.press('Alt+1')
    const steps = page.getByRole('list', { name: 'Langkah pertama' })
    await steps.getByText('Cadangan di diska USB').waitFor()
    await program.check()
    await pressOn(page.getByRole('button', { name: 'Sembunyikan' }))
    await page.getByText('Langkah pertama disembunyikan.').waitFor()
    await steps.waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: 'Peserta', exact: true }).waitFor()
    await page.keyboard.press('Alt+1')
    await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
    expect(await steps.count()).toBe(0)
  })

  it('leads from an error to the page that helps, also inside a dialog', async () => {
    const { page } = program
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: /^Impor Excel/ }).waitFor()
    await page.goto(`${page.url().split('#')[0]}#/peserta/impor`)
    const chooser = page.waitForEvent('filechooser')
    await pressOn(page.getByRole('button', { name: /^Jatuhkan berkas/ }))
    await (await chooser).setFiles({
      name: 'daftar.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from('bukan Excel'),
    })
    await pressOn(page.getByRole('button', { name: 'Jalan keluar: Mendaftarkan peserta dari Excel' }))
    await pane().getByRole('heading', { name: 'Mendaftarkan peserta dari Excel' }).waitFor()
  })
})
