import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findHosts } from '../../electron/desk-client/find-hosts.ts'
import { announce } from '../../electron/desk-host/announce.ts'
import { countedKeys } from '../e2e/counted-keys.ts'
import { newCode } from '../e2e/desk-page.ts'
import { type Program, startProgram } from '../e2e/program.ts'
import { tataRias } from '../e2e/tata-rias.ts'
import { Desktop, type Start } from './desktop.ts'

// The installed program on a new computer, which finds its host in the network.

const folder = mkdtempSync(join(tmpdir(), 'balai-desk-found-'))
const practicePort = 4997
let host: Program
let pc: Desktop
let program: Start
let stopPractice: () => void

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await tataRias(dataFolder, '2024-12-27')
  host = await startProgram('2024-12-30', { dataFolder, desks: true, announced: true })
  await host.page.goto(`${new URL(host.page.url()).origin}/#/pengaturan/meja`)
  stopPractice = announce({
    centre: 'Balai latihan',
    practice: true,
    port: practicePort,
    fingerprint: 'cd'.repeat(32),
  })
  pc = new Desktop()
  program = await pc.start()
})
afterEach(test => program?.keepPicture(test.task))
afterAll(async () => {
  stopPractice()
  await pc.close()
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

it('is paired with the host found first, never a practice one, within nine keys and its name', async () => {
  const { port } = new URL(host.deskAddress ?? '')
  // Announcing takes a second or two, and a host of another test may be announced meanwhile.
  await expect
    .poll(async () => (await findHosts(1000)).map(one => [one.address.split(':')[1], one.practice]).sort(), {
      timeout: 30_000,
    })
    .toEqual(
      [
        [port, false],
        [String(practicePort), true],
      ].sort(),
    )
  const page = await program.page()
  await page.getByRole('radio', { name: /^Jadikan PC utama/, checked: true }).waitFor()
  const keys = countedKeys(page)
  const name = 'Bendahara'
  await keys.press('ArrowDown')
  await page
    .locator(':focus')
    .and(page.getByRole('radio', { name: new RegExp(`:${port} `), checked: true }))
    .waitFor()
  await page.getByRole('radio', { name: /Balai latihan .*LATIHAN$/, checked: false }).waitFor()
  await program.check()
  await keys.type(name)
  await keys.press('Enter')
  await keys.type(await newCode(host.page))
  await page
    .locator(':focus:not([aria-disabled])')
    .and(page.getByRole('button', { name: 'Ya, sama' }))
    .waitFor()
  await keys.press('Enter')
  const request = host.page.getByRole('region', { name: `${name} ingin tersambung` })
  await request.getByRole('button', { name: 'Setujui meja' }).click()
  expect(await program.ended()).toBe(0)
  expect(program.stage.relaunched).toBe(true)
  expect(keys.count).toBeLessThanOrEqual(9 + name.length)
})
