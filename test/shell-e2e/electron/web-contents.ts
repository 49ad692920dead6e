import { EventEmitter } from 'node:events'
import type { Dialog, Page, Route } from 'playwright-core'
import { bridgePreload } from './page-ports.ts'
import { PreventableEvent, type Session, session } from './session.ts'
import { stage } from './stage.ts'

/** Chromium does not load unknown schemes: app://balai is served at https://balai.shell, app://meja at https://meja.shell. */
const toWeb = (url: string) => url.replace(/^app:\/\/(balai|meja)(?=\/|$)/, 'https://$1.shell')
export const toApp = (url: string) => url.replace(/^https:\/\/(balai|meja)\.shell/, 'app://$1')
/** Code of the page that checks its scheme and origin; it is rewritten to match. */
const askForScheme = /(location\.protocol\s*===?\s*)([`"'])app:\2/g
const askForOrigin = /(location\.origin\s*===?\s*)([`"'])app:\/\/meja\2/g

export const ipcMain = new EventEmitter()
export const windowSize = { width: 1366, height: 690 }

export type WebPreferences = { session?: Session; preload?: string; zoomFactor?: number }

export class WebContents extends EventEmitter {
  readonly session: Session
  readonly mainFrame = { origin: 'null' }
  zoom: number
  page: Page | undefined
  readonly #preload: string | undefined
  #url = ''
  #pdf = Buffer.alloc(0)
  #windowOpen: ((details: { url: string }) => { action: string }) | undefined

  constructor({ session: own, preload, zoomFactor }: WebPreferences) {
    super()
    this.session = own ?? session.defaultSession
    this.#preload = preload
    this.zoom = zoomFactor ?? 1
  }
  getURL(): string {
    return this.#url
  }
  /** A zoomed page has fewer CSS pixels. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
    const size = { width: Math.round(windowSize.width / factor), height: Math.round(windowSize.height / factor) }
    this.page?.setViewportSize(size).catch(() => undefined)
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#windowOpen = handler
  }
  async getPrintersAsync() {
    return stage.printers
  }
  print(settings: Record<string, unknown>, done: (printed: boolean, reason: string) => void): void {
    stage.prints.push({ settings, pdf: this.#pdf })
    const answer = stage.printAnswers.shift() ?? stage.printAnswer
    if (answer) setImmediate(() => done(...answer))
  }
  /** As in Electron, a crashed page gets a new process. */
  reload(): void {
    void this.#renew().catch((error: unknown) => this.emit('error', error))
  }

  async load(url: string): Promise<void> {
    this.#url = url
    if (url.startsWith('app://print/')) {
      const answer = await this.session.answer(url, { method: 'GET' })
      this.#pdf = answer ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0)
      this.emit('did-finish-load')
      this.emit('-pdf-ready-to-print')
      return
    }
    await this.#renew()
  }

  /** Whether the page allows closing; listeners are asked about unsaved work. */
  async mayClose(): Promise<boolean> {
    const page = this.page
    if (!page || page.isClosed()) return true
    const closed = page.waitForEvent('close', { timeout: 5_000 }).then(() => true)
    const kept = new Promise<boolean>(resolve => this.once('-unload-refused', () => resolve(false)))
    await page.close({ runBeforeUnload: true })
    return Promise.race([closed, kept])
  }

  async #renew(): Promise<void> {
    const { context } = stage
    if (!context) throw new Error('no profile to open a page in')
    const before = this.page
    const page = await context.newPage()
    this.page = page
    stage.pages.push(page)
    this.setZoomFactor(this.zoom)
    await page.route('**/*', route => this.#answer(route))
    page.on('dialog', dialog => this.#ask(dialog))
    page.on('popup', popup => {
      this.#windowOpen?.({ url: popup.url() })
      void popup.close()
    })
    page.on('download', download => {
      const event = new PreventableEvent()
      this.session.emit('will-download', event)
      if (event.defaultPrevented) void download.cancel()
    })
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }))
    page.on('framenavigated', frame => {
      if (frame !== page.mainFrame()) return
      this.#url = toApp(frame.url())
      this.mainFrame.origin = toApp(new URL(frame.url()).origin)
    })
    if (this.#preload !== undefined) {
      await bridgePreload(page, this.#preload, ({ channel, message, ports }) =>
        ipcMain.emit(channel, { sender: this, senderFrame: this.mainFrame, ports }, message),
      )
    }
    this.mainFrame.origin = 'null'
    await page.goto(toWeb(this.#url))
    this.emit('did-finish-load')
    this.emit('ready-to-show')
    await before?.close().catch(() => undefined)
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    if (/^(data|blob):/.test(url)) return route.continue()
    if (request.isNavigationRequest() && this.mainFrame.origin !== 'null') {
      const event = Object.assign(new PreventableEvent(), { url })
      this.emit('will-navigate', event)
      if (event.defaultPrevented) return route.abort('aborted')
    }
    const { origin = '', ...sent } = await request.allHeaders()
    const headers = Object.entries({ ...sent, ...(origin && { origin: toApp(origin) }) }).filter(
      ([name]) => !name.startsWith(':') && name !== 'host' && name !== 'content-length',
    )
    const posted = request.postDataBuffer()
    const init = { method: request.method(), headers, ...(posted && { body: new Uint8Array(posted) }) }
    // A handler that throws looks to the page like a broken network. A stream of news never ends; it stops with the page.
    try {
      const answer = await this.session.answer(url, init)
      if (!answer) return await route.abort('blockedbyclient')
      let body = Buffer.from(await answer.arrayBuffer())
      if (url.endsWith('.js')) {
        const source = body.toString('latin1').replace(askForScheme, '$1$2https:$2')
        body = Buffer.from(source.replace(askForOrigin, '$1$2https://meja.shell$2'), 'latin1')
      }
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
    } catch {
      await route.abort('failed').catch(() => undefined)
    }
  }

  /** Electron shows no such dialog: the page's refusal to unload counts, unless a listener overrides it. */
  #ask(dialog: Dialog): void {
    const event = new PreventableEvent()
    if (dialog.type() === 'beforeunload') this.emit('will-prevent-unload', event)
    if (event.defaultPrevented) void dialog.accept()
    else void dialog.dismiss().then(() => this.emit('-unload-refused'))
  }
}
