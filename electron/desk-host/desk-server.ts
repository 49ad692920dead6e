import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { ZodError } from 'zod'
import { usualDeskPort } from '../../shared/features/desk/place.ts'
import { DomainError } from '../backend/domain-error.ts'
import { bodyRefusal, cookieIn, type Refusal, sendFile, sendText } from '../host/http-answer.ts'
import { closeServer, listen } from '../host/listen.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { isOwnHost } from './addresses.ts'
import type { HostCertificate } from './certificate.ts'
import { bodyOf, sendError, sendJson } from './desk-answer.ts'
import { DeskCalls, type DeskCallsOptions, isDeskJobPath } from './desk-calls.ts'
import type { DeskLines } from './desk-lines.ts'
import { PairingEndpoint } from './pairing-endpoint.ts'

type Options = DeskCallsOptions & {
  readonly files: RendererFiles
  readonly certificate: HostCertificate
  readonly port: number
}

export type DeskServer = {
  readonly port: number
  readonly lines: DeskLines
  hangUp(desk: number): void
  close(): Promise<void>
}

/** Largest body of a call to the pairing endpoint, in bytes. */
const endpointLimit = 4096
/** Milliseconds of silence after which a connection is dead. */
const silence = 75_000

/** Serves the page to the office network, and the operations to signed-in people at paired desks. @throws DomainError port_in_use */
export async function startDeskServer(options: Options): Promise<DeskServer> {
  const { hosting, files, certificate } = options
  const headers = securityHeaders()
  const endpoint = new PairingEndpoint(hosting, certificate.fingerprint)
  const calls = new DeskCalls(options)
  let port = 0

  const server = createServer(
    { key: certificate.key, cert: certificate.certificate, minVersion: 'TLSv1.3' },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        // A request that the desk itself broke off is not an error.
        if (!request.destroyed) console.error(error)
        if (response.headersSent) response.destroy()
        else sendText(response, 500, 'Balai gagal menjawab.')
      })
    },
  )
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  // A desk whose cable was pulled sends nothing any more: without keep-alive its connection would count as open for hours.
  server.on('secureConnection', socket => socket.setKeepAlive(true, 15_000))
  server.requestTimeout = 120_000
  server.keepAliveTimeout = silence

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const method = request.method ?? ''
    const target = targetOf(request, port)
    const refusal = target === null ? unknownHost : refusalOf(request, target, port)
    if (target === null || refusal) {
      const { status, words } = refusal ?? unknownHost
      // A body that follows is not read.
      if (method !== 'GET') response.setHeader('Connection', 'close')
      return sendText(response, status, words)
    }
    const { pathname, search: query } = target
    const address = request.socket.remoteAddress ?? ''
    if (pathname.startsWith('/pintu/'))
      return answerEndpoint(request, response, pathname.slice('/pintu/'.length), address)
    if (pathname.startsWith('/rpc/') || pathname === '/denyut' || isDeskJobPath(pathname)) {
      response.setHeader('Cache-Control', 'no-store')
      const paired = endpoint.deskOf(cookieIn(request.headers.cookie, cookieName(port)), address)
      if (!paired) return sendError(response, 401, { code: 'desk_unknown' })
      return calls.answer(request, response, target, paired)
    }
    await sendFile(response, files, { method, pathname, query })
  }

  async function answerEndpoint(request: IncomingMessage, response: ServerResponse, path: string, address: string) {
    try {
      const answered = endpoint.answer(path, await bodyOf(request, endpointLimit), address)
      if (!answered) return sendText(response, 404, 'Alamat tidak dikenal.')
      if (answered.cookie !== undefined) response.setHeader('Set-Cookie', cookieFor(port, answered.cookie))
      sendJson(response, 200, answered.answer)
    } catch (error) {
      if (error instanceof DomainError) sendError(response, 403, error.data)
      else if (error instanceof ZodError || error instanceof SyntaxError)
        sendText(response, 400, 'Permintaan tidak dikenal.')
      else throw error
    }
  }

  port = await listen(server, { wanted: options.port, usual: usualDeskPort })
  return {
    port,
    lines: calls.lines,
    hangUp(desk) {
      endpoint.forget(desk)
      calls.hangUp(desk)
    },
    async close() {
      calls.endJobs()
      await closeServer(server)
      calls.lines.close()
    },
  }
}

const unknownHost: Refusal = { status: 403, words: 'Alamat ini bukan alamat Balai.' }
const foreign: Refusal = { status: 403, words: 'Permintaan dari situs lain ditolak.' }

/** The requested URL at one of our addresses; null for any other address. An exact Host stops a name that was made to point here (DNS rebinding). */
function targetOf({ headers, url = '' }: IncomingMessage, port: number): URL | null {
  if (!isOwnHost(headers.host, port) || !url.startsWith('/')) return null
  const address = `https://${headers.host}${url}`
  return URL.canParse(address) ? new URL(address) : null
}

/** Why a request is refused before its sender is checked. */
function refusalOf({ method = '', headers }: IncomingMessage, target: URL, port: number): Refusal | null {
  if (headers.origin !== undefined && headers.origin !== target.origin) return foreign
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return foreign
  const pairing = target.pathname.startsWith('/pintu/')
  const posted = pairing || /^\/(?:rpc|tangan)\//.test(target.pathname)
  // A computer that is no desk gets that error before any other.
  if (posted && !pairing && cookieIn(headers.cookie, cookieName(port)) === '') return null
  if (posted ? method !== 'POST' : method !== 'GET' && method !== 'HEAD')
    return { status: 405, words: 'Cara ini tidak dilayani.' }
  if (!posted) return null
  // A browser sends the origin with every POST; a request without it is not from our page.
  if (headers.origin === undefined) return foreign
  return bodyRefusal(headers)
}

function cookieName(port: number): string {
  return `__Host-balai-${port}`
}

function cookieFor(port: number, value: string): string {
  return `${cookieName(port)}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict`
}
