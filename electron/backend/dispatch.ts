import { randomBytes } from 'node:crypto'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type Router } from '@orpc/server'
import { type OperationGroup, reachOf, rolesWith } from '../../shared/features/access/access-matrix.ts'
import { allRoles } from '../../shared/features/access/roles.ts'
import type { OperationKind } from '../../shared/operation.ts'
import { type Clock, momentOf } from './clock.ts'
import { type AuditRecord, appendAudit } from './database/audit.ts'
import { constraintError } from './database/constraint-error.ts'
import type { CallContext, Desk, Person } from './desk.ts'
import { DomainError } from './domain-error.ts'
import { findCentre } from './features/centre/centre-store.ts'
import { operatorAtDesk } from './features/session/operator-store.ts'
import type { CommandScope, QueryScope, TaskScope } from './scope.ts'
import type { Workspace } from './workspace.ts'

export type Dispatcher = {
  readonly workspace: Workspace
  readonly alone: boolean
  readonly clock: Clock
  readonly releaseKeys: readonly string[]
  entropy(bytes: number): Uint8Array
  /** Who acts while there is no centre; where it is undefined nobody may. */
  readonly beforeSetUp?: string | undefined
  fillPractice(): Promise<void>
  settleRestored(scope: CommandScope): void
  /** Where the stack of an unforeseen error goes; its text must not hold personal data. */
  log(incident: string, operation: string, error: unknown): void
}

type AnyHandler = (scope: never, input: never) => unknown
type HandlerTree = { readonly [name: string]: HandlerTree | AnyHandler }

/** These commands choose who is at the desk, so they run while nobody is: the first at the first start, the second later. */
const firstCommand = 'centre.setUp'
const seatingCommand = 'session.chooseOperator'

/** The operations as a host serves them: it says with each call where it comes from. */
export type BackendRouter = Router<AnyContractRouter, CallContext>

/** What the contract says of an operation, and the place that its call comes from. */
type Call = {
  readonly operation: string
  readonly kind: OperationKind
  readonly group: OperationGroup
  readonly label: string | null
  readonly desk: Desk
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
      .handler(({ input, context }) =>
        run(dispatcher, { operation, kind, group, label, desk: context.desk }, handler as AnyHandler, input),
      )
  }
  return router
}

async function run(dispatcher: Dispatcher, call: Call, handler: AnyHandler, input: unknown) {
  try {
    if (call.kind === 'query') return runQuery(dispatcher, call, scope => handler(scope as never, input as never))
    // A thread that takes in a long list writes in our place, a second at most.
    for (let lent = dispatcher.workspace.writable(); lent; lent = dispatcher.workspace.writable()) await lent
    if (call.kind === 'command')
      return runCommand(dispatcher, call, scope => handler(scope as never, input as never), input)
    assertMay(dispatcher, call)
    return await handler(taskScope(dispatcher, call, input) as never, input as never)
  } catch (error) {
    throw asData(dispatcher, call.operation, error)
  }
}

/** Who acts at a place now; null where nobody does. */
function personAt({ workspace, beforeSetUp }: Dispatcher, desk: Desk): Person | null {
  if (workspace.openingError) return null
  const seated = operatorAtDesk(workspace.read)
  if (seated) return { ...seated, roles: allRoles }
  const name = beforeSetUp ?? desk.process
  return name === null ? null : { id: null, name, roles: allRoles }
}

/**
 * Whether the person of the call may do this. Nothing is asked while the database cannot be opened: nobody is known then, and what is
 * left to do is to put a snapshot back.
 * @throws DomainError not_allowed
 */
function assertMay(dispatcher: Dispatcher, { group, label, desk }: Call): Person | null {
  const person = personAt(dispatcher, desk)
  if (person !== null && reachOf(person.roles, group) === null)
    throw new DomainError({ code: 'not_allowed', label, group, roles: rolesWith(group), holders: [] })
  return person
}

function runQuery<T>(dispatcher: Dispatcher, call: Call, work: (scope: QueryScope) => T): T {
  const { workspace, clock, alone } = dispatcher
  const db = workspace.read
  return workspace.consistently(() => work({ ...momentOf(clock), db, alone, operator: assertMay(dispatcher, call) }))
}

function runCommand<T>(dispatcher: Dispatcher, call: Call, work: (scope: CommandScope) => T, input: unknown): T {
  const { workspace, clock, entropy, beforeSetUp, log } = dispatcher
  const { operation } = call
  const db = workspace.write
  const moment = momentOf(clock)
  const afterwards: (() => void)[] = []
  const answer = workspace.transaction(() => {
    const operator = writerOf(dispatcher, call)
    const nobody = { id: null, name: beforeSetUp ?? '' }
    const records: AuditRecord[] = []
    const result = work({
      ...moment,
      db,
      operator: { ...(operator ?? nobody), roles: allRoles },
      alone: dispatcher.alone,
      practice: workspace.inPractice,
      keys: workspace.keys,
      numbers: workspace.numbers,
      afterCommit: later => afterwards.push(later),
      entropy,
      record: (entity, id, before, after) => records.push({ entity, id: String(id), before, after }),
    })
    if (records.length === 0) records.push({ entity: null, id: null, before: undefined, after: input })
    const { name } = operator ?? operatorAtDesk(db) ?? nobody
    for (const record of records) appendAudit(db, { at: moment.at, operator: name, operation }, record)
    return result
  })
  for (const later of afterwards) {
    try {
      later()
    } catch (error) {
      log('SESUDAH', operation, error)
    }
  }
  return answer
}

/** Who is at the desk; undefined where nobody has to be. @throws DomainError not_allowed, not_set_up, no_operator */
function writerOf(dispatcher: Dispatcher, call: Call): ReturnType<typeof operatorAtDesk> {
  const db = dispatcher.workspace.read
  assertMay(dispatcher, call)
  const operator = operatorAtDesk(db)
  if (operator === undefined && call.operation !== firstCommand) {
    const isSetUp = findCentre(db) !== undefined
    if (!isSetUp && dispatcher.beforeSetUp === undefined) throw new DomainError({ code: 'not_set_up' })
    if (isSetUp && call.operation !== seatingCommand) throw new DomainError({ code: 'no_operator' })
  }
  return operator
}

function taskScope(dispatcher: Dispatcher, call: Call, input: unknown): TaskScope {
  return {
    ...momentOf(dispatcher.clock),
    read: work => runQuery(dispatcher, call, work),
    write: work => runCommand(dispatcher, call, work, input),
    signature: () => ({
      at: momentOf(dispatcher.clock).at,
      operator: (writerOf(dispatcher, call)?.name ?? dispatcher.beforeSetUp) || '',
      operation: call.operation,
    }),
    host: call.desk.host,
    desk: call.desk,
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
