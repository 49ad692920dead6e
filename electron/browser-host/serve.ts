import type { DomainErrorData } from '../../shared/domain-error.ts'
import { type BackendOptions, createBackend } from '../backend/create-backend.ts'
import { Desk, mainDesk } from '../backend/desk.ts'
import type { HostServices } from '../backend/host-services.ts'
import { officeAddresses } from '../desk-host/addresses.ts'
import { DeskSwitch } from '../desk-host/desk-switch.ts'
import { keepSending } from '../host/keep-sending.ts'
import { pageServices } from '../host/page-services.ts'
import { filesFromDevServer, filesFromFolder } from '../host/renderer-files.ts'
import { type BrowserHost, startBrowserHost } from './http-server.ts'
import { openBrowser } from './open-browser.ts'

export type ServeOptions = {
  readonly backendOptions: Omit<BackendOptions, 'host'>
  /** A port that must be had; 0 or nothing takes 7311 or else any free one. */
  readonly port?: number | undefined
  /** Whether to open Edge or Chrome where one is found. */
  readonly open: boolean
  /** Folder of the built page. */
  readonly rendererFolder: string
  /** What installs a new version, where a host can; a browser on this PC cannot. */
  readonly updates?: HostServices['updates'] | undefined
  /** Port at which other computers of the office come in; 0 takes the usual one. Nothing lets nobody in. */
  readonly deskPort?: number | undefined
  /** False tells the office network nothing. */
  readonly announced?: boolean
  /** Told the address for the next browser, each time one came in: an address is good once. */
  readonly onEntered?: ((next: string) => void) | undefined
  /** Address of a Vite server that gives the page instead of `rendererFolder`. */
  readonly devServer?: string | undefined
}

/**
 * The whole program in the browser. `url` lets in who opens it first, and is another one then; `close` ends the backend with its snapshot.
 * Throws DomainError `port_in_use`.
 */
export async function serve(
  options: ServeOptions,
): Promise<
  BrowserHost & { readonly openingError: DomainErrorData | undefined; readonly deskAddress: string | undefined }
> {
  const { backendOptions, port, open, rendererFolder, updates, devServer, deskPort, announced, onEntered } = options
  const files = devServer ? filesFromDevServer(devServer) : await filesFromFolder(rendererFolder)
  const { dataFolder } = backendOptions
  const desks =
    deskPort === undefined
      ? undefined
      : new DeskSwitch({ dataFolder, files, services: pageServices, ...(announced !== undefined && { announced }) })
  const services = { ...pageServices, ...(updates && { updates }), ...(desks && { desks }) }
  const backend = createBackend({ ...backendOptions, host: services })
  const stopSending = keepSending(backend)
  const keeping = setInterval(() => void backend.keepUp(), keepEvery)
  keeping.unref()
  const looking = setTimeout(() => void backend.workspace.checkBeside(), lookAfter)
  looking.unref()
  const desk = new Desk(mainDesk, services)
  desks?.connect(backend)
  const entered = (next: string) => {
    forget()
    onEntered?.(next)
  }
  let host: BrowserHost
  let forget = () => {}
  let opened: { port: number } | undefined
  try {
    opened = await desks?.open(deskPort ?? 0)
    host = await startBrowserHost({ router: backend.router, desk, files, port, devServer, onEntered: entered })
  } catch (error) {
    await desks?.close()
    await backend.close()
    throw error
  }
  if (open) forget = openBrowser(host.url)
  return {
    get url() {
      return host.url
    },
    /** Why there is no database; the page shows it too. */
    openingError: backend.workspace.openingError,
    /** Where other computers come in. */
    deskAddress: opened && `https://${officeAddresses()[0] ?? 'localhost'}:${opened.port}`,
    async close() {
      stopSending()
      forget()
      clearInterval(keeping)
      clearTimeout(looking)
      await desks?.close()
      await host.close()
      await backend.close()
    },
  }
}

/** The page comes first; then all rows are compared with their seals. */
const lookAfter = 20_000

/** How often it is looked whether a stick was plugged in, and whether a backup or a test is due. */
const keepEvery = 60_000
