import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { threeCohorts } from '../three-cohorts.ts'

/**
 * A second class in the same room, sharing one person with Tata Rias I, that starts on the day to which a holiday would push the first
 * class.
 */
async function addNextCohort(dataFolder: string): Promise<void> {
  const clock = { now: () => fixedClock('2024-12-30').now() }
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock })
  const { client } = backend
  const row = (await client.cohort.list({})).find(one => one.trade === 'TR')
  const room = (await client.program.rooms({})).find(one => one.name === 'R. Rias 1')
  if (!row || !room) throw new Error('no class of Tata Rias, or no room for it')
  const { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, ...first } =
    await client.cohort.get({ code: row.code })
  const { activity, fundingSource } = first
  const facts = { startTime, endTime, decreeIssuer, decreeNumber, decreeDate, decreeSubject, activity, fundingSource }
  await client.cohort.update({ code: row.code, facts: { ...facts, roomId: room.id } })
  const other = { name: 'R. Rias 2', capacity: 16, note: '', active: true, trades: [] }
  await client.program.saveRoom({ id: null, room: other })
  const trainees = await client.cohort.trainees({ code: row.code })
  await client.cohort.create({
    ...facts,
    programId: first.programId,
    roomId: room.id,
    instructorId: null,
    traineeIds: trainees.slice(0, 1).map(trainee => trainee.traineeId),
    start: '2025-01-09',
    week: 5,
    jointLeave: 'off',
    hours: 8,
    number: 2,
  })
  await backend.close()
}

describe('a late holiday that makes classes collide', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: [threeCohorts, addNextCohort] })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  it('is answered and applied by keyboard alone, with at most 25 keys', async () => {
    const { page } = program
    await page.evaluate(() => {
      window.location.hash = '#/kalender/libur-susulan'
    })
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: 'Tanggal libur' }))
      .waitFor()
    let keys = 0
    const press = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name)
      keys += names.length
    }
    await press('3', '/', '1', 'Enter', 'Enter', 'Enter', ...'SKB', 'Enter')
    await page.getByText('2 masalah harus dijawab dulu: Tata Rias I hari ke-15').first().waitFor()
    await program.check()
    await press('Enter')
    const focused = (name: RegExp) => page.locator(':focus').and(page.getByRole('combobox', { name }))
    await focused(/^Jawaban Tata Rias I: R\. Rias 1 dipakai Tata Rias II/).waitFor()
    await press('ArrowDown')
    await page.getByRole('option', { name: 'Pindah ke R. Rias 2' }).waitFor()
    await program.check()
    await press('Enter')
    await page.getByText('Hari ke-9 s.d. 15 di R. Rias 2').waitFor()
    // The cursor moves to the next red conflict, and then to the button that applies.
    await focused(/^Jawaban Tata Rias I: .* mengikuti Tata Rias II/).waitFor()
    await press('ArrowDown')
    await page.getByRole('option', { name: /^Undur Tata Rias II 1 hari/ }).waitFor()
    // Enter takes the option that is marked in the list.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant')))
      .toBeTruthy()
    await press('Enter')
    await page.getByRole('heading', { name: '4 kelas bergeser satu hari' }).waitFor()
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Terapkan ke 4 kelas' }))
      .waitFor()
    await program.check()
    await press('Enter')
    expect(keys).toBeLessThanOrEqual(25)
    await page.getByText('4 kelas bergeser', { exact: true }).waitFor()
    await program.check()
  })

  it('then offers the changed papers, each in place; Esc comes back to them', async () => {
    const { page } = program
    await page.getByRole('button', { name: 'Surat perubahan jadwal Tata Rias II' }).click()
    await page.getByRole('dialog').getByText('Halaman 1 dari 1').waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('4 kelas bergeser', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Cetak daftar hadir hari ke-12 s.d. 15, Tata Rias I', exact: true }).click()
    await page.getByRole('dialog').getByText('Halaman 1 dari 4').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('4 kelas bergeser', { exact: true }).waitFor()
  })

  it('offers them too when a class is moved by hand', async () => {
    const { page } = program
    await page.getByRole('link', { name: 'Tata Rias II', exact: true }).click()
    await page.getByRole('link', { name: 'Ringkasan' }).click()
    await page.getByRole('button', { name: 'Pindah tanggal' }).click()
    await page.getByRole('combobox', { name: 'Mulai' }).fill('2/2/2026')
    await page.keyboard.press('Tab')
    await page.getByText(/Kodenya tetap TR-2025-\d\d, walaupun kelas mulai 2026\./).waitFor()
    await page.getByRole('combobox', { name: 'Mulai' }).fill('3/2/2025')
    await page.keyboard.press('Tab')
    await page.getByText(/Kodenya tetap/).waitFor({ state: 'detached' })
    await page.getByLabel('Alasan').fill('Ruang baru siap bulan Februari')
    await page.getByRole('button', { name: 'Pindah kelas' }).click()
    await page.getByText('Sekarang Sen 3\u00a0Feb s.d.').waitFor()
    await program.check()
    await page.getByRole('button', { name: 'Surat perubahan jadwal Tata Rias II' }).click()
    await page.getByRole('dialog').getByText('Halaman 1 dari 1').waitFor()
    await program.check()
  })
})
