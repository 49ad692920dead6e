import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import type { DeskPage } from '../../e2e/desk-page.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { HostProcess, keptTexts } from './host-process.ts'

// The host is killed while two desks in Chromium type.

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
const hostProcess = new HostProcess(dataFolder, '2024-12-30')
const pages: DeskPage[] = []

beforeAll(async () => {
  await tataRias(dataFolder, '2024-12-27')
  const main = await hostProcess.start()
  const { accounts } = await main.access.status({})
  await main.access.signIn({ id: accounts[0]?.id as never, secret: samplePassword })
  for (const name of ['Loket 1', 'Loket 2']) {
    const desk = await hostProcess.openDesk(main, name)
    pages.push(desk)
    await signIn(desk.page)
  }
})
afterAll(async () => {
  for (const { context } of pages) await context.close()
  await hostProcess.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const cell = ({ page }: DeskPage, name: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-9,`) })

test('after a kill and a restart while two desks type, each acknowledged mark is stored once', async () => {
  const own = [
    ['Ani Suryani', 'Eka Puspitasari', 'Halimah'],
    ['Dewi Lestari', 'Fitri Handayani', 'Kartini'],
  ]
  const letters = ['a', 's', 'i'] as const
  const labels = { a: 'Alpa', s: 'Sakit', i: 'Izin' }
  for (const desk of pages) {
    await desk.page.goto(`${hostProcess.address}/#/angkatan/TR-2024-03/kehadiran?hari=9`)
    await cell(desk, 'Halimah').waitFor()
  }
  for (const letter of letters) {
    const dying = setTimeout(Math.random() * 400).then(() => hostProcess.end('SIGKILL'))
    await Promise.all(
      pages.map(async (desk, index) => {
        for (const name of own[index] ?? []) {
          await cell(desk, name).click()
          await desk.page.keyboard.press(letter)
        }
      }),
    )
    await dying
    await hostProcess.start()
    await Promise.all(
      pages.map(async (desk, index) => {
        // The host recognises the computer by its key; the person types the password again.
        await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor({ timeout: 60_000 })
        await signIn(desk.page)
        for (const name of own[index] ?? [])
          await expect
            .poll(() => cell(desk, name).getAttribute('aria-label'), { timeout: 60_000 })
            .toContain(labels[letter])
      }),
    )
  }
  await hostProcess.end('SIGTERM')
  const history = new BetterSqlite(join(dataFolder, 'balai.db'), { readonly: true })
  const rows = history
    .prepare(
      `SELECT entity_id AS cell, after ->> 'mark' AS mark FROM audit
       WHERE operation = 'attendance.mark' AND desk LIKE 'Loket %' ORDER BY id`,
    )
    .all() as { cell: string | null; mark: string }[]
  history.close()
  await hostProcess.start()
  const marks = Map.groupBy(rows, row => row.cell)
  expect(marks.size).toBe(6)
  for (const written of marks.values()) expect(written.map(row => row.mark.toLowerCase())).toEqual([...letters])
})

test('a desk reads when its host was opened again, and after sign-in the typed text is back', async () => {
  const [desk] = pages
  if (!desk) throw new Error('no desk')
  await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor({ timeout: 60_000 })
  await signIn(desk.page)
  await desk.page.goto(`${hostProcess.address}/#/peserta/1/ubah`)
  const address = desk.page.locator('[data-path="address"]')
  await address.fill('Jl. Dibuka Ulang No. 8')
  await expect.poll(() => keptTexts(desk)).toBe(1)
  await hostProcess.end('SIGTERM')
  hostProcess.today = '2024-12-31'
  await hostProcess.start()
  await desk.page
    .getByText(/PC utama dibuka ulang 08\.0\d\. Masuk lagi; isian Anda masih di sini\./)
    .waitFor({ timeout: 60_000 })
  await signIn(desk.page)
  await expect.poll(() => address.inputValue()).toBe('Jl. Dibuka Ulang No. 8')
})
