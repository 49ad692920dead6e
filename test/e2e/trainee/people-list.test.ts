import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { samplePerson } from '../../backend/cohort-steps.ts'
import { type Program, pressOn, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { confirmPassword } from '../sign-in-form.ts'
import { threeCohorts } from '../three-cohorts.ts'

const many = 900

describe('Daftar peserta dan Cari', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await threeCohorts(dataFolder)
    const backend = createBackend({
      dataFolder,
      host: silentHost,
      ...asSamplePerson,
      clock: fixedClock('2024-12-30'),
    })
    const rows = Array.from({ length: many }, (_, index) =>
      samplePerson(0, {
        nik: `36710157039${String(40001 + index).padStart(5, '0')}`,
        name: `Peserta Nomor${String(index).padStart(4, '0')}`,
        phone: '',
      }),
    )
    await backend.client.trainee.importRows({ fileName: 'banyak.xlsx', rows })
    await backend.close()
    program = await startProgram('2024-12-30', { dataFolder, height: 768 })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterEach(async context => {
    await program?.keepPicture(context.task)
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const picture = (name: string) =>
    program.page.screenshot({ path: join(import.meta.dirname, '../../../.cache/screens', `${name}.png`) })

  it('shows both ends of a long list without reading all of it', async () => {
    const { page } = program
    await page.keyboard.press('Alt+3')
    await page.getByRole('grid', { name: '948 peserta' }).waitFor()
    await page.getByText('948 orang').waitFor()
    await program.check()
    await picture('daftar-peserta')
    await page.keyboard.press('ArrowDown')
    await page.locator('tr[data-row="0"]:focus').waitFor()
    await page.keyboard.press('End')
    await page.locator('tr[data-row="947"]:focus').waitFor()
    await page.keyboard.press('Home')
    await page.locator('tr[data-row="0"]:focus').waitFor()
    await pressOn(page.getByRole('button', { name: 'Nama' }))
    await pressOn(page.getByRole('button', { name: 'Nama' }))
    await page.getByRole('row', { name: /Yuni Kartika/ }).waitFor()
    await pressOn(page.getByRole('button', { name: 'Nama' }))
  })

  it('filters by chips and choices, and keeps them in the address', async () => {
    const { page } = program
    await pressOn(page.getByRole('button', { name: 'Terdaftar 48' }))
    await page.getByText('48 orang cocok').waitFor()
    await page.getByRole('combobox', { name: 'Program' }).focus()
    await page.keyboard.type('tata boga')
    await page.getByRole('option', { name: /Tata Boga/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('16 orang cocok').waitFor()
    await page.reload()
    await page.getByText('16 orang cocok').waitFor()
    await program.check()
    await picture('daftar-peserta-saringan')
    // Ctrl C copies rows of the list in a form that Word and Excel take.
    await page.locator('tr[data-row="0"]').focus()
    await page.keyboard.press('Control+c')
    await page.getByText('16 baris disalin').waitFor()
    const [html, text] = await page.evaluate(async () => {
      const item = (await navigator.clipboard.read())[0]
      return Promise.all(['text/html', 'text/plain'].map(async type => (await item?.getType(type))?.text() ?? ''))
    })
    expect(html?.match(/<tr>/g)?.length).toBe(17)
    expect(html).toContain('Komariah')
    expect(text?.split('\r\n')[1]?.split('\t')).toHaveLength(8)
    // The year is needed because classes of different years share names.
    expect(text).toContain('Tata Boga I 2024')
    // Arrow up from the first row reaches the column heads: they sort, and keep a changed width.
    const head = page.getByRole('columnheader', { name: 'Nama' })
    await page.keyboard.press('ArrowUp')
    await head.locator('button:focus').waitFor()
    const wide = () => head.evaluate(cell => cell.getBoundingClientRect().width)
    const before = await wide()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(wide).toBeGreaterThan(before)
    for (const sorted of ['[aria-sort="ascending"]', '[aria-sort="descending"]', ':not([aria-sort])']) {
      await page.keyboard.press('Enter')
      await page.locator(`th${sorted} button:focus`).waitFor()
    }
    const drawn = await wide()
    await page.keyboard.press('ArrowDown')
    await page.locator('tr[data-row="0"]:focus').waitFor()
    await page.reload()
    await page.getByText('16 orang cocok').waitFor()
    expect(await wide()).toBe(drawn)
    await pressOn(page.getByRole('button', { name: 'Hapus saringan' }))
    await page.getByText('948 orang').waitFor()
  })

  it('selects everybody, also people not on screen, and exports chosen columns', async () => {
    const { page } = program
    await pressOn(page.getByRole('checkbox', { name: 'Pilih semua' }), 'Space')
    await page.getByText('948 peserta dipilih').waitFor()
    await pressOn(page.getByRole('button', { name: 'Ekspor yang dipilih' }))
    const dialog = page.getByRole('dialog', { name: 'Kolom berkas Excel' })
    await pressOn(dialog.getByRole('checkbox', { name: 'Alamat' }), 'Space')
    await program.check()
    await picture('daftar-peserta-ekspor')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+Enter')
    await confirmPassword(page)
    expect((await download).suggestedFilename()).toBe('daftar-peserta.xlsx')
    await page.keyboard.press('Escape')
    await page.getByText('948 peserta dipilih').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('grid', { name: '948 peserta' }).waitFor()
    await pressOn(page.getByRole('button', { name: 'Ekspor ke Excel' }))
    expect(await dialog.getByRole('checkbox', { name: 'Alamat' }).isChecked()).toBe(false)
    await page.keyboard.press('Escape')
  })

  it('remembers the chosen columns', async () => {
    const { page } = program
    await pressOn(page.getByRole('button', { name: 'Kolom' }))
    await pressOn(
      page.getByRole('dialog', { name: 'Kolom daftar' }).getByRole('checkbox', { name: 'Kecamatan' }),
      'Space',
    )
    await pressOn(page.getByRole('button', { name: 'Pakai kolom ini' }))
    await page.getByRole('columnheader', { name: 'Kecamatan' }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('columnheader', { name: 'Kelurahan' }).waitFor()
    expect(await page.getByRole('columnheader', { name: 'Kecamatan' }).count()).toBe(0)
  })

  it('searches over any screen, shows a person at the right and opens the class with Ctrl Enter', async () => {
    const { page } = program
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Cari orang/ }).waitFor()
    await page.keyboard.type('rahyu')
    await page.getByRole('option', { name: /Siti Rahayu/ }).waitFor()
    await page.getByText('Tidak ada “rahyu”. Mungkin').waitFor()
    await program.check()
    await picture('cari-rahyu')
    await pressOn(page.getByRole('button', { name: 'Rahayu', exact: true }))
    await page.getByText('Buka kehadiran kelas').waitFor()
    await picture('cari-rahayu')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/kehadiran$/)
    await page.getByRole('combobox', { name: /^Cari orang/ }).waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Kehadiran' }).waitFor()
    await page.keyboard.press('Control+k')
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: /^Cari orang/ }))
      .waitFor()
    // The last opened person comes first; the dialog keeps its height with and without hits.
    await page.getByRole('group', { name: 'Baru dibuka' }).getByRole('option', { selected: true }).waitFor()
    const boxes = () =>
      page.evaluate(() =>
        ['[role=dialog][aria-modal=true]', '[role=dialog] input'].map(selector => {
          const box = document.querySelector(selector)?.getBoundingClientRect()
          // The field gives some of its width to what is said about the hits.
          const width = selector.endsWith('input') ? 0 : box?.width
          return box && [box.x, box.y, width ?? 0, box.height].map(Math.round)
        }),
      )
    for (const [width, height, ...size] of [
      [1024, 560, 720, 440],
      [1280, 720, 760, 480],
      [1920, 1080, 760, 480],
      [1366, 768, 760, 480],
    ] as const) {
      await page.setViewportSize({ width, height })
      const [left, top] = [Math.round((width - size[0]) / 2), Math.round(height * 0.12)]
      await expect.poll(async () => (await boxes())[0]).toEqual([left, top, ...size])
      const empty = await boxes()
      await page.keyboard.type('peserta nomor')
      await page
        .getByRole('option', { name: /Peserta Nomor/ })
        .first()
        .waitFor()
      expect(await boxes()).toEqual(empty)
      await page.keyboard.press('Control+a')
      await page.keyboard.type('qqqq')
      await page.getByText('Tidak ada “qqqq”.').waitFor()
      expect(await boxes()).toEqual(empty)
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Backspace')
      await page.getByRole('group', { name: 'Baru dibuka' }).waitFor()
    }
    await page.keyboard.type('qqqq')
    await page.getByText('Tidak ada “qqqq”.').waitFor()
    await program.check()
    await picture('cari-tidak-ada')
    await page.keyboard.press('Escape')
  })

  it('says that a page cannot be drawn, and keeps the frame around it', async () => {
    const { page } = program
    await page.evaluate(() => {
      const { toSorted } = Array.prototype
      Array.prototype.toSorted = function (this: { status?: string }[], ...by) {
        if (this[0]?.status) throw new Error('a fault of the program')
        return toSorted.apply(this, by)
      }
      Object.assign(window, { mend: () => Object.assign(Array.prototype, { toSorted }) })
      location.hash = '/angkatan'
    })
    await page.getByText('Halaman ini tidak dapat ditampilkan.').waitFor()
    await page.getByRole('link', { name: 'Angkatan' }).first().waitFor()
    await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
    await pressOn(page.getByRole('button', { name: 'Coba lagi' }))
    await page.getByRole('heading', { level: 1, name: 'Angkatan' }).waitFor()
  })
})
