import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addInstructor, addTrainees, decidedCohort, issueAll, setUp } from '../backend/cohort-steps.ts'
import { openFixture } from '../backend/fixture.ts'
import { confirmPassword, signIn } from '../e2e/sign-in-form.ts'
import { readPdf } from '../papers/read-pdf.ts'
import { Desktop, type Start } from './desktop.ts'

let pc: Desktop
let program: Start
let page: Page
let code: string

beforeAll(async () => {
  pc = new Desktop()
  mkdirSync(pc.dataFolder, { recursive: true })
  const fixture = openFixture({ folder: pc.folder })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {})
  code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: await addTrainees(fixture, 3) },
    { heldOn: '2025-01-31' },
  )
  await issueAll(fixture, code, '2025-01-31')
  await fixture.client.certificateDesign.setShift({ printer: 'EPSON L3210', right: 2, down: 0 })
  await fixture.backend.close()
  program = await pc.start({
    prepare: stage =>
      stage.printers.push(
        { name: 'EPSON_L3210', displayName: 'EPSON L3210', description: '', options: {} },
        { name: 'BROTHER', displayName: 'Brother HL', description: '', options: {} },
      ),
  })
  page = await program.page()
  await signIn(page)
})
afterEach(test => program?.keepPicture(test.task))
afterAll(() => pc.close())

const jobs = () => program.stage.prints
const pagesOf = async (pdf: Buffer | undefined) => (await readPdf(new Uint8Array(pdf ?? []))).pages.length

describe('the first steps on this PC', () => {
  it('are listed on Beranda: place, key, test page, clock', async () => {
    const panel = page.getByRole('region', { name: 'Sebelum mulai di komputer ini' })
    await panel.getByText(pc.dataFolder).waitFor()
    await program.check()
    await panel.getByRole('button', { name: 'Cetak halaman uji' }).click()
    const dialog = page.getByRole('dialog', { name: /^Halaman uji/ })
    await dialog
      .getByRole('button', { name: /^Cetak/ })
      .last()
      .click()
    await dialog.waitFor({ state: 'hidden' })
    await panel.getByText('Halaman uji sudah dicetak').waitFor()
    expect(jobs()).toHaveLength(1)
    await panel.getByRole('button', { name: 'Cadangkan kunci' }).click()
    const backUp = page.getByRole('dialog', { name: 'Cadangkan kunci' })
    program.stage.saveTo = `${pc.folder}/usb-kunci.json`
    for (const label of ['Kata sandi', 'Kata sandi sekali lagi'])
      await backUp.getByLabel(label, { exact: true }).fill('empat kata yang panjang')
    await page.keyboard.press('Control+s')
    await confirmPassword(page)
    await panel.getByText('Kunci tanda tangan sudah dicadangkan').waitFor()
    await panel.getByRole('button', { name: 'Sembunyikan' }).click()
    await panel.waitFor({ state: 'hidden' })
  })
})

describe('Pengaturan › Komputer', () => {
  it('prints the test page of one printer, and moves its prints', async () => {
    await page.keyboard.press('Control+,')
    await page.getByRole('link', { name: 'Komputer', exact: true }).click()
    await page.getByRole('row', { name: /Brother HL/ }).click()
    await page.getByLabel('Geser ke kanan (mm)').fill('1,5')
    await page.getByRole('button', { name: 'Simpan geseran' }).click()
    await page.getByText('1,5 mm ke kanan').waitFor()
    await program.check()
    await page.keyboard.press('Alt+f')
    const dialog = page.getByRole('dialog', { name: 'Halaman uji F4' })
    await dialog
      .getByRole('button', { name: /^Cetak/ })
      .last()
      .click()
    await dialog.waitFor({ state: 'hidden' })
    const job = jobs().at(-1)
    expect(job?.settings).toMatchObject({
      silent: true,
      deviceName: 'BROTHER',
      pageSize: { width: 215000, height: 330000 },
      duplexMode: 'simplex',
    })
    const [sheet] = (await readPdf(new Uint8Array(job?.pdf ?? []))).pages
    const mark = sheet?.items.find(item => item.text === '100' && item.top < 40)
    expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo(101.5, 0)
  })
})

describe('Pengaturan › Komputer › Perlindungan data', () => {
  it('a recovery sheet is valid once two of its groups were typed back from the paper', async () => {
    await page.getByRole('link', { name: 'Buat lembar pemulihan' }).click()
    await page.getByRole('heading', { name: 'Lembar pemulihan' }).waitFor()
    await page.getByRole('button', { name: 'Cetak 2 lembar' }).click()
    await page.getByText('Dicetak').waitFor()
    const [sheet] = (await readPdf(new Uint8Array(jobs().at(-1)?.pdf ?? []))).pages
    const groups = (sheet?.items ?? []).map(item => item.text).filter(text => /^[0-9A-HJKMNP-TV-Z]{4}$/.test(text))
    expect(groups).toHaveLength(8)
    // The code is on the paper only, never on the screen.
    expect(groups.filter(group => page.url().includes(group))).toEqual([])
    const words = await page.locator('main').innerText()
    expect(groups.filter(group => words.includes(group))).toEqual([])
    for (const [index, group] of groups.entries()) {
      const field = page.getByLabel(`Kelompok ke-${index + 1}`, { exact: true })
      if ((await field.count()) > 0) await field.fill(group.toLowerCase())
    }
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('LEMBAR PEMULIHAN · BLK-01').waitFor()
    await page.getByText(/di brankas Kepala/).waitFor()
  })
})

describe('papers of a class', () => {
  it('go to a printer one after another, and continue after a failed one', async () => {
    await page.keyboard.press('Alt+1')
    await page.getByRole('link', { name: 'Angkatan', exact: true }).first().click()
    await page.getByRole('row', { name: new RegExp(code) }).click()
    await page
      .getByRole('link', { name: /^Berkas/ })
      .first()
      .click()
    await page.locator('[data-row]:focus').waitFor()
    await page.keyboard.press('Alt+c')
    const dialog = page.getByRole('dialog', { name: 'Cetak beberapa berkas' })
    await dialog.getByRole('button', { name: 'Kosongkan' }).click()
    for (const title of ['Sampul Berkas', 'Jadwal Pelatihan', 'Daftar Nominatif Peserta'])
      await dialog.getByLabel(title, { exact: true }).check()
    await dialog.getByRole('textbox', { name: 'Pencetak' }).or(dialog.getByLabel('Pencetak')).first().click()
    await page.getByRole('option', { name: 'Pencetak bawaan Windows' }).click()
    await program.check()
    const before = jobs().length
    program.stage.printAnswers.push([true, ''], [false, 'Print job failed'])
    await dialog.getByRole('button', { name: 'Cetak 3 berkas' }).click()
    await dialog.getByText('Pencetak bawaan Windows tidak mencetak.').waitFor()
    await dialog.getByText(/1 berkas sudah dikirim ke pencetak\. Berhenti di/).waitFor()
    await program.check()
    await dialog.getByRole('button', { name: 'Lanjutkan 2 berkas' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const own = jobs().slice(before)
    expect(own).toHaveLength(4)
    expect(own.every(job => job.settings.silent === true && !('deviceName' in job.settings))).toBe(true)
  })
})

describe('printed blanks', () => {
  it('go sheet by sheet through the manual tray: next, repeat, and end', async () => {
    await page.keyboard.press('Alt+5')
    await page.getByRole('link', { name: 'Rancangan', exact: true }).click()
    await page.getByLabel('Kelas yang dicetak pada blangko').selectOption(code)
    await page.getByRole('button', { name: 'Satu per satu' }).click()
    const dialog = page.getByRole('dialog', { name: 'Blangko satu per satu' })
    const before = jobs().length
    await dialog.getByText('Lembar 1 dari').waitFor()
    await program.check()
    // In its only field: F4 opens the list, Esc closes only the list, Enter and Ctrl Enter print.
    const printer = dialog.getByLabel('Pencetak').first()
    await printer.focus()
    const usual = page.getByRole('option', { name: 'Pencetak bawaan Windows' })
    await page.keyboard.press('F4')
    await usual.waitFor()
    await page.keyboard.press('Escape')
    await usual.waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('Lembar 2 dari').waitFor()
    await dialog.getByRole('button', { name: 'Ulangi lembar sebelumnya' }).click()
    await dialog.getByRole('button', { name: 'Cetak lembar 1' }).click()
    await dialog.getByText('Lembar 2 dari').waitFor()
    const own = jobs().slice(before)
    // The measured offset belongs to this printer by name.
    expect(own.map(job => job.settings.deviceName)).toEqual(['EPSON_L3210', 'EPSON_L3210'])
    expect(await Promise.all(own.map(job => pagesOf(job.pdf)))).toEqual([1, 1])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})
