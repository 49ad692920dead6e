import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

// Replaces the module 'electron': it records what the shell sets up, and lets a test trigger Electron's events.

type Handler<Parameters extends unknown[], Result = void> = ((...parameters: Parameters) => Result) | undefined

export class SessionDouble extends EventEmitter {
  permissionRequest: Handler<[unknown, string, (granted: boolean) => void, object]>
  permissionCheck: Handler<[unknown, string, string, object], boolean>
  devicePermission: Handler<[object], boolean>
  beforeRequest: Handler<[{ url: string }, (answer: { cancel?: boolean }) => void]>
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly setSpellCheckerEnabled = vi.fn<(enable: boolean) => void>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      this.schemes.set(scheme, handler)
    },
  }
  readonly webRequest = {
    onBeforeRequest: (handler: SessionDouble['beforeRequest']) => {
      this.beforeRequest = handler
    },
  }
  setPermissionRequestHandler(handler: SessionDouble['permissionRequest']) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: SessionDouble['permissionCheck']) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: SessionDouble['devicePermission']) {
    this.devicePermission = handler
  }

  /** Whether a request to this address would be allowed. */
  loads(url: string): boolean {
    let cancelled: boolean | undefined
    this.beforeRequest?.({ url }, answer => {
      cancelled = answer.cancel
    })
    return cancelled === false
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.schemes.get(url.split(':', 1)[0] ?? '')
    if (!handler) throw new Error(`No handler for ${url}`)
    return handler(new Request(url, init))
  }
}

export class WebContentsDouble extends EventEmitter {
  readonly mainFrame = { origin: 'app://balai' }
  windowOpen: Handler<[{ url: string }], { action: string }>
  url = ''
  readonly setZoomFactor = vi.fn<(factor: number) => void>()
  readonly reload = vi.fn<() => void>()
  readonly send = vi.fn<(channel: string) => void>()
  readonly print = vi.fn<(settings: object, done: (success: boolean, reason: string) => void) => void>()
  readonly getPrintersAsync = vi.fn<() => Promise<object[]>>(async () => [])
  getURL() {
    return this.url
  }
  setWindowOpenHandler(handler: WebContentsDouble['windowOpen']) {
    this.windowOpen = handler
  }
}

type WindowOptions = { webPreferences?: Record<string, unknown> & { session?: SessionDouble } } & Record<
  string,
  unknown
>

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = []
  /** Runs when the next opened window loads an address; does nothing by default. */
  static onLoad: (window: BrowserWindow, url: string) => void = () => undefined
  readonly options: WindowOptions
  readonly webContents = new WebContentsDouble()
  destroyed = false
  minimized = false
  maximized = false
  readonly close = vi.fn<() => void>()
  readonly show = vi.fn<() => void>()
  readonly focus = vi.fn<() => void>()
  readonly restore = vi.fn<() => void>()
  constructor(options: WindowOptions) {
    super()
    this.options = options
    BrowserWindow.opened.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.webContents.url = url
    BrowserWindow.onLoad(this, url)
  }
  maximize() {
    this.maximized = true
  }
  isMaximized() {
    return this.maximized
  }
  isMinimized() {
    return this.minimized
  }
  isDestroyed() {
    return this.destroyed
  }
  destroy() {
    this.destroyed = true
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1100, height: 700 }
  }
}

class AppDouble extends EventEmitter {
  isPackaged = true
  firstInstance = true
  readonly paths = new Map<string, string>([['documents', 'Dokumen']])
  readonly ready = Promise.withResolvers<void>()
  readonly commandLine = { appendSwitch: vi.fn<(name: string, value: string) => void>() }
  readonly enableSandbox = vi.fn<() => void>()
  readonly setAppUserModelId = vi.fn<(id: string) => void>()
  readonly quit = vi.fn<() => void>()
  readonly exit = vi.fn<(code: number) => void>()
  readonly relaunch = vi.fn<() => void>()
  whenReady() {
    return this.ready.promise
  }
  requestSingleInstanceLock() {
    return this.firstInstance
  }
  setPath(name: string, path: string) {
    this.paths.set(name, path)
  }
  getPath(name: string) {
    return this.paths.get(name) ?? name
  }
  getVersion() {
    return '1.2.3'
  }
}

export const app = new AppDouble()
export const ipcMain = new EventEmitter()
export const powerMonitor = new EventEmitter()
export const ipcRenderer = {
  on: vi.fn<(channel: string, listener: () => void) => void>(),
  postMessage: vi.fn<(channel: string, message: unknown, ports: unknown[]) => void>(),
}
export const session = {
  defaultSession: new SessionDouble(),
  partitions: new Map<string, SessionDouble>(),
  fromPartition(name: string) {
    const known = this.partitions.get(name) ?? new SessionDouble()
    this.partitions.set(name, known)
    return known
  },
}
export const crashReporter = { start: vi.fn<(options: object) => void>() }
export const powerSaveBlocker = {
  start: vi.fn<(kind: string) => number>(() => 1),
  stop: vi.fn<(blocker: number) => void>(),
}
export const protocol = {
  registerSchemesAsPrivileged: vi.fn<(schemes: object[]) => void>(),
}
export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  getAllDisplays() {
    return this.displays
  },
}
export const shell = { openExternal: vi.fn<(url: string) => Promise<void>>(async () => undefined) }
export const dialog = {
  showErrorBox: vi.fn<(title: string, content: string) => void>(),
  showMessageBoxSync: vi.fn<(window: unknown, options: object) => number>(() => 0),
  showOpenDialog: vi.fn<(...parameters: unknown[]) => Promise<{ canceled: boolean; filePaths: string[] }>>(),
  showSaveDialog: vi.fn<(...parameters: unknown[]) => Promise<{ canceled: boolean; filePath: string }>>(),
}
const menu = { popup: vi.fn<() => void>() }
export const Menu = {
  setApplicationMenu: vi.fn<(menu: null) => void>(),
  buildFromTemplate: vi.fn<(template: { label?: string }[]) => typeof menu>(() => menu),
}

/** A simulated system encryption that changes every byte of a text. */
export const safeStorage = {
  isAsyncEncryptionAvailable: vi.fn<() => Promise<boolean>>(async () => false),
  getSelectedStorageBackend: vi.fn<() => string>(() => 'basic_text'),
  shouldReEncrypt: vi.fn<() => boolean>(() => false),
  encryptStringAsync: async (text: string) => Buffer.from(text).map(byte => byte ^ 0x5a),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: Buffer.from(sealed.map(byte => byte ^ 0x5a)).toString(),
    shouldReEncrypt: safeStorage.shouldReEncrypt(),
  }),
}
