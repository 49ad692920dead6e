import { randomBytes } from 'node:crypto'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type Router } from '@orpc/server'
import { type OperationGroup, reachOf, rolesWith } from '../../shared/features/access/access-matrix.ts'
import { allRoles } from '../../shared/features/access/roles.ts'
import { confirmedFor, needsConfirmation } from '../../shared/features/access/second-look.ts'
import type { OperationKind } from '../../shared/operation.ts'
import { type Clock, momentOf } from './clock.ts'
import { type AuditRecord, appendAudit } from './database/audit.ts'
import { constraintError } from './database/constraint-error.ts'
import type { CallContext, Desk, Person, Seat } from './desk.ts'
import { DomainError } from './domain-error.ts'
import { findOperator, findOperatorNamed, holdersOf } from './features/access/operator-store.ts'
import { findSecret } from './features/access/secret-store.ts'
import { findCentre } from './features/centre/centre-store.ts'
import type { Pairing } from './features/desk/pairing.ts'
import type { Presence } from './features/desk/presence.ts'
import { writeFacts } from './features/hub/write-facts.ts'
import type { SecretKeeper } from './keys/secret-keeper.ts'
import type { LiveNews } from './live-news.ts'
import { findDone, type NumberedRequest, noteDone } from './numbered-request.ts'
import type { Rest } from './rest.ts'
import type { CommandScope, QueryScope, StreamScope, TaskScope } from './scope.ts'
import type { Workspace } from './workspace.ts'

export type Dispatcher = {
  readonly workspace: Workspace
  readonly alone: boolean
  readonly clock: Clock
  readonly releaseKeys: readonly string[]
  entropy(bytes: number): Uint8Array
  /** Whether a process may write while there is no centre. */
  readonly beforeSetUp?: boolean | undefined
  readonly secrets: SecretKeeper
  readonly desks: Set<Desk>
  readonly pairing: Pairing
  readonly presence: Presence
  /** Null where there is only one caller, who ends soon. */
  readonly rest: Rest | null
  readonly news: LiveNews
  ticks(): number
  fillPractice(): Promise<void>
  settleRestored(scope: CommandScope): void
  /** Where the stack of an unforeseen error goes; its text must not hold personal data. */
  log(incident: string, operation: string, error: unknown): void
}

type AnyHandler = (scope: never, input: never) => unknown
type HandlerTree = { readonly [name: string]: HandlerTree | AnyHandler }

/** Makes the centre, so it runs while there is none. */
const firstCommand = 'centre.setUp'
/** All that is left to somebody whose PIN or password was given by another person. */
const changingTask = 'access.changeSecret'
/** Milliseconds without a call after which a place is locked, should the page have failed to do it. */
const idleLimit = 15 * 60_000

/** The operations as a host serves them: it says with each call where it comes from. */
export type BackendRouter = Router<AnyContractRouter, CallContext>

/** What the contract says of an operation, and the place that its call comes from. */
type Call = {
  readonly operation: string
  readonly kind: OperationKind
  readonly group: OperationGroup
  readonly label: string | null
  readonly desk: Desk
  readonly input: unknown
  /** The number of the request, where it came with one and writes. */
  readonly request: NumberedRequest | null
  readonly signal: AbortSignal | undefined
  readonly lastEventId: string | undefined
}

/** The oRPC router of a contract: each operation runs its handler in the scope of its kind, and every failure leaves as data. */
export function createRouter(contract: object, handlers: object, dispatcher: Dispatcher): BackendRouter {
  return route(contract, handlers as HandlerTree, [], dispatcher)
}

function route(contract: object, handlers: HandlerTree, path: string[], dispatcher: Dispatcher): BackendRouter {
  const router: Record<string, BackendRouter> = {}
  for (const [name, procedure] of Object.entries(contract)) {
    const handler = handlers[name]
    const operation = [...path, name].join('.')
    if (!handler) throw new Error(`no handler for ${operation}`)
    if (!isContractProcedure(procedure)) {
      router[name] = route(procedure, handler as HandlerTree, [...path, name], dispatcher)
      continue
    }
    const { kind, group, label } = procedure['~orpc'].meta as Pick<Call, 'kind' | 'group' | 'label'>
    router[name] = implement(procedure)
      .$context<CallContext>()
      .handler(({ input, context: { desk, request: number }, signal, lastEventId }) => {
        const request = number === undefined || desk.device === null ? null : { number, noted: false }
        const call = { operation, kind, group, label, desk, input, request, signal, lastEventId }
        return run(dispatcher, call, handler as AnyHandler)
      })
  }
  return router
}

async function run(dispatcher: Dispatcher, call: Call, handler: AnyHandler) {
  const { input } = call
  dispatcher.rest?.noteWork()
  try {
    if (call.kind === 'query') return runQuery(dispatcher, call, scope => handler(scope as never, input as never))
    // A thread that takes in a long list writes in our place, a second at most.
    for (let lent = dispatcher.workspace.writable(); lent; lent = dispatcher.workspace.writable()) await lent
    if (call.kind === 'command') return runCommand(dispatcher, call, scope => handler(scope as never, input as never))
    if (call.kind === 'stream') {
      assertMay(dispatcher, call)
      const { desk, signal, lastEventId } = call
      const scope: StreamScope = { desk, signal, lastEventId, news: dispatcher.news }
      return handler(scope as never, input as never)
    }
    assertMay(dispatcher, call)
    return await handler(taskScope(dispatcher, call) as never, input as never)
  } catch (error) {
    throw asData(dispatcher, call.operation, error)
  }
}

/** Who acts at a place now; null where nobody has signed in, or the account is out of service meanwhile. */
function personAt({ workspace, clock }: Dispatcher, desk: Desk): Person | null {
  if (workspace.openingError) return null
  const db = workspace.read
  if (desk.process !== null) {
    const { process } = desk
    return { id: findOperatorNamed(db, process)?.id ?? null, name: process, roles: allRoles, instructorId: null }
  }
  const seat = desk.seatIn(workspace.folder)
  if (!seat) return null
  const operator = findOperator(db, seat.operatorId)
  // Another name under this number: a snapshot was put back.
  const expired = operator?.validUntil && operator.validUntil < momentOf(clock).today
  if (!operator || operator.name !== seat.name || operator.disabledAt !== null || expired) {
    desk.leave(workspace.folder)
    return null
  }
  return operator
}

/**
 * Who acts, where he may. Nothing is asked while the database cannot be opened: nobody is known then, and what is left to do is to put a
 * snapshot back.
 * @throws DomainError sign_in_needed, desk_locked, secret_must_change, not_allowed, confirm_needed
 */
function assertMay(dispatcher: Dispatcher, call: Call): Person | null {
  const { workspace, clock } = dispatcher
  const { group, label, desk, operation } = call
  dispatcher.desks.add(desk)
  const person = personAt(dispatcher, desk)
  if (group === 'open' || workspace.openingError) return person
  if (person === null) {
    assertSetUp(workspace)
    throw new DomainError({ code: 'sign_in_needed' })
  }
  const seat = desk.process === null ? desk.seatIn(workspace.folder) : null
  if (seat) assertAwake(dispatcher, call, seat)
  if (reachOf(person.roles, group) === null) {
    const roles = rolesWith(group)
    const holders = holdersOf(workspace.read, roles, momentOf(clock).today).map(({ name }) => name)
    throw new DomainError({ code: 'not_allowed', label, group, roles, holders })
  }
  const confirmed = seat?.confirmedAt ?? Number.NEGATIVE_INFINITY
  if (seat && needsConfirmation(operation, call.input) && dispatcher.ticks() - confirmed > confirmedFor * 60_000)
    throw new DomainError({ code: 'confirm_needed', label: label ?? operation })
  return person
}

/** @throws DomainError not_set_up */
function assertSetUp(workspace: Workspace): void {
  if (!findCentre(workspace.read)) throw new DomainError({ code: 'not_set_up' })
}

/** @throws DomainError desk_locked, secret_must_change */
function assertAwake({ ticks, clock, workspace }: Dispatcher, { desk, operation }: Call, seat: Seat): void {
  if (ticks() - seat.lastCall > idleLimit) desk.lock(momentOf(clock).at)
  if (seat.lockedAt !== null) throw new DomainError({ code: 'desk_locked' })
  seat.lastCall = ticks()
  if (!seat.mustChange || operation === changingTask) return
  throw new DomainError({
    code: 'secret_must_change',
    kind: findSecret(workspace.read, seat.operatorId)?.kind ?? 'PASSWORD',
  })
}

function runQuery<T>(dispatcher: Dispatcher, call: Call, work: (scope: QueryScope) => T): T {
  const { workspace, clock, alone } = dispatcher
  const db = workspace.read
  const seen = new Set<string>()
  try {
    return workspace.consistently(() => {
      const operator = assertMay(dispatcher, call)
      return db.watching(seen, () => work({ ...momentOf(clock), db, alone, operator }))
    })
  } finally {
    dispatcher.news.noteReads(call.operation, seen)
  }
}

function runCommand<T>(dispatcher: Dispatcher, call: Call, work: (scope: CommandScope) => T): T {
  const { workspace, clock, entropy, log } = dispatcher
  const { operation, input } = call
  const db = workspace.write
  const moment = momentOf(clock)
  const afterwards: (() => void)[] = []
  const seen = new Set<string>()
  let again = false
  const answer = workspace.transaction(() => {
    const person = writerOf(dispatcher, call)
    const done = findDone(workspace.read, call, person)
    if (done) {
      again = true
      return done.answer as T
    }
    const operator = person ?? { id: null, name: '', roles: [], instructorId: null }
    const records: AuditRecord[] = []
    const result = db.watching(seen, () =>
      work({
        ...moment,
        db,
        operator,
        alone: dispatcher.alone,
        practice: workspace.inPractice,
        keys: workspace.keys,
        numbers: workspace.numbers,
        afterCommit: later => afterwards.push(later),
        entropy,
        record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
      }),
    )
    writeFacts({ db, at: moment.at, keys: workspace.keys })
    if (records.length === 0) records.push({ entity: null, id: null, before: undefined, after: input })
    // Who makes the centre, or signs in for the first time, is known only now.
    const name = (person ?? personAt(dispatcher, call.desk))?.name ?? firstName(operation, input)
    for (const record of records)
      appendAudit(db, { at: moment.at, operator: name, desk: call.desk.name, operation }, record)
    noteDone(db, call, person, result, moment.at)
    return result
  })
  if (again) return answer
  dispatcher.news.changed(seen, call.desk)
  for (const later of afterwards) {
    try {
      later()
    } catch (error) {
      log('SESUDAH', operation, error)
    }
  }
  return answer
}

/** Who writes; null where nobody has signed in yet. @throws DomainError not_set_up and those of assertMay */
function writerOf(dispatcher: Dispatcher, call: Call): Person | null {
  const person = assertMay(dispatcher, call)
  if (call.operation !== firstCommand && !dispatcher.beforeSetUp) assertSetUp(dispatcher.workspace)
  return person
}

/** Nobody has signed in: the first command says in whose name it is given; everything else is somebody who does not get in. */
function firstName(operation: string, input: unknown): string {
  if (operation !== firstCommand) return 'Belum masuk'
  return (input as { operator: string }).operator
}

function taskScope(dispatcher: Dispatcher, call: Call): TaskScope {
  return {
    ...momentOf(dispatcher.clock),
    read: work => runQuery(dispatcher, call, work),
    write: work => runCommand(dispatcher, call, work),
    signature: () => ({
      at: momentOf(dispatcher.clock).at,
      operator: writerOf(dispatcher, call)?.name ?? '',
      desk: call.desk.name,
      operation: call.operation,
      sealSecret: dispatcher.workspace.sealSecret,
    }),
    host: call.desk.host,
    desk: call.desk,
    desks: dispatcher.desks,
    pairing: dispatcher.pairing,
    presence: dispatcher.presence,
    news: dispatcher.news,
    secrets: dispatcher.secrets,
    ticks: dispatcher.ticks,
    workspace: dispatcher.workspace,
    alone: dispatcher.alone,
    releaseKeys: dispatcher.releaseKeys,
    entropy: bytes => dispatcher.entropy(bytes),
    fillPractice: dispatcher.fillPractice,
    settleRestored: dispatcher.settleRestored,
  }
}

function asData(dispatcher: Dispatcher, operation: string, thrown: unknown): ORPCError<string, unknown> {
  const error = constraintError(thrown, dispatcher.workspace.folder)
  if (error instanceof DomainError) {
    const data = error.data.code === 'database_damaged' ? dispatcher.workspace.damage() : error.data
    return new ORPCError('DOMAIN_ERROR', { defined: true, status: 409, message: data.code, data })
  }
  const incident = randomBytes(2).toString('hex').toUpperCase()
  dispatcher.log(incident, operation, error)
  return new ORPCError('UNEXPECTED', {
    defined: true,
    status: 500,
    message: `Terjadi kesalahan. Data aman. Nomor kejadian ${incident}.`,
    data: { incident },
  })
}
