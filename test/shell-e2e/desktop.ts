import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { safeFileName } from '../../shared/kernel/file-name.ts'
import { axeViolations } from '../e2e/accessibility.ts'
import { browserWith } from '../e2e/browser.ts'
import { patientKeyboard } from '../e2e/patient-keyboard.ts'
import type * as Electron from './electron/electron.ts'

const root = join(import.meta.dirname, '../..')
const { nativeImport } = createRequire(import.meta.url)('./native-import.ts') as {
  nativeImport(path: string, start: number): Promise<unknown>
}
let starts = 0

/** A simulated PC with a data folder and a profile, on which the program can be started several times. */
export class Desktop {
  readonly folder = mkdtempSync(join(tmpdir(), 'balai-shell-'))
  readonly dataFolder = join(this.folder, 'data')
  #context: BrowserContext | undefined

  /** Starts the built program as the system would. */
  async start({ first = true, prepare }: { first?: boolean; prepare?: (stage: Stage) => void } = {}): Promise<Start> {
    starts += 1
    const electron = (await nativeImport(join(import.meta.dirname, 'electron/electron.ts'), starts)) as typeof Electron
    const { stage } = electron
    stage.context = await this.#profile()
    stage.dataFolder = this.dataFolder
    stage.first = first
    electron.app.paths.set('documents', this.folder)
    prepare?.(stage)
    const { argv } = process
    process.argv = ['Balai.exe', '--lang=id', '--data', this.dataFolder]
    try {
      await nativeImport(join(root, 'out/main/main.js'), starts)
    } finally {
      process.argv = argv
    }
    stage.ready = true
    electron.app.ready.resolve()
    return new Start(electron)
  }

  async close(): Promise<void> {
    await this.#context?.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #profile(): Promise<BrowserContext> {
    this.#context ??= await (await browserWith()).newContext({
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    })
    return this.#context
  }
}

type Stage = (typeof Electron)['stage']

/** One run of the program, from start to end. */
export class Start {
  readonly stage: Stage
  readonly app: (typeof Electron)['app']
  readonly #electron: typeof Electron
  readonly #faults: string[] = []
  readonly #watched = new WeakSet<Page>()

  constructor(electron: typeof Electron) {
    this.#electron = electron
    this.stage = electron.stage
    this.app = electron.app
  }

  get window(): InstanceType<(typeof Electron)['BrowserWindow']> {
    const [window] = this.#electron.BrowserWindow.all
    if (!window) throw new Error('the program has no window')
    return window
  }

  /** The page of our window; after a crash the newest one. */
  async page(count = 1): Promise<Page> {
    const page = await vi.waitUntil(() => this.#opened(count), { timeout: 15_000 })
    page.setDefaultTimeout(15_000)
    if (!this.#watched.has(page)) {
      this.#watched.add(page)
      patientKeyboard(page)
      page.on('console', message => message.type() === 'error' && this.#faults.push(message.text()))
      page.on('pageerror', error => this.#faults.push(`page: ${error.message}`))
    }
    return page
  }

  #opened(count: number): Page | undefined {
    // The error box of a program that could not start.
    if (this.stage.errorBoxes.length > 0 && this.stage.pages.length < count)
      throw new Error(this.stage.errorBoxes.flat().join('\n'))
    return this.stage.pages[count - 1]
  }

  /** Sends a key like the window does: first to the main process, then to the page. */
  async press(key: string, modifiers: { control?: boolean } = {}): Promise<void> {
    const event = new (class {
      defaultPrevented = false
      preventDefault() {
        this.defaultPrevented = true
      }
    })()
    this.window.webContents.emit('before-input-event', event, {
      type: 'keyDown',
      key,
      alt: false,
      meta: false,
      control: false,
      ...modifiers,
    })
    if (!event.defaultPrevented) await (await this.page()).keyboard.press(modifiers.control ? `Control+${key}` : key)
  }

  async check(): Promise<void> {
    expect(this.#faults).toEqual([])
    expect(await axeViolations(await this.page(this.stage.pages.length))).toEqual([])
  }

  forgetFaults(): string[] {
    return this.#faults.splice(0)
  }

  /** Closes the window with its close button and waits until the program ends. */
  async close(): Promise<number> {
    await this.window.close()
    return this.ended()
  }

  async ended(): Promise<number> {
    const code = await this.stage.ended.promise
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      for (const listener of process.listeners(event as 'uncaughtException'))
        if (listener.name === 'endWithMessage') process.off(event, listener)
    }
    return code
  }

  async keepPicture({ name, result }: { name: string; result?: { state: string } | undefined }): Promise<void> {
    if (result?.state !== 'fail') return
    const page = this.stage.pages.at(-1)
    await page?.screenshot({ path: join(root, '.cache/screens', `${safeFileName(name)}.png`) }).catch(() => undefined)
  }
}
