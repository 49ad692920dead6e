import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { samplePassword } from '../../../electron/backend/sample/sample-centre.ts'
import { type DeskPage, keptTexts, openDesk, openPage, pair } from '../../e2e/desk-page.ts'
import { clientOf } from '../../e2e/page-client.ts'
import { settle } from '../../e2e/patient-keyboard.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { signIn } from '../../e2e/sign-in-form.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-e2e-'))
let program: Program
let desk: DeskPage

beforeAll(async () => {
  const dataFolder = join(folder, 'data')
  await threeCohorts(dataFolder)
  program = await startProgram('2024-12-30', { dataFolder, desks: true })
  await go(program.page, '/pengaturan/meja')
  desk = await openDesk(program.deskAddress ?? '')
  await pair(program.page, desk.page, 'Loket 1')
  await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
})
afterAll(async () => {
  await desk?.context.close()
  await program?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(({ task }) => program.keepPicture(task))

const go = (page: Page, path: string) => page.goto(`${new URL(page.url()).origin}/#${path}`)

const lastTyped = (page: Page) => page.evaluate(() => (window as { lastTyped?: string }).lastTyped ?? '')

/** Forms that wait for a pause before they keep what is typed. */
const places = [
  { path: '/pengaturan/balai', field: 'Alamat' },
  { path: '/peserta/baru', field: 'Nama lengkap' },
]

test.each(places)('$path: the last letters typed before another screen ends the session are not lost', async place => {
  const { page } = desk
  await signIn(page)
  await go(page, place.path)
  const field = () => page.getByRole('textbox', { name: new RegExp(`^${place.field}`) }).first()
  await field().fill('Jl. Kenanga')
  await field().evaluate(node => {
    const note = () => Object.assign(window, { lastTyped: (node as HTMLInputElement).value })
    note()
    node.addEventListener('input', note)
  })
  const typing = page.keyboard.type('x'.repeat(100), { delay: 30 })
  await expect.poll(() => lastTyped(page)).toContain('xxx')
  // Typing goes on, without the pause that a form waits for.
  await (await clientOf(program.page)).access.signOutElsewhere({ desk: 'Loket 1' })
  await page.getByText('Sesi di meja ini sudah diakhiri. Masuk lagi; isian Anda masih di sini.').waitFor()
  await typing
  const typed = await lastTyped(page)
  await signIn(page)
  await expect.poll(() => field().inputValue()).toBe(typed)
  await page.keyboard.press('Control+s')
  // Unless the text is stored, leaving for the next page would ask about it.
  await settle(page)
})

test('what was typed for one record never comes back in another one', async () => {
  const { page } = desk
  const note = (room: string) => page.getByRole('dialog', { name: room }).getByLabel(/^Keterangan/)
  await go(page, '/pengaturan/ruang?buka=3')
  await note('Bengkel Motor').fill('dekat gerbang')
  await (await clientOf(program.page)).access.signOutElsewhere({ desk: 'Loket 1' })
  await page.getByText('Sesi di meja ini sudah diakhiri.').waitFor()
  await go(page, '/pengaturan/ruang?buka=1')
  await signIn(page)
  await note('R. Rias 1').waitFor()
  expect(await note('R. Rias 1').inputValue()).toBe('16 cermin')
  await go(page, '/pengaturan/ruang?buka=3')
  await expect.poll(() => note('Bengkel Motor').inputValue()).toBe('dekat gerbang')
})

test('a draft that was taken up after its page died, and saved, does not come back', async () => {
  const note = () => desk.page.getByRole('dialog', { name: 'Bengkel Motor' }).getByLabel(/^Keterangan/)
  const main = await clientOf(program.page)
  const saveAtMain = async (words: string) => {
    const room = (await main.program.rooms({})).find(one => one.name === 'Bengkel Motor')
    if (!room) throw new Error('no such room')
    const { id, ...rest } = room
    await main.program.saveRoom({ id, room: { ...rest, note: words }, seen: rest, unchosen: [] })
  }
  /** The window is closed as by a power cut; the person signs in again. */
  const reopen = async () => {
    await desk.page.close()
    desk = { ...desk, page: await openPage(desk.context, program.deskAddress ?? '') }
    await go(desk.page, '/pengaturan/ruang?buka=3')
    await signIn(desk.page)
    await note().waitFor()
  }
  await reopen()
  await note().fill('kunci di loket')
  await saveAtMain('kunci di kepala')
  await desk.page.keyboard.press('Control+s')
  await desk.page.locator('[data-join]').waitFor()
  await desk.page.keyboard.press('Alt+d')
  await desk.page.getByText('Isian Anda menjadi draf.').waitFor()
  await reopen()
  await desk.page.getByText(/^Draf Anda dari .* dilanjutkan\.$/).waitFor()
  expect(await note().inputValue()).toBe('kunci di loket')
  await desk.page.keyboard.press('Control+s')
  await desk.page
    .locator('[data-join]')
    .getByRole('radio', { name: /kunci di loket/ })
    .click()
  await desk.page.keyboard.press('Control+Enter')
  await desk.page.getByText('Bengkel Motor disimpan').waitFor()
  // The browser forgets the text a moment after the message.
  await expect.poll(() => keptTexts(desk.page, /gabung|pengaturan.ruang/)).toEqual([])
  await saveAtMain('kunci di satpam')
  await reopen()
  expect(await note().inputValue()).toBe('kunci di satpam')
  await desk.page.keyboard.press('Escape')
})

test('the main computer is locked from a desk, and its open form is there after signing in', async () => {
  const { page } = program
  await go(page, '/pengaturan/ruang?buka=3')
  const note = page.getByRole('dialog', { name: 'Bengkel Motor' }).getByLabel(/^Keterangan/)
  await note.fill('kunci di satpam')
  // The desk was told at its sign-in; a page that is loaded anew is told again.
  await desk.page.keyboard.press('Control+s')
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
  await go(desk.page, '/')
  await desk.page.reload()
  // The message moves from the window into the head of the page once that is drawn, so a click may hit nothing: press until it answers.
  await desk.page.waitForFunction(() => {
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === 'Kunci PC utama') button.click()
    return document.body.textContent?.includes('PC utama dikunci. Isian di sana menunggu Anda masuk lagi.')
  })
  await note.waitFor({ state: 'detached' })
  await page.getByLabel('Sandi', { exact: true }).fill(samplePassword)
  await page.keyboard.press('Enter')
  await note.waitFor()
  expect(await note.inputValue()).toBe('kunci di satpam')
})
