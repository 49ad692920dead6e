import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addContextMenu } from '../../electron/shell/context-menu.ts'
import { openMainWindow } from '../../electron/shell/main-window.ts'
import { BrowserWindow, Menu, SessionDouble, WebContentsDouble } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

const session = new SessionDouble()
let folder: string
let stateFile: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-window-'))
  stateFile = join(folder, 'jendela.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(developerTools = false) {
  openMainWindow({
    session: session as unknown as Session,
    preload: '/out/preload.cjs',
    stateFile,
    developerTools,
    address: 'app://balai/',
  })
  const window = BrowserWindow.opened.at(-1)
  if (!window) throw new Error('No window was opened')
  return window
}

function press(window: BrowserWindow, key: string, held: object = { control: true }) {
  const event = { preventDefault: vi.fn() }
  window.webContents.emit('before-input-event', event, { type: 'keyDown', key, ...held })
  return event.preventDefault.mock.calls.length > 0
}

describe('the window', () => {
  test('is sandboxed, isolated and without Node', () => {
    expect(open().options.webPreferences).toEqual({
      session,
      preload: '/out/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      zoomFactor: 1,
    })
  })

  test('draws its own title bar in the colours of the sidebar and keeps a usable size', () => {
    expect(open().options).toMatchObject({
      minWidth: 880,
      minHeight: 460,
      titleBarStyle: 'hidden',
      titleBarOverlay: { color: '#062E37', symbolColor: '#FFFFFF' },
    })
  })

  test('loads our page, and appears only when it is drawn', () => {
    const window = open()
    expect(window.webContents.url).toBe('app://balai/')
    expect(window.options.show).toBe(false)
    window.emit('ready-to-show')
    expect(window.show).toHaveBeenCalledOnce()
  })

  test('is maximized the first time', () => {
    const window = open()
    window.emit('ready-to-show')
    expect(window.maximized).toBe(true)
  })

  test('is remembered', () => {
    writeFileSync(stateFile, '{"bounds":{"x":5,"y":6,"width":1200,"height":650},"maximized":false,"zoom":1.25}')
    const window = open()
    expect(window.options).toMatchObject({ x: 5, y: 6, width: 1200, height: 650 })
    window.emit('ready-to-show')
    expect(window.maximized).toBe(false)

    press(window, '+')
    window.emit('close')
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toEqual({
      bounds: { x: 10, y: 20, width: 1100, height: 700 },
      maximized: false,
      zoom: 1.5,
    })
  })

  test('closes even when its position cannot be saved', () => {
    const window = open()
    rmSync(folder, { recursive: true })
    vi.spyOn(console, 'error').mockReturnValueOnce()
    expect(() => window.emit('close')).not.toThrow()
  })
})

describe('zoom', () => {
  test('follows the keys and the wheel', () => {
    const window = open()
    expect([press(window, '+'), press(window, '='), press(window, '-'), press(window, '0')]).toEqual(
      Array(4).fill(true),
    )
    window.webContents.emit('zoom-changed', {}, 'in')
    window.webContents.emit('zoom-changed', {}, 'out')
    expect(window.webContents.setZoomFactor.mock.calls.flat()).toEqual([1.1, 1.25, 1.1, 1, 1.1, 1])
  })

  test('leaves other keys alone', () => {
    const window = open()
    expect(press(window, 'k')).toBe(false)
    expect(press(window, '+', {})).toBe(false)
    expect(press(window, '+', { control: true, alt: true })).toBe(false)
    expect(press(window, 'constructor')).toBe(false)
    expect(window.webContents.setZoomFactor).not.toHaveBeenCalled()
  })

  test('is set again after every load', () => {
    const window = open()
    press(window, '+')
    window.webContents.emit('did-finish-load')
    expect(window.webContents.setZoomFactor).toHaveBeenLastCalledWith(1.1)
  })
})

describe('the right mouse button', () => {
  const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }

  test.each([
    ['a field', { isEditable: true, selectionText: '' }, ['Potong', 'Salin', 'Tempel', undefined, 'Pilih semua']],
    ['selected text', { isEditable: false, selectionText: 'Siti' }, ['Salin']],
    ['an empty place', { isEditable: false, selectionText: ' ' }, undefined],
  ])('on %s', (_where, parameters, labels) => {
    Menu.buildFromTemplate.mockClear()
    const contents = new WebContentsDouble()
    addContextMenu(contents as unknown as Parameters<typeof addContextMenu>[0])
    contents.emit('context-menu', {}, { ...parameters, editFlags })
    expect(Menu.buildFromTemplate.mock.calls[0]?.[0].map(item => item.label)).toEqual(labels)
  })
})
