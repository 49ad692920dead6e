import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { countedKeys } from '../../e2e/counted-keys.ts'
import { type Program, pressOn, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

let program: Program
/** A second window on the same data: what is saved there is saved by somebody else, as the form sees it. */
let other: Page

beforeAll(async () => {
  program = await startProgram('2024-12-30', { centre: threeCohorts })
  other = await program.page.context().newPage()
})
afterAll(() => program?.close())
afterEach(({ task }) => program.keepPicture(task))

type Typed = Partial<Record<'address' | 'phone' | 'hamlet' | 'neighbourhood', string>>

async function edit(page: Page, typed: Typed): Promise<void> {
  const { origin } = new URL(program.page.url())
  await page.goto(`${origin}/#/peserta/1`)
  await page.getByRole('button', { name: 'Ubah data' }).waitFor()
  await page.goto(`${origin}/#/peserta/1/ubah`)
  for (const [field, value] of Object.entries(typed)) await page.locator(`[data-path="${field}"]`).fill(value)
}
async function saveFirst(typed: Typed): Promise<void> {
  // Anew, so that it has read what the first window has saved.
  await other.goto('about:blank')
  await edit(other, typed)
  await other.keyboard.press('Control+s')
  await other.waitForURL(/peserta\/1$/)
}
const facts = () => program.page.getByRole('region', { name: 'Data diri' })

test('two fields of two are a page of their own, answered with five keys; the rest is joined, and nothing is lost', async () => {
  const { page } = program
  await edit(page, { address: 'Jl. Melati Raya Gg. 2 No. 14', phone: '081234567899', neighbourhood: '003' })
  await saveFirst({ address: 'Jl. Melati Raya No. 14', phone: '085711223344', hamlet: '005' })
  await page.keyboard.press('Control+s')
  await page.getByRole('heading', { name: 'Wulan menyimpan lebih dulu, 2 kolom perlu dipilih' }).waitFor()
  await page.getByRole('button', { name: 'Pilih 2 kolom lagi' }).waitFor()
  // Nothing is chosen, and the first field has the cursor.
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  const joined = page.getByRole('list', { name: 'Digabung otomatis' }).getByRole('listitem')
  expect(await joined.allTextContents()).toEqual([
    expect.stringMatching(/^RW.*005Wulan$/),
    expect.stringMatching(/^RT.*003Anda$/),
  ])
  await page.getByText('Tidak ada yang hilang').waitFor()
  await program.check()
  // Ctrl Enter says what is missing and goes there.
  await page.keyboard.press('Control+Enter')
  await page.getByText('Pilih 2 kolom lagi.').first().waitFor()
  expect(
    await page
      .getByRole('radio')
      .first()
      .evaluate(one => one === document.activeElement),
  ).toBe(true)
  const keys = countedKeys(page)
  await keys.press('ArrowRight', 'ArrowDown', 'ArrowLeft')
  await page.getByRole('button', { name: 'Simpan gabungan' }).waitFor()
  await keys.press('Control+Enter')
  await page.waitForURL(/peserta\/1$/)
  await facts().getByText('Jl. Melati Raya Gg. 2 No. 14, RT 003 RW 005').waitFor()
  await facts().getByText('0857-1122-3344').waitFor()
  expect(keys.count).toBeLessThanOrEqual(5)
  // The value that was not chosen is in the history and can be restored from there.
  const lost = page.getByRole('button', { name: 'Kembalikan No. HP: 0812-3456-7899' })
  await lost.waitFor()
  await program.check()
  await pressOn(lost)
  await facts().getByText('0812-3456-7899').waitFor()
  await lost.waitFor({ state: 'detached' })
})

test('F2 writes a third value; Esc goes back to the form with all that was typed', async () => {
  const { page } = program
  await edit(page, { address: 'Jl. Kenanga No. 1' })
  await saveFirst({ address: 'Jl. Kenanga No. 2' })
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Pilih 1 kolom lagi' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.locator('[data-path="address"]').inputValue()).toBe('Jl. Kenanga No. 1')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Pilih 1 kolom lagi' }).waitFor()
  await page.keyboard.press('F2')
  const own = page.getByRole('textbox', { name: 'Alamat, tulis sendiri' })
  await own.fill('Jl. Kenanga No. 1-2')
  await program.check()
  await own.press('Enter')
  await page.getByRole('button', { name: 'Simpan gabungan' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await facts()
    .getByText(/^Jl. Kenanga No. 1-2/)
    .waitFor()
  for (const value of ['Jl. Kenanga No. 1', 'Jl. Kenanga No. 2'])
    await page.getByRole('button', { name: `Kembalikan Alamat: ${value}`, exact: true }).waitFor()
})

test('F2 takes a third village and a third choice with the fields of the form', async () => {
  const { page } = program
  const village = (on: Page) => on.getByRole('combobox', { name: 'Kelurahan tempat tinggal' })
  const answer = async (on: Page, place: string, education: string) => {
    await edit(on, {})
    await village(on).fill(place)
    await on.getByRole('option').first().waitFor()
    await village(on).press('Enter')
    await on.getByRole('combobox', { name: 'Pendidikan terakhir' }).fill(education)
    await on.keyboard.press('Enter')
  }
  await answer(page, 'karawaci baru', 'SMK')
  await other.goto('about:blank')
  await answer(other, 'cimone jaya', 'SMP')
  await other.keyboard.press('Control+s')
  await other.waitForURL(/peserta\/1$/)
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Pilih 2 kolom lagi' }).waitFor()

  await page.getByRole('radiogroup', { name: 'Kelurahan' }).getByRole('radio').first().focus()
  await page.keyboard.press('F2')
  const third = page.getByRole('combobox', { name: 'Kelurahan, tulis sendiri' })
  await third.fill('nusa jaya')
  await page.getByRole('option').first().waitFor()
  await program.check()
  await third.press('Enter')
  await page.getByRole('radio', { name: /Nusa Jaya/, checked: true }).waitFor()

  await page.getByRole('radiogroup', { name: 'Pendidikan' }).getByRole('radio').first().focus()
  await page.keyboard.press('F2')
  const level = page.getByRole('combobox', { name: 'Pendidikan, tulis sendiri' })
  await level.fill('S1')
  await level.press('Enter')
  await page.getByRole('radio', { name: /S1/, checked: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/peserta\/1$/)
  await facts()
    .getByText(/Nusa Jaya/)
    .waitFor()
})

test('a draft leaves theirs where it is, comes back with the form, and asks again', async () => {
  const { page } = program
  await edit(page, { address: 'Jl. Draf No. 1' })
  await saveFirst({ address: 'Jl. Lebih Dulu No. 2' })
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Simpan sebagai draf' }).waitFor()
  await page.keyboard.press('Alt+d')
  await facts()
    .getByText(/^Jl. Lebih Dulu No. 2/)
    .waitFor()
  await page.goto(`${new URL(page.url()).origin}/#/peserta/1/ubah`)
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  expect(await page.locator('[data-path="address"]').inputValue()).toBe('Jl. Draf No. 1')
  await page.keyboard.press('Control+s')
  // The draft was opened on what stood before: it does not overwrite what came meanwhile.
  await page.getByRole('button', { name: 'Pilih 1 kolom lagi' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await facts()
    .getByText(/^Jl. Draf No. 1/)
    .waitFor()
})

test('a form in a drawer asks on the same page, and its draft asks again', async () => {
  const { page } = program
  const { origin } = new URL(page.url())
  const open = async (on: Page) => {
    await on.goto(`${origin}/#/pengaturan/ruang`)
    await on.getByRole('row', { name: /Bengkel Motor/ }).waitFor()
    await on.getByRole('row', { name: /Bengkel Motor/ }).focus()
    await on.keyboard.press('Enter')
    await on.getByRole('dialog').waitFor()
  }
  const note = (on: Page) => on.getByRole('dialog').getByLabel(/^Keterangan/)
  await open(page)
  await note(page).fill('dekat dapur')
  await open(other)
  await note(other).fill('lantai 2')
  await other.keyboard.press('Control+s')
  await other.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+s')
  await page.getByRole('radiogroup', { name: 'Keterangan' }).waitFor()
  await program.check()
  // Back in the form, what was typed before the question is not lost by one Esc.
  await page.keyboard.press('Escape')
  await note(page).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('alert').getByText('Isian belum disimpan.').waitFor()
  await page.keyboard.press('Escape')
  expect(await note(page).inputValue()).toBe('dekat dapur')
  await page.keyboard.press('Control+s')
  await page.getByRole('radiogroup', { name: 'Keterangan' }).waitFor()
  await page.keyboard.press('Alt+d')
  await page.getByText('lantai 2').first().waitFor()
  await open(page)
  expect(await note(page).inputValue()).toBe('dekat dapur')
  await page.keyboard.press('Control+s')
  await page.getByRole('radiogroup', { name: 'Keterangan' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('radiogroup', { name: 'Keterangan' }).waitFor({ state: 'detached' })
  await page.getByText('dekat dapur').first().waitFor()
  // What was not chosen comes back into the form, and is saved like anything typed.
  await open(page)
  await page.getByRole('dialog').getByRole('button', { name: '1 nilai tidak dipilih' }).press('Enter')
  const lost = page.getByRole('menuitem', { name: /Kembalikan Keterangan: lantai 2/ })
  await lost.waitFor()
  await program.check()
  await lost.press('Enter')
  expect(await note(page).inputValue()).toBe('lantai 2')
  // Esc asks before a value that was put back is lost, too.
  await page.keyboard.press('Escape')
  await page.getByRole('alert').getByText('Isian belum disimpan.').waitFor()
  await page.keyboard.press('Escape')
  expect(await note(page).inputValue()).toBe('lantai 2')
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('lantai 2').first().waitFor()
})

test('what was not chosen on a page of settings is offered in its head until it stands again', async () => {
  const { page } = program
  const { origin } = new URL(page.url())
  const change = async (on: Page, phone: string) => {
    await on.goto('about:blank')
    await on.goto(`${origin}/#/pengaturan/balai`)
    await on.getByLabel(/^Telepon/).fill(phone)
  }
  await change(page, '021 5550111')
  await change(other, '021 5550222')
  await other.keyboard.press('Control+s')
  await other.getByText('Data balai disimpan.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByRole('radiogroup', { name: 'Telepon' }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Enter')
  const offer = page.getByRole('button', { name: '1 nilai tidak dipilih' })
  await offer.press('Enter')
  await page.getByRole('menuitem', { name: /Kembalikan Telepon: 021 5550111/ }).press('Enter')
  expect(await page.getByLabel(/^Telepon/).inputValue()).toBe('021 5550111')
  await page.keyboard.press('Control+s')
  await offer.waitFor({ state: 'detached' })
})

test('rules are asked about in the words and units of their page, and a mark is written as a mark', async () => {
  const { page } = program
  const { origin } = new URL(page.url())
  const change = async (on: Page, mark: string, minutes: string, signs: string) => {
    await on.goto('about:blank')
    await on.goto(`${origin}/#/pengaturan/aturan`)
    await on.getByLabel('Nilai lulus').fill(mark)
    await on.getByLabel('Layar terkunci setelah').fill(minutes)
    await on.getByText(signs, { exact: true }).click()
    await on.getByRole('radio', { name: signs, checked: true }).waitFor({ state: 'attached' })
  }
  await change(page, '75', '10', 'Hitam putih')
  await change(other, '65', '15', 'Kepala balai')
  await other.keyboard.press('Control+s')
  await other.getByText('Aturan disimpan.').waitFor()
  await page.keyboard.press('Control+s')
  const row = (name: string) => page.getByRole('radiogroup', { name })
  await row('Nilai lulus').getByText('sebelumnya 70,00').waitFor()
  for (const words of ['65,00', '75,00']) await row('Nilai lulus').getByText(words, { exact: true }).waitFor()
  for (const words of ['15 menit', '10 menit']) await row('Layar terkunci setelah').getByText(words).waitFor()
  const joined = page.getByRole('list', { name: 'Digabung otomatis' }).getByRole('listitem')
  expect(await joined.allTextContents()).toEqual([
    'Halaman belakang sertifikat ditandatanganiInstrukturKepala balaiWulan',
    'Warna sertifikatBerwarnaHitam putihAnda',
  ])
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Nilai lulus, tulis sendiri' }).fill('72,5')
  await page.keyboard.press('Enter')
  await row('Nilai lulus').getByText('72,50').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await row('Nilai lulus').waitFor({ state: 'detached' })
  expect(await page.getByLabel('Nilai lulus').inputValue()).toBe('72,5')
})

test('F2 takes a third list with its checkboxes', async () => {
  const { page } = program
  const { origin } = new URL(page.url())
  const change = async (on: Page, trade: string) => {
    await on.goto('about:blank')
    await on.goto(`${origin}/#/pengaturan/ruang`)
    await on.getByRole('row', { name: /Bengkel Motor/ }).focus()
    await on.keyboard.press('Enter')
    await on.getByRole('dialog').getByRole('checkbox', { name: trade }).check()
  }
  await change(page, 'Tata Boga')
  await change(other, 'Tata Rias')
  await other.keyboard.press('Control+s')
  await other.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+s')
  const row = page.getByRole('radiogroup', { name: 'Kejuruan' })
  await row.waitFor()
  await page.keyboard.press('F2')
  const own = row.getByRole('group', { name: 'Kejuruan, tulis sendiri' }).first()
  await own.getByRole('checkbox', { name: 'Tata Rias' }).check()
  await program.check()
  await page.keyboard.press('Enter')
  await row.getByRole('radio', { name: /Tata Rias.*Tata Boga|Tata Boga.*Tata Rias/, checked: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  await row.waitFor({ state: 'detached' })
})
