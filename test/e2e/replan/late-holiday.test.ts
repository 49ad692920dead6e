import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Program, pressOn, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

describe('a holiday decreed while three classes run', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('2024-12-30', { centre: threeCohorts })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  const open = async (search = '') => {
    const { page } = program
    await page.evaluate(hash => {
      window.location.hash = hash
    }, `#/kalender/libur-susulan${search}`)
    await page.getByRole('heading', { name: 'Libur mendadak', level: 1 }).waitFor()
  }

  it('is found by Ctrl K and shows every class before and after, nothing changed yet', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: /^Cari orang/ }))
      .waitFor()
    await page.keyboard.type('libur men')
    await page.getByRole('option', { name: /^Libur mendadak Geser/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Libur mendadak', level: 1 }).waitFor()
    await page.getByText('Tulis tanggal liburnya', { exact: true }).waitFor()
    await program.check()
    await page.keyboard.type('6/1')
    await page.getByRole('heading', { name: '3 kelas bergeser satu hari' }).waitFor()
    await page.getByText('Cetak ulang: jadwal, daftar hadir hari ke-13 s.d. 15').first().waitFor()
    await program.check()
    expect(await page.getByRole('button', { name: 'Terapkan ke 3 kelas' }).isVisible()).toBe(true)
  })

  it('is applied with at most 25 keys, and withdrawn on the same page', async () => {
    const { page } = program
    await open()
    await page.getByRole('combobox', { name: 'Tanggal libur' }).fill('')
    let keys = 0
    const press = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name)
      keys += names.length
    }
    await page.getByRole('combobox', { name: 'Tanggal libur' }).focus()
    await press('6', '/', '1', 'Enter', 'Enter', ...'Pilkada', 'Enter', ...'SKB')
    await page.getByRole('button', { name: 'Terapkan ke 3 kelas' }).waitFor()
    await press('Control+Enter')
    expect(keys).toBeLessThanOrEqual(25)
    await page.getByText('3 kelas bergeser', { exact: true }).waitFor()
    await program.check()

    await open('?tanggal=2025-01-06&tindakan=cabut')
    await page.getByRole('button', { name: 'Terapkan ke 3 kelas' }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Yang dicabut' }).inputValue()).toBe('Pilkada')
    await program.check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('3 kelas bergeser', { exact: true }).waitFor()
  })

  it('names the day already held and the ending credential, and takes an answer', async () => {
    const { page } = program
    await open('?tanggal=2024-12-24')
    await page.getByText('Hari ke-7 sudah dijalani pada tanggal itu dan tidak dipindah.').first().waitFor()
    await page.getByRole('button', { name: 'Simpan liburnya saja' }).waitFor()
    await program.check()
    // Three more days move day 15 of Tata Rias past 10 January 2025, when its instructor's credential ends.
    for (const date of ['2025-01-06', '2025-01-07']) {
      await open(`?tanggal=${date}`)
      await page.getByRole('button', { name: 'Terapkan ke 3 kelas' }).waitFor()
      await page.keyboard.press('Control+Enter')
      await page.getByText('3 kelas bergeser', { exact: true }).waitFor()
    }
    await open('?tanggal=2025-01-08')
    await page.getByText('Sertifikat Rina Marliana, S.Pd. berakhir 10\u00a0Jan, tidak sah pada hari ke-15').waitFor()
    await page.getByText('1 masalah harus dijawab dulu: Tata Rias I hari ke-15').first().waitFor()
    await program.check()
    const refused = page.getByRole('button', { name: /Terapkan ke 3 kelas/ })
    expect(await refused.getAttribute('aria-disabled')).toBe('true')
    // By keys, because the message of the last change with its Urungkan still covers the list.
    await pressOn(page.getByRole('combobox', { name: /^Jawaban Tata Rias I: Sertifikat Rina Marliana/ }), 'ArrowDown')
    await page.getByRole('option', { name: 'Belum ada pengajar' }).waitFor()
    const marked = page.locator('[role=option][data-combobox-selected]', { hasText: 'Belum ada pengajar' })
    for (let step = 0; step < 10 && !(await marked.isVisible()); step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Hari ke-15 belum ada pengajar').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('3 kelas bergeser', { exact: true }).waitFor()
    await program.check()
  })
})
