import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'
import { type Program, pressOn, startProgram } from '../../e2e/program.ts'
import { asSamplePerson } from '../../e2e/sample-person.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { readPdf } from '../../papers/read-pdf.ts'

describe('the folder of a class, by keys', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  let program: Program
  beforeAll(async () => {
    const dataFolder = join(folder, 'data')
    await tataRias(dataFolder, '2024-12-20')
    await printedThenChanged(dataFolder)
    program = await startProgram('2024-12-21', { dataFolder })
    await program.page.getByRole('heading', { name: 'Sabtu, 21 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(({ task }) => program.keepPicture(task))

  const row = (title: string) => program.page.getByRole('row', { name: new RegExp(`${title}`) })
  const current = (title: string) => program.page.locator('[data-row]:focus').and(row(title))

  async function downTo(target: Locator) {
    for (let step = 0; step < 100; step += 1) {
      if (await target.evaluate(one => one === document.activeElement)) return
      await program.page.keyboard.press('ArrowDown')
    }
  }

  /** Moves to a paper by keys; opens its stage on the way. */
  async function walkTo(stage: string, title: string) {
    const { page } = program
    await page.keyboard.press('Home')
    const head = page.getByRole('row', { name: new RegExp(`^${stage}`) })
    await downTo(head)
    if ((await head.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight')
    await row(title).first().waitFor()
    await downTo(row(title).first())
    await current(title).waitFor()
  }

  it('begins on the first act of today’s stage, shows the paper, and folds the other stages', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/angkatan/TR-2024-03/berkas'
    })
    await page.getByText(/^0 dari \d+ lengkap · \d+ dapat dikerjakan sekarang$/).waitFor()
    await page.locator('[data-row]:focus').waitFor()
    await expect
      .poll(() => page.locator('[aria-expanded=true][data-row]').getAttribute('data-key'))
      .toBe('stage-running')
    await page
      .getByRole('img', { name: /^Halaman 1 dari/ })
      .first()
      .waitFor()
    await program.check()
    // Two Enters print the sheet of today.
    await page.evaluate(() => {
      window.print = () => {}
    })
    const sheet = await page.locator('[data-row]:focus').getAttribute('data-key')
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Cetak \d/ })
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator(`[data-row][data-key="${sheet}"]:focus`).waitFor()
  })

  it('marks papers of the checklist without the mouse', async () => {
    const { page } = program
    await walkTo('Pelaksanaan', 'Daftar Hadir Harian')
    await page.getByText('0 dari 15 lembar sudah kembali.').waitFor()
    await walkTo('Persiapan', 'Daftar Nominatif Peserta')
    // Beside the paper its acts stand in one line; those that come later are in a menu, with their keys.
    const beside = page.getByRole('region', { name: 'Rincian Daftar Nominatif Peserta' })
    const more = beside.getByRole('button', { name: 'Lainnya' })
    const [first, last] = [await beside.getByRole('button', { name: 'Cetak' }).boundingBox(), await more.boundingBox()]
    expect(last?.y).toBe(first?.y)
    await pressOn(more)
    for (const name of [/^Diperiksa/, /^Kembalikan…/, /^Tidak dipakai…/])
      await page.getByRole('menuitem', { name }).waitFor()
    await program.check()
    await page.keyboard.press('Escape')
    await page.locator(':focus').and(more).waitFor()
    await page.locator('[data-row][tabindex="0"]').focus()
    await current('Daftar Nominatif Peserta').waitFor()
    // One key marks a paper as checked.
    await page.keyboard.press('p')
    await row('Daftar Nominatif Peserta').getByText('diperiksa: sudah').waitFor()
    await page.getByText(/^1 dari \d+ lengkap/).waitFor()

    await walkTo('Persiapan', 'Jadwal Pelatihan')
    await page.getByRole('heading', { name: 'Jadwal Pelatihan' }).waitFor()
    await page.keyboard.press('k')
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { name: 'Catatan pemeriksa' }))
      .waitFor()
    await program.check()
    await page.keyboard.type('Tanda tangan kepala belum ada')
    await page.keyboard.press('Control+Enter')
    await row('Jadwal Pelatihan').getByText('dikembalikan: Tanda tangan kepala belum ada').waitFor()
    await current('Jadwal Pelatihan').waitFor()
    // The keys 1 to 4 choose the chips.
    await page.keyboard.press('4')
    await page.getByRole('button', { name: 'Dikembalikan 1', pressed: true }).waitFor()
    await page.keyboard.press('1')
    await program.check()
  })

  it('prints through the preview, records it, and says later what has changed', async () => {
    const { page } = program
    await page.evaluate(() => {
      window.print = () => {}
    })
    await walkTo('Persiapan', 'Kurikulum')
    // The paper of a row is printed with two keys.
    await page.keyboard.press('Enter')
    const preview = page.getByRole('dialog', { name: 'Kurikulum' })
    await preview.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor()
    await preview.getByText('Belum pernah dicetak.').waitFor()
    await preview.getByRole('button', { name: /^Cetak 1 lembar/ }).waitFor()
    await program.check()
    await page.keyboard.press('Enter')
    await preview.waitFor({ state: 'hidden' })
    await row('Kurikulum').getByText('dicetak: sudah').waitFor()
    await current('Kurikulum').waitFor()
    await page.keyboard.press('p')
    await row('Kurikulum').getByText('diperiksa: sudah').waitFor()
    await page.keyboard.press('Control+z')
    await row('Kurikulum')
      .getByText(/diperiksa: (belum|berikutnya)/)
      .waitFor()

    // Printed the day before; since then the class has another room.
    await walkTo('Pelaksanaan', 'Daftar Hadir Harian')
    await row('Daftar Hadir Harian')
      .getByRole('button', { name: /^Cetak lagi/ })
      .waitFor()
    await page.keyboard.press('Enter')
    const changed = page.getByRole('dialog', { name: 'Daftar Hadir Harian' })
    await changed.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor()
    await changed.getByText('Berubah sejak dicetak Jum 20 Des:').waitFor()
    await changed.getByText('jadwal berubah. Lembar lama jangan dipakai lagi.').waitFor()
    await changed.getByText('Dicetak 1 kali, terakhir Jum 20 Des 2024, 08.00, oleh Wulan Sari.').waitFor()
    const sheet = page.waitForEvent('download')
    await pressOn(changed.getByRole('button', { name: 'Simpan sebagai Excel' }))
    expect((await sheet).suggestedFilename()).toBe('Daftar Hadir Harian – Tata Rias III.xlsx')
    await program.check()
    await page.keyboard.press('Escape')
    await changed.waitFor({ state: 'hidden' })
    await current('Daftar Hadir Harian').waitFor()
  })

  it('prints all waiting papers with four keys: 2, Ctrl A, Ctrl P, Enter', async () => {
    const { page } = program
    await page.keyboard.press('/')
    await page.keyboard.type('silabus')
    await page.keyboard.press('ArrowDown')
    await current('Silabus').waitFor()
    await page.keyboard.press('2')
    await page.keyboard.press('Control+a')
    await page.getByText('1 berkas dipilih: Silabus').waitFor()
    await page.keyboard.press('Control+p')
    const dialog = page.getByRole('dialog', { name: 'Cetak beberapa berkas' })
    await page
      .locator(':focus')
      .and(dialog.getByRole('button', { name: /^Cetak 1 berkas/ }))
      .waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await row('Silabus').getByText('dicetak: sudah').waitFor()
    await page.keyboard.press('1')
    await program.check()
  })

  it('puts all papers into one file', async () => {
    const { page } = program
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Buat satu PDF' })
    await page
      .locator(':focus')
      .and(dialog.getByRole('button', { name: /^Buat satu PDF/ }))
      .waitFor()
    await program.check()
    await page.keyboard.press('Control+Enter')
    const preview = page.getByRole('dialog', { name: 'Berkas TR-2024-03' })
    await preview.getByRole('img', { name: /^Halaman 1 dari/ }).waitFor({ timeout: 45_000 })
    const download = page.waitForEvent('download')
    await page.keyboard.press('Control+s')
    const path = join(folder, 'berkas.pdf')
    await (await download).saveAs(path)
    const { pages } = await readPdf(readFileSync(path))
    expect(pages.length).toBeGreaterThan(60)
    expect(
      pages
        .slice(0, 2)
        .map(one => one.text)
        .join(),
    ).toContain('DAFTAR ISI')
  })
})

/** The daily sheets were printed, then the room was renamed. */
async function printedThenChanged(dataFolder: string): Promise<void> {
  const clock = fixedClock('2024-12-20')
  const backend = createBackend({ dataFolder, host: silentHost, ...asSamplePerson, clock })
  const { client } = backend
  const sheet = { code: 'TR-2024-03', key: 'attendance-day' as const, size: 'A4' as const, day: null }
  const { drawnFrom } = await client.paper.make(sheet)
  await client.print.record({ ...sheet, copies: 1, pageRange: '', drawnFrom, way: 'PRINT', pages: 15 })
  for (const { id, ...room } of await client.program.rooms({})) {
    if (room.name === 'R. Rias 1') await client.program.saveRoom({ id, room: { ...room, name: 'R. Rias Depan' } })
  }
  await backend.close()
}
