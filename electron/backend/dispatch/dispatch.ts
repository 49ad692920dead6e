import { randomBytes } from 'node:crypto'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type Router } from '@orpc/server'
import type { OperationName } from '../../../shared/contract.ts'
import { partsOf } from '../../../shared/features/access/access-matrix.ts'
import type { OperationMeta } from '../../../shared/operation.ts'
import { momentOf } from '../clock.ts'
import { type Acting, type AuditRecord, appendAct } from '../database/audit.ts'
import { constraintError } from '../database/constraint-error.ts'
import type { CallContext, Person } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import { signFinishedDay } from '../features/certificate/keys/sign-day.ts'
import { writeFacts } from '../features/hub/write-facts.ts'
import { longWork } from '../running-work.ts'
import type { CommandScope, QueryScope, StreamScope, TaskScope } from '../scope.ts'
import { damageOf } from '../workspace/open-folder.ts'
import { assertMay, firstCommand, personAt, writerOf } from './assert-may.ts'
import type { AnyHandler, Call, Dispatcher } from './call.ts'
import { approvedCall, checkRequest } from './carry-out.ts'
import { findDone, noteDone } from './numbered-request.ts'
import { everybodyIn, mostAtOnce } from './sightings.ts'
import { unchosenRecord } from './unchosen.ts'
import { answerWithin, inputWithin } from './within-reach.ts'

type HandlerTree = { readonly [name: string]: HandlerTree | AnyHandler }

/** The operations as served by a host, which passes the origin with each call. */
export type BackendRouter = Router<AnyContractRouter, CallContext>

/** The oRPC router of a contract: runs each handler in the scope of its kind, and converts every failure to data. */
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
    const meta = procedure['~orpc'].meta as OperationMeta
    const schema = procedure['~orpc'].inputSchema
    dispatcher.known.set(operation, { meta, handler: handler as AnyHandler, schema })
    router[name] = implement(procedure)
      .$context<CallContext>()
      .handler(({ input, context: { desk, request: number }, signal, lastEventId }) => {
        const request = number === undefined || desk.device === null ? null : { number, noted: false }
        const call = { ...meta, operation, desk, input, request, seen: [], signal, lastEventId }
        return run(dispatcher, call, handler as AnyHandler)
      })
  }
  return router
}

/** Open pages call this every few seconds, also while nobody works. It must not delay the work that waits for an idle program. */
const presence: OperationName = 'desk.here'

async function run(dispatcher: Dispatcher, call: Call, handler: AnyHandler) {
  const { input } = call
  if (call.operation !== presence) dispatcher.rest?.noteWork()
  try {
    if (call.kind === 'query') {
      const answer = runQuery(dispatcher, call, scope => {
        const { db, operator } = scope
        const within = inputWithin(db, call, input, operator)
        return answerWithin(db, call, handler(scope as never, within as never), operator)
      })
      // A process with direct access reads for itself; its exports are tasks.
      if (call.desk.process === null) noteSeen(dispatcher, call)
      return answer
    }
    // A thread that imports a long list may be writing, for a second at most.
    await dispatcher.sightings.settle()
    if (call.kind === 'command')
      return runCommand(dispatcher, call, scope => {
        const within = inputWithin(scope.db, call, input, scope.operator)
        return handler(scope as never, within as never)
      })
    if (call.kind === 'stream') {
      assertMay(dispatcher, call)
      const { desk, signal, lastEventId } = call
      const scope: StreamScope = { desk, signal, lastEventId, news: dispatcher.news }
      return handler(scope as never, input as never)
    }
    const person = assertMay(dispatcher, call)
    const within = limits(dispatcher, call) ? inputWithin(dispatcher.workspace.read, call, input, person) : input
    const made = await longWork.under(ticketIn(input), async work =>
      handler(taskScope(dispatcher, call, person, work) as never, within as never),
    )
    const answer = limits(dispatcher, call) ? answerWithin(dispatcher.workspace.read, call, made, person) : made
    noteSeen(dispatcher, call, person)
    // Exports are recorded before they are handed out.
    await dispatcher.sightings.settle()
    return answer
  } catch (error) {
    throw asData(dispatcher, call.operation, error)
  }
}

/** By which the page asks for it while it runs. */
function ticketIn(input: unknown): string | null {
  const { ticket = null } = (input ?? {}) as { ticket?: string | null }
  return ticket
}

/** Tasks about the computer work without data, or while it is being replaced. */
function limits({ workspace }: Dispatcher, { group, desk }: Call): boolean {
  return group !== 'open' && desk.process === null && !workspace.openingError
}

function noteSeen(dispatcher: Dispatcher, call: Call, person = personAt(dispatcher, call.desk)): void {
  if (call.seen.length === 0 || person === null) return
  dispatcher.sightings.note(actingOf(call, person.name, momentOf(dispatcher.clock).at), call.seen)
}

function actingOf({ desk, operation, group }: Call, operator: string, at: string): Acting {
  return { at, operator, desk: desk.name, operation, area: partsOf(group)?.row ?? group }
}

function sawIn({ seen }: Call): QueryScope['saw'] {
  return (entity, id, people) => void seen.push({ entity, id: String(id), people })
}

function runQuery<T>(dispatcher: Dispatcher, call: Call, work: (scope: QueryScope) => T): T {
  const { workspace, clock, alone } = dispatcher
  const db = workspace.read
  const seen = new Set<string>()
  try {
    return workspace.data.consistently(() => {
      const operator = assertMay(dispatcher, call)
      return db.watching(seen, () => work({ ...momentOf(clock), db, alone, operator, saw: sawIn(call) }))
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
    const shown: ArrayLike<number>[] = []
    const result = db.watching(seen, () =>
      work({
        ...moment,
        db,
        operator,
        place: call.desk.name,
        alone: dispatcher.alone,
        practice: workspace.inPractice,
        keys: workspace.keys,
        numbers: workspace.dataFolder.numbers,
        afterCommit: later => afterwards.push(later),
        entropy,
        checkRequest: (requested, given) => checkRequest(dispatcher, requested, given),
        saw: (_entity, _id, people) => void shown.push(people),
        record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
      }),
    )
    if (call.approval) {
      const { by, settle } = call.approval
      const id = db.watching(seen, () => settle(db))
      records.push({ entity: 'approval', id: String(id), before: undefined, after: { approvedBy: by } })
    }
    records.push(...unchosenRecord(input, records))
    writeFacts({ db, at: moment.at, keys: workspace.keys })
    if (records.length === 0) records.push({ entity: null, id: null, before: undefined, after: input })
    // At set-up or first sign-in the person is known only now.
    const name = (person ?? personAt(dispatcher, call.desk))?.name ?? firstName(operation, input)
    const people = everybodyIn(shown)
    const act = appendAct(db, actingOf(call, name, moment.at), records, people.subarray(0, mostAtOnce))
    if (act !== null && people.length > mostAtOnce)
      afterwards.push(() => dispatcher.sightings.noteMore(act, people.subarray(mostAtOnce)))
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

/** Name for the history while nobody is signed in: that of the set-up, otherwise a failed sign-in. */
function firstName(operation: string, input: unknown): string {
  if (operation !== firstCommand) return 'Belum masuk'
  return (input as { operator: string }).operator
}

/** Nobody is signed in: a restore while the database does not open. */
const nobody: Person = { id: null, name: 'Belum masuk', roles: [], instructorId: null }

function taskScope(dispatcher: Dispatcher, call: Call, person: Person | null, work: TaskScope['work']): TaskScope {
  return {
    ...momentOf(dispatcher.clock),
    read: work => runQuery(dispatcher, call, work),
    write: work => runCommand(dispatcher, call, work),
    writeRestored: work =>
      runCommand(dispatcher, { ...call, by: person ?? personAt(dispatcher, call.desk) ?? nobody }, work),
    saw: sawIn(call),
    checkRequest: (requested, given) => checkRequest(dispatcher, requested, given),
    carryOut: (...act) => carryOut(dispatcher, call, ...act),
    signature: () => ({
      ...actingOf(call, writerOf(dispatcher, call)?.name ?? '', momentOf(dispatcher.clock).at),
      sealSecret: dispatcher.workspace.dataFolder.sealSecret,
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
    work,
    releaseKeys: dispatcher.releaseKeys,
    entropy: bytes => dispatcher.entropy(bytes),
    fillPractice: dispatcher.fillPractice,
    settleRestored: dispatcher.settleRestored,
  }
}

async function carryOut(
  dispatcher: Dispatcher,
  from: Call,
  ...act: Parameters<TaskScope['carryOut']>
): Promise<unknown> {
  const { call, handler } = approvedCall(dispatcher, from, ...act)
  const input = inputWithin(dispatcher.workspace.read, call, call.input, call.by ?? null) as never
  if (call.kind === 'command') return runCommand(dispatcher, call, scope => handler(scope as never, input))
  const answer = await longWork.under(null, async work =>
    handler(taskScope(dispatcher, call, call.by ?? null, work) as never, input),
  )
  noteSeen(dispatcher, call, call.by)
  return answer
}

function asData(dispatcher: Dispatcher, operation: string, thrown: unknown): ORPCError<string, unknown> {
  const error = constraintError(thrown, dispatcher.workspace.folder)
  if (error instanceof DomainError) {
    const data = error.data.code === 'database_damaged' ? damageOf(dispatcher.workspace.folder) : error.data
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
