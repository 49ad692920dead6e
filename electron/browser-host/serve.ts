import type { DomainErrorData } from '../../shared/domain-error.ts'
import { type BackendOptions, createBackend } from '../backend/create-backend.ts'
import { Desk, mainDesk } from '../backend/desk.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'
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
  /** Address of a Vite server that gives the page instead of `rendererFolder`. */
  readonly devServer?: string | undefined
}

/**
 * The whole program in the browser. `url` lets in whoever opens it; `close` ends the backend with its snapshot.
 * Throws DomainError `port_in_use`.
 */
export async function serve(
  options: ServeOptions,
): Promise<BrowserHost & { readonly openingError: DomainErrorData | undefined }> {
  const { backendOptions, port, open, rendererFolder, updates, devServer } = options
  const files = devServer ? filesFromDevServer(devServer) : await filesFromFolder(rendererFolder)
  const services = { ...pageServices, ...(updates && { updates }) }
  const backend = createBackend({ ...backendOptions, host: services })
  const desk = new Desk(mainDesk, services)
  const host = await startBrowserHost({ router: backend.router, desk, files, port, devServer }).catch(async error => {
    await backend.close()
    throw error
  })
  if (open) openBrowser(host.url)
  return {
    url: host.url,
    /** Why there is no database; the page shows it too. */
    openingError: backend.workspace.openingError,
    async close() {
      await host.close()
      await backend.close()
    },
  }
}

/** In a browser the page prints and downloads by itself; a backend that asks us has overlooked the capabilities. */
const pageServices: HostServices = {
  capabilities: { print: 'page', save: 'download' },
  async print() {
    throw new DomainError({ code: 'host_cannot', action: 'print' })
  },
  async printers() {
    return []
  },
  async save() {
    throw new DomainError({ code: 'host_cannot', action: 'save' })
  },
}
