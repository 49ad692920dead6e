import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '../../../build/bench/desks.ts'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import { enter } from '../../browser-host/enter.ts'
import { type DeskPage, openDesk, typeCode } from '../../e2e/desk-page.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'

// The house is a process of its own that is killed under two Chromium desks while both type.

const program = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
let child: ChildProcess | undefined
let port: number
const pages: DeskPage[] = []

async function start(): Promise<BackendClient> {
  const args = ['serve', '--desks', '--no-open', '--data', dataFolder, '--port', String(port), '--today', '2024-12-30']
  child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream }))
    if (lines.push(line) === 2) break
  return enter(lines[1] ?? '')
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise(resolve => child?.once('exit', resolve))
  child?.kill(signal)
  await ended
}

beforeAll(async () => {
  await tataRias(dataFolder, '2024-12-27')
  port = await freePort()
  const main = await start()
  const { accounts } = await main.access.status({})
  await main.access.signIn({ id: accounts[0]?.id as never, secret: samplePassword })
  for (const name of ['Loket 1', 'Loket 2']) {
    const desk = await openDesk(`https://localhost:${port}`)
    pages.push(desk)
    const { digits } = await main.desk.newCode({})
    await typeCode(desk.page, digits, name)
    await desk.page.getByRole('button', { name: 'Ya, sama' }).click()
    // Not before both screens have compared.
    const request = await vi.waitFor(async () => {
      const asked = (await main.desk.overview({})).requests.find(one => one.same)
      if (!asked) throw new Error('nobody has compared yet')
      return asked
    })
    await main.desk.approve({ request: request.id })
    await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
    await signIn(desk.page)
  }
})
afterAll(async () => {
  for (const { context } of pages) await context.close()
  await end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const cell = ({ page }: DeskPage, name: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-9,`) })

test('killed and started again while two type, each acknowledged mark is there once', async () => {
  const own = [
    ['Ani Suryani', 'Eka Puspitasari', 'Halimah'],
    ['Dewi Lestari', 'Fitri Handayani', 'Kartini'],
  ]
  const letters = ['a', 's', 'i'] as const
  const said = { a: 'Alpa', s: 'Sakit', i: 'Izin' }
  for (const { page } of pages) await page.goto(`https://localhost:${port}/#/angkatan/TR-2024-03/kehadiran?hari=9`)
  for (const letter of letters) {
    const dying = setTimeout(Math.random() * 400).then(() => end('SIGKILL'))
    await Promise.all(
      pages.map(async (desk, index) => {
        for (const name of own[index] ?? []) {
          await cell(desk, name).click()
          await desk.page.keyboard.press(letter)
        }
      }),
    )
    await dying
    await start()
    await Promise.all(
      pages.map(async (desk, index) => {
        // The house knows the computer again by its key; the person types the password.
        await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor({ timeout: 60_000 })
        await signIn(desk.page)
        for (const name of own[index] ?? [])
          await expect
            .poll(() => cell(desk, name).getAttribute('aria-label'), { timeout: 60_000 })
            .toContain(said[letter])
      }),
    )
  }
  await end('SIGTERM')
  const history = new BetterSqlite(join(dataFolder, 'balai.db'), { readonly: true })
  const rows = history
    .prepare(
      `SELECT entity_id AS cell, after ->> 'mark' AS mark FROM audit
       WHERE operation = 'attendance.mark' AND desk LIKE 'Loket %' ORDER BY id`,
    )
    .all() as { cell: string | null; mark: string }[]
  history.close()
  await start()
  const marks = Map.groupBy(rows, row => row.cell)
  expect(marks.size).toBe(6)
  for (const written of marks.values()) expect(written.map(row => row.mark.toLowerCase())).toEqual([...letters])
})
