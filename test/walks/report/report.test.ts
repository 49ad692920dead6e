import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildExampleCentre } from '../../backend/features/report/example-centre.ts'
import { openFixture } from '../../backend/fixture.ts'
import { type Program, startProgram } from '../../e2e/program.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]

describe('Laporan, by keys alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const fixture = openFixture({ folder })
    await buildExampleCentre(fixture)
    await fixture.backend.close()
    program = await startProgram('2025-12-15', { dataFolder: join(folder, 'data') })
    await program.page.getByRole('heading', { name: 'Senin, 15 Desember 2025' }).waitFor()
  }, 180_000)
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(context => program.keepPicture(context.task))

  const press = (key: string) => program.page.keyboard.press(key)
  const focused = (name: string | RegExp) => program.page.locator(':focus').and(program.page.getByLabel(name)).waitFor()
  async function pictures(name: string) {
    for (const size of sizes) {
      await program.page.setViewportSize(size)
      await program.page.waitForTimeout(150)
      await program.page.screenshot({
        path: join(import.meta.dirname, `../../../.cache/screens/report-${name}-${size.width}.png`),
      })
    }
    await program.page.setViewportSize({ width: 1366, height: 768 })
  }
  const go = (path: string) => program.page.goto(`${program.page.url().split('#')[0]}#${path}`)

  it('shows the year in one sentence, and leads from a tile to its people and back', async () => {
    const { page } = program
    await press('Alt+9')
    await page.getByRole('heading', { name: /2025: 23 kelas, 368 peserta, 321 lulus/ }).waitFor()
    await pictures('year')
    await program.check()
    const tile = page.getByRole('link', { name: /Kec\. Karawaci: [1-9]\d* peserta/ }).first()
    const words = (await tile.getAttribute('aria-label')) ?? ''
    await tile.focus()
    await press('Enter')
    await page.getByRole('heading', { name: /^Peserta Kel\./ }).waitFor()
    const people = Number(/: (\d+) peserta/.exec(words)?.[1])
    await page.getByRole('grid', { name: `${people} orang` }).waitFor()
    await pictures('behind')
    await program.check()
    // To a person and back to the same row, then back to the same mark of the chart.
    const onRow = page.locator('tr:focus')
    await onRow.waitFor()
    await press('ArrowDown')
    const name = (await onRow.getByRole('rowheader').textContent()) ?? ''
    await press('Enter')
    await page.getByRole('heading', { name, exact: true }).waitFor()
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: /Ubah data/ }))
      .waitFor()
    await press('Escape')
    await onRow.getByRole('rowheader', { name, exact: true }).waitFor()
    await press('Escape')
    await focused(words)
    // Arrows move between the marks of a chart, typed letters find a kelurahan.
    await press('ArrowRight')
    expect(await page.locator(':focus').getAttribute('aria-label')).not.toBe(words)
    // To a class behind a figure and back.
    await page.getByRole('link', { name: '23 kelas' }).focus()
    await press('Enter')
    await onRow.waitFor()
    const code = (await onRow.getByRole('rowheader').textContent()) ?? ''
    await press('Enter')
    await page.getByRole('heading', { name: code }).first().waitFor()
    await page.getByRole('navigation', { name: /^Bagian/ }).waitFor()
    await press('Escape')
    await onRow.getByRole('rowheader', { name: code, exact: true }).waitFor()
    await press('Escape')
    await focused('23 kelas')
    await tile.focus()
    // The same figures as tables, and from there to the people.
    await press('Alt+t')
    const graduates = page.getByRole('link', { name: 'Las, Lulus: 26' })
    await graduates.focus()
    await pictures('tables')
    await program.check()
    await press('Enter')
    await page.getByRole('heading', { name: 'Lulus, Las' }).waitFor()
    await press('Escape')
    await focused('Las, Lulus: 26')
    await press('Alt+t')
    await tile.focus()
    await page.keyboard.type('jur')
    await focused(/^Jurumudi/)
  })

  it('shows money by activity, by month and as a cash book', async () => {
    const { page } = program
    await press('Control+]')
    await page.getByText(/92,3\s% terserap, sisa Rp110\.295\.000/).waitFor()
    await page.getByRole('figure', { name: /Serapan kumulatif Tata rias/ }).waitFor()
    await pictures('money')
    await program.check()
    // The rows of a funding source fold under it; the cursor then skips them.
    await page.getByRole('row', { name: /DIF Kemiskinan Ekstrem .* 12\/12 192\/192 1\.440/ }).waitFor()
    await press('ArrowLeft')
    await page.getByRole('row', { name: /Tata boga/ }).waitFor({ state: 'detached' })
    await press('ArrowDown')
    await page.locator('tr:focus').getByText('DIF Stunting').waitFor()
    await press('ArrowUp')
    await press('ArrowRight')
    await press('ArrowDown')
    await press('ArrowDown')
    await page.getByRole('figure', { name: /Serapan kumulatif Tata boga/ }).waitFor()
    await press('Alt+t')
    await page.getByRole('rowheader', { name: 'Desember' }).waitFor()
    await press('Alt+t')
    await press('Enter')
    await focused(/bukti SP2D/)
    // To the activity of an entry, and back to the entry.
    const entry = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    await press('Enter')
    await page.getByRole('heading', { name: /Tata boga$/ }).waitFor()
    await page.locator('tr:focus').waitFor()
    await press('Escape')
    await focused(entry)
    await press('t')
    await page.getByLabel('Periode', { exact: true }).and(page.locator('[value="Triwulan I 2025"]')).waitFor()
    await press('y')
    await page.getByText(/92,3\s% terserap/).waitFor()
  })

  it('opens a report, settles it and opens it again', async () => {
    const { page } = program
    await go('/laporan/resmi')
    await page
      .getByRole('grid', { name: /laporan$/ })
      .first()
      .waitFor()
    await pictures('list')
    await program.check()
    await go('/laporan/resmi/rekap-pelatihan?dari=2025-01-01&sampai=2025-11-30')
    await page.getByRole('rowheader', { name: 'JUMLAH' }).waitFor()
    await pictures('official')
    await program.check()
    await press('Alt+b')
    await focused('Nomor')
    await page.keyboard.type('500.15/77/BLK')
    await program.check()
    await press('Control+s')
    await page.getByText('Sama dengan data sekarang').waitFor()
    await pictures('settled')
    await program.check()
  })

  it('builds an own report from choices, opens its cells, saves and reopens it', async () => {
    const { page } = program
    await go('/laporan/susun')
    await page.getByText('321 lulus dari 13 kecamatan').waitFor()
    await focused('Hitung')
    await pictures('own')
    await program.check()
    await press('Control+s')
    await focused('Nama')
    await page.keyboard.type('Lulus kecamatan')
    await press('Enter')
    await page.getByRole('heading', { name: 'Lulus kecamatan' }).waitFor()
    await page.getByRole('button', { name: 'Lulus kecamatan', exact: true }).waitFor()
    const cell = page.getByRole('link', { name: /^Karawaci, Las: \d+/ })
    await cell.focus()
    await press('Enter')
    await page.getByRole('heading', { name: 'Lulus: Karawaci, Las' }).waitFor()
    await press('Escape')
    await focused(/^Karawaci, Las: \d+/)
    await press('F2')
    await focused('Nama')
    await page.keyboard.type('Lulus, tiap kecamatan')
    await press('Enter')
    await page.getByRole('heading', { name: 'Lulus, tiap kecamatan' }).waitFor()
    await press('Alt+l')
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Lulus kecamatan', exact: true }))
      .waitFor()
    await press('Enter')
    await page.getByRole('heading', { name: 'Lulus kecamatan' }).waitFor()
    // Choosing moves on to the next input; a chip filters and can be removed.
    await page.getByRole('combobox', { name: 'Baris' }).fill('kelu')
    await page.getByRole('option', { name: 'Kelurahan' }).waitFor()
    await press('Enter')
    await focused('Kolom')
    await page.getByText(/321 lulus dari 9\d kelurahan/).waitFor()
    await page.getByRole('button', { name: 'Sumber dana', exact: true }).focus()
    await press('Enter')
    await focused('Sumber dana')
    await page.getByRole('option', { name: 'DIF Stunting' }).waitFor()
    await page.keyboard.type('stun')
    await press('Enter')
    await page.getByText(/155 lulus dari/).waitFor()
    await press('Escape')
    const chip = page.getByRole('button', { name: 'Sumber dana DIF Stunting' })
    await page.locator(':focus').and(chip).waitFor()
    await pictures('own-filtered')
    await program.check()
    await press('Tab')
    await focused('Hapus saringan Sumber dana')
    await press('Enter')
    await page.getByText(/321 lulus dari/).waitFor()
    await go('/laporan/tersimpan')
    await page.locator('tr:focus').getByRole('rowheader', { name: 'Lulus kecamatan' }).waitFor()
    await page.getByRole('link', { name: 'Laporan tersimpan 1' }).waitFor()
    await program.check()
    await press('Enter')
    await page.getByText('321 lulus dari 13 kecamatan').waitFor()
  })
})
