import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { WrittenPage } from '../../build/guide/read-guide.ts'
import { fixedClock } from '../../electron/backend/clock.ts'
import { serve } from '../../electron/browser-host/serve.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { browserWith } from '../e2e/browser.ts'
import { patientKeyboard } from '../e2e/patient-keyboard.ts'
import { signIn } from '../e2e/sign-in-form.ts'
import { signedSheet } from '../scans/signed-sheet.ts'
import { type GuideCentres, guideToday, quickHash } from './guide-centres.ts'
import { readScreen } from './read-screen.ts'
import { type Pictures, walkTask } from './walk-task.ts'

const root = join(import.meta.dirname, '../..')

/** Replaces the trade in an address by the code of its class: '/angkatan/{TB}/jadwal'. */
export function startOn(today: PlainDate, start: string): string {
  return start.replace(/\{(\w+)\}/, (_, trade) => `${trade}-${today.slice(0, 4)}-01`)
}

/** The signed sheet for a walk: `scan TB 9 3 12` is the sheet of day 9 without the signatures of numbers 3 and 12. */
async function scanOf(task: WrittenPage, dataFolder: string): Promise<Buffer | null> {
  const line = task.steps.flatMap(step => step.walk).find(({ verb }) => verb === 'scan')
  if (!line) return null
  const [trade = '', day = '', ...without] = (line.values[0] ?? '').split(' ')
  const code = startOn(guideToday, `{${trade}}`)
  return signedSheet({ dataFolder, today: guideToday, code, day: Number(day), without: without.map(Number) })
}

/** A program on a data folder in its own browser, with a person signed in. */
export async function startGuideProgram(dataFolder: string): Promise<{ page: Page; close(): Promise<void> }> {
  const host = await serve({
    backendOptions: {
      dataFolder,
      clock: fixedClock(guideToday),
      hashCost: quickHash,
    },
    port: 0,
    open: false,
    rendererFolder: join(root, 'out/renderer'),
  })
  const browser = await browserWith()
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    deviceScaleFactor: 1.5,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  const close = async () => {
    await context.close()
    await host.close()
  }
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    patientKeyboard(page)
    await page.goto(host.url)
    await signIn(page)
    return { page, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Walks one task in its own program and centre. After a failure the screen is saved in .cache/guide. */
export async function walkInProgram(task: WrittenPage, centres: GuideCentres): Promise<Pictures> {
  const dataFolder = await centres.copy(task.scene)
  const scan = await scanOf(task, dataFolder)
  const { page, close } = await startGuideProgram(dataFolder)
  try {
    await page.evaluate(
      path => {
        window.location.hash = path
      },
      startOn(guideToday, task.start ?? '/'),
    )
    // The first key must go to this page, so wait until it has loaded.
    await page.waitForLoadState('networkidle')
    return await walkTask(page, task, scan)
  } catch (error) {
    await keep(page, task.id)
    throw error
  } finally {
    await close()
  }
}

async function keep(page: Page, id: string): Promise<void> {
  const folder = join(root, '.cache/guide')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${id}.png`) })
  writeFileSync(join(folder, `${id}.txt`), `${page.url()}\n${await page.evaluate(readScreen)}\n`)
}
