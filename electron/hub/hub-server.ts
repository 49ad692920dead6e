import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { z } from 'zod'
import {
  type Applied,
  type Batch,
  batchSchema,
  elsewhereRequest,
  enrolmentRequest,
  type Refusal,
} from '../../shared/features/hub/batch.ts'
import { noticesRequest } from '../../shared/features/hub/notice.ts'
import type { HostCertificate } from '../desk-host/certificate.ts'
import { closeServer, listenAt } from '../host/listen.ts'
import type { HubDatabase } from './database/hub-database.ts'
import type { Log } from './log.ts'
import { centreOfKey, enrol, invite, trainedElsewhere } from './members.ts'
import type { Metrics } from './metrics.ts'
import { noticesFor } from './notices.ts'
import { RateLimit } from './rate-limit.ts'
import { receive, stateOf } from './receive/receive.ts'
import { Refused } from './receive/refused.ts'
import { verifyCertificate } from './verify-certificate.ts'
import { verifyPage } from './verify-page.ts'

export type HubServer = { readonly port: number; close(): Promise<void> }

/** Handles requests that are not for the other parts: the dashboard. False if the path is unknown here too. */
type MoreAnswers = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

type Options = {
  db: HubDatabase
  name: string
  certificate: HostCertificate
  port: number
  host?: string | undefined
  log: Log
  metrics: Metrics
  /** A code for programs that can read the files of this user on this computer. */
  localCode: string
  more?: MoreAnswers | undefined
}

const unpack = promisify(gunzip)
const mostPacked = 4_000_000
const mostUnpacked = 32_000_000
const statuses: Record<Refusal['code'], number> = {
  gap: 409,
  fork: 412,
  superseded: 410,
  newer: 426,
  older: 426,
  clock: 425,
  invalid: 422,
  stranger: 401,
  code_wrong: 403,
  too_many: 429,
}

export async function startHubServer(options: Options): Promise<HubServer> {
  const { db, name, certificate, port, host, log, metrics, localCode, more } = options
  const checks = new RateLimit(10)
  const enrolments = new RateLimit(5)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'https://hub')
    const from = request.socket.remoteAddress ?? ''
    const path = `${request.method === 'HEAD' ? 'GET' : request.method} ${pathname}`
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    switch (path) {
      case 'GET /healthz': {
        await db.query('SELECT 1')
        return sendJson(response, 200, { ok: true, hub: name })
      }
      case 'GET /metrics': {
        if (!/^(::ffff:)?127\.|^::1$/.test(from)) return sendJson(response, 404, { code: 'not_found' })
        response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
        response.end(await metrics.text(db))
        return
      }
      case 'GET /v1/hello':
        return sendJson(response, 200, { hub: name })
      case 'POST /v1/enrol': {
        if (!enrolments.take(from)) throw new Refused({ code: 'too_many' })
        const draft = parsed(enrolmentRequest, await bodyOf(request))
        // For a trial on one computer: a program that can read this user's files could read our keys as well.
        const code = draft.code === localCode ? await invite(db, 'komputer ini', 'percobaan') : draft.code
        const enrolled = await enrol(db, name, { ...draft, code })
        log('enrolled', { centre: enrolled.centreId })
        return sendJson(response, 200, enrolled)
      }
      case 'GET /v1/state':
        return sendJson(response, 200, await stateOf(db, await known(request)))
      case 'POST /v1/facts': {
        const centre = await known(request)
        return sendJson(response, 200, await apply(centre, parsed(batchSchema, await bodyOf(request))))
      }
      case 'POST /v1/elsewhere': {
        const centre = await known(request)
        const query = parsed(elsewhereRequest, await bodyOf(request))
        return sendJson(response, 200, await trainedElsewhere(db, centre, query))
      }
      case 'POST /v1/notices': {
        const centre = await known(request)
        const query = parsed(noticesRequest, await bodyOf(request))
        const reach = { role: 'balai_receiver', reach: `centre ${centre}` } as const
        return sendJson(response, 200, await db.as(reach, client => noticesFor(client, query)))
      }
      case 'GET /periksa':
        return sendPage(response, 200, verifyPage(name, '', null))
      case 'POST /periksa': {
        const form = new URLSearchParams((await bytesOf(request)).toString('utf8'))
        const typed = (form.get('nomor') ?? '').slice(0, 2000)
        if (!checks.take(from)) {
          response.setHeader('Retry-After', '60')
          return sendPage(
            response,
            429,
            verifyPage(name, typed, null, 'Sudah 10 pemeriksaan dalam satu menit. Tunggu sebentar, lalu coba lagi.'),
          )
        }
        if (typed.trim() === '') return sendPage(response, 422, verifyPage(name, '', null, 'Isi nomor sertifikatnya.'))
        const check = await verifyCertificate(db, typed)
        metrics.add('balai_hub_checks_total', 1, { answer: check.status })
        return sendPage(response, 200, verifyPage(name, typed, check))
      }
      default: {
        if (more && (await more(request, response))) return
        return sendJson(response, 404, { code: 'not_found' })
      }
    }
  }

  async function known(request: IncomingMessage): Promise<string> {
    const centre = await centreOfKey(db, request.headers.authorization)
    if (centre === null) throw new Refused({ code: 'stranger' })
    return centre
  }

  async function apply(centre: string, batch: Batch): Promise<Applied> {
    const { epoch, facts } = batch
    const started = performance.now()
    try {
      const answer = await receive(db, centre, batch)
      const took = performance.now() - started
      metrics.add('balai_hub_facts_total', facts.length)
      metrics.add('balai_hub_batches_total', 1, { answer: 'applied' })
      metrics.add('balai_hub_apply_seconds_total', took / 1000)
      log('applied', { centre, epoch, facts: facts.length, applied: answer.applied, ms: Math.round(took) })
      return answer
    } catch (error) {
      if (error instanceof Refused) {
        const { code } = error.refusal
        metrics.add('balai_hub_batches_total', 1, { answer: code })
        log('refused', { centre, epoch, code })
        await db.query('UPDATE pusat.member SET trouble = $2 WHERE centre_id = $1', [centre, JSON.stringify({ code })])
      }
      throw error
    }
  }

  const server = createServer(
    { key: certificate.key, cert: certificate.certificate, minVersion: 'TLSv1.3' },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent) return response.destroy()
        if (error instanceof Refused) return sendJson(response, statuses[error.refusal.code], error.refusal)
        log('failed', {
          path: new URL(request.url ?? '/', 'https://hub').pathname,
          error: error instanceof Error ? error.name : 'unknown',
          code: codeOf(error),
        })
        sendJson(response, 503, { code: 'unreached' })
      })
    },
  )
  server.requestTimeout = 60_000
  server.on('tlsClientError', () => undefined)
  const bound = await listenAt(server, { port, ...(host ? { host } : {}) })
  return {
    port: bound,
    async close() {
      await closeServer(server)
    },
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** @throws Refused invalid, with the name of the field */
function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Refused({ code: 'invalid', field: issue?.path.join('.') ?? '', message: issue?.message ?? '' })
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request)
  try {
    const text =
      request.headers['content-encoding'] === 'gzip' ? await unpack(bytes, { maxOutputLength: mostUnpacked }) : bytes
    return JSON.parse(text.toString('utf8')) as unknown
  } catch {
    throw new Refused({ code: 'invalid', field: 'body', message: 'bukan JSON' })
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostPacked) throw new Refused({ code: 'invalid', field: 'body', message: 'terlalu besar' })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
}
