import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { countedKeys } from '../counted-keys.ts'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await threeCohorts(dataFolder)
  program = await startProgram('2024-12-30', { dataFolder, desks: true })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(({ task }) => program.keepPicture(task))

test('a code for a new desk comes by one key, which has the focus too', async () => {
  const { page } = program
  await page.goto(`${new URL(page.url()).origin}/#/pengaturan/meja`)
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /^Kode baru/ }))
    .waitFor()
  const atMain = countedKeys(page)
  await atMain.press('Alt+b')
  const shown = page.locator('p').filter({ hasText: /^\d{3} \d{3}$/ })
  await shown.waitFor()
  expect(atMain.count).toBeLessThanOrEqual(1)
})

test('other computers are shut out and let in again by one key each', async () => {
  const { page } = program
  const opening = page.getByRole('switch', { name: /^Buka untuk meja lain/ })
  for (const words of ['Ditutup untuk meja lain.', 'Dibuka untuk meja lain.']) {
    await opening.focus()
    const keys = countedKeys(page)
    await keys.press('Space')
    await page.getByText(words).waitFor()
    expect(keys.count).toBeLessThanOrEqual(1)
  }
})
