import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { runningClock } from '../../electron/backend/clock.ts'
import { type ServeOptions, serve } from '../../electron/browser-host/serve.ts'
import { safeFileName } from '../../shared/kernel/file-name.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { quickHash } from '../backend/fixture.ts'
import { axeViolations } from './accessibility.ts'
import { browserWith } from './browser.ts'
import { patientKeyboard, settle } from './patient-keyboard.ts'
import { shortenMessages } from './short-messages.ts'
import { signIn } from './sign-in-form.ts'
import { slowAllAnswers } from './slow-answers.ts'

const rendererFolder = join(import.meta.dirname, '../../out/renderer')

/** The whole program on its own data folder, driven like a person would: clicks, keys, and a clock that can be set. */
export type Program = {
  readonly page: Page
  readonly dataFolder: string
  /** The address for other computers of the office. */
  readonly deskAddress: string | undefined
  /** Sets the clock to 08.00 of a day; the page on the screen keeps the old one. */
  setClock(date: PlainDate): void
  /** Sets the clock to 08.00 of a day and reloads the page. */
  setToday(date: PlainDate): Promise<void>
  /** Fails on a console error, a failed request or an axe violation of the current page, except in `without` (a CSS selector). */
  check(options?: { without?: string }): Promise<void>
  /** Call it after each test: after a failure it saves a picture of the page in .cache/screens. */
  keepPicture(test: { name: string; result?: { state: string } | undefined }): Promise<void>
  close(): Promise<void>
}

type MakeCentre = (dataFolder: string) => unknown

export async function startProgram(
  today: PlainDate,
  options: {
    dataFolder?: string
    /** Each makes a part of the centre in the data folder, before the program starts. */
    centre?: MakeCentre | readonly MakeCentre[]
    width?: number
    height?: number
    camera?: string
    updates?: ServeOptions['updates']
    releaseKeys?: readonly string[]
    /** Lets other computers in, on any free port. */
    desks?: boolean
    /** Also announces it in the network of the tests. */
    announced?: boolean
  } = {},
): Promise<Program> {
  const own = options.dataFolder === undefined ? mkdtempSync(join(tmpdir(), 'balai-e2e-')) : undefined
  const dataFolder = options.dataFolder ?? join(own ?? '', 'data')
  for (const make of [options.centre ?? []].flat()) await make(dataFolder)
  let clock = runningClock(today)
  const host = await serve({
    backendOptions: {
      dataFolder,
      clock: { now: () => clock.now() },
      hashCost: quickHash,
      ...(options.releaseKeys && { releaseKeys: options.releaseKeys }),
    },
    updates: options.updates,
    ...(options.desks && { deskPort: await freePort(), announced: options.announced ?? false }),
    port: 0,
    open: false,
    rendererFolder,
  })
  const browser = await browserWith(options.camera)
  const context: BrowserContext = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 690 },
    locale: 'id-ID',
    // On purpose another time zone than the centre's: dates must not depend on the zone of the PC.
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await shortenMessages(context)
  await slowAllAnswers(context)
  // Also for a second window that a test opens.
  context.on('page', patientKeyboard)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('console', message => {
    // A domain error is sent as HTTP 409, which Chromium logs by itself; the page shows its message.
    if (message.text().includes('status of 409')) return
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', error => faults.push(`page: ${error.message}`))
  await page.goto(host.url)
  await signIn(page)
  return {
    page,
    dataFolder,
    deskAddress: host.deskAddress?.replace(/\/\/[^:]+:/, '//localhost:'),
    setClock(date) {
      clock = runningClock(date)
    },
    async setToday(date) {
      clock = runningClock(date)
      await page.reload()
    },
    async check({ without } = {}) {
      expect(faults).toEqual([])
      expect(await axeViolations(page, without)).toEqual([])
    },
    async keepPicture({ name, result }) {
      if (result?.state !== 'fail') return
      await page.screenshot({ path: join(import.meta.dirname, '../../.cache/screens', `${safeFileName(name)}.png`) })
    },
    async close() {
      await context.close()
      await host.close()
      if (own) rmSync(own, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  const at = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof at === 'object' && at ? at.port : 0
}

/** Focuses an element and presses a key on it, as people without a mouse do. Nothing may move the focus in between. */
export async function pressOn(target: Locator, key = 'Enter'): Promise<void> {
  await settle(target.page())
  await target.press(key)
}
