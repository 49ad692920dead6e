import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { personDraft, servisMotorPeople, tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { confirmPassword } from '../../e2e/sign-in-form.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

const trained = tataRiasPeople[0]?.name ?? ''
const asking = 'Wahyu Tanpa Kelas'

describe('rights of a person, by keys alone', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: [threeCohorts, somebodyWithoutCohort] })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(context => program.keepPicture(context.task))
  beforeEach(async () => {
    await program.page.keyboard.press('Alt+3')
    await program.page.getByRole('grid', { name: /peserta/ }).waitFor()
  })

  const press = (key: string) => program.page.keyboard.press(key)
  const picture = (name: string) =>
    program.page.screenshot({
      path: join(import.meta.dirname, `../../../.cache/screens/rights-${name}.png`),
    })

  /** Presses Tab until the element with this name has the focus. */
  async function tabTo(name: string, key = 'Tab') {
    for (let step = 0; step < 60; step += 1) {
      const focused = await program.page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      )
      if (focused.startsWith(name)) return
      await press(key)
    }
    throw new Error(`nothing called ${name} takes the focus`)
  }

  async function openPerson(name: string) {
    const { page } = program
    await page.keyboard.type(name)
    await page.getByText('1 orang cocok').waitFor()
    await page.getByRole('row', { name }).waitFor()
    await press('ArrowDown')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText('Hak atas data', { exact: true }).waitFor()
  }

  it('gives a person a copy of all their data', async () => {
    const { page } = program
    await openPerson(trained)
    await press('Alt+h')
    const download = page.waitForEvent('download')
    await press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^salinan-data-peserta-\d+\.pdf$/)
    expect(
      readFileSync(await file.path())
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF')
    await page.getByText('Menyalin data untuk orangnya').waitFor()
    await program.check()
    await picture('person')
  })

  it('records who signed, and the form check stops warning', async () => {
    const { page } = program
    await openPerson(trained)
    await page.getByText('Belum ada persetujuan yang berlaku.', { exact: false }).waitFor()
    await tabTo('Catat persetujuan')
    await press('Enter')
    await page.getByRole('dialog', { name: 'Catat persetujuan' }).waitFor()
    await program.check()
    await picture('consent')
    await press('Control+s')
    await page.getByText('Persetujuan dicatat.').waitFor()
    await page.getByText('lembar belum dipindai', { exact: false }).waitFor()
    await press('F2')
    await page.getByText('Persetujuan ditandatangani 30 Desember 2024').waitFor()
    await press('Escape')
  })

  it('keeps what a correction changed, with the reason', async () => {
    const { page } = program
    await openPerson(trained)
    await press('Alt+h')
    await tabTo('Koreksi data')
    await press('Enter')
    await page.getByText('Koreksi atas permintaan orangnya').waitFor()
    await page.locator(':focus').and(page.getByLabel('Alasan koreksi')).waitFor()
    await page.keyboard.type('Nomor lama sudah hangus')
    await program.check()
    await picture('correcting')
    for (let step = 0; step < 20; step += 1) {
      if (await page.getByLabel('No. HP / WhatsApp').evaluate(field => field === document.activeElement)) break
      await press('Tab')
    }
    await press('Control+a')
    await page.keyboard.type('0812-9999-0000')
    await press('Control+s')
    await page.getByText('nilai sebelum dan sesudah', { exact: false }).waitFor()
    await page.getByText('Nomor lama sudah hangus', { exact: false }).waitFor()
    await program.check()
    await page.getByText('Nomor lama sudah hangus', { exact: false }).scrollIntoViewIfNeeded()
    await picture('corrected')
  })

  it('freezes the data, refuses changes meanwhile, and ends the freeze', async () => {
    const { page } = program
    await openPerson(trained)
    await press('Alt+h')
    await tabTo('Bekukan data')
    await press('Enter')
    // Wait for the focus: what is typed before it is in the dialog is lost.
    await page.getByRole('dialog').locator(':focus').waitFor()
    await program.check()
    await page.keyboard.type('Diminta lewat surat orangnya')
    await picture('freezing')
    await press('Control+Enter')
    await page.getByText('Data dibekukan.', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Ubah data' }).getAttribute('aria-disabled')).toBe('true')
    await program.check()
    await picture('frozen')
    await press('Alt+3')
    await page.getByRole('row', { name: trained }).getByText('Dibekukan').waitFor()
    await program.check()
    await picture('list')
    await openPerson(trained)
    await press('Alt+h')
    await tabTo('Cairkan data')
    await press('Enter')
    // Wait for the focus: what is typed before it is in the dialog is lost.
    await page.getByRole('dialog').locator(':focus').waitFor()
    await page.keyboard.type('Persetujuan baru sudah ada')
    await press('Control+Enter')
    await page.getByText('Data dibekukan.', { exact: true }).waitFor({ state: 'detached' })
  })

  it('anonymises a person without a class on request', async () => {
    const { page } = program
    await openPerson(asking)
    await press('Alt+h')
    await tabTo('Anonimkan')
    await press('Enter')
    await page.getByRole('dialog', { name: `Anonimkan ${asking}?` }).waitFor()
    await program.check()
    await page.keyboard.type('Batal mendaftar, minta dihapus')
    await picture('anonymising')
    await press('Control+Enter')
    await confirmPassword(page)
    await page.getByText('Sudah dianonimkan.').waitFor()
    await program.check()
    await picture('anonymous')
    expect(await page.getByText(asking).count()).toBe(0)
  })

  it('lists the people whose data is past its retention, and anonymises all of them at once', async () => {
    const { page } = program
    await program.setToday('2035-12-31')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await press('Control+,')
    await page.getByRole('heading', { level: 1, name: 'Pengaturan' }).waitFor()
    await press('Control+]')
    await press('Control+]')
    await page.getByText('Sesudahnya boleh dianonimkan.').waitFor()
    await tabTo('Melewati masa simpan')
    await picture('rules')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Melewati masa simpan' }).waitFor()
    const grid = page.getByRole('grid', { name: /orang/ })
    await grid.waitFor()
    await program.check()
    await tabTo('Agus Setiawan')
    await press('Space')
    await page.getByText('1 orang dipilih').waitFor()
    await picture('due')
    await tabTo('Anonimkan 1 peserta')
    await press('Enter')
    await page.getByRole('dialog', { name: 'Anonimkan 1 peserta?' }).waitFor()
    await program.check()
    await tabTo('Anonimkan')
    await press('Enter')
    await page.getByText(/^1 peserta dianonimkan/).waitFor()
  })
})

async function somebodyWithoutCohort(dataFolder: string): Promise<void> {
  const clock = fixedClock('2024-12-10')
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock })
  const person = servisMotorPeople.at(-1)
  if (!person) throw new Error('nobody')
  const trainee = { ...personDraft(person), nik: '3671071211870001', name: asking }
  await backend.client.trainee.save({ id: null, trainee })
  await backend.close()
}
