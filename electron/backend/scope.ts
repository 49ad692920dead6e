import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { EntityKind } from '../../shared/domain-error.ts'
import type { SecondPersonKey } from '../../shared/features/access/second-person.ts'
import type { PracticeScene } from '../../shared/features/session/practice-scenes.ts'
import type { ApprovalRequestId } from '../../shared/ids.ts'
import type { OperationErrors, WorkProgress } from '../../shared/operation.ts'
import type { Moment } from './clock.ts'
import type { ReadDatabase, WriteDatabase } from './database/connection.ts'
import type { NumberLog } from './database/number-log.ts'
import type { Signature } from './database/thread-writer.ts'
import type { Desk, Person } from './desk.ts'
import type { Pairing } from './features/desk/pairing.ts'
import type { Presence } from './features/desk/presence.ts'
import type { HostServices } from './host-services.ts'
import type { KeyStore } from './keys/key-store.ts'
import type { SecretHasher } from './keys/secret-hasher.ts'
import type { LiveNews } from './live-news.ts'
import type { Work } from './running-work.ts'
import type { Workspace } from './workspace/workspace.ts'

/** What a request for a second person asks for: the rule, and the validated input. */
export type CheckedRequest = { rule: SecondPersonKey; input: unknown }

/** The approval; `settle` records it in the transaction of the act, so that both are committed or neither. */
export type Approval = { readonly by: string; settle(db: WriteDatabase): ApprovalRequestId }

export type QueryScope = Moment & {
  readonly db: ReadDatabase
  /** No other caller waits, so long work runs here instead of in a thread. */
  readonly alone: boolean
  /** Who asks; null before sign-in, which only operations of the group 'open' see. */
  readonly operator: Person | null
  /** Reports that the answer contains data of these people; the dispatcher records it in the history after answering. */
  saw(entity: EntityKind, id: string | number, people: ArrayLike<number>): void
}

export type CommandScope = Moment & {
  readonly db: WriteDatabase
  /** Who acts. */
  readonly operator: Person
  /** Name of the desk, for the history. */
  readonly place: string
  /** As in a query. */
  readonly alone: boolean
  /** Working in the practice centre. */
  readonly practice: boolean
  /** Private keys, outside of the database. */
  readonly keys: KeyStore
  /** Numbers of papers ever assigned, also outside of the database. */
  readonly numbers: NumberLog
  /** Validates a request for a second person. @throws DomainError no_second_person if it needs none, or its input is invalid */
  checkRequest(operation: string, input: unknown): CheckedRequest
  /** Runs after the commit; a failure is logged and changes nothing. */
  afterCommit(work: () => void): void
  /** Random bytes; a test or the demo may pass a fixed source. */
  entropy(bytes: number): Uint8Array
  /** As in a query; here the people belong to the act. */
  readonly saw: QueryScope['saw']
  /** Adds an audit row with the values before and after. Call it for everything a person may ask about later. */
  record(entity: EntityKind, id: string | number, before: unknown, after: unknown): void
}

/** The part of a task that only reads; also used in threads. */
export type ReadingScope = {
  read<T>(work: (scope: QueryScope) => T): T
  readonly workspace: Pick<Workspace, 'folder' | 'papers' | 'dataKey'>
}

export type TaskScope = Moment & {
  /** Runs with a consistent view of the database; must not await inside. */
  read<T>(work: (scope: QueryScope) => T): T
  /** One transaction; must not await inside. */
  write<T>(work: (scope: CommandScope) => T): T
  /** The same in a restored database, which may not know the person who asked. */
  writeRestored<T>(work: (scope: CommandScope) => T): T
  /** As in a query. */
  readonly saw: QueryScope['saw']
  /** As in a command. */
  readonly checkRequest: CommandScope['checkRequest']
  /** Carries out an approved operation in the name of both. @throws DomainError not_allowed, and those of the act */
  carryOut(operation: string, input: unknown, by: Person, approval: Approval): Promise<unknown>
  /** The author for writes of a thread. @throws DomainError like a command */
  signature(): Signature
  /** Dialogs and printers of the place of the call. */
  readonly host: HostServices
  readonly desk: Desk
  /** All desks that have called since the start. */
  readonly desks: ReadonlySet<Desk>
  /** Pairing requests. */
  readonly pairing: Pairing
  /** Who has which page open. */
  readonly presence: Presence
  /** Tells open pages what is outdated; done automatically for commands. */
  readonly news: LiveNews
  /** Hashes passwords and PINs. */
  readonly secrets: SecretHasher
  /** Monotonic milliseconds, for waits and expiry. */
  ticks(): number
  readonly workspace: Workspace
  /** As in a query. */
  readonly alone: boolean
  /** Says how far the task is and whether somebody stops it. Check it before the first write only: afterwards it is done. */
  readonly work: Work<WorkProgress>
  /** Public keys that may sign a release of this program. */
  readonly releaseKeys: readonly string[]
  /** Random bytes, as in a command. */
  entropy(bytes: number): Uint8Array
  /** To call on a restored database: adds the numbers assigned since it was copied. */
  readonly settleRestored: (scope: CommandScope) => void
  /** Fills the practice centre, unless it has data. */
  fillPractice(scene: PracticeScene): Promise<void>
}

/** For streams to a page, until it is closed. */
export type StreamScope = {
  readonly desk: Desk
  readonly news: LiveNews
  /** The last event that the page received before reconnecting. */
  readonly lastEventId: string | undefined
  readonly signal: AbortSignal | undefined
}

/** The function of an operation; its scope follows from the kind. */
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

/** What the handler of an operation gets, after the contract has checked it. */
export type InputOf<Contract, Name extends keyof Contract> = Parameters<Handlers<Contract>[Name]>[1]
