import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { personDraft, tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { threeCohorts } from '../three-cohorts.ts'

const [person] = tataRiasPeople.map(personDraft)
if (!person) throw new Error('there is nobody')
const { name } = person

describe('people registered twice, by keys alone', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: [threeCohorts, registerAgain] })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(context => program.keepPicture(context.task))
  const press = async (...keys: string[]) => {
    for (const key of keys) await program.page.keyboard.press(key)
  }
  const picture = (title: string) =>
    program.page.screenshot({ path: join(import.meta.dirname, `../../../.cache/screens/${title}.png`) })

  it('lists the pair with its reasons, and remembers "bukan orang yang sama" until it is undone', async () => {
    const { page } = program
    await press('Alt+3')
    await page.getByRole('link', { name: '1 data ganda' }).waitFor()
    await press('Alt+g')
    await page.getByText('1 pasang perlu diperiksa').waitFor()
    await page.getByText('NIK beda satu angka, nama dan tanggal lahir sama').waitFor()
    await picture('doubles-list')
    await program.check()
    await press('ArrowDown', 'Enter')
    await page.getByRole('radiogroup', { name: 'Yang dipertahankan' }).waitFor()
    await press('b')
    await page.getByText('Dicatat: bukan orang yang sama.').waitFor()
    await page.getByText('0 pasang perlu diperiksa').waitFor()
    await page.getByText('Tidak ada pasangan di sini.').waitFor()
    await program.check()
    // Reach the chip and press it like any button.
    await page.getByRole('button', { name: /^Bukan orang yang sama/ }).focus()
    await press('Enter')
    await page.getByRole('grid', { name: 'Bukan orang yang sama, 1 pasang' }).waitFor()
    await press('/', 'ArrowDown', 'Enter')
    await page.getByText('mencatat “bukan orang yang sama”').waitFor()
    await program.check()
    await press('b')
    await page.getByText('1 pasang perlu diperiksa').waitFor()
  })

  it('merges field by field, and splits them again', async () => {
    const { page } = program
    await page.getByText('NIK beda satu angka').waitFor()
    await press('ArrowDown', 'Enter')
    await page.getByRole('radiogroup', { name: 'Yang dipertahankan' }).waitFor()
    const chosen = async (field: string) =>
      (await page
        .getByRole('radiogroup', { name: field })
        .getByRole('radio', { checked: true })
        .getAttribute('value')) ?? ''
    expect(await chosen('Yang dipertahankan')).toBe('first')
    expect(await chosen('Email')).toBe('second')
    // Down to the NIK, right takes the other value; down to the telephone.
    await press('ArrowDown', 'ArrowRight')
    expect(await chosen('NIK')).toBe('second')
    await press('ArrowLeft')
    expect(await chosen('NIK')).toBe('first')
    await press('ArrowRight', 'ArrowDown', 'ArrowRight')
    expect(await chosen('No. HP')).toBe('second')
    await picture('doubles-compare')
    await program.check()
    await press('Control+Enter')
    await page.getByText(`${name}: dua data digabung menjadi satu.`).waitFor()
    await page.getByText('0 pasang perlu diperiksa').waitFor()
    await press('Alt+3')
    await page.getByRole('grid', { name: /peserta/ }).waitFor()
    await page.getByPlaceholder('Nama, NIK atau No. HP').fill(name)
    await page.getByText('1 orang cocok').waitFor()
    await press('ArrowDown', 'Enter')
    await page.getByRole('definition').getByText('0819-9999-9999').waitFor()
    await page.getByText('Menggabung dengan data ganda, mengganti NIK, No. HP, Email').waitFor()
    await program.check()

    await press('Alt+3', 'Alt+g')
    await page.getByRole('button', { name: /^Sudah digabung/ }).focus()
    await press('Enter')
    await page.getByRole('grid', { name: 'Sudah digabung, 1 orang' }).waitFor()
    await picture('doubles-merged')
    await program.check()
    await press('/', 'ArrowDown', 'p')
    await page.getByText('Dipisahkan lagi: keduanya seperti semula.').waitFor()
    await page.getByText('Belum ada yang digabung.').waitFor()
    await page.getByText('1 pasang perlu diperiksa').waitFor()
  })
})

/** Registers the first person of Tata Rias a second time: a wrong digit in the NIK, another telephone, an email. */
async function registerAgain(folder: string): Promise<void> {
  if (!person) throw new Error('there is nobody')
  const clock = fixedClock('2024-12-20')
  const backend = createBackend({
    dataFolder: folder,
    host: silentHost,
    ...asSamplePerson,
    clock: { now: () => clock.now() },
  })
  const nik = `${person.nik.slice(0, 14)}9${person.nik.slice(15)}`
  const again = { ...person, nik, phone: '6281999999999', email: 'siti@contoh.id' }
  await backend.client.trainee.save({ id: null, trainee: again })
  await backend.close()
}
