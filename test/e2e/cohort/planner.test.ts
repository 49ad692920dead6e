import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import type { CredentialDraft } from '../../../shared/features/instructor/contract.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { threeCohorts } from '../three-cohorts.ts'

/** Adds an instructor for Tata Rias until 2027, one without a certificate, and two for Las who can only share a class. */
async function moreInstructors(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock: fixedClock('2024-12-30') })
  const add = (name: string) =>
    backend.client.instructor.save({
      id: null,
      instructor: { name, nip: '', institution: '', phone: '', active: true },
    })
  await add('Dewi Anggraeni')
  const { id } = await add('Zahra Puspita')
  const certify = (instructorId: typeof id, number: string, credential: Certificate) =>
    backend.client.instructor.saveCredential({
      instructorId,
      id: null,
      credential: {
        kind: 'TEKNIS',
        number: `96022 5142 3 ${number}`,
        registration: '',
        lsp: 'LSP Contoh Nusantara',
        licence: '',
        ...credential,
      },
    })
  const rias = { scheme: 'Penata Rias Wajah', trades: ['TR' as const] }
  await certify(id, '0000999 2024', { ...rias, issued: '2024-03-06', validUntil: '2027-03-06' })
  const las = { scheme: 'Juru Las', trades: ['LS' as const] }
  const { id: tuti } = await add('Tuti Alawiyah')
  await certify(tuti, '0001001 2022', { ...las, issued: '2022-02-14', validUntil: '2025-02-14' })
  const { id: sari } = await add('Sari Wulandari')
  await certify(sari, '0001002 2025', { ...las, issued: '2025-02-17', validUntil: '2028-02-17' })
  await backend.close()
}

type Certificate = Pick<CredentialDraft, 'scheme' | 'trades' | 'issued' | 'validUntil'>

describe('Rencanakan angkatan', () => {
  let program: Program
  let keys = 0
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) await program.page.keyboard.press(key)
    keys += times
  }
  const type = async (text: string) => {
    await program.page.keyboard.type(text)
    keys += text.length
  }
  /** The first Enter takes the option found by typing, the second one moves on; wait for both, as a person would. */
  const pickProgram = async (letters: string, title: string) => {
    const { page } = program
    await type(letters)
    await page.locator('[role=option][data-combobox-selected]', { hasText: title }).waitFor()
    await press('Enter')
    await expect.poll(() => page.getByRole('combobox', { name: 'Program pelatihan' }).inputValue()).toBe(title)
    await press('Enter')
  }
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: [threeCohorts, moreInstructors] })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())

  it('shows every class with its days, the running ones first, and narrows the list by what is typed', async () => {
    const { page } = program
    await press('Alt+4')
    await page.getByRole('grid', { name: '3 angkatan' }).waitFor()
    await page.getByRole('button', { name: 'Berjalan 3' }).waitFor()
    await page.getByRole('list', { name: '15 hari pelatihan, 3 hari dilewati' }).first().waitFor()
    await program.check()
    await page.getByPlaceholder('Kode, program, instruktur').fill('hendra')
    await page.getByRole('grid', { name: '1 angkatan' }).getByText('Tata Boga I').waitFor()
    await page.getByRole('button', { name: 'Rencana 0' }).click()
    await page.getByText('Tidak ada angkatan yang cocok.').waitFor()
    await expect.poll(() => page.url()).toContain('cari=*')
    expect(page.url()).toContain('keadaan=planned')
    expect(page.url()).not.toContain('hendra')
    await program.check()
    await page.getByRole('button', { name: 'Tampilkan semua angkatan' }).click()
    await page.getByRole('grid', { name: '3 angkatan' }).waitFor()
  })

  it('explains every skipped day, and who cannot teach on which day', async () => {
    const { page } = program
    await press('Alt+4')
    await press('Alt+b')
    await page.getByText('Pilih program dan tanggal mulai.').waitFor()
    await program.check()
    await pickProgram('rias', 'Tata Rias (Make Up Artist)')
    await type('16/12')
    await page.getByRole('heading', { name: 'Senin 16 Des 2024 s.d. Rabu 8 Jan 2025' }).waitFor()
    await page.getByText('3 hari dilewati').waitFor()
    await page.getByText('Kelas melewati tahun anggaran.').waitFor()
    await page.getByText('Sen 9 Des 2024').waitFor()
    const lanes = page.getByRole('radiogroup', { name: 'Instruktur' })
    // Instructors who may not teach are folded into one row; opened, it lists them with reasons.
    await page.getByRole('button', { name: /lain ditolak: Instruktur$/ }).press('Enter')
    await lanes.getByText('Ditolak: mengajar Tata Rias I').waitFor()
    await lanes.getByText('Ditolak: belum ada sertifikat BNSP teknis').waitFor()
    expect(await lanes.getByRole('radio', { name: /Rina Marliana/ }).isDisabled()).toBe(true)
    expect(await lanes.getByRole('radio', { name: /Zahra Puspita/ }).isEnabled()).toBe(true)
    // Instructors with a certificate of the trade come first, and keep their places when the date changes.
    expect(await lanes.getByRole('radio').nth(1).getAttribute('disabled')).toBeNull()
    // Rooms of the trade come first too; a workshop of another trade comes last and says so.
    const rooms = page.getByRole('radiogroup', { name: 'Ruang' })
    await rooms
      .getByRole('radio')
      .first()
      .and(rooms.getByRole('radio', { name: /R\. Rias 1/ }))
      .waitFor({ state: 'attached' })
    await rooms.getByText('untuk Servis Sepeda Motor').waitFor()
    await program.check()
    await page.getByRole('combobox', { name: 'Tanggal mulai' }).focus()
  })

  it('names the holiday when the start is a day off; Enter takes the next working day', async () => {
    const { page } = program
    await press('Control+a')
    await type('25/12')
    await page.getByText('Rab 25 Des libur (Hari Raya Natal).').waitFor()
    await program.check()
    await press('Enter')
    await page.getByRole('heading', { name: /^Jumat 27 Des 2024 s\.d\./ }).waitFor()
  })

  it('refuses to save into a year without a list of days off', async () => {
    const { page } = program
    await page.getByLabel('Tanggal mulai').fill('20/12/2027')
    await page.getByText('Kalender 2028 belum ada.', { exact: true }).waitFor()
    const save = page.getByRole('button', { name: 'Simpan rencana' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await program.check()
    await press('Escape')
    await page.getByRole('grid', { name: '3 angkatan' }).waitFor()
  })

  it('plans a class with instructor, room and sixteen people with thirty keys', async () => {
    const { page } = program
    await press('Alt+b')
    await page.getByRole('button', { name: 'Buang' }).click()
    await page.getByRole('combobox', { name: 'Program pelatihan' }).focus()
    keys = 0
    await pickProgram('rias', 'Tata Rias (Make Up Artist)')
    await type('13/1')
    await page.getByRole('heading', { name: 'Senin 13 Jan 2025 s.d. Rabu 5 Feb 2025' }).waitFor()
    await press('Enter', 6)
    await page
      .locator(':focus')
      .and(page.getByRole('radio', { name: /Zahra Puspita/ }))
      .waitFor()
    await press('Space')
    await press('Enter')
    await press('Space')
    await press('F4')
    await page.getByRole('listbox', { name: 'Peserta' }).getByRole('option').first().waitFor()
    await program.check()
    await press('Shift+PageDown')
    await press('Shift+ArrowDown', 5)
    await press('Control+Enter')
    await page.getByText('16 orang').waitFor()
    await program.check()
    await press('Control+s')
    await page.getByText('Rencana TR-2025-01 disimpan.').waitFor()
    expect(keys).toBeLessThanOrEqual(30)
    await page.getByRole('heading', { level: 1, name: 'Tata Rias I' }).waitFor()
    await program.check()
  })

  it('does not accept a person who is in another class on those days', async () => {
    const { page } = program
    await press('Alt+4')
    await page.getByRole('grid', { name: '4 angkatan' }).waitFor()
    await press('Alt+b')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: 'Program pelatihan' }))
      .waitFor()
    await pickProgram('boga', 'Tata Boga')
    await type('3/2')
    await page.getByRole('heading', { name: /^Senin 3 Feb 2025 s\.d\./ }).waitFor()
    await page.getByRole('button', { name: /^Pilih dari daftar/ }).click()
    const busy = page.getByRole('option', { name: /di Tata Rias I sampai Rab 5 Feb/ }).first()
    await busy.waitFor()
    await press('Enter')
    expect(await busy.getAttribute('aria-selected')).toBe('false')
    await page.getByRole('button', { name: 'Pakai 0 peserta' }).waitFor()
    await program.check()
    await press('Alt+l')
    await busy.waitFor({ state: 'detached' })
    expect(await page.getByRole('checkbox', { name: /^Hanya yang belum ikut/ }).isChecked()).toBe(true)
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('proposes two instructors who can only share the days, accepted with one key', async () => {
    const { page } = program
    await page.getByRole('combobox', { name: 'Program pelatihan' }).focus()
    await press('Control+a')
    await pickProgram('las', 'Las Konstruksi Pelat')
    await page.getByText('Tuti Alawiyah dan Sari Wulandari dapat mengajar kelas ini berdua.').waitFor()
    await page.getByText(/Sari Wulandari mengajar hari ke-11 s\.d\. 15, Tuti Alawiyah hari yang lain\./).waitFor()
    await program.check()
    const days = page.getByRole('region', { name: 'Hari pelatihan' })
    const offered = await days.boundingBox()
    await press('Alt+p')
    await page.getByText('dapat mengajar kelas ini berdua').waitFor({ state: 'detached' })
    expect((await days.boundingBox())?.y, 'the offer moves no lane').toBe(offered?.y)
    expect(await page.getByRole('radio', { name: /Tuti Alawiyah/ }).isChecked()).toBe(true)
  })
})
