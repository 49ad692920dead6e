import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'
import type { OperationMeta } from '../../../shared/operation.ts'
import type { Clock } from '../clock.ts'
import type { Desk, Person } from '../desk.ts'
import type { Pairing } from '../features/desk/pairing.ts'
import type { Presence } from '../features/desk/presence.ts'
import type { SecretHasher } from '../keys/secret-hasher.ts'
import type { LiveNews } from '../live-news.ts'
import type { Rest } from '../rest.ts'
import type { Approval, CommandScope } from '../scope.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { NumberedRequest } from './numbered-request.ts'
import type { Sighting, Sightings } from './sightings.ts'

export type Dispatcher = {
  readonly workspace: Workspace
  readonly alone: boolean
  readonly clock: Clock
  readonly releaseKeys: readonly string[]
  entropy(bytes: number): Uint8Array
  /** Whether a process may write without a centre. */
  readonly beforeSetUp?: boolean | undefined
  readonly secrets: SecretHasher
  readonly desks: Set<Desk>
  readonly pairing: Pairing
  readonly presence: Presence
  /** Null if there is only one, short-lived caller. */
  readonly rest: Rest | null
  readonly news: LiveNews
  /** All operations by name, to carry out approved ones. */
  readonly known: Map<string, KnownOperation>
  readonly sightings: Sightings
  ticks(): number
  fillPractice(scene: PracticeScene): Promise<void>
  settleRestored(scope: CommandScope): void
  /** Log for unexpected errors; must not contain personal data. */
  log(incident: string, operation: string, error: unknown): void
}

/** Contract data of an operation, and its handler. */
type KnownOperation = {
  readonly meta: OperationMeta
  readonly handler: AnyHandler
  readonly schema: { '~standard': { validate(value: unknown): unknown } } | undefined
}
export type AnyHandler = (scope: never, input: never) => unknown

/** Contract data of an operation, and the origin of the call. */
export type Call = OperationMeta & {
  readonly operation: string
  readonly desk: Desk
  readonly input: unknown
  /** The numbered request, if the call has a number and writes. */
  readonly request: NumberedRequest | null
  /** Personal data in the answer, as reported by the handler. */
  readonly seen: Sighting[]
  /** The author, if decided before: then rights are not checked again. */
  readonly by?: Person
  readonly approval?: Approval
  readonly signal: AbortSignal | undefined
  readonly lastEventId: string | undefined
}
