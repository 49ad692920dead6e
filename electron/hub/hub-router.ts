import { implement, ORPCError } from '@orpc/server'
import type { PoolClient } from 'pg'
import {
  hubPagesContract,
  type ReportAnswer,
  type ReportQuestion,
  type StaffRole,
} from '../../shared/features/hub/hub-contract.ts'
import { momentOf, systemClock } from '../backend/clock.ts'
import { findVillage } from '../backend/region/villages.ts'
import type { HubDatabase } from './database/hub-database.ts'
import { countFigures } from './figures/count-figures.ts'
import { choices, readReport } from './figures/read-report.ts'
import { guarded, readClasses, readDoubles, readSummary } from './figures/read-summary.ts'
import { csvOf, workbookOf } from './figures/report-file.ts'
import { invite } from './members.ts'
import { notifyCentre, readApplications } from './notices.ts'
import { RateLimit } from './rate-limit.ts'
import { Accounts } from './staff/accounts.ts'
import { reachOf, type Staff, type StaffSessions, sessionOf } from './staff/staff-sessions.ts'
import { verifyCertificate } from './verify-certificate.ts'

const admins: readonly StaffRole[] = ['admin']
const inspectors: readonly StaffRole[] = ['inspector', 'admin']
const everyone: readonly StaffRole[] = ['viewer', 'inspector', 'admin']

type HubContext = { token: string; from: string; setToken(token: string): void }

export type HubOptions = {
  db: HubDatabase
  sessions: StaffSessions
  name: string
  fingerprint: string
}

/** The operations of the pages for staff, which need a session. */
export function hubRouter({ db, sessions, name, fingerprint }: HubOptions) {
  const os = implement(hubPagesContract).$context<HubContext>()
  const signIns = new RateLimit(20)
  const accounts = new Accounts(db, sessions)

  /** The signed-in person, if allowed to do this. A password that was set by another person must be changed first. */
  async function staffAt(
    { token }: HubContext,
    roles: readonly StaffRole[] = everyone,
    settling = false,
  ): Promise<Staff> {
    const staff = await sessions.staffOf(token)
    if (!staff) throw new ORPCError('UNAUTHORIZED', { message: 'Masuk dulu.' })
    if (staff.mustChange && !settling) throw new ORPCError('FORBIDDEN', { message: 'Ganti sandi pertama dulu.' })
    if (!roles.includes(staff.role)) throw new ORPCError('FORBIDDEN', { message: 'Hanya Admin Pusat.' })
    return staff
  }

  const byStaff =
    <Input, Output>(roles: readonly StaffRole[], work: (staff: Staff, input: Input) => Output | Promise<Output>) =>
    async ({ input, context }: { input: Input; context: HubContext }): Promise<Output> =>
      work(await staffAt(context, roles), input)

  const seeing = <T>(staff: Staff, work: (client: PoolClient, within: boolean) => Promise<T>): Promise<T> =>
    db.as({ role: 'balai_reader', reach: reachOf(staff) }, client => work(client, staff.centreId !== null))
  const today = () => momentOf(systemClock).today

  /** Runs with the rights of one centre within the reader's reach; null if it is outside. Small counts are only shown to the centre's own staff. */
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
      const staff = await sessions.staffOf(context.token, true)
      return { hub: name, staff: staff && sessionOf(staff, name) }
    }),
    signIn: os.signIn.handler(async ({ input, context }) => {
      // An account is locked after five failures; this stops one address from trying all names, at half a second of work each.
      if (!signIns.take(context.from)) return { problem: 'Terlalu banyak percobaan masuk. Tunggu satu menit.' }
      const answer = await sessions.signIn(input.name, input.password, input.code)
      if ('problem' in answer) return { problem: answer.problem }
      context.setToken(answer.token)
      return { problem: null }
    }),
    signOut: os.signOut.handler(async ({ context }) => {
      sessions.signOut(context.token)
      context.setToken('')
    }),
    codeSecret: os.codeSecret.handler(async ({ context }) =>
      sessions.newSecret(await staffAt(context, undefined, true), name),
    ),
    settle: os.settle.handler(async ({ input, context }) => {
      const staff = await staffAt(context, undefined, true)
      return { problem: await sessions.settle(staff, input.password, input.code) }
    }),
    summary: os.summary.handler(
      byStaff(everyone, (staff, input) =>
        seeing(staff, (client, within) => readSummary(client, input.year, today(), within)),
      ),
    ),
    classes: os.classes.handler(
      byStaff(everyone, (staff, input) =>
        seeing(staff, (client, within) => readClasses(client, input.year, input.centreId, within)),
      ),
    ),
    places: os.places.handler(
      byStaff(everyone, async (staff, input) => {
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
    ),
    measures: os.measures.handler(byStaff(everyone, () => choices())),
    report: os.report.handler(byStaff(everyone, reportFor)),
    reportFile: os.reportFile.handler(
      byStaff(everyone, async (staff, input) => {
        const answer = await reportFor(staff, input.question)
        await sessions.note(staff, 'ekspor', {
          measures: input.question.measures,
          by: input.question.by,
          format: input.format,
        })
        return input.format === 'xlsx' ? workbookOf(answer, input.question) : csvOf(answer, input.question)
      }),
    ),
    doubles: os.doubles.handler(byStaff(inspectors, staff => seeing(staff, client => readDoubles(client)))),
    applications: os.applications.handler(
      byStaff(inspectors, staff => seeing(staff, client => readApplications(client))),
    ),
    tell: os.tell.handler(
      byStaff(inspectors, async (staff, input) => {
        if (!(await seeing(staff, client => notifyCentre(client, staff.name, input.centreId, input.application))))
          throw new ORPCError('CONFLICT', { message: 'Balai itu sudah diberi tahu, atau seleksinya sudah ditetapkan.' })
        await sessions.note(staff, 'beri tahu', input)
      }),
    ),
    verify: os.verify.handler(
      byStaff(everyone, async (_, input) => {
        const { kind: _kind, ...check } = await verifyCertificate(db, input.text)
        return check
      }),
    ),
    invite: os.invite.handler(
      byStaff(admins, async (staff, input) => {
        const code = await invite(db, staff.name, input.note, input.centreId)
        await sessions.note(staff, 'undang', { note: input.note })
        return { code, fingerprint }
      }),
    ),
    staff: os.staff.handler(byStaff(admins, () => accounts.list())),
    addStaff: os.addStaff.handler(byStaff(admins, (staff, input) => accounts.add(staff, input))),
    setStaff: os.setStaff.handler(byStaff(admins, (staff, { id, disabled }) => accounts.disable(staff, id, disabled))),
    resetStaff: os.resetStaff.handler(byStaff(admins, (staff, { id }) => accounts.reset(staff, id))),
    revoke: os.revoke.handler(
      byStaff(admins, async (staff, input) => {
        await db.query('UPDATE pusat.member SET revoked_at = now() WHERE centre_id = $1 AND revoked_at IS NULL', [
          input.centreId,
        ])
        await sessions.note(staff, 'putuskan balai', { centre: input.centreId })
      }),
    ),
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

  return router
}
