import { protocol, type Session } from 'electron'
import { placePath } from '../../shared/features/desk/place.ts'
import type { PlaceEndpoint } from '../desk-client/place-endpoint.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { appScheme, isAppAddress, isHostAddress } from './app-origin.ts'

/** Must run before `app` is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

type Served = {
  readonly files: RendererFiles
  readonly devServer?: string | undefined
  /** Serves the calls about this computer. */
  readonly place?: PlaceEndpoint
  /** At a desk: the page and the operations of the host. */
  readonly answerHost?: (request: Request) => Promise<Response>
}

/** Serves app://balai/… from the built page (or the Vite server in development), at a desk app://meja/… from its host, and nothing else. */
export function serveApp(session: Session, served: Served): void {
  session.protocol.handle(appScheme, request => answerApp(request, served))
}

async function answerApp(request: Request, { files, devServer, place, answerHost }: Served): Promise<Response> {
  const headers = securityHeaders(devServer)
  const refuse = (status: number) => new Response(null, { status, headers })
  const isHostPage = isHostAddress(request.url)
  if (!isAppAddress(request.url) || (isHostPage && !answerHost)) return refuse(403)
  const { pathname, search } = new URL(request.url)
  if (place && pathname.startsWith(placePath)) {
    // Only our own pages may ask; another origin gets nothing. (Node returns the origin 'null' for a scheme like ours.)
    const origin = request.headers.get('origin')
    if (origin !== null && !isAppAddress(origin)) return refuse(403)
    return place.answer(pathname.slice(placePath.length), request)
  }
  if (isHostPage && answerHost) return answerHost(request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const file = await files.read(pathname, search)
  if (!file) return refuse(404)
  return new Response(Buffer.from(file.bytes), { headers: { ...headers, 'Content-Type': file.type } })
}
