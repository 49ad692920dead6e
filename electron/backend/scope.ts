import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { EntityKind } from '../../shared/domain-error.ts'
import type { SecondPersonKey } from '../../shared/features/access/second-person.ts'
import type { PracticeScene } from '../../shared/features/session/practice-scenes.ts'
import type { ApprovalRequestId } from '../../shared/ids.ts'
import type { OperationErrors } from '../../shared/operation.ts'
import type { Moment } from './clock.ts'
import type { ReadDatabase, WriteDatabase } from './database/connection.ts'
import type { NumberLog } from './database/number-log.ts'
import type { Signature } from './database/write-beside.ts'
import type { Desk, Person } from './desk.ts'
import type { Pairing } from './features/desk/pairing.ts'
import type { Presence } from './features/desk/presence.ts'
import type { HostServices } from './host-services.ts'
import type { KeyStore } from './keys/key-store.ts'
import type { SecretKeeper } from './keys/secret-keeper.ts'
import type { LiveNews } from './live-news.ts'
import type { Workspace } from './workspace/workspace.ts'

/** An operation that a second person agrees to, with its input as its contract takes it. */
export type AskedOperation = { rule: SecondPersonKey; input: unknown }

/** Who agreed; `settle` notes it in the transaction of the act, both stand or neither does. */
export type Approval = { readonly by: string; settle(db: WriteDatabase): ApprovalRequestId }

export type QueryScope = Moment & {
  readonly db: ReadDatabase
  /** Nobody else waits for answers meanwhile: then long work is done here, without the start of a thread. */
  readonly alone: boolean
  /** Who asks; null before anybody signed in, which only operations of the group 'open' see. */
  readonly operator: Person | null
  /** Says that the answer shows data of these people: the dispatcher writes it into the history once it is on its way. */
  saw(entity: EntityKind, id: string | number, people: ArrayLike<number>): void
}

export type CommandScope = Moment & {
  readonly db: WriteDatabase
  /** Who acts. */
  readonly operator: Person
  /** Name of the desk at which he does, as the history has it. */
  readonly place: string
  /** As in a query. */
  readonly alone: boolean
  /** Working in the practice centre. */
  readonly practice: boolean
  /** Private keys, outside of the database. */
  readonly keys: KeyStore
  /** Numbers of papers ever given, outside of the database too. */
  readonly numbers: NumberLog
  /** Reads what is asked of a second person. @throws DomainError no_second_person where it needs none, or its input does not fit */
  asking(operation: string, input: unknown): AskedOperation
  /** Runs once the transaction stands; a failure there is logged and changes nothing. */
  afterCommit(work: () => void): void
  /** Random bytes; a test or the demo may pass a fixed source. */
  entropy(bytes: number): Uint8Array
  /** As in a query; here the people belong to the act that is written. */
  readonly saw: QueryScope['saw']
  /** One audit row: what changed, before and after. Call it for everything a person would ask about later. */
  record(entity: EntityKind, id: string | number, before: unknown, after: unknown): void
}

/** As much of a task as only reads: a thread has it too. */
export type ReadingScope = {
  read<T>(work: (scope: QueryScope) => T): T
  readonly workspace: Pick<Workspace, 'folder' | 'papers' | 'dataKey'>
}

export type TaskScope = Moment & {
  /** Runs with a consistent view of the database; nothing is awaited inside. */
  read<T>(work: (scope: QueryScope) => T): T
  /** One transaction; nothing is awaited inside. */
  write<T>(work: (scope: CommandScope) => T): T
  /** The same in a database that was just put back, where whoever asked for it may not be known. */
  writeRestored<T>(work: (scope: CommandScope) => T): T
  /** As in a query. */
  readonly saw: QueryScope['saw']
  /** As in a command. */
  readonly asking: CommandScope['asking']
  /** Carries out an operation that a second person agreed to, in the name of both. @throws DomainError not_allowed and those of the act */
  carryOut(operation: string, input: unknown, by: Person, approval: Approval): Promise<unknown>
  /** In whose name a thread writes for this task. @throws DomainError as a command would */
  signature(): Signature
  /** Of the place where the call comes from: its dialogs, its printers. */
  readonly host: HostServices
  readonly desk: Desk
  /** Every place that calls came from since the program started. */
  readonly desks: ReadonlySet<Desk>
  /** Computers that ask to be let in. */
  readonly pairing: Pairing
  /** Who has which page open. */
  readonly presence: Presence
  /** Tells open pages what is out of date; what a command writes is told by itself. */
  readonly news: LiveNews
  /** Hashes what people sign in with. */
  readonly secrets: SecretKeeper
  /** Milliseconds of a clock that the user cannot change; for waits and expiry. */
  ticks(): number
  readonly workspace: Workspace
  /** As in a query. */
  readonly alone: boolean
  /** Public keys that may sign a release of this program. */
  readonly releaseKeys: readonly string[]
  /** Random bytes, as in a command. */
  entropy(bytes: number): Uint8Array
  /** What a database that was just put back must be told: numbers that were given since it was copied. */
  readonly settleRestored: (scope: CommandScope) => void
  /** Fills the practice centre, unless something is there already. */
  fillPractice(scene: PracticeScene): Promise<void>
}

/** What tells news to a page until it hangs up. */
export type StreamScope = {
  readonly desk: Desk
  readonly news: LiveNews
  /** What the page heard last, should it come back. */
  readonly lastEventId: string | undefined
  readonly signal: AbortSignal | undefined
}

/** The function that answers an operation of the contract; its scope follows from the operation's kind. */
export type Handler<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer Output, OperationErrors, infer Meta>
    ? Meta extends { kind: 'query' }
      ? (scope: QueryScope, input: InferSchemaOutput<Input>) => InferSchemaInput<Output>
      : Meta extends { kind: 'command' }
        ? (scope: CommandScope, input: InferSchemaOutput<Input>) => InferSchemaInput<Output>
        : Meta extends { kind: 'stream' }
          ? (scope: StreamScope, input: InferSchemaOutput<Input>) => InferSchemaInput<Output>
          : (scope: TaskScope, input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : never

export type Handlers<Contract> = { readonly [Name in keyof Contract]: Handler<Contract[Name]> }
