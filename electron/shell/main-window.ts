import { BrowserWindow, type Session, screen } from 'electron'
import { fitToScreens, minimumSize, readWindowState, stepZoom, writeWindowState } from './window-state.ts'

const tinta9 = '#062E37'
const paper = '#F4F6F5'

type MainWindowOptions = {
  readonly session: Session
  readonly preload: string
  /** File that stores position, size and zoom. */
  readonly stateFile: string
  readonly developerTools: boolean
  readonly address: string
}

/** Opens the only window: isolated from Node, with the position and size of last time. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { session, preload, stateFile, developerTools, address } = options
  const state = readWindowState(stateFile)
  let zoom = state.zoom
  const bounds =
    state.bounds &&
    fitToScreens(
      state.bounds,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1366, height: 768 }),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Balai',
    show: false,
    backgroundColor: paper,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: tinta9, symbolColor: '#FFFFFF', height: 32 },
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: developerTools,
      zoomFactor: zoom,
    },
  })
  const { webContents } = window

  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    const present = { bounds: window.getNormalBounds(), maximized: window.isMaximized(), zoom }
    try {
      writeWindowState(stateFile, present)
    } catch (error) {
      // A full disk must not keep the window open.
      console.error(error)
    }
  })

  // Without a menu Chromium has no zoom keys.
  const zoomTo = (step: 'in' | 'out' | 'reset') => {
    zoom = stepZoom(zoom, step)
    webContents.setZoomFactor(zoom)
  }
  webContents.on('before-input-event', (event, input) => {
    const step =
      input.type === 'keyDown' && (input.control || input.meta) && !input.alt ? zoomKeys.get(input.key) : undefined
    if (!step) return
    event.preventDefault()
    zoomTo(step)
  })
  webContents.on('zoom-changed', (_event, direction) => zoomTo(direction))
  webContents.on('did-finish-load', () => webContents.setZoomFactor(zoom))

  window.loadURL(address).catch((error: unknown) => {
    // A window that was closed while loading is no error; anything else ends the program with a message.
    if (!window.isDestroyed()) throw error
  })
  return window
}

const zoomKeys: ReadonlyMap<string, 'in' | 'out' | 'reset'> = new Map([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['_', 'out'],
  ['0', 'reset'],
])
