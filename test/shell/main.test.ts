import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// Imported once, while every test loads the shell's own modules again.
const electron = await vi.hoisted(() => import('./electron-double.ts'))
vi.mock('electron', () => electron)
const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } = electron
const backend = vi.hoisted(() => ({
  router: {},
  close: vi.fn<() => Promise<void>>(),
  closeAtOnce: vi.fn<() => void>(),
  catchUp: vi.fn<() => Promise<void>>(),
  workspace: { folder: '' },
  hosting: { leftOpen: () => null, name: () => 'UPT BLK' },
  peopleAtDesks: vi.fn<() => string[]>(() => []),
  create: vi.fn<(options: object) => void>(),
}))
vi.mock('../../electron/backend/create-backend.ts', () => ({
  createBackend: (options: object) => {
    backend.create(options)
    return backend
  },
}))
const files = vi.hoisted(() => ({ folders: [] as string[], servers: [] as string[] }))
vi.mock('../../electron/host/renderer-files.ts', () => ({
  filesFromFolder: async (folder: string) => files.folders.push(folder),
  filesFromDevServer: (address: string) => files.servers.push(address),
}))

let dataFolder: string
const { argv } = process
const fatalListeners = ['uncaughtException', 'unhandledRejection'] as const

beforeEach(() => {
  vi.resetModules()
  vi.clearAllMocks()
  vi.useRealTimers()
  session.defaultSession.removeAllListeners()
  backend.close.mockResolvedValue()
  app.removeAllListeners()
  ipcMain.removeAllListeners()
  app.isPackaged = true
  app.firstInstance = true
  BrowserWindow.opened = []
  files.folders = []
  files.servers = []
  dataFolder = mkdtempSync(join(tmpdir(), 'balai-main-'))
  process.argv = ['Balai.exe', '--lang=id', '--data', dataFolder]
})
afterEach(() => {
  process.argv = argv
  for (const event of fatalListeners) {
    for (const listener of process.listeners(event as 'uncaughtException')) {
      if (listener.name === 'endWithMessage') process.off(event, listener)
    }
  }
  rmSync(dataFolder, { recursive: true })
})

async function start() {
  await import('../../electron/shell/main.ts')
  app.ready.resolve()
  await vi.waitFor(() => expect(BrowserWindow.opened.length + app.quit.mock.calls.length).toBeGreaterThan(0))
  return BrowserWindow.opened[0]
}

test('before Electron is ready: sandbox for all, language, scheme, profile beside the data', async () => {
  await start()
  expect(app.enableSandbox).toHaveBeenCalledOnce()
  expect(app.commandLine.appendSwitch).toHaveBeenCalledExactlyOnceWith('lang', 'id')
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce()
  expect(app.getPath('userData')).toBe(join(dataFolder, 'shell'))
  expect(existsSync(join(dataFolder, 'shell'))).toBe(true)
})

test('then one guarded window on the built page, with its backend', async () => {
  const window = await start()
  const shellFolder = resolve(import.meta.dirname, '../../electron')
  expect(files.folders).toEqual([join(shellFolder, 'renderer')])
  expect(window?.webContents.url).toBe('app://balai/')
  expect(window?.options.webPreferences).toMatchObject({
    session: session.defaultSession,
    preload: join(shellFolder, 'preload/preload.cjs'),
    devTools: false,
  })
  expect(window?.webContents.windowOpen?.({ url: 'https://contoh.id' })).toEqual({ action: 'deny' })
  expect(session.defaultSession.loads('https://contoh.id/')).toBe(false)
  expect(session.defaultSession.schemes.has('app')).toBe(true)
  expect(ipcMain.listenerCount('balai:connect')).toBe(1)
  expect(Menu.setApplicationMenu).toHaveBeenCalledWith(null)
  expect(backend.create).toHaveBeenCalledExactlyOnceWith({
    dataFolder,
    clock: { now: expect.any(Function) },
    host: expect.objectContaining({ capabilities: { print: 'system', save: 'dialog', open: 'system' } }),
  })
})

test('the packed program never loads a page from a server, whatever the environment says', async () => {
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:7312')
  await start()
  expect(files.servers).toEqual([])
  vi.unstubAllEnvs()
})

test('in development the page comes from the Vite server, with the inspector', async () => {
  app.isPackaged = false
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:7312')
  const window = await start()
  expect(files.servers).toEqual(['http://127.0.0.1:7312'])
  expect(window?.options.webPreferences?.devTools).toBe(true)
  vi.unstubAllEnvs()
})

describe('one program at a time', () => {
  test('the second one ends without touching the data', async () => {
    app.firstInstance = false
    await start()
    expect(app.quit).toHaveBeenCalledOnce()
    expect(backend.create).not.toHaveBeenCalled()
    expect(BrowserWindow.opened).toEqual([])
  })

  test('and brings the first one forward', async () => {
    const window = await start()
    if (window) window.minimized = true
    app.emit('second-instance')
    expect(window?.restore).toHaveBeenCalledOnce()
    expect(window?.show).toHaveBeenCalledOnce()
    expect(window?.focus).toHaveBeenCalledOnce()
  })
})

describe('the end', () => {
  const willQuit = () => {
    const event = { preventDefault: vi.fn() }
    app.emit('will-quit', event)
    return event.preventDefault.mock.calls.length > 0
  }

  test('closing the window ends the program', async () => {
    await start()
    app.emit('window-all-closed')
    expect(app.quit).toHaveBeenCalledOnce()
  })

  test('waits until the backend has closed, once', async () => {
    await start()
    const closing = Promise.withResolvers<void>()
    backend.close.mockReturnValue(closing.promise)
    expect([willQuit(), willQuit()]).toEqual([true, true])
    await vi.waitFor(() => expect(backend.close).toHaveBeenCalledOnce())
    expect(app.quit).not.toHaveBeenCalled()
    closing.resolve()
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
    expect(willQuit()).toBe(false)
  })

  test('asks while somebody works at a desk, and can stay open for them', async () => {
    const window = await start()
    backend.peopleAtDesks.mockReturnValue(['Dimas Prakoso'])
    const event = { preventDefault: vi.fn<() => void>() }
    window?.emit('close', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(dialog.showMessageBoxSync.mock.lastCall?.[1]).toMatchObject({
      message: 'Tutup untuk 1 meja?',
      buttons: ['Tetap buka', 'Tutup dalam 60 detik'],
    })
    // Desks are warned first; nobody is connected any more, so the program ends at the next check.
    vi.useFakeTimers()
    dialog.showMessageBoxSync.mockReturnValueOnce(1)
    window?.emit('close', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
    expect(window?.close).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(window?.close).toHaveBeenCalledOnce()
    window?.emit('close', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
    backend.peopleAtDesks.mockReturnValue([])
  })

  test('does not wait for ever, and not for a failed backend', async () => {
    await start()
    vi.useFakeTimers()
    backend.close.mockReturnValue(new Promise(() => undefined))
    willQuit()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(app.quit).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(app.quit).toHaveBeenCalledOnce()
  })

  test('a backend that fails to close is reported and does not keep the program open', async () => {
    await start()
    backend.close.mockRejectedValue(new Error('disk'))
    willQuit()
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
    expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
      'Cadangan gagal dibuat',
      expect.stringMatching(/^Cadangan saat ditutup gagal dibuat\. .* Data yang sudah disimpan tetap ada\.$/),
    )
  })

  test('when Windows ends, the data is closed at once', async () => {
    const window = await start()
    expect(backend.closeAtOnce).not.toHaveBeenCalled()
    window?.emit('session-end')
    expect(backend.closeAtOnce).toHaveBeenCalledOnce()
    expect(backend.close).not.toHaveBeenCalled()
  })

  test('a snapshot missed at the last end is made once the first screen is shown', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await start()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(backend.catchUp).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(backend.catchUp).toHaveBeenCalledOnce()
  })

  test('a new start meanwhile opens the program afterwards', async () => {
    await start()
    backend.close.mockReturnValue(new Promise(() => undefined))
    willQuit()
    app.emit('second-instance')
    expect(app.relaunch).toHaveBeenCalledOnce()
  })
})

test('a data folder that cannot be created is refused with a message', async () => {
  process.argv = ['Balai.exe', '--data', join(import.meta.filename, 'data')]
  await import('../../electron/shell/main.ts')
  expect(dialog.showErrorBox.mock.calls[0]?.[0]).toBe('Balai tidak dapat dibuka')
  expect(dialog.showErrorBox.mock.calls[0]?.[1]).toMatch(/tidak dapat ditulisi/)
  expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  expect(backend.create).not.toHaveBeenCalled()
})
