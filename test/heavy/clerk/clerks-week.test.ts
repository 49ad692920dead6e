import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import { tataRiasPeople } from '../../../electron/backend/sample/sample-people.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { confirmPassword } from '../../e2e/sign-in-form.ts'

const workbook = join(import.meta.dirname, '../../../build/sample-data/peserta-tata-rias.xlsx')

/**
 * A clerk's first week, from the empty folder to the late holiday of the second class, by keys alone: the test never clicks and never
 * fills a field directly. Each step has a budget of keys; typed text counts letter by letter.
 */
describe("the clerk's week", () => {
  let program: Program
  let keys = 0
  beforeAll(async () => {
    program = await startProgram('2024-12-10')
  })
  afterAll(() => program?.close())
  afterEach(({ task }) => program.keepPicture(task))

  const press = async (...names: string[]) => {
    for (const name of names) await program.page.keyboard.press(name)
    keys += names.length
  }
  const type = async (text: string) => {
    await program.page.keyboard.type(text)
    keys += text.length
  }
  const times = (key: string, count: number) => press(...Array.from({ length: count }, () => key))
  const heading = (name: string | RegExp, level = 1) => program.page.getByRole('heading', { level, name }).waitFor()
  /** Before anybody has signed in, the first heading is the name of the program. */
  const gate = (name: string) => program.page.getByRole('heading', { name }).first().waitFor()
  const says = (words: string | RegExp) => program.page.getByText(words).first().waitFor()
  const focusIn = (name: string | RegExp, role: 'textbox' | 'combobox' | 'radio' | 'button' | 'link' = 'textbox') =>
    program.page.locator(':focus').and(program.page.getByRole(role, { name })).waitFor()

  /** Presses Enter until a field has the focus. */
  async function enterTo(name: string | RegExp) {
    const field = program.page.getByLabel(name).first()
    for (let steps = 0; steps < 12; steps += 1) {
      if (await field.evaluate(one => one === document.activeElement)) return
      await press('Enter')
    }
    throw new Error(`Enter does not lead to ${name}`)
  }
  let broken = false
  function station(name: string, budget: number, work: () => Promise<void>) {
    it(`${name}: at most ${budget} keys`, { timeout: 240_000 }, async context => {
      // Each step needs the result of the one before, so skip the rest after a failure.
      if (broken) context.skip()
      broken = true
      keys = 0
      await work()
      broken = false
      expect(keys).toBeLessThanOrEqual(budget)
    })
  }
  /** Opens a page, a class or a person with Ctrl K. */
  async function find(text: string, option: RegExp) {
    await press('Control+k')
    await focusIn(/^Cari orang/, 'combobox')
    await type(text)
    await program.page.locator('[role=option][aria-selected=true]', { hasText: option }).waitFor()
    await press('Enter')
  }
  async function plan(trade: string, title: string, date: string, pick: () => Promise<void>) {
    const { page } = program
    await press('Alt+4')
    await heading('Angkatan')
    await press('Alt+b')
    await focusIn('Program pelatihan', 'combobox')
    await type(trade)
    await page.locator('[role=option][data-combobox-selected]', { hasText: title }).waitFor()
    await press('Enter')
    await expect.poll(() => page.getByRole('combobox', { name: 'Program pelatihan' }).inputValue()).toContain(title)
    await press('Enter')
    await type(date)
    await page.getByRole('heading', { level: 2, name: /s\.d\./ }).waitFor()
    await pick()
    await press('Control+s')
    await says(/Rencana .* disimpan\./)
  }

  station('setting up', 220, async () => {
    const { page } = program
    await gate('Balai mana yang memakai program ini?')
    await press('Control+Enter')
    await gate('Siapa yang menandatangani surat?')
    await enterTo(/^Nama lengkap/)
    await type('Drs. H. Ahmad Fauzi, M.Si.')
    await press('Control+Enter')
    await gate('Siap dipakai')
    await page.locator('input[type=password]:focus').waitFor()
    await type(samplePassword)
    await press('Enter')
    await type(samplePassword)
    await press('Enter')
    await heading('Selasa, 10 Desember 2024')
    await press('Alt+6')
    await heading('Instruktur')
    await press('Alt+b')
    await page.getByRole('dialog').locator('input:focus').waitFor()
    await type('Rina Marliana, S.Pd.')
    await press('Control+s')
    await heading('Rina Marliana, S.Pd.')
    await press('Alt+b')
    const dialog = page.getByRole('dialog')
    await page.locator(':focus').and(dialog.getByLabel('Skema sertifikasi')).waitFor()
    await type('Penata Rias')
    await press('Enter')
    await type('96022 5142 3 0000417 2022')
    await enterTo('Tanggal terbit')
    await type('10/1/2022')
    await press('Enter', 'Enter')
    await page.locator(':focus').and(dialog.getByRole('checkbox').first()).waitFor()
    const at = await dialog
      .getByRole('checkbox', { name: /^Tata Rias/ })
      .evaluate(box => [...document.querySelectorAll('[role=dialog] input[type=checkbox]')].indexOf(box))
    await times('Tab', at)
    await press('Space', 'Control+s')
    await says('1 tercatat')
  })

  station('importing the list', 103, async () => {
    await find('impor', /Impor peserta dari Excel/)
    await heading('Impor Excel')
    await focusIn(/^Pengirim/, 'combobox')
    await type('Kel. Cikokol')
    const chooser = program.page.waitForEvent('filechooser')
    await press('Control+Enter')
    await (await chooser).setFiles(workbook)
    await heading('Periksa sebelum impor')
    await press('Control+Enter')
    await heading('Impor selesai')
  })

  station('planning fifteen days', 34, async () => {
    const { page } = program
    await plan('rias', 'Tata Rias', '16/12', async () => {
      await times('Enter', 6)
      await focusIn(/Rina Marliana/, 'radio')
      await press('Space', 'Enter', 'Space', 'F4')
      await page.getByRole('listbox', { name: 'Peserta' }).getByRole('option').first().waitFor()
      await press('Shift+PageDown', 'Shift+PageDown', 'Control+Enter')
      await says('16 orang')
    })
    await heading('Tata Rias I')
  })

  station('printing the first sheet', 23, async () => {
    const { page } = program
    await page.evaluate(() => {
      window.print = () => {}
    })
    await focusIn('Cetak daftar hadir', 'button')
    await press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('img', { name: /^Halaman 1/ })
      .waitFor()
    const saved = page.waitForEvent('download')
    await press('Control+s')
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/)
    await press('Escape', 'Alt+1')
    await heading('Selasa, 10 Desember 2024')
  })

  station('attendance of three days', 20, async () => {
    const days: [PlainDate, string][] = [
      ['2024-12-16', '3s 7i'],
      ['2024-12-17', '5a'],
      ['2024-12-18', ''],
    ]
    for (const [index, [date, line]] of days.entries()) {
      await program.setToday(date)
      await focusIn(new RegExp(`hari ke-${index + 1},`))
      await type(line)
      await press('Enter')
      await says(index === 0 ? /14 hadir/ : index === 1 ? /15 hadir/ : /16 hadir/)
    }
  })

  station('filling twelve days and closing fifteen', 12, async () => {
    const { page } = program
    await program.setToday('2025-01-08')
    await focusIn(/hari ke-15,/)
    await press('F6')
    await focusIn(/^Isi hari ke-4/, 'link')
    await press('Enter')
    await heading('Kehadiran')
    await press('Control+e')
    await page.getByRole('dialog', { name: 'Isi hari yang kosong' }).waitFor()
    await press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press('Control+Shift+Enter')
    await page.getByRole('dialog', { name: 'Tutup hari yang terisi' }).waitFor()
    await press('Control+Enter')
    await says('15 hari ditutup')
  })

  station('scores by paste', 20, async () => {
    const { page } = program
    await program.setToday('2025-01-09')
    await heading('Kehadiran')
    await press('Alt+1')
    await says('Menunggu diselesaikan')
    // The page focuses its first button, which may already be this one.
    const act = page.locator(':focus').and(page.getByRole('link', { name: /^Isi nilai/ }))
    await page.locator('[data-page-body] :focus').waitFor()
    if (!(await act.isVisible())) await press('F6')
    await act.waitFor()
    await press('Enter')
    await heading('Nilai')
    const lines = tataRiasPeople.map((_, index) =>
      [index === 9 ? '60' : '80', index === 9 ? '62' : '82', '', ...Array.from({ length: 9 }, () => 'K')].join('\t'),
    )
    await page.evaluate(text => navigator.clipboard.writeText(text), lines.join('\n'))
    await press('F8', 'Control+v')
    await says('lengkap')
  })

  station('the panel', 10, async () => {
    await press('Control+]')
    await heading('Sidang kelulusan')
    await press('Control+Enter')
    await program.page.getByRole('button', { name: /^Lainnya/ }).waitFor()
  })

  station('issuing', 6, async () => {
    const { page } = program
    await press('Control+]')
    await heading('Terbitkan sertifikat')
    await page.getByRole('img', { name: 'Halaman 1 dari 1' }).waitFor()
    await press('Alt+k')
    await page.getByText('Pas foto belum ada').first().waitFor({ state: 'detached' })
    await press('Control+Enter')
    await page.getByRole('dialog', { name: /^Terbitkan 15 sertifikat/ }).waitFor()
    await press('Tab', 'Enter')
    await confirmPassword(page)
    await says('15 sudah terbit')
  })

  station('verifying a paper', 35, async () => {
    await press('Alt+5')
    await heading(/Sertifikat/)
    await press('Control+]')
    await heading('Verifikasi sertifikat')
    await focusIn(/^Nomor sertifikat/)
    await type('500.15/0003/BLK/I/2025')
    await press('Enter')
    await heading('SAH', 2)
  })

  station('a corrected name and its new certificate', 60, async () => {
    const { page } = program
    await find('siti rah', /Siti Rahayu/)
    await heading('Siti Rahayu')
    await press('F2')
    await heading('Siti Rahayu')
    await enterTo(/^Nama lengkap/)
    await press('End')
    await type(' Putri')
    await press('Control+s')
    await says(/masih atas nama Siti Rahayu/)
    await press('Alt+g')
    await page.getByRole('button', { name: /^Ganti/ }).waitFor()
    await press('k')
    const dialog = page.getByRole('dialog')
    await page
      .locator(':focus')
      .and(dialog.getByRole('textbox', { name: 'Alasan' }))
      .waitFor()
    await type('Nama salah ejaan')
    await press('Control+Enter')
    await says(/terbit sebagai pengganti/)
  })

  station('the second class', 34, () =>
    plan('boga', 'Tata Boga', '13/1', async () => {
      await says('Rina Marliana')
    }),
  )

  station('its late holiday', 30, async () => {
    await find('libur men', /Libur mendadak/)
    await heading('Libur mendadak')
    await type('20/1')
    await says('1 kelas bergeser satu hari')
    await press('Control+Enter')
    await says(/Jadwal 1 kelas bergeser/)
  })
})
