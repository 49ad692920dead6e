// Replaces the module 'electron' with a real Chromium: enough of it for the shell's own code.
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { PreventableEvent, session } from './session.ts'
import { stage } from './stage.ts'
import { ipcMain, WebContents, type WebPreferences, windowSize } from './web-contents.ts'

export { ipcMain, session, stage }

type WindowOptions = { show?: boolean; webPreferences?: WebPreferences } & Record<string, unknown>

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  readonly options: WindowOptions
  readonly webContents: WebContents
  readonly state: { shown: boolean; focused: boolean; maximized: boolean; minimized: boolean }
  bounds = { x: 40, y: 30, width: 1200, height: 700 }
  #gone = false
  constructor(options: WindowOptions) {
    super()
    this.options = options
    this.state = { shown: options.show !== false, focused: false, maximized: false, minimized: false }
    const { x, y, width, height } = options
    if (typeof x === 'number' && typeof y === 'number')
      this.bounds = { x, y, width: Number(width), height: Number(height) }
    this.webContents = new WebContents(options.webPreferences ?? {})
    this.webContents.on('ready-to-show', () => this.emit('ready-to-show'))
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', new PreventableEvent(), this.webContents)
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.load(url)
  }
  show(): void {
    this.state.shown = true
  }
  focus(): void {
    this.state.focused = true
  }
  maximize(): void {
    this.state.maximized = true
  }
  isMaximized(): boolean {
    return this.state.maximized
  }
  minimize(): void {
    this.state.minimized = true
  }
  restore(): void {
    this.state.minimized = false
  }
  isMinimized(): boolean {
    return this.state.minimized
  }
  isDestroyed(): boolean {
    return this.#gone
  }
  getNormalBounds() {
    return this.bounds
  }
  /** Like the close button: the window may refuse, and so may the page. */
  async close(): Promise<void> {
    const event = new PreventableEvent()
    this.emit('close', event)
    if (!event.defaultPrevented && (await this.webContents.mayClose())) this.destroy()
  }
  destroy(): void {
    if (this.#gone) return
    this.#gone = true
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1)
    this.webContents.page?.close().catch(() => undefined)
    this.emit('closed')
    if (BrowserWindow.all.length === 0 && !app.quitting) app.emit('window-all-closed')
  }
}

class App extends EventEmitter {
  isPackaged = true
  quitting = false
  userModelId = ''
  sandboxed = false
  readonly paths = new Map<string, string>([
    ['home', '/rumah'],
    ['temp', tmpdir()],
    ['crashDumps', '/rumah/tidak-ada'],
  ])
  readonly ready = Promise.withResolvers<void>()
  readonly commandLine = { appendSwitch() {} }
  enableSandbox(): void {
    this.sandboxed = true
  }
  setAppUserModelId(id: string): void {
    this.userModelId = id
  }
  setPath(name: string, path: string): void {
    if (stage.ready) throw new Error('setPath after ready')
    this.paths.set(name, path)
  }
  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  getVersion(): string {
    return '0.1.0'
  }
  whenReady(): Promise<void> {
    return this.ready.promise
  }
  requestSingleInstanceLock(): boolean {
    return stage.first
  }
  relaunch(): void {
    stage.relaunched = true
  }
  exit(code: number): void {
    stage.ended.resolve(code)
  }
  quit(): void {
    void this.#quit()
  }
  async #quit(): Promise<void> {
    this.quitting = true
    for (const window of [...BrowserWindow.all]) await window.close()
    const will = new PreventableEvent()
    if (BrowserWindow.all.length === 0) this.emit('will-quit', will)
    if (BrowserWindow.all.length > 0 || will.defaultPrevented) this.quitting = false
    else {
      this.emit('quit', {}, 0)
      stage.ended.resolve(0)
    }
  }
}

export const app = new App()
export const protocol = {
  registerSchemesAsPrivileged(): void {
    if (stage.ready) throw new Error('registerSchemesAsPrivileged after ready')
  },
}
export const Menu = { setApplicationMenu() {}, buildFromTemplate: () => ({ popup() {} }) }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, ...windowSize } }] }
export const shell = {
  async openExternal(url: string): Promise<void> {
    stage.handedOut.push(url)
  },
  async openPath(path: string): Promise<string> {
    stage.opened.push({ path, bytes: readFileSync(path) })
    return stage.openAnswer
  },
}
export const crashReporter = { start() {} }
export const powerSaveBlocker = { start: () => 1, stop() {} }
export const powerMonitor = new EventEmitter()

type MessageOptions = { message: string; detail?: string; buttons: string[]; cancelId: number }
export const dialog = {
  async showSaveDialog(...parameters: unknown[]) {
    const options = parameters.at(-1) as { defaultPath?: string; title?: string }
    stage.saveDialogs.push(options)
    return { canceled: stage.saveTo === '', filePath: stage.saveTo }
  },
  showErrorBox(title: string, content: string): void {
    stage.errorBoxes.push([title, content])
  },
  showMessageBoxSync(...parameters: unknown[]): number {
    const { message, detail = '', buttons, cancelId } = parameters.at(-1) as MessageOptions
    stage.messages.push({ message, detail, buttons })
    const pressed = buttons.indexOf(stage.pressed)
    return pressed === -1 ? cancelId : pressed
  },
}

/** The same for every start on one data folder, as Windows keeps it for a user. */
const secret = () => createHash('sha256').update(`secret of ${stage.dataFolder}`).digest()
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => stage.ready,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  async encryptStringAsync(text: string): Promise<Buffer> {
    const start = createHash('sha256').update(text).digest().subarray(0, 12)
    const cipher = createCipheriv('aes-256-gcm', secret(), start)
    return Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  async decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const decipher = createDecipheriv('aes-256-gcm', secret(), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const result = decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    return { result, shouldReEncrypt: false }
  },
}
