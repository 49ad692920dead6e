import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, startProgram } from '../program.ts'
import { threeCohorts } from '../three-cohorts.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program
beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await threeCohorts(dataFolder)
  program = await startProgram('2024-12-30', { dataFolder, width: 1280, height: 720 })
})
afterAll(async () => {
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('has its fields in two rows at 1280 × 720, in a panel 156 px high', async () => {
  const { page } = program
  const measure = () =>
    page.getByRole('region', { name: 'Program dan tanggal' }).evaluate(panel => {
      const fields = [...panel.querySelectorAll('.mantine-InputWrapper-root')].map(one => one.getBoundingClientRect())
      return {
        panel: panel.getBoundingClientRect().height,
        rows: [...new Set(fields.map(one => one.top))].map(top => fields.filter(one => one.top === top).length),
        heights: [...new Set(fields.map(one => one.height))],
        narrow: fields.filter(one => one.width < 150).length,
      }
    })
  await page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Alt+b')
  await page.keyboard.type('rias')
  await page.locator('[role=option][data-combobox-selected]', { hasText: 'Tata Rias' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Tanggal mulai' }).focus()
  expect(await measure()).toEqual({ panel: 156, rows: [2, 5], heights: [56], narrow: 0 })
})
