import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import type { DeskPage } from '../../e2e/desk-page.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { HostProcess, keptTexts } from './host-process.ts'

// One person signed in at two desks.

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
const hostProcess = new HostProcess(dataFolder, '2024-12-30')
let [first, second]: DeskPage[] = []

beforeAll(async () => {
  await tataRias(dataFolder, '2024-12-27')
  const main = await hostProcess.start()
  const { accounts } = await main.access.status({})
  await main.access.signIn({ id: accounts[0]?.id as never, secret: samplePassword })
  first = await hostProcess.openDesk(main, 'Loket 1')
  second = await hostProcess.openDesk(main, 'Loket 2')
  await main.access.lock({})
})
afterAll(async () => {
  for (const desk of [first, second]) await desk?.context.close()
  await hostProcess.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('a person who signs in twice is told at both desks, and ends the other session, whose draft waits there', async () => {
  if (!first || !second) throw new Error('no desks')
  await signIn(first.page)
  await signIn(second.page)
  await second.page.getByText(/^Anda juga masuk di Loket 1 sejak \d\d\.\d\d\. Bukan Anda\?$/).waitFor()
  await first.page.getByText(/^Anda juga masuk di Loket 2 sejak \d\d\.\d\d\. Bukan Anda\?$/).waitFor()
  await second.page.goto(`${hostProcess.address}/#/peserta/baru`)
  const name = second.page.getByLabel('Nama lengkap', { exact: false }).first()
  await name.fill('Yuni Kartika')
  const desk = second
  await expect.poll(() => keptTexts(desk)).toBe(1)
  await first.page.getByRole('button', { name: 'Keluarkan Loket 2' }).click()
  await first.page.getByText('Loket 2 dikeluarkan.').waitFor()
  await second.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
  await second.page.getByText('Sesi di meja ini sudah diakhiri. Masuk lagi; isian Anda masih di sini.').waitFor()
  const rows = new BetterSqlite(join(dataFolder, 'balai.db'), { readonly: true })
  const act = rows.prepare(`SELECT desk, after FROM audit WHERE operation = 'access.signOutElsewhere'`).all()
  rows.close()
  expect(act).toEqual([{ desk: 'Loket 1', after: '{"signedOut":"Loket 2"}' }])
  await signIn(second.page)
  await second.page.getByText('Yuni Kartika').or(second.page.locator('input[value="Yuni Kartika"]')).first().waitFor()
  // The first desk goes on working.
  await first.page.getByRole('heading', { name: 'Senin, 30 Desember 2024' }).waitFor()
})
