import type { IncomingMessage, ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/node'
import program from '../../package.json' with { type: 'json' }
import { contract } from '../../shared/contract.ts'
import type { DomainErrorCode } from '../../shared/domain-error.ts'
import { deskJobAnswer } from '../../shared/features/desk/desk-job.ts'
import { closingHeader, versionHeader } from '../../shared/features/desk/pair.ts'
import { deskJobPath, deskProgramHeader, jobHeader } from '../../shared/features/desk/place.ts'
import type { DeskId } from '../../shared/ids.ts'
import { Desk } from '../backend/desk.ts'
import type { DeskHosting } from '../backend/desk-hosting.ts'
import type { BackendRouter } from '../backend/dispatch/dispatch.ts'
import type { HostServices } from '../backend/host-services.ts'
import { sendText } from '../host/http-answer.ts'
import { bodyOf, sendError } from './desk-answer.ts'
import { DeskLines } from './desk-lines.ts'
import { RemoteServices } from './remote-services.ts'

export type DeskCallsOptions = {
  readonly router: BackendRouter
  readonly hosting: DeskHosting
  /** The services for desks in a browser, where the page prints and saves by itself. */
  readonly services: HostServices
  /** Whether the host closes soon; sent with every pulse. */
  readonly closing: () => { seconds: number; by: string } | null
}

/** Largest answer of a desk about its printers, in bytes. */
const answerLimit = 256 * 1024

/** Answers what paired desks ask: the pulse, operations, and the jobs that the host has for a desk. */
export class DeskCalls {
  readonly lines: DeskLines
  readonly #options: DeskCallsOptions
  readonly #handler: RPCHandler<{ desk: Desk; request?: string }>
  readonly #desks = new Map<number, Desk>()
  readonly #remotes = new Map<number, RemoteServices>()

  constructor(options: DeskCallsOptions) {
    this.#options = options
    this.lines = new DeskLines(options.hosting)
    this.#handler = new RPCHandler(options.router, {
      eventIteratorKeepAliveInterval: 15_000,
      rootInterceptors: [
        async ({ next }) => {
          const result = await next()
          const status = result.matched && statusOf(result.response.body)
          return status ? { ...result, response: { ...result.response, status } } : result
        },
      ],
    })
  }

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, searchParams: query }: URL,
    paired: { id: DeskId; name: string },
  ): Promise<void> {
    const line = this.lines.use(paired.id, response)
    if (pathname === '/denyut') {
      line.note(Number(query.get('ms') ?? 'NaN'))
      // The version tells the page that the host was updated, so that it reloads.
      const soon = this.#options.closing()
      const said = soon && { [closingHeader]: `${soon.seconds} ${encodeURIComponent(soon.by)}` }
      response.writeHead(204, { [versionHeader]: program.version, ...said }).end()
      return
    }
    const start = request.headers[deskProgramHeader]
    if (isDeskJobPath(pathname))
      return this.#answerJob(request, response, pathname, this.#remoteOf(paired.id), String(start))
    const { services } = this.#options
    // An installed program prints and saves at its desk; in a browser the page does.
    const own = start === undefined ? services : this.#remoteOf(paired.id).services(services)
    const desk = this.#desks.get(paired.id) ?? new Desk(paired.name, own, null, paired.id)
    this.#desks.set(paired.id, desk)
    if (desk.isEmpty && !isOpen(pathname)) return sendError(response, 401, { code: 'sign_in_needed' })
    const number = request.headers['x-balai-request']
    const context = { desk, ...(typeof number === 'string' && /^[\w-]{8,64}$/.test(number) && { request: number }) }
    const { matched } = await this.#handler.handle(request, response, { prefix: '/rpc', context })
    if (!matched) sendText(response, 404, 'Perintah tidak dikenal.')
  }

  hangUp(desk: number): void {
    this.#desks.delete(desk)
    this.#remotes.get(desk)?.end()
    this.#remotes.delete(desk)
    this.lines.end(desk)
  }

  /** Ends the jobs that wait at desks, so that their connections can close. */
  endJobs(): void {
    for (const one of this.#remotes.values()) one.end()
  }

  #remoteOf(desk: number): RemoteServices {
    const known = this.#remotes.get(desk) ?? new RemoteServices()
    this.#remotes.set(desk, known)
    return known
  }

  async #answerJob(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    own: RemoteServices,
    start: string,
  ): Promise<void> {
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
}

/** '/tangan' for the next job, '/tangan/<id>' for the answer to one. */
export function isDeskJobPath(pathname: string): boolean {
  return pathname === deskJobPath || pathname.startsWith(`${deskJobPath}/`)
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
