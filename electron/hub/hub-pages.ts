import type { IncomingMessage, ServerResponse } from 'node:http'
import { implement, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import Papa from 'papaparse'
import type { PoolClient } from 'pg'
import {
  hubPagesContract,
  type ReportAnswer,
  type ReportQuestion,
  type StaffRole,
} from '../../shared/features/hub/hub-contract.ts'
import { inertText } from '../../shared/kernel/inert-text.ts'
import { momentOf, systemClock } from '../backend/clock.ts'
import { writeListWorkbook } from '../backend/files/list-workbook.ts'
import { findVillage } from '../backend/region/villages.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import type { HubDatabase } from './database/hub-database.ts'
import { countFigures } from './figures/count-figures.ts'
import { choices, readReport } from './figures/read-report.ts'
import { guarded, readClasses, readDoubles, readSummary } from './figures/read-summary.ts'
import { invite } from './members.ts'
import { readApplications, tellCentre } from './notices.ts'
import { RateLimit } from './rate-limit.ts'
import { reachOf, type Staff, type StaffDoor, sessionOf } from './staff/sign-in.ts'
import { verifyCertificate } from './verify-certificate.ts'

const cookieName = '__Host-balai-pusat'
type Context = { token: string; from: string; setToken(token: string): void }

type Options = {
  db: HubDatabase
  door: StaffDoor
  name: string
  fingerprint: string
  /** The built page; null while it is built. */
  files(): RendererFiles | null
}

/** The pages for staff: the built page, and its operations behind a session. */
export function hubPages({ db, door, name, fingerprint, files }: Options) {
  const os = implement(hubPagesContract).$context<Context>()
  const signIns = new RateLimit(20)

  /** Who has signed in and may do this; a password given by somebody else is changed before anything. */
  async function staffAt(
    { token }: Context,
    roles: readonly StaffRole[] = ['viewer', 'inspector', 'admin'],
    settling = false,
  ): Promise<Staff> {
    const staff = await door.staffOf(token)
    if (!staff) throw new ORPCError('UNAUTHORIZED', { message: 'Masuk dulu.' })
    if (staff.mustChange && !settling) throw new ORPCError('FORBIDDEN', { message: 'Ganti sandi pertama dulu.' })
    if (!roles.includes(staff.role)) throw new ORPCError('FORBIDDEN', { message: 'Hanya Admin Pusat.' })
    return staff
  }

  const seeing = <T>(staff: Staff, work: (client: PoolClient, within: boolean) => Promise<T>): Promise<T> =>
    db.as({ role: 'balai_reader', reach: reachOf(staff) }, client => work(client, staff.centreId !== null))
  const today = () => momentOf(systemClock).today

  /** As one centre, where that lies within one's reach; null where it does not. Small counts are told to nobody but its own staff. */
  async function seeingOne<T>(
    staff: Staff,
    centreId: string,
    work: (client: PoolClient, within: boolean) => Promise<T>,
  ): Promise<T | null> {
    const found = await seeing(staff, client =>
      client.query('SELECT 1 FROM pusat.member WHERE centre_id = $1', [centreId]),
    )
    if (found.rowCount === 0) return null
    return seeing({ ...staff, centreId }, client => work(client, staff.centreId !== null))
  }

  const router = os.router({
    session: os.session.handler(async ({ context }) => {
      const staff = await door.staffOf(context.token, true)
      return { hub: name, staff: staff && sessionOf(staff, name) }
    }),
    signIn: os.signIn.handler(async ({ input, context }) => {
      // An account waits after five failures; this keeps one address from trying all names, at half a second of work each.
      if (!signIns.take(context.from)) return { problem: 'Terlalu banyak percobaan masuk. Tunggu satu menit.' }
      const answer = await door.signIn(input.name, input.password, input.code)
      if ('problem' in answer) return { problem: answer.problem }
      context.setToken(answer.token)
      return { problem: null }
    }),
    signOut: os.signOut.handler(async ({ context }) => {
      door.signOut(context.token)
      context.setToken('')
    }),
    codeSecret: os.codeSecret.handler(async ({ context }) =>
      door.newSecret(await staffAt(context, undefined, true), name),
    ),
    settle: os.settle.handler(async ({ input, context }) => {
      const staff = await staffAt(context, undefined, true)
      return { problem: await door.settle(staff, input.password, input.code) }
    }),
    summary: os.summary.handler(async ({ input, context }) => {
      const staff = await staffAt(context)
      return seeing(staff, (client, within) => readSummary(client, input.year, today(), within))
    }),
    classes: os.classes.handler(async ({ input, context }) => {
      const staff = await staffAt(context)
      return seeing(staff, (client, within) => readClasses(client, input.year, input.centreId, within))
    }),
    places: os.places.handler(async ({ input, context }) => {
      const staff = await staffAt(context)
      const period = { from: `${input.year}-01-01`, to: `${input.year}-12-31` } as const
      const read = async (client: PoolClient, within: boolean) => {
        const rows = await countFigures(client, ['participants', 'graduates'], ['village'], {
          period,
          filters: {},
          today: today(),
        })
        return rows.map(({ keys, values }) => {
          const village = findVillage(String(keys[0] ?? ''))
          return {
            code: String(keys[0] ?? ''),
            village: village?.village ?? 'Tanpa kelurahan',
            district: village?.district ?? '',
            participants: guarded(values.participants, within),
            graduates: guarded(values.graduates, within),
          }
        })
      }
      return input.centreId ? ((await seeingOne(staff, input.centreId, read)) ?? []) : seeing(staff, read)
    }),
    measures: os.measures.handler(async ({ context }) => {
      await staffAt(context)
      return choices()
    }),
    report: os.report.handler(async ({ input, context }) => reportFor(await staffAt(context), input)),
    reportFile: os.reportFile.handler(async ({ input, context }) => {
      const staff = await staffAt(context)
      const answer = await reportFor(staff, input.question)
      await door.note(staff, 'ekspor', {
        measures: input.question.measures,
        by: input.question.by,
        format: input.format,
      })
      return input.format === 'xlsx' ? workbookOf(answer, input.question) : csvOf(answer, input.question)
    }),
    doubles: os.doubles.handler(async ({ context }) => {
      const staff = await staffAt(context, ['inspector', 'admin'])
      return seeing(staff, client => readDoubles(client))
    }),
    applications: os.applications.handler(async ({ context }) => {
      const staff = await staffAt(context, ['inspector', 'admin'])
      return seeing(staff, client => readApplications(client))
    }),
    tell: os.tell.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['inspector', 'admin'])
      if (!(await seeing(staff, client => tellCentre(client, staff.name, input.centreId, input.application))))
        throw new ORPCError('CONFLICT', { message: 'Balai itu sudah diberi tahu, atau seleksinya sudah ditetapkan.' })
      await door.note(staff, 'beri tahu', input)
    }),
    verify: os.verify.handler(async ({ input, context }) => {
      await staffAt(context)
      const { kind: _, ...check } = await verifyCertificate(db, input.text)
      return check
    }),
    invite: os.invite.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['admin'])
      const code = await invite(db, staff.name, input.note, input.centreId)
      await door.note(staff, 'undang', { note: input.note })
      return { code, fingerprint }
    }),
    staff: os.staff.handler(async ({ context }) => {
      await staffAt(context, ['admin'])
      const { rows } = await db.own(client =>
        client.query(
          `SELECT s.id, s.name, s.office, s.role, s.regency, m.name AS centre, s.disabled_at IS NOT NULL AS disabled
           FROM pusat.staff s LEFT JOIN pusat.member m USING (centre_id) ORDER BY s.name`,
        ),
      )
      return rows
    }),
    addStaff: os.addStaff.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['admin'])
      const password = await door.add(input).catch((error: { code?: string }) => {
        if (error.code === '23505') throw new ORPCError('CONFLICT', { message: `Akun ${input.name} sudah ada.` })
        if (error.code === '23503') throw new ORPCError('NOT_FOUND', { message: 'Balai itu belum tersambung.' })
        throw error
      })
      await door.note(staff, 'tambah akun', { name: input.name, role: input.role, centre: input.centreId })
      return { password }
    }),
    setStaff: os.setStaff.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['admin'])
      if (staff.id === input.id) throw new ORPCError('CONFLICT', { message: 'Akun sendiri tidak dapat dinonaktifkan.' })
      await db.own(client =>
        client.query('UPDATE pusat.staff SET disabled_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
          input.id,
          input.disabled,
        ]),
      )
      await door.note(staff, input.disabled ? 'nonaktifkan akun' : 'aktifkan akun', { id: input.id })
    }),
    resetStaff: os.resetStaff.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['admin'])
      if (staff.id === input.id)
        throw new ORPCError('CONFLICT', { message: 'Minta Admin Pusat lain membuat sandi baru.' })
      await door.note(staff, 'sandi baru', { id: input.id })
      return { password: await door.reset(input.id) }
    }),
    revoke: os.revoke.handler(async ({ input, context }) => {
      const staff = await staffAt(context, ['admin'])
      await db.own(client =>
        client.query('UPDATE pusat.member SET revoked_at = now() WHERE centre_id = $1 AND revoked_at IS NULL', [
          input.centreId,
        ]),
      )
      await door.note(staff, 'putuskan balai', { centre: input.centreId })
    }),
  })

  async function reportFor(staff: Staff, question: ReportQuestion): Promise<ReportAnswer> {
    try {
      const read = (client: PoolClient, within: boolean) => readReport(client, question, today(), within)
      if (question.centreId === null) return await seeing(staff, read)
      const answer = await seeingOne(staff, question.centreId, read)
      if (answer === null) throw new ORPCError('NOT_FOUND', { message: 'Balai itu tidak ada di wilayah Anda.' })
      return answer
    } catch (error) {
      if (error instanceof RangeError)
        throw new ORPCError('BAD_REQUEST', {
          message: 'Ukuran ini tidak dapat dibagi begitu di Pusat. Pilih pembagian lain.',
        })
      throw error
    }
  }

  const handler = new RPCHandler(router)

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'https://hub')
    for (const [header, value] of Object.entries(securityHeaders())) response.setHeader(header, value)
    if (url.pathname.startsWith('/rpc/')) {
      // Only our own page calls: a form on another one sends no such type, and no cookie goes with it.
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') return false
      const token = tokenOf(request)
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
      response
        .writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' })
        .end('Halaman sedang disiapkan. Muat ulang sebentar lagi.')
      return true
    }
    const file = await page.read(url.pathname, url.search)
    if (!file) return false
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': file.bytes.byteLength,
      'Cache-Control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : file.bytes)
    return true
  }
}

function tokenOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  return cookies.find(cookie => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? ''
}

const nameOf = (question: ReportQuestion, ending: string) => `laporan-pusat-${question.from}-${question.to}.${ending}`
const shown = (value: number | null) => value ?? '< 5'

function workbookOf(answer: ReportAnswer, question: ReportQuestion): Promise<File> {
  const keys = answer.head.length - answer.total.length
  const rows = [
    ...answer.rows.map(row => [...row.keys, ...row.values.map(shown)]),
    [...(keys > 0 ? ['Jumlah', ...Array.from({ length: keys - 1 }, () => '')] : []), ...answer.total.map(shown)],
  ]
  return writeListWorkbook(
    nameOf(question, 'xlsx'),
    'Laporan',
    answer.head.map((head, column) => ({
      head,
      width: column < keys ? 32 : 16,
      value: (row: (string | number)[]) => row[column] ?? '',
    })),
    rows,
  )
}

function csvOf(answer: ReportAnswer, question: ReportQuestion): File {
  const data = answer.rows.map(row => [...row.keys.map(inertText), ...row.values.map(shown)])
  return new File(
    [`${Papa.unparse({ fields: answer.head, data }, { newline: '\r\n' })}\r\n`],
    nameOf(question, 'csv'),
    { type: 'text/csv' },
  )
}
