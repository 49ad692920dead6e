import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { standingClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { findEdition, formsOf } from '../../../electron/backend/features/scan/sheet-edition-store.ts'
import { silentHost } from '../../../electron/cli/silent-host.ts'
import { chanceOf } from '../../scans/chance.ts'
import { returnSheet, signSheet } from '../../scans/make-scan.ts'
import { type Program, startProgram } from '../program.ts'
import { asSamplePerson } from '../sample-person.ts'
import { tataRias } from '../tata-rias.ts'

const photo = { turned: 3, slanted: 0.08, grain: 4, blur: 0.5, dim: 0.25, quality: 80, size: 1.1 }

describe('a signed sheet comes back', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
  const dataFolder = join(folder, 'data')
  let program: Program
  let scan: Buffer
  beforeAll(async () => {
    await tataRias(dataFolder, '2024-12-27')
    scan = await signedSheet()
    program = await startProgram('2024-12-30', { dataFolder })
    await program.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  })
  afterAll(async () => {
    await program?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(({ task }) => program.keepPicture(task))

  /** The sheet of day 9 as printed by the program; everybody signed but numbers 3 and 12. */
  async function signedSheet(): Promise<Buffer> {
    const backend = createBackend({
      dataFolder,
      host: silentHost,
      ...asSamplePerson,
      clock: standingClock('2024-12-30'),
    })
    const { file } = await backend.client.paper.make({ code: 'TR-2024-03', key: 'attendance-day', size: null, day: 9 })
    const db = backend.workspace.read
    const edition = findEdition(db, db.value('SELECT id FROM cohort'), 1)
    const [form] = edition ? formsOf(db, edition, '09', 1) : []
    await backend.close()
    if (!form) throw new Error('the sheet is not remembered')
    const chance = chanceOf(41)
    const signed = await signSheet(new Uint8Array(await file.arrayBuffer()), 0, form.boxes, {
      chance,
      dotsPerInch: 150,
      signs: ({ position }) => position !== 3 && position !== 12,
    })
    return Buffer.from(await returnSheet(signed, photo, chance))
  }

  it('is dropped, gone through by keys and written as attendance', async () => {
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
    // The first of the empty ones was ill; everything else is as it was read.
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
