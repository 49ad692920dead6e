import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, crashReporter, Menu, session } from 'electron'
import { mainDesk } from '../../shared/features/desk/main-desk.ts'
import { systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { Desk } from '../backend/desk.ts'
import { DomainError } from '../backend/domain-error.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { findHosts } from '../desk-client/find-hosts.ts'
import { HostIdentityFile } from '../desk-client/host-identity.ts'
import { PlaceEndpoint } from '../desk-client/place-endpoint.ts'
import { DeskSwitch } from '../desk-host/desk-switch.ts'
import { keepSending } from '../host/keep-sending.ts'
import { pageServices } from '../host/page-services.ts'
import { filesFromDevServer, filesFromFolder } from '../host/renderer-files.ts'
import { appAddress, newAddress } from './app-origin.ts'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { askBeforeUnload } from './ask-before-unload.ts'
import { closeBeforeQuit } from './close-before-quit.ts'
import { connectPage } from './connect-page.ts'
import { addContextMenu } from './context-menu.ts'
import { crashNotes } from './crash-report.ts'
import { askBeforeLeaving, stayAwakeFor } from './desk-duties.ts'
import { catchFatalErrors, endWithMessage, reloadAfterCrash } from './fatal-errors.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { keyProtection } from './key-protection.ts'
import { lockWithSystem } from './lock-with-system.ts'
import { openMainWindow } from './main-window.ts'
import { shellServices } from './shell-services.ts'
import { startAnew, startDesk } from './start-desk.ts'
import { updateServices } from './update-services.ts'
import { windowsFirewall } from './windows-firewall.ts'

const rendererFolder = join(import.meta.dirname, '../renderer')
/** Milliseconds; by then the first page is shown and the user reads it. */
const catchUpAfter = 20_000
/** Milliseconds between checks whether a stick was plugged in and whether a backup or a test is due. */
const keepEvery = 60_000
const preload = join(import.meta.dirname, '../preload/preload.cjs')

// Before `app` is ready: Chromium reads its switches, the schemes and its profile folder only once.
catchFatalErrors()
app.enableSandbox()
app.commandLine.appendSwitch('lang', 'id')
app.setAppUserModelId('id.balai.desktop')
registerAppScheme()
guardContents()

try {
  // Passed explicitly, because parseArgs skips two by default, and a packed program has only one word before its arguments. Not strict: Chromium's
  // switches are among ours.
  const args = process.argv.slice(1)
  const { values } = parseArgs({ args, strict: false, options: { data: { type: 'string' } } })
  const named = typeof values.data === 'string' ? values.data : undefined
  const dataFolder = chooseDataFolder(named)
  const profile = join(dataFolder, 'shell')
  makeFolder(profile, dataFolder)
  // The profile is beside the data, so the single-instance lock applies to a data folder. It is taken before the database is opened.
  app.setPath('userData', profile)
  // Crash dumps stay on this PC.
  crashReporter.start({ uploadToServer: false })
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => start(dataFolder, profile, named && dataFolder))
  else app.quit()
} catch (error) {
  endWithMessage(error)
}

/** @param reopenOn the data folder if it is not the usual one: after an update the program opens it again */
async function start(dataFolder: string, profile: string, reopenOn: string | undefined): Promise<void> {
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const files = devServer ? filesFromDevServer(devServer) : await filesFromFolder(rendererFolder)
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  app.on('window-all-closed', () => app.quit())
  const protection = await keyProtection(profile)
  const file = new HostIdentityFile(profile, protection)
  const identity = file.read()
  if (identity) {
    const ourWindow = await startDesk({ identity, file, files, profile, preload, devServer })
    app.on('second-instance', () => bringToFront(ourWindow()))
    return
  }

  const page = session.defaultSession
  let window: BrowserWindow | undefined
  const ourWindow = () => (window?.isDestroyed() ? undefined : window)
  guardSession(page, devServer)
  // Our installer is for Windows only; on other systems the program is built by its users.
  const updates =
    process.platform === 'win32' && app.isPackaged ? updateServices({ ourWindow, dataFolder: reopenOn }) : undefined
  const desks = new DeskSwitch({
    dataFolder,
    files,
    awake: true,
    ...(process.platform === 'win32' && { firewall: windowsFirewall() }),
    // The keys of this centre are encrypted by this system; everything else a desk does by itself.
    services: { ...pageServices, ...(protection && { keyProtection: protection }) },
  })
  const host = {
    desks,
    ...shellServices(ourWindow),
    ...(protection && { keyProtection: protection }),
    ...(updates && { updates }),
    // In memory only, because it may contain anyone's data.
    typed: new Map<string, string>(),
    crashes: crashNotes({ profile, version: app.getVersion(), dumps: app.getPath('crashDumps') }),
  }
  const backend = createBackend({ dataFolder, clock: systemClock, host })
  desks.connect(backend)
  // A data folder without a centre is empty: this computer may still become a desk of another one.
  const isNew = () => backend.hosting.name() === ''
  const place = new PlaceEndpoint({
    line: null,
    mayJoin: isNew,
    find: findHosts,
    becomeDesk(joined) {
      file.keep(joined)
      // After the response, so that the page can say what happens now.
      setTimeout(startAnew, 500)
    },
    leave: () => undefined,
    open: () => undefined,
  })
  serveApp(page, { files, devServer, place })
  // If this fails, desks can still be opened by hand; a port in use must not keep the program from starting.
  desks.reopen().catch((error: unknown) => console.error(error))
  const awake = stayAwakeFor(() => desks.state?.awake === true)
  const quitting = closeBeforeQuit(async () => {
    awake.stop()
    await desks.close()
    await backend.close().finally(() => updates?.runOrdered())
  })
  const desk = new Desk(mainDesk, host)
  connectPage(backend.router, desk, () => ourWindow()?.webContents)
  lockWithSystem(desk, systemClock, () => ourWindow()?.webContents)
  app.on('second-instance', () => {
    // The user starts the program while it still writes the snapshot: start again when that is done.
    if (quitting.closing()) app.relaunch()
    else bringToFront(ourWindow())
  })

  window = openMainWindow({
    session: page,
    preload,
    stateFile: join(profile, 'jendela.json'),
    developerTools: !app.isPackaged,
    address: isNew() ? newAddress : appAddress,
  })
  addContextMenu(window.webContents)
  reloadAfterCrash(window)
  askBeforeUnload(window)
  keepSending(backend)
  askBeforeLeaving(window, desks, () => ({
    people: backend.peopleAtDesks(),
    by: desk.sessionIn(backend.workspace.folder)?.name ?? mainDesk,
  }))
  const catchingUp = setTimeout(() => void backend.catchUp(), catchUpAfter)
  const keeping = setInterval(() => void backend.keepUp(), keepEvery)
  app.on('will-quit', () => {
    clearTimeout(catchingUp)
    clearInterval(keeping)
  })
  // Windows shuts down or the user logs off: nothing else of our code runs after this.
  window.on('session-end', () => backend.closeAtOnce())
}

function makeFolder(folder: string, dataFolder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new DomainError({ code: 'folder_unwritable', folder: dataFolder })
  }
}

function bringToFront(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  // A window that is still loading has never been shown.
  window?.show()
  window?.focus()
}
