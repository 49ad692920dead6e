import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { findHosts } from '../desk-client/find-hosts.ts'
import type { HostIdentity, HostIdentityFile } from '../desk-client/host-identity.ts'
import { HostLine } from '../desk-client/host-line.ts'
import { PlaceEndpoint } from '../desk-client/place-endpoint.ts'
import { runDeskJobs } from '../desk-client/run-desk-jobs.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { hostAddress, unreachedAddress } from './app-origin.ts'
import { serveApp } from './app-protocol.ts'
import { askBeforeUnload } from './ask-before-unload.ts'
import { addContextMenu } from './context-menu.ts'
import { reloadAfterCrash } from './fatal-errors.ts'
import { guardSession } from './guard-session.ts'
import { tellLocked } from './lock-with-system.ts'
import { openMainWindow } from './main-window.ts'
import { shellServices } from './shell-services.ts'

type Options = {
  readonly identity: HostIdentity
  readonly file: HostIdentityFile
  readonly files: RendererFiles
  readonly profile: string
  readonly preload: string
  readonly devServer: string | undefined
}

/** Headers that are not passed on to the page: the cookie of this desk stays here, and the connection is a different one. */
const notPassedOn = ['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']

/**
 * Runs this computer as a desk: no data and no backend, a window on the page of its host, and its own printers and dialogs. The page is fetched
 * through the program, so that it never gets the key and the cookie of the desk, and its browser storage stays the same at any address of the host.
 * @returns the window that is open
 */
export async function startDesk(options: Options): Promise<() => BrowserWindow | undefined> {
  const { identity, file, files, profile, preload, devServer } = options
  // A separate storage for each host: one host must never read what another left in the browser.
  const page = session.fromPartition(`persist:meja-${identity.fingerprint.slice(0, 16)}`)
  let window: BrowserWindow | undefined
  const ourWindow = () => (window?.isDestroyed() ? undefined : window)
  const show = (address: string) => {
    ourWindow()
      ?.loadURL(address)
      .catch((error: unknown) => console.error(error))
  }

  const line = new HostLine({ identity, keep: changed => file.keep(changed), find: findHosts })
  const jobs = runDeskJobs(line, shellServices(ourWindow))
  const place = new PlaceEndpoint({
    line,
    mayJoin: () => false,
    find: findHosts,
    becomeDesk: () => undefined,
    leave() {
      file.forget()
      startAnew()
    },
    open: () => show(hostAddress),
  })
  guardSession(page, devServer)
  serveApp(page, {
    files,
    devServer,
    place,
    answerHost: request => answerFromHost(line, jobs.headers, request, () => show(unreachedAddress)),
  })
  tellLocked(() => ourWindow()?.webContents)
  app.on('will-quit', () => jobs.stop())

  const reached = await line.reach()
  window = openMainWindow({
    session: page,
    preload,
    stateFile: join(profile, 'jendela.json'),
    developerTools: !app.isPackaged,
    address: reached === 'here' ? hostAddress : unreachedAddress,
  })
  addContextMenu(window.webContents)
  reloadAfterCrash(window)
  askBeforeUnload(window)
  return ourWindow
}

/** Restarts the program, which then has another role in the office. */
export function startAnew(): void {
  app.relaunch()
  app.quit()
}

/** @param away called when the host does not answer a page load: something else must be shown, since Chromium's own error page is useless */
async function answerFromHost(
  line: HostLine,
  own: Readonly<Record<string, string>>,
  request: Request,
  away: () => void,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  // Pairing and signing in are done by the program only: the page never gets the secrets of the desk.
  if (pathname.startsWith('/pintu/') || pathname.startsWith('/tangan')) return new Response(null, { status: 403 })
  try {
    const answer = await line.call(`${pathname}${search}`, request, own)
    const headers = new Headers(answer.headers)
    for (const name of notPassedOn) headers.delete(name)
    return new Response(answer.body, { status: answer.status, headers })
  } catch (error) {
    if (pathname === '/') setImmediate(away)
    // Looks for the host at a new address; the page asks again by itself.
    void line.reach()
    throw error
  }
}
