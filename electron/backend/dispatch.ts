import { randomBytes } from 'node:crypto'
import { isContractProcedure } from '@orpc/contract'
import { type AnyRouter, implement, ORPCError } from '@orpc/server'
import type { OperationKind } from '../../shared/operation.ts'
import { type Clock, momentOf } from './clock.ts'
import { type AuditRecord, appendAudit } from './database/audit.ts'
import { constraintError } from './database/constraint-error.ts'
import { DomainError } from './domain-error.ts'
import { findCentre } from './features/centre/centre-store.ts'
import { operatorAtDesk } from './features/session/operator-store.ts'
import type { HostServices } from './host-services.ts'
import type { CommandScope, QueryScope, TaskScope } from './scope.ts'
import type { Workspace } from './workspace.ts'

export type Dispatcher = {
  readonly workspace: Workspace
  readonly clock: Clock
  readonly host: HostServices
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

/** The oRPC router of a contract: each operation runs its handler in the scope of its kind, and every failure leaves as data. */
export function createRouter(contract: object, handlers: object, dispatcher: Dispatcher): AnyRouter {
  return route(contract, handlers as HandlerTree, [], dispatcher)
}

function route(contract: object, handlers: HandlerTree, path: string[], dispatcher: Dispatcher): AnyRouter {
  const router: Record<string, AnyRouter> = {}
  for (const [name, procedure] of Object.entries(contract)) {
    const handler = handlers[name]
    const operation = [...path, name].join('.')
    if (!handler) throw new Error(`no handler for ${operation}`)
    if (!isContractProcedure(procedure)) {
      router[name] = route(procedure, handler as HandlerTree, [...path, name], dispatcher)
      continue
    }
    const kind = procedure['~orpc'].meta.kind as OperationKind
    router[name] = implement(procedure).handler(({ input }) =>
      run(dispatcher, kind, operation, handler as AnyHandler, input),
    )
  }
  return router
}

async function run(
  dispatcher: Dispatcher,
  kind: OperationKind,
  operation: string,
  handler: AnyHandler,
  input: unknown,
) {
  try {
    if (kind === 'query') return runQuery(dispatcher, scope => handler(scope as never, input as never))
    if (kind === 'command')
      return runCommand(dispatcher, operation, scope => handler(scope as never, input as never), input)
    return await handler(taskScope(dispatcher, operation, input) as never, input as never)
  } catch (error) {
    throw asData(dispatcher, operation, error)
  }
}

function runQuery<T>({ workspace, clock }: Dispatcher, work: (scope: QueryScope) => T): T {
  const db = workspace.read
  return workspace.consistently(() => work({ ...momentOf(clock), db }))
}

function runCommand<T>(
  { workspace, clock, entropy, beforeSetUp, log }: Dispatcher,
  operation: string,
  work: (scope: CommandScope) => T,
  input: unknown,
): T {
  const db = workspace.write
  const moment = momentOf(clock)
  const afterwards: (() => void)[] = []
  const answer = workspace.transaction(() => {
    const operator = operatorAtDesk(db)
    if (operator === undefined && operation !== firstCommand) {
      const isSetUp = findCentre(db) !== undefined
      if (!isSetUp && beforeSetUp === undefined) throw new DomainError({ code: 'not_set_up' })
      if (isSetUp && operation !== seatingCommand) throw new DomainError({ code: 'no_operator' })
    }
    const nobody = { id: null, name: beforeSetUp ?? '' }
    const records: AuditRecord[] = []
    const result = work({
      ...moment,
      db,
      operator: operator ?? nobody,
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

function taskScope(dispatcher: Dispatcher, operation: string, input: unknown): TaskScope {
  return {
    ...momentOf(dispatcher.clock),
    read: work => runQuery(dispatcher, work),
    write: work => runCommand(dispatcher, operation, work, input),
    host: dispatcher.host,
    workspace: dispatcher.workspace,
    releaseKeys: dispatcher.releaseKeys,
    entropy: bytes => dispatcher.entropy(bytes),
    fillPractice: dispatcher.fillPractice,
    settleRestored: dispatcher.settleRestored,
  }
}

function asData(dispatcher: Dispatcher, operation: string, thrown: unknown): ORPCError<string, unknown> {
  const error = constraintError(thrown)
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
