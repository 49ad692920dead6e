import { protocol, type Session } from 'electron'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { appScheme, isAppAddress } from './app-origin.ts'

/** Must run before `app` is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers app://balai/… from the built page (or the Vite server in development), and nothing else. */
export function serveApp(session: Session, files: RendererFiles, devServer?: string): void {
  session.protocol.handle(appScheme, request => answerApp(request, files, devServer))
}

async function answerApp(request: Request, files: RendererFiles, devServer?: string): Promise<Response> {
  const headers = securityHeaders(devServer)
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers })
  if (!isAppAddress(request.url)) return new Response(null, { status: 403, headers })
  const { pathname, search } = new URL(request.url)
  const file = await files.read(pathname, search)
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(Buffer.from(file.bytes), { headers: { ...headers, 'Content-Type': file.type } })
}
