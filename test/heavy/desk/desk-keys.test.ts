import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { countedKeys } from '../../e2e/counted-keys.ts'
import { newCode, openDesk } from '../../e2e/desk-page.ts'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram('2024-12-30', { centre: threeCohorts, desks: true })
})
afterAll(() => program?.close())
afterEach(({ task }) => program.keepPicture(task))

/** The words can be confirmed a second after they came, by the button that has the focus. */
const readyToConfirm = (desk: Page) =>
  desk
    .locator(':focus:not([aria-disabled])')
    .and(desk.getByRole('button', { name: 'Ya, sama' }))
    .waitFor()

/** Presses a button in the moment it comes, faster than any person. */
const pressedAsSoonAsShown = (page: Page, label: string) =>
  page.evaluate(
    words =>
      new Promise<void>(pressed => {
        const watch = new MutationObserver(() => {
          const shown = [...document.querySelectorAll('button')].find(one => one.textContent?.startsWith(words))
          if (!shown) return
          watch.disconnect()
          shown.click()
          pressed()
        })
        watch.observe(document.body, { childList: true, subtree: true })
      }),
    label,
  )

test('a computer is paired within nine keys and its name, approved by one key and renamed by three', async () => {
  const { page } = program
  await page.goto(`${new URL(page.url()).origin}/#/pengaturan/meja`)
  // A code for a new desk comes by one key, which has the focus too.
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: /^Kode baru/ }))
    .waitFor()
  const atMain = countedKeys(page)
  await atMain.press('Alt+b')
  const shown = page.locator('p').filter({ hasText: /^\d{3} \d{3}$/ })
  await shown.waitFor()
  expect(atMain.count).toBeLessThanOrEqual(1)
  // The button had the focus, and has it again after its work.
  const newCodeButton = page.getByRole('button', { name: /^Kode baru/ })
  await expect.poll(() => newCodeButton.evaluate(one => one === document.activeElement)).toBe(true)
  const code = (await shown.innerText()).replace(' ', '')
  const { page: desk, context } = await openDesk(program.deskAddress ?? '')
  try {
    await desk.locator('input[inputmode="numeric"]:focus').waitFor()
    const atDesk = countedKeys(desk)
    const name = 'Loket 1'
    await atDesk.type(name)
    await atDesk.press('Enter')
    const early = pressedAsSoonAsShown(desk, 'Ya, sama')
    await atDesk.type(code)
    await early
    await readyToConfirm(desk)
    expect(await desk.getByText(/^Menunggu .* menyetujui/).count()).toBe(0)
    await atDesk.press('Enter')
    await desk.getByText(/^Menunggu .* menyetujui/).waitFor()
    await desk
      .locator(':focus')
      .and(desk.getByRole('region', { name: 'Empat kata' }))
      .waitFor()
    expect(atDesk.count).toBeLessThanOrEqual(9 + name.length)
    await page
      .locator(':focus')
      .and(page.getByRole('button', { name: 'Setujui meja' }))
      .waitFor()
    const approval = countedKeys(page)
    await approval.press('Enter')
    await desk.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
    expect(approval.count).toBeLessThanOrEqual(1)
    await page.getByText('PC utama · 1 meja', { exact: true }).waitFor()
    await page.getByRole('row', { name: /^PC utama/ }).focus()
    const renaming = countedKeys(page)
    const other = 'TU'
    await renaming.press('ArrowDown', 'F2')
    await page.getByRole('dialog', { name: 'Ganti nama meja' }).waitFor()
    await renaming.type(other)
    await renaming.press('Control+s')
    await page.getByRole('row', { name: new RegExp(`^${other}`) }).waitFor()
    expect(renaming.count).toBeLessThanOrEqual(3 + other.length)
  } finally {
    await context.close()
  }
})

test('a request that its desk takes back leaves the desk ready for the next code', async () => {
  const { page: desk, context } = await openDesk(program.deskAddress ?? '')
  try {
    await desk.locator('input[inputmode="numeric"]:focus').waitFor()
    await desk.keyboard.type(await newCode(program.page))
    await readyToConfirm(desk)
    await desk.keyboard.press('Enter')
    await desk.getByText(/^Menunggu .* menyetujui/).waitFor()
    await desk.keyboard.press('Escape')
    await desk.locator('input[inputmode="numeric"]:focus').waitFor()
    // The page asks the host every 700 ms, and the dropped request must not speak up any more.
    await desk.waitForTimeout(1500)
    await desk.keyboard.type(await newCode(program.page))
    await desk.getByRole('button', { name: 'Ya, sama' }).waitFor()
    expect(await desk.getByRole('alert').count()).toBe(0)
  } finally {
    await context.close()
  }
})

test('other computers are shut out and let in again by one key each', async () => {
  const { page } = program
  // Once the desks above are gone: while one is there, closing asks first.
  await page.getByText('Hanya komputer ini yang bekerja').waitFor({ timeout: 60_000 })
  const opening = page.getByRole('switch', { name: /^Buka untuk meja lain/ })
  for (const words of ['Ditutup untuk meja lain.', 'Dibuka untuk meja lain.']) {
    await opening.focus()
    const keys = countedKeys(page)
    await keys.press('Space')
    await page.getByText(words).waitFor()
    expect(keys.count).toBeLessThanOrEqual(1)
  }
})
