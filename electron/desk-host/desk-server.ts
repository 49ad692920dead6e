import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { RPCHandler } from '@orpc/server/node'
import { ZodError } from 'zod'
import program from '../../package.json' with { type: 'json' }
import { contract } from '../../shared/contract.ts'
import { type DomainErrorCode, type DomainErrorData, domainErrorMessage } from '../../shared/domain-error.ts'
import { deskJobAnswer } from '../../shared/features/desk/desk-job.ts'
import { closingHeader, versionHeader } from '../../shared/features/desk/pair.ts'
import { deskJobPath, deskProgramHeader, jobHeader, usualDeskPort } from '../../shared/features/desk/place.ts'
import { Desk } from '../backend/desk.ts'
import type { DeskHosting } from '../backend/desk-hosting.ts'
import type { BackendRouter } from '../backend/dispatch/dispatch.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'
import { bodyRefusal, cookieIn, type Refusal, sendFile, sendText } from '../host/http-answer.ts'
import { closeServer, listen } from '../host/listen.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { isOwnHost } from './addresses.ts'
import type { HostCertificate } from './certificate.ts'
import { DeskLines } from './desk-lines.ts'
import { PairingEndpoint } from './pairing-endpoint.ts'
import { RemoteServices } from './remote-services.ts'

type Options = {
  readonly router: BackendRouter
  readonly hosting: DeskHosting
  readonly files: RendererFiles
  readonly certificate: HostCertificate
  /** The services for desks in a browser, where the page prints and saves by itself. */
  readonly services: HostServices
  readonly port: number
  /** Whether the host closes soon; sent with every pulse. */
  readonly closing: () => { seconds: number; by: string } | null
}

export type DeskServer = {
  readonly port: number
  readonly lines: DeskLines
  hangUp(desk: number): void
  close(): Promise<void>
}

/** Largest body of a call to the pairing endpoint, in bytes. */
const endpointLimit = 4096
/** Largest answer of a desk about its printers, in bytes. */
const answerLimit = 256 * 1024
/** Milliseconds of silence after which a connection is dead. */
const silence = 75_000

/** Serves the page to the office network, and the operations to signed-in people at paired desks. @throws DomainError port_in_use */
export async function startDeskServer(options: Options): Promise<DeskServer> {
  const { router, hosting, files, certificate, services, closing } = options
  const headers = securityHeaders()
  const endpoint = new PairingEndpoint(hosting, certificate.fingerprint)
  const lines = new DeskLines(hosting)
  const desks = new Map<number, Desk>()
  const remotes = new Map<number, RemoteServices>()
  const handler = new RPCHandler(router, {
    eventIteratorKeepAliveInterval: 15_000,
    rootInterceptors: [
      async ({ next }) => {
        const result = await next()
        const status = result.matched && statusOf(result.response.body)
        return status ? { ...result, response: { ...result.response, status } } : result
      },
    ],
  })
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
    if (pathname.startsWith('/rpc/') || pathname === '/denyut' || isDeskJobPath(pathname))
      return answerDesk(request, response, pathname, target.searchParams, address)
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

  async function answerDesk(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    query: URLSearchParams,
    address: string,
  ) {
    response.setHeader('Cache-Control', 'no-store')
    const paired = endpoint.deskOf(cookieIn(request.headers.cookie, cookieName(port)), address)
    if (!paired) return sendError(response, 401, { code: 'desk_unknown' })
    const line = lines.use(paired.id, response)
    if (pathname === '/denyut') {
      line.note(Number(query.get('ms') ?? 'NaN'))
      // The version tells the page that the host was updated, so that it reloads.
      const soon = closing()
      const said = soon && { [closingHeader]: `${soon.seconds} ${encodeURIComponent(soon.by)}` }
      response.writeHead(204, { [versionHeader]: program.version, ...said }).end()
      return
    }
    const start = request.headers[deskProgramHeader]
    if (isDeskJobPath(pathname))
      return answerDeskJob(request, response, pathname, remoteServicesOf(paired.id), String(start))
    // An installed program prints and saves at its desk; in a browser the page does.
    const own = start === undefined ? services : remoteServicesOf(paired.id).services(services)
    const desk = desks.get(paired.id) ?? new Desk(paired.name, own, null, paired.id)
    desks.set(paired.id, desk)
    if (desk.isEmpty && !isOpen(pathname)) return sendError(response, 401, { code: 'sign_in_needed' })
    const number = request.headers['x-balai-request']
    const context = { desk, ...(typeof number === 'string' && /^[\w-]{8,64}$/.test(number) && { request: number }) }
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context })
    if (!matched) sendText(response, 404, 'Perintah tidak dikenal.')
  }

  function remoteServicesOf(desk: number): RemoteServices {
    const known = remotes.get(desk) ?? new RemoteServices()
    remotes.set(desk, known)
    return known
  }

  async function answerDeskJob(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    own: RemoteServices,
    start: string,
  ) {
    if (request.method === 'POST') {
      const answer = deskJobAnswer.safeParse(await bodyOf(request, answerLimit).catch(() => undefined))
      own.answer(pathname.slice(deskJobPath.length + 1), answer.success ? answer.data : { failed: true })
      return void response.writeHead(204).end()
    }
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const next = await own.next(start, gone.signal)
    if (!next) return void response.writeHead(204).end()
    const bytes = next.bytes ?? new Uint8Array()
    response
      .writeHead(200, {
        'Content-Type': 'application/octet-stream',
        'Content-Length': bytes.byteLength,
        [jobHeader]: Buffer.from(JSON.stringify(next.job)).toString('base64'),
      })
      .end(bytes)
  }

  port = await listen(server, { wanted: options.port, usual: usualDeskPort })
  return {
    port,
    lines,
    hangUp(desk) {
      endpoint.forget(desk)
      desks.delete(desk)
      remotes.get(desk)?.end()
      remotes.delete(desk)
      lines.end(desk)
    },
    async close() {
      for (const one of remotes.values()) one.end()
      await closeServer(server)
      lines.close()
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

/** '/tangan' for the next job, '/tangan/<id>' for the answer to one. */
function isDeskJobPath(pathname: string): boolean {
  return pathname === deskJobPath || pathname.startsWith(`${deskJobPath}/`)
}

async function bodyOf(request: IncomingMessage, longest: number): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > longest) throw new SyntaxError('too long')
  }
  return JSON.parse(text)
}

function isOpen(pathname: string): boolean {
  const [feature = '', name = ''] = pathname.slice('/rpc/'.length).split('/')
  const operations: Record<string, Record<string, { '~orpc': { meta: { group: string } } }>> = contract
  const known = Object.hasOwn(operations, feature) ? operations[feature] : undefined
  return known !== undefined && Object.hasOwn(known, name) && known[name]?.['~orpc'].meta.group === 'open'
}

/** Errors of missing rights also have an HTTP status, for clients that do not read our format. */
const statuses: Partial<Record<DomainErrorCode, 401 | 403>> = {
  sign_in_needed: 401,
  desk_locked: 401,
  secret_must_change: 403,
  not_allowed: 403,
  second_person_needed: 403,
  confirm_needed: 403,
  desks_not_here: 403,
}

function statusOf(body: unknown): 401 | 403 | undefined {
  const { json } = (body ?? {}) as { json?: { code?: string; data?: { code?: DomainErrorCode } } }
  return json?.code === 'DOMAIN_ERROR' && json.data?.code ? statuses[json.data.code] : undefined
}

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(answer))
}

/** In the same format as errors of operations, so that the page reads both in one way. */
function sendError(response: ServerResponse, status: 401 | 403, data: DomainErrorData): void {
  const error = { defined: true, code: 'DOMAIN_ERROR', status, message: domainErrorMessage(data), data }
  sendJson(response, status, { json: error })
}
