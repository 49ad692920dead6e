import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { WrittenPage } from '../../build/guide/read-guide.ts'
import { standingClock } from '../../electron/backend/clock.ts'
import { serve } from '../../electron/browser-host/serve.ts'
import { browserWith } from '../e2e/browser.ts'
import { patientKeyboard } from '../e2e/patient-keyboard.ts'
import { signIn } from '../e2e/sign-in-form.ts'
import { type GuideCentres, guideToday, quickHash } from './guide-centres.ts'
import { readScreen } from './read-screen.ts'
import { type Pictures, walkTask } from './walk-task.ts'

const root = join(import.meta.dirname, '../..')

/** Walks one task in a program and a centre of its own. Where it fails, what was on the screen lies in .cache/guide. */
export async function walkInProgram(task: WrittenPage, centres: GuideCentres): Promise<Pictures> {
  const host = await serve({
    backendOptions: {
      dataFolder: await centres.copy(task.centre),
      clock: standingClock(guideToday),
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
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    patientKeyboard(page)
    await page.goto(host.url)
    await signIn(page)
    await page.evaluate(path => {
      window.location.hash = path
    }, task.start ?? '/')
    try {
      return await walkTask(page, task)
    } catch (error) {
      await keep(page, task.id)
      throw error
    }
  } finally {
    await context.close()
    await host.close()
  }
}

async function keep(page: Page, id: string): Promise<void> {
  const folder = join(root, '.cache/guide')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${id}.png`) })
  writeFileSync(join(folder, `${id}.txt`), `${page.url()}\n${await page.evaluate(readScreen)}\n`)
}
