import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../../e2e/program.ts'
import { threeCohorts } from '../../e2e/three-cohorts.ts'
import { busyOffice, officeDay } from './form-centres.ts'
import { forms } from './forms.ts'
import { screens } from './screens.ts'
import { isKey, takeStep } from './take-step.ts'

/** Forms over a page that open with a key. A form in which something is typed first is left out, because closing it shows a question. */
const dialogs = forms.filter(
  ({ open = [], inPage, when }) =>
    isKey(open.at(-1)) && !open.some(step => step.startsWith('"')) && !inPage && when === undefined,
)

let program: Program
beforeAll(async () => {
  program = await startProgram('2024-12-30', { centre: threeCohorts })
})
afterAll(() => program?.close())

/** Focuses a link of the sidebar before going to the page, as if it was pressed. */
async function goTo(path: string): Promise<void> {
  await program.page.evaluate(to => {
    document.querySelector<HTMLElement>('nav a')?.focus()
    location.hash = to
  }, path)
}

/** Goes to another page first, because opening the present page again does nothing. */
async function comeFromElsewhere(path: string): Promise<void> {
  const { page } = program
  const between = path === '/laporan/hasil' ? '/laporan/dana' : '/laporan/hasil'
  if (await page.evaluate(to => location.hash.endsWith(to), between)) return
  await goTo(between)
  await expect.poll(focused).not.toBe('')
}

const focused = () =>
  program.page.evaluate(() => {
    const here = document.activeElement
    if (!here?.closest('main')) return ''
    const label =
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels?.[0]?.innerText : ''
    return here.getAttribute('aria-label') || label || here.textContent || here.tagName
  })

/** Lists that scroll sideways. */
const wideLists = () =>
  program.page.evaluate(() =>
    [...document.querySelectorAll('table:has([data-head])')]
      .filter(({ parentElement: frame }) => frame && frame.scrollWidth > frame.clientWidth)
      .map(list => list.getAttribute('aria-label')),
  )

/** What is wrong with the window on top: not whole on the screen, no drawer like the others, or started at its ×. */
const misplaced = () =>
  program.page.evaluate(() => {
    const top = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1)
    if (!top) return ['no window']
    const box = top.getBoundingClientRect()
    const inside = (one: DOMRect) =>
      one.top >= 0 && one.left >= 0 && one.bottom <= innerHeight && one.right <= innerWidth
    const end = [...top.querySelectorAll('button')].at(-1)?.getBoundingClientRect()
    const isDrawer = top.matches('.mantine-Drawer-content')
    return [
      !inside(box) && 'not whole on the screen',
      end && !inside(end) && 'its last button is out of sight',
      isDrawer && ![420, 640].includes(Math.round(box.width)) && `a drawer of ${box.width}`,
      isDrawer && Math.round(box.height) !== innerHeight && 'a drawer lower than the window',
      document.activeElement?.matches('[aria-label^="Tutup"]') && 'starts at its ×',
    ].filter(Boolean)
  })

const tooWide = () =>
  program.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [path, name = /./] of screens)
  it(`${path} has a first target`, { timeout: 30_000 }, async () => {
    await comeFromElsewhere(path)
    await goTo(path)
    await expect.poll(focused).toMatch(name)
    // A small screen at 200 %, where a list may scroll sideways, and smaller windows, where nothing may.
    for (const [width, height] of [
      [683, 384],
      [1024, 560],
      [1280, 720],
      [1366, 690],
    ] as const) {
      await program.page.setViewportSize({ width, height })
      await expect.poll(tooWide).toBe(0)
      if (width > 683) await expect.poll(wideLists).toEqual([])
    }
  })

describe('a closed form returns the focus', () => {
  beforeAll(async () => {
    await program.close()
    program = await startProgram(officeDay, { centre: busyOffice })
  })

  it.each(dialogs)('$name', { retry: 1 }, async ({ path, open = [] }) => {
    const { page } = program
    await comeFromElsewhere(path)
    await goTo(path)
    await page.waitForFunction(to => location.hash.endsWith(to) && document.activeElement?.closest('main'), path)
    await expect.poll(focused).not.toBe('')
    for (const step of open.slice(0, -1)) await takeStep(page, step)
    const form = page.getByRole('dialog')
    const before = await page.evaluateHandle(() => document.activeElement)
    await page.keyboard.press(open.at(-1) ?? '')
    await form.locator(':focus').waitFor()
    for (const [width, height] of [
      [1024, 560],
      [1920, 1080],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(misplaced).toEqual([])
    }
    // The first Escape may only close a list that opened with the focus.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape')
        return form.count()
      })
      .toBe(0)
    await page.waitForFunction(was => document.activeElement === was, before)
  })
})
