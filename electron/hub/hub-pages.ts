import type { IncomingMessage, ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/node'
import { cookieIn, sendFound, sendText } from '../host/http-answer.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { type HubOptions, hubRouter } from './hub-router.ts'

const cookieName = '__Host-balai-pusat'

/**
 * The pages for staff: the built page and its operations. Returns whether the request was for them.
 * @param files the built page; null while it is being built
 */
export function hubPages({ files, ...options }: HubOptions & { files(): RendererFiles | null }) {
  const handler = new RPCHandler(hubRouter(options))

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'https://hub')
    for (const [header, value] of Object.entries(securityHeaders())) response.setHeader(header, value)
    if (url.pathname.startsWith('/rpc/')) {
      // Only our own page may call: a form on another site cannot send this content type, and no cookie is sent with it.
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') return false
      const token = cookieIn(request.headers.cookie, cookieName)
      const from = request.socket.remoteAddress ?? ''
      const setToken = (fresh: string) =>
        response.setHeader(
          'Set-Cookie',
          `${cookieName}=${fresh}; Path=/; Secure; HttpOnly; SameSite=Strict${fresh === '' ? '; Max-Age=0' : ''}`,
        )
      const { matched } = await handler.handle(request, response, {
        prefix: '/rpc',
        context: { token, from, setToken },
      })
      return matched
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const page = files()
    if (!page) {
      response.setHeader('Retry-After', '5')
      sendText(response, 503, 'Halaman sedang disiapkan. Muat ulang sebentar lagi.')
      return true
    }
    const file = await page.read(url.pathname, url.search)
    if (!file) return false
    sendFound(response, file, request.method)
    return true
  }
}
