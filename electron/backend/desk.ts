import type { Role } from '../../shared/features/access/roles.ts'
import type { DeskId, InstructorId, OperatorId } from '../../shared/ids.ts'
import { DomainError } from './domain-error.ts'
import type { HostServices } from './host-services.ts'

/** Who acts. `id` is null for a process with direct access to the data folder, which has no account. */
export type Person = {
  readonly id: OperatorId | null
  readonly name: string
  readonly roles: readonly Role[]
  readonly instructorId: InstructorId | null
}

export type Session = {
  readonly operatorId: OperatorId
  readonly name: string
  /** Wall time of the sign-in; unlocking does not change it. */
  readonly since: string
  lockedAt: string | null
  /** The secret was set by another person: nothing else is allowed before it is changed. */
  mustChange: boolean
  /** Monotonic times of the last call, and of the last time the password was typed again. */
  lastCall: number
  confirmedAt: number | null
}

/**
 * The origin of a call: a window, a browser, a paired computer, or a process with direct access. A host makes one for each and passes it with every
 * call, so that dialogs and printers are those of that place, and the person is the one signed in there.
 */
export class Desk {
  #name: string
  readonly host: HostServices
  /** Name of a process with direct access to the data folder, which may do everything; null where people sign in. */
  readonly process: string | null
  /** The paired computer; null for the main computer. */
  readonly device: DeskId | null
  /** Sign-ins by data folder: practice and real data have separate ones. */
  readonly #sessions = new Map<string, Session>()

  constructor(name: string, host: HostServices, process: string | null = null, device: DeskId | null = null) {
    this.#name = name
    this.host = host
    this.process = process
    this.device = device
  }

  /** Name in the history: 'PC utama', 'Loket 1', 'Baris perintah'. */
  get name(): string {
    return this.#name
  }

  rename(name: string): void {
    this.#name = name
  }

  sessionIn(folder: string): Session | null {
    return this.#sessions.get(folder) ?? null
  }

  beginSession(
    folder: string,
    session: Pick<Session, 'operatorId' | 'name' | 'since' | 'mustChange' | 'lastCall'>,
  ): void {
    const before = this.sessionIn(folder)
    const since = before?.operatorId === session.operatorId ? before.since : session.since
    this.#sessions.set(folder, { ...session, since, lockedAt: null, confirmedAt: null })
  }

  endSession(folder: string): void {
    this.#sessions.delete(folder)
  }

  /** True if nobody has signed in here. */
  get isEmpty(): boolean {
    return this.process === null && this.#sessions.size === 0
  }

  /** Locks all sign-ins: a person who locks during practice must not find the real data open. */
  lock(at: string): void {
    for (const session of this.#sessions.values()) session.lockedAt ??= at
  }
}

/** Names of people working at other computers now. */
export function peopleAtDesks(desks: ReadonlySet<Desk>, folder: string): string[] {
  return [...desks].flatMap(desk => {
    const session = desk.device === null ? null : desk.sessionIn(folder)
    return session && session.lockedAt === null ? [session.name] : []
  })
}

/**
 * Acts that change the data or the program for everybody are done on the main computer, while nobody works elsewhere.
 * @throws DomainError desks_not_here, desks_at_work
 */
export function assertAlone(scope: { desk: Desk; desks: ReadonlySet<Desk>; workspace: { folder: string } }): void {
  if (scope.desk.device !== null) throw new DomainError({ code: 'desks_not_here' })
  const names = peopleAtDesks(scope.desks, scope.workspace.folder)
  if (names.length > 0) throw new DomainError({ code: 'desks_at_work', names })
}

/** Passed by a host with each call: `handler.handle(request, { context })`. */
export type CallContext = {
  readonly desk: Desk
  /** Request number of the page; a request that is repeated under the same number is carried out once. */
  readonly request?: string | undefined
}
