import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { findHouses } from '../desk-client/find-houses.ts'
import type { HouseIdentity, HouseIdentityFile } from '../desk-client/house-identity.ts'
import { HouseLine } from '../desk-client/house-line.ts'
import { lendHands } from '../desk-client/lend-hands.ts'
import { PlaceDoor } from '../desk-client/place-door.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { houseAddress, unreachedAddress } from './app-origin.ts'
import { serveApp } from './app-protocol.ts'
import { askBeforeUnload } from './ask-before-unload.ts'
import { addContextMenu } from './context-menu.ts'
import { reloadAfterCrash } from './fatal-errors.ts'
import { guardSession } from './guard-session.ts'
import { tellLocked } from './lock-with-system.ts'
import { openMainWindow } from './main-window.ts'
import { shellServices } from './shell-services.ts'

type Options = {
  readonly house: HouseIdentity
  readonly file: HouseIdentityFile
  readonly files: RendererFiles
  readonly profile: string
  readonly preload: string
  readonly devServer: string | undefined
}

/** What is the house's and not the page's to send on: the cookie of this desk stays here, and the connection is another one. */
const notPassedOn = ['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']

/**
 * This computer as a desk: no data and no backend, a window on the page of its house, and its own printers and dialogs for it. The page comes
 * through us, because the key of the desk and its cookie never reach it, and what is kept in the browser stays whatever address the house has.
 * @returns the window that is open
 */
export async function startDesk(options: Options): Promise<() => BrowserWindow | undefined> {
  const { house, file, files, profile, preload, devServer } = options
  // What one house left in the browser another one never reads.
  const page = session.fromPartition(`persist:meja-${house.fingerprint.slice(0, 16)}`)
  let window: BrowserWindow | undefined
  const ourWindow = () => (window?.isDestroyed() ? undefined : window)
  const show = (address: string) => {
    ourWindow()
      ?.loadURL(address)
      .catch((error: unknown) => console.error(error))
  }

  const line = new HouseLine({ house, keep: changed => file.keep(changed), find: findHouses })
  const hands = lendHands(line, shellServices(ourWindow))
  const place = new PlaceDoor({
    line,
    mayJoin: () => false,
    find: findHouses,
    becomeDesk: () => undefined,
    leave() {
      file.forget()
      startAnew()
    },
    open: () => show(houseAddress),
  })
  guardSession(page, devServer)
  serveApp(page, {
    files,
    devServer,
    place,
    house: request => answerFromHouse(line, hands.headers, request, () => show(unreachedAddress)),
  })
  tellLocked(() => ourWindow()?.webContents)
  app.on('will-quit', () => hands.stop())

  const reached = await line.reach()
  window = openMainWindow({
    session: page,
    preload,
    stateFile: join(profile, 'jendela.json'),
    developerTools: !app.isPackaged,
    address: reached === 'here' ? houseAddress : unreachedAddress,
  })
  addContextMenu(window.webContents)
  reloadAfterCrash(window)
  askBeforeUnload(window)
  return ourWindow
}

/** The program begins again, with another part in the office. */
export function startAnew(): void {
  app.relaunch()
  app.quit()
}

/** @param away the house does not answer whoever loads the page: something else must be shown, since Chromium's own error says nothing */
async function answerFromHouse(
  line: HouseLine,
  own: Readonly<Record<string, string>>,
  request: Request,
  away: () => void,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  // The door is ours: the page never holds what a desk comes in with.
  if (pathname.startsWith('/pintu/') || pathname.startsWith('/tangan')) return new Response(null, { status: 403 })
  try {
    const answer = await line.call(`${pathname}${search}`, request, own)
    const headers = new Headers(answer.headers)
    for (const name of notPassedOn) headers.delete(name)
    return new Response(answer.body, { status: answer.status, headers })
  } catch (error) {
    if (pathname === '/') setImmediate(away)
    // Found again where it is now: the page asks once more by itself.
    void line.reach()
    throw error
  }
}
