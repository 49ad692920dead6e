import type { DomainErrorData } from '../../shared/domain-error.ts'
import { mainDesk } from '../../shared/features/desk/main-desk.ts'
import { type BackendOptions, createBackend } from '../backend/create-backend.ts'
import { Desk } from '../backend/desk.ts'
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
  /** A fixed port; 0 or undefined takes 7311, or else any free one. */
  readonly port?: number | undefined
  /** Whether to open Edge or Chrome if one is found. */
  readonly open: boolean
  /** Folder of the built page. */
  readonly rendererFolder: string
  /** Installs a new version, if the host can; a browser on this PC cannot. */
  readonly updates?: HostServices['updates'] | undefined
  /** Port for other computers of the office; 0 takes the usual one. Undefined lets no other computer in. */
  readonly deskPort?: number | undefined
  /** False: not announced in the office network. */
  readonly announced?: boolean
  /** Called with the address for the next browser each time one came in: an address works once. */
  readonly onEntered?: ((next: string) => void) | undefined
  /** Address of a Vite server that provides the page instead of `rendererFolder`. */
  readonly devServer?: string | undefined
}

/**
 * The whole program in the browser. `url` lets in the first browser that opens it, and changes then; `close` ends the backend with its snapshot.
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
  const looking = setTimeout(() => void backend.workspace.checkOnThread(), checkAfter)
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
    /** The address for other computers. */
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

/** Milliseconds. The page is served first; then all rows are compared with their seals. */
const checkAfter = 20_000

/** Milliseconds between checks whether a stick was plugged in and whether a backup or a test is due. */
const keepEvery = 60_000
