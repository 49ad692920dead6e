import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { traineeDraft } from '../../../shared/features/trainee/trainee.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { confirmPassword } from '../sign-in-form.ts'
import { tataRias } from '../tata-rias.ts'

const code = 'TR-2024-03'
/** Only the fields of the form, from a whole person. */
const ownFields = z.object(traineeDraft.shape)
const longName = 'Raden Ajeng Kusumaningrum Widyadhani Prameswari Hadiningrat'

/** Dewi has no practice score, no birthplace and a name in capitals; Eka has a long name. */
async function untidy(dataFolder: string): Promise<void> {
  await tataRias(dataFolder, '2025-01-09', ['Menyiapkan alat', 'Menerapkan K3', 'Membersihkan area'])
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock('2025-01-09') })
  const { client } = backend
  const people = await client.cohort.trainees({ code })
  const change = async (name: string, changes: { name?: string; birthPlace?: string }) => {
    const person = people.find(one => one.name === name)
    if (!person) throw new Error(`nobody is called ${name}`)
    const present = await client.trainee.get({ id: person.traineeId })
    await client.trainee.save({ id: present.id, trainee: ownFields.parse({ ...present, ...changes }) })
    return person.enrolmentId
  }
  const enrolmentId = await change('Dewi Lestari', { name: 'DEWI LESTARI', birthPlace: '' })
  await change('Eka Puspitasari', { name: longName })
  const last = people.find(one => one.name === 'Wati')
  if (!last) throw new Error('nobody is called Wati')
  const entries = [
    { enrolmentId, practice: null },
    { enrolmentId: last.enrolmentId, theory: null },
  ]
  await client.score.save({ code, entries })
  await backend.close()
}

describe('scores, reasons, checks and tests of a class', { timeout: 60_000 }, () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2025-01-09', { centre: untidy })
    await program.page.getByRole('heading', { name: 'Kamis, 9 Januari 2025' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  async function open(path: string) {
    await program.page.evaluate(to => {
      location.hash = to
    }, `/angkatan/${code}${path}`)
  }
  const focused = (name: string | RegExp) =>
    program.page.locator(':focus').and(program.page.getByRole('gridcell', { name })).waitFor()

  it('jumps to the empty score, assesses by elements, and leaves a closed entry unchanged', async () => {
    const { page } = program
    await open('/nilai')
    await page.getByText('2 belum diisi').first().waitFor()
    await focused(/^DEWI LESTARI, nilai praktik/)
    // Not the second one: nobody has looked at the first.
    await page.keyboard.press('F8')
    await focused(/^DEWI LESTARI, nilai praktik/)
    await page.keyboard.press('F8')
    await focused(/nilai teori: kosong/)
    await page.keyboard.press('F8')
    await focused(/^DEWI LESTARI, nilai praktik/)
    await page.keyboard.type('72')
    await page.keyboard.press('Enter')
    await page.getByText('1 belum diisi').first().waitFor()
    await page.keyboard.press('F8')
    await focused(/nilai teori: kosong/)
    await page.keyboard.type('80')
    await page.keyboard.press('Enter')
    await page.getByText('lengkap').first().waitFor()
    await page.getByRole('button', { name: /^Tampilkan 3 elemen/ }).click()
    await page.getByRole('columnheader', { name: /elemen 1\.2/ }).waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Tutup pengisian' }).click()
    await page.getByText('Pengisian nilai ditutup Wulan Sari').waitFor()
    await page.getByRole('button', { name: 'Buka kembali dengan alasan' }).click()
    const dialog = page.getByRole('dialog')
    await page.locator(':focus').and(dialog.getByRole('textbox')).waitFor()
    await page.keyboard.type('Nilai praktik Dewi salah salin')
    await page.keyboard.press('Control+Enter')
    await page.getByText('setiap perubahan dicatat sebagai koreksi').waitFor()
    await page
      .getByRole('row', { name: /DEWI LESTARI/ })
      .getByRole('gridcell', { name: /praktik/ })
      .click()
    await page.keyboard.type('72,5')
    await page.keyboard.press('Enter')
    await page.getByText('72,50').waitFor()
    await page.getByRole('button', { name: 'Riwayat koreksi' }).click()
    await dialog.getByText('Nilai praktik Dewi salah salin').waitFor()
    await dialog.getByRole('cell', { name: '72,50' }).waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('explains who does not pass on a separate sheet', async () => {
    const { page } = program
    await open('/kelulusan')
    await page.getByRole('heading', { name: '13 lulus · 2 tidak lulus · 1 mengundurkan diri' }).waitFor()
    await page.getByRole('button', { name: 'Lembar alasan' }).click()
    await page.getByRole('dialog').getByRole('img', { name: 'Halaman 1 dari 2' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Enter')
    await page.getByText('ditetapkan Wulan Sari').waitFor()
  })

  it('issues after correcting one name with a key and overriding one check', async () => {
    const { page } = program
    await open('/sertifikat')
    await page.getByText('DEWI LESTARI · 1 dari 13').waitFor()
    await page.keyboard.press('a')
    await page.getByText('Dewi Lestari · 1 dari 13').waitFor()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await page.locator(':focus').and(dialog.getByRole('textbox')).waitFor()
    await page.keyboard.type('KTP pengganti masih diurus')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(/dikecualikan: KTP pengganti masih diurus/).waitFor()
    await page.getByRole('button', { name: longName.slice(0, 20) }).click()
    await page.getByRole('img', { name: `Baris nama ${longName}` }).waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page
      .locator(':focus')
      .and(dialog.getByRole('button', { name: 'Batal' }))
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await confirmPassword(page)
    await page.getByText('13 sudah terbit').waitFor()
    await page.getByText(/Dikecualikan Wulan Sari.*KTP pengganti masih diurus/).waitFor()
  })

  it('records the results of the LSP with one key per person', async () => {
    const { page } = program
    await open('/uji-bnsp')
    await page.getByText('belum ada hasil', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'LSP' }).fill('LSP Kecantikan Contoh')
    await page
      .getByRole('gridcell', { name: /hasil uji/ })
      .first()
      .click()
    for (const key of ['k', 'b', 'k']) {
      await page.keyboard.press(key)
    }
    await page.getByText('3 diuji · 2 kompeten · 1 belum kompeten').waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Semua kelas' }).click()
    await page
      .getByRole('row', { name: /Ani Suryani/ })
      .getByText('09/01/2025')
      .waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(4)
  })
})
