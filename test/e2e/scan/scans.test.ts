import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { signedSheet } from '../../scans/signed-sheet.ts'
import { type Program, startProgram } from '../program.ts'
import { tataRias } from '../tata-rias.ts'

describe('a signed sheet comes back', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const dataFolder = join(folder, 'data')
  let program: Program
  let scan: Buffer
  beforeAll(async () => {
    await tataRias(dataFolder, '2024-12-27')
    // Everybody signed except numbers 3 and 12.
    scan = await signedSheet({ dataFolder, today: '2024-12-30', code: 'TR-2024-03', day: 9, without: [3, 12] })
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(({ task }) => program.keepPicture(task))

  it('is dropped, reviewed by keys and saved as attendance', async () => {
    const { page } = program
    await page.evaluate(() => {
      location.hash = '/kehadiran'
    })
    await page.getByRole('button', { name: 'Hasil scan' }).click()
    await page.getByText('Belum ada hasil scan.').waitFor()
    await program.check()
    await page.getByLabel('Berkas hasil scan').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: scan })
    const rows = page.getByRole('listbox', { name: 'Yang terbaca, paling ragu dulu' })
    await page.locator(':focus').and(rows).waitFor()
    await page.getByRole('img', { name: /Hari ke-9/ }).waitFor()
    await program.check()
    const empty = page.getByRole('option', { name: /kosong$/ })
    const numbers = await empty.evaluateAll(all => all.map(one => Number.parseInt(one.textContent ?? '', 10)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([3, 12])
    // The first empty signature is changed to ill; everything else stays as it was read.
    const index = Number(await empty.first().getAttribute('data-index'))
    for (let step = 0; step < index; step += 1) await page.keyboard.press('Enter')
    await page.keyboard.press('s')
    await page.getByRole('option', { name: /diperiksa\s*Sakit$/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^14 tanda kehadiran ditulis/).waitFor()
    await page.getByRole('row', { name: /Hari ke-9.*diperiksa/ }).waitFor()
    await page.evaluate(() => {
      location.hash = '/angkatan/TR-2024-03/kehadiran?hari=9'
    })
    const cells = page.getByRole('gridcell', { name: /, Hari ke-9,/ })
    await expect
      .poll(() =>
        cells.evaluateAll(all => all.filter(one => /Hadir/.test(one.getAttribute('aria-label') ?? '')).length),
      )
      .toBe(13)
    await page.getByRole('gridcell', { name: /, Hari ke-9, .*Sakit/ }).waitFor()
  })
})
