import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import type { SecondPersonKey } from '../../../shared/features/access/second-person.ts'
import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'
import type { OperationKind } from '../../../shared/operation.ts'
import type { Clock } from '../clock.ts'
import type { Desk, Person } from '../desk.ts'
import type { Pairing } from '../features/desk/pairing.ts'
import type { Presence } from '../features/desk/presence.ts'
import type { SecretKeeper } from '../keys/secret-keeper.ts'
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
  /** Whether a process may write while there is no centre. */
  readonly beforeSetUp?: boolean | undefined
  readonly secrets: SecretKeeper
  readonly desks: Set<Desk>
  readonly pairing: Pairing
  readonly presence: Presence
  /** Null where there is only one caller, who ends soon. */
  readonly rest: Rest | null
  readonly news: LiveNews
  /** Every operation by its name, for what is carried out for a second person. */
  readonly known: Map<string, KnownOperation>
  readonly sightings: Sightings
  ticks(): number
  fillPractice(scene: PracticeScene): Promise<void>
  settleRestored(scope: CommandScope): void
  /** Where the stack of an unforeseen error goes; its text must not hold personal data. */
  log(incident: string, operation: string, error: unknown): void
}

/** What the contract says of an operation, and what answers it. */
type KnownOperation = Pick<Call, 'kind' | 'group' | 'label' | 'second'> & {
  readonly handler: AnyHandler
  readonly schema: { '~standard': { validate(value: unknown): unknown } } | undefined
}
export type AnyHandler = (scope: never, input: never) => unknown

/** What the contract says of an operation, and the place that its call comes from. */
export type Call = {
  readonly operation: string
  readonly kind: OperationKind
  readonly group: OperationGroup
  readonly label: string | null
  /** The rule by which another person must agree. */
  readonly second: SecondPersonKey | undefined
  readonly desk: Desk
  readonly input: unknown
  /** The number of the request, where it came with one and writes. */
  readonly request: NumberedRequest | null
  /** Data of people that the answer holds, as the handler says. */
  readonly seen: Sighting[]
  /** Who acts, where that was settled before: nothing is asked again. */
  readonly by?: Person
  readonly approval?: Approval
  readonly signal: AbortSignal | undefined
  readonly lastEventId: string | undefined
}
