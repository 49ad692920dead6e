import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addInstructor, addTrainees, decidedCohort, issueAll, samplePerson, setUp } from '../../backend/cohort-steps.ts'
import { openFixture } from '../../backend/fixture.ts'
import { countedKeys } from '../counted-keys.ts'
import { type Program, startProgram } from '../program.ts'
import { slowAnswers } from '../slow-answers.ts'

/** Three people of Tata Rias who passed on 31 January 2025 and have their certificates. */
async function graduates(folder: string): Promise<string> {
  const fixture = openFixture({ folder })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const code = await decidedCohort(
    fixture,
    { instructorId, traineeIds: await addTrainees(fixture, 3) },
    { heldOn: '2025-01-31' },
  )
  await issueAll(fixture, code, '2025-01-31')
  await fixture.backend.close()
  return code
}

describe('after graduation, by keys alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const names = [0, 1, 2].map(index => samplePerson(index).name).toSorted()
  const [first = '', second = ''] = names
  let program: Program
  let code: string
  beforeAll(async () => {
    code = await graduates(folder)
    program = await startProgram('2025-05-05', { dataFolder: join(folder, 'data') })
    await program.page.getByRole('heading', { name: 'Senin, 5 Mei 2025' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(context => program.keepPicture(context.task))

  const press = (key: string) => program.page.keyboard.press(key)
  const focused = (name: string | RegExp) => program.page.locator(':focus').and(program.page.getByLabel(name)).waitFor()
  const picture = (name: string) =>
    program.page.screenshot({ path: join(import.meta.dirname, `../../../.cache/screens/alumni-${name}.png`) })

  it('a graduate whose call is overdue is reached with three keys from Beranda', async () => {
    const { page } = program
    await page.locator('main :focus').waitFor()
    const keys = countedKeys(page)
    const overdue = page.getByRole('region', { name: /^Tindak lanjut/ })
    while (!(await overdue.evaluate(panel => panel.contains(document.activeElement)))) await keys.press('F6')
    await keys.press('Enter')
    await focused('Keadaan sekarang')
    expect(keys.count).toBeLessThanOrEqual(3)
    await program.check()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => overdue.evaluate(panel => panel.contains(document.activeElement))).toBe(true)
  })

  it('one certificate is collected, then the rest of the class', async () => {
    const { page } = program
    await page.goto(`${page.url().split('#')[0]}#/angkatan/${code}/sertifikat`)
    await page.getByRole('button', { name: /^Pengambilan/ }).waitFor()
    await press('a')
    await focused('Diambil pada')
    await picture('collection')
    await program.check()
    await press('Control+Enter')
    await page.getByRole('button', { name: /^Diambil 1 dari 3/ }).waitFor()
    await press('a')
    await focused('Diambil pada')
    await page.getByRole('button', { name: 'Batalkan pengambilan' }).waitFor()
    await press('Alt+a')
    await page.getByRole('button', { name: /^Catat 2 diambil/ }).waitFor()
    await picture('rest')
    await press('Control+Enter')
    await page.getByRole('button', { name: /^Diambil 3 dari 3/ }).waitFor()
    await picture('class')
    // One Ctrl Z takes back both collected certificates, and not the one before them.
    await press('Control+z')
    await page.getByRole('button', { name: /^Diambil 1 dari 3/ }).waitFor()
    await press('a')
    await focused('Diambil pada')
    await press('Alt+a')
    await press('Control+Enter')
    await page.getByRole('button', { name: /^Diambil 3 dari 3/ }).waitFor()
    await press('Alt+5')
    await page
      .getByRole('row', { name: /5 Mei 2025/ })
      .nth(2)
      .waitFor()
    await picture('register')
  })

  it('a due graduate is called and answers, the next one follows, and the figures open their people', async () => {
    const { page } = program
    await press('Alt+9')
    await page.getByRole('link', { name: 'Penelusuran lulusan' }).click()
    await page.getByRole('row', { name: first }).and(page.locator(':focus')).waitFor()
    await picture('follow-up')
    await program.check()
    await page
      .context()
      .route('https://wa.me/**', route => route.fulfill({ contentType: 'text/html', body: 'WhatsApp' }))
    const opened = page.waitForEvent('popup')
    await press('w')
    const popup = await opened
    await popup.getByText('WhatsApp').waitFor()
    expect(decodeURIComponent(popup.url())).toMatch(/wa\.me\/62\d+\?text=.*Sudah 3 bulan sejak Bapak\/Ibu lulus/)
    await popup.close()
    await press('Enter')
    await focused('Keadaan sekarang')
    await page.keyboard.type('bek')
    await page.getByRole('option', { name: 'Bekerja', exact: true }).waitFor()
    await press('Enter')
    await press('Enter')
    await focused(/^Tempat kerja/)
    await page.keyboard.type('Salon Melati')
    await picture('answer')
    await program.check()
    await press('Control+s')
    await page.getByRole('dialog', { name: `${second}, 3 bulan` }).waitFor()
    await focused('Keadaan sekarang')
    await press('Escape')
    await page.getByText('2 orang perlu dihubungi').waitFor()

    await page.getByRole('link', { name: 'Hasil per kejuruan' }).click()
    await page.getByText(/33,3\s% bekerja atau berwirausaha/).waitFor()
    await picture('results')
    await program.check()
    await page.getByRole('link', { name: '1 bekerja, Tata Rias' }).click()
    await page.getByRole('row', { name: /Bekerja · Salon Melati/ }).waitFor()
    await picture('people')
    await program.check()
  })

  it('modal kerja is proposed and approved, and the kelurahan counts', async () => {
    const { page } = program
    await press('Alt+9')
    await page.getByRole('link', { name: 'Modal kerja' }).click()
    await page.getByText(/^0 dari \d+ kelurahan terwakili/).waitFor()
    await press('Alt+b')
    await focused('Lulusan')
    // An arrow and Enter before the list has answered take the one who was typed: a single line, so ↓ comes back to it.
    const quick = await slowAnswers(page, 'aid/candidates')
    await page.keyboard.type(second)
    const field = page.getByRole('combobox', { name: 'Lulusan' })
    await field.press('ArrowDown')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toContain(second)
    await quick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(first)
    await page.getByRole('option', { name: first }).waitFor()
    await press('Enter')
    await picture('proposal')
    await program.check()
    await press('Control+s')
    await page.getByText(/^1 dari \d+ kelurahan terwakili/).waitFor()
    // Columns without a value make room for the others, until there is one.
    await page.getByText('2 kolom kosong disembunyikan: SK / BAST, Bukti').waitFor()
    await page.getByRole('row', { name: first }).focus()
    await press('Enter')
    await focused('Nomor SK')
    await page.keyboard.type('900/17/2025')
    await picture('aid')
    await program.check()
    const cancel = page.getByRole('button', { name: /^Batal(?!k)/ })
    const line = (await cancel.boundingBox())?.y
    await press('Control+s')
    await focused('Nomor BAST')
    // The message of a drawer that stays open has a line of its own above the buttons.
    await page.locator('[data-toast]').waitFor()
    expect((await cancel.boundingBox())?.y).toBe(line)
    await press('Escape')
    await page.getByRole('row', { name: /disetujui.*900\/17\/2025/ }).waitFor()
    await page.getByText('1 kolom kosong disembunyikan: Bukti').waitFor()
    await picture('aids')
    await press('Alt+t')
    await page.getByRole('grid', { name: /kelurahan tanpa modal kerja/ }).waitFor()
    await picture('villages')
    await program.check()
  })
})
