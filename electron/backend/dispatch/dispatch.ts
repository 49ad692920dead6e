import { randomBytes } from 'node:crypto'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type Router } from '@orpc/server'
import { momentOf } from '../clock.ts'
import { type AuditRecord, appendAudit } from '../database/audit.ts'
import { constraintError } from '../database/constraint-error.ts'
import type { CallContext } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import { signFinishedDay } from '../features/certificate/keys/sign-day.ts'
import { writeFacts } from '../features/hub/write-facts.ts'
import type { CommandScope, QueryScope, StreamScope, TaskScope } from '../scope.ts'
import { assertMay, firstCommand, personAt, writerOf } from './assert-may.ts'
import type { Call, Dispatcher } from './call.ts'
import { findDone, noteDone } from './numbered-request.ts'

type AnyHandler = (scope: never, input: never) => unknown
type HandlerTree = { readonly [name: string]: HandlerTree | AnyHandler }

/** The operations as a host serves them: it says with each call where it comes from. */
export type BackendRouter = Router<AnyContractRouter, CallContext>

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
    signFinishedDay({ db, today: moment.today, keys: workspace.keys })
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
