import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import program from '../../../package.json' with { type: 'json' }
import type { DeskPage } from '../../e2e/desk-page.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { tataRias } from '../../e2e/tata-rias.ts'
import { HostProcess, root } from './host-process.ts'

// The program of the main computer is updated while a desk is connected: another source tree, newly built, on the same data and port.

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
const dataFolder = join(folder, 'data')
const hostProcess = new HostProcess(dataFolder, '2024-12-30')
const newVersion = '9.9.9'
let main: BackendClient
let desk: DeskPage

beforeAll(async () => {
  await tataRias(dataFolder, '2024-12-27')
  await start()
  desk = await hostProcess.openDesk(main, 'Loket 1')
  await signIn(desk.page)
})
afterAll(async () => {
  await desk?.context.close()
  await hostProcess.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  main = await hostProcess.start()
  const { accounts } = await main.access.status({})
  await main.access.signIn({ id: accounts[0]?.id as never, secret: samplePassword })
}

/** A copy of the tree as the next release: another version number, and a page built with it. */
function makeNextRelease(): string {
  const tree = join(folder, 'rilis')
  for (const part of ['electron', 'shared', 'renderer', 'build', 'guide', 'docs', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(root, part), join(tree, part), { recursive: true })
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object
  writeFileSync(join(tree, 'package.json'), JSON.stringify({ ...own, version: newVersion }))
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  execFileSync(process.execPath, [join(tree, 'build/build.ts')], { stdio: 'pipe' })
  return tree
}

const scripts = () => desk.page.evaluate(() => [...document.scripts].map(one => one.src).filter(Boolean))
const versionOfDesk = async () => (await main.desk.overview({})).desks.find(one => one.name === 'Loket 1')?.version
const cell = (name: string) => desk.page.getByRole('gridcell', { name: new RegExp(`^${name}, Hari ke-9,`) })

test('an updated host reloads the desk on its current page, and nothing typed is lost', async () => {
  const tree = makeNextRelease()
  const before = await scripts()
  expect(await versionOfDesk()).toBe(program.version)
  await desk.page.goto(`${hostProcess.address}/#/angkatan/TR-2024-03/kehadiran?hari=9`)
  await cell('Halimah').waitFor()
  await hostProcess.end('SIGTERM')
  await desk.page.getByText('PC utama tidak terjangkau sejak').waitFor()
  // A mark that waits to be sent, and text in an unsaved form.
  await cell('Halimah').click()
  await desk.page.keyboard.press('s')
  await desk.page.getByText('1 menunggu dikirim').waitFor()
  hostProcess.tree = tree
  await start()
  await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor({ timeout: 60_000 })
  await signIn(desk.page)
  await expect.poll(scripts, { timeout: 60_000 }).not.toEqual(before)
  // The page of the new version appears with its version number, at the same address.
  await expect.poll(versionOfDesk, { timeout: 60_000 }).toBe(newVersion)
  expect(new URL(desk.page.url()).hash).toBe('#/angkatan/TR-2024-03/kehadiran?hari=9')
  await expect.poll(() => cell('Halimah').getAttribute('aria-label')).toContain('Sakit')
})

test('text in a form survives the return to the older version, up to the last letter on the screen', async () => {
  await desk.page.goto(`${hostProcess.address}/#/peserta/1/ubah`)
  const address = desk.page.locator('[data-path="address"]')
  await address.fill('Jl. Versi Lama No. 5 ')
  await address.evaluate(node => {
    const note = () => sessionStorage.setItem('diketik', (node as HTMLInputElement).value)
    node.addEventListener('input', note)
  })
  const before = await scripts()
  // Typing goes on without a pause while the host ends, comes back in the other version, and is slow to answer with its page.
  await desk.page.route(
    ({ pathname }) => pathname === '/',
    async route => {
      await setTimeout(1000)
      await route.continue()
    },
  )
  const typing = desk.page.keyboard.type('x'.repeat(400), { delay: 30 }).catch(() => undefined)
  await hostProcess.end('SIGTERM')
  // Back to the older version, as after a failed update.
  hostProcess.tree = root
  await start()
  await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor({ timeout: 60_000 })
  await typing
  const typed = (await desk.page.evaluate(() => sessionStorage.getItem('diketik'))) ?? ''
  expect(typed).toContain('No. 5 xxx')
  await signIn(desk.page)
  await expect.poll(scripts, { timeout: 60_000 }).not.toEqual(before)
  await expect.poll(versionOfDesk, { timeout: 60_000 }).toBe(program.version)
  await expect.poll(() => address.inputValue()).toBe(typed)
  expect(new URL(desk.page.url()).hash).toBe('#/peserta/1/ubah')
})
