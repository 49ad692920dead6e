import type { OperationGroup } from '../../../shared/features/access/access-matrix.ts'
import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'
import type { OperationKind } from '../../../shared/operation.ts'
import type { Clock } from '../clock.ts'
import type { Desk, Person } from '../desk.ts'
import type { Pairing } from '../features/desk/pairing.ts'
import type { Presence } from '../features/desk/presence.ts'
import type { SecretKeeper } from '../keys/secret-keeper.ts'
import type { LiveNews } from '../live-news.ts'
import type { Rest } from '../rest.ts'
import type { CommandScope } from '../scope.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { NumberedRequest } from './numbered-request.ts'
import type { Sighting, Sightings } from './sightings.ts'

/** What every call is run with. */
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
  /** Writes down who saw data of people. */
  readonly sightings: Sightings
  ticks(): number
  fillPractice(scene: PracticeScene): Promise<void>
  settleRestored(scope: CommandScope): void
  /** Where the stack of an unforeseen error goes; its text must not hold personal data. */
  log(incident: string, operation: string, error: unknown): void
}

/** What the contract says of an operation, and the place that its call comes from. */
export type Call = {
  readonly operation: string
  readonly kind: OperationKind
  readonly group: OperationGroup
  readonly label: string | null
  readonly desk: Desk
  readonly input: unknown
  /** The number of the request, where it came with one and writes. */
  readonly request: NumberedRequest | null
  /** Data of people that the answer holds, as the handler says. */
  readonly seen: Sighting[]
  /** Who acts, where that was settled before: nothing is asked again. */
  readonly by?: Person
  readonly signal: AbortSignal | undefined
  readonly lastEventId: string | undefined
}
