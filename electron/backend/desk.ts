import type { Role } from '../../shared/features/access/roles.ts'
import type { DeskId, InstructorId, OperatorId } from '../../shared/ids.ts'
import { DomainError } from './domain-error.ts'
import type { HostServices } from './host-services.ts'

/** Who acts. `id` is null for a process that holds the data folder itself and has no account in it. */
export type Person = {
  readonly id: OperatorId | null
  readonly name: string
  readonly roles: readonly Role[]
  readonly instructorId: InstructorId | null
}

export type Seat = {
  readonly operatorId: OperatorId
  readonly name: string
  lockedAt: string | null
  /** The PIN or password was given by another person: nothing goes on before it is changed. */
  mustChange: boolean
  /** When the last call came, and when the password was last typed again; by a clock that nobody sets. */
  lastCall: number
  confirmedAt: number | null
}

/**
 * Where a call comes from: a window, a browser, a paired computer, or a process on the data folder. A host makes one for each and hands it
 * over with every call, so that dialogs and printers are those of the place, and the person is whoever signed in there.
 */
export class Desk {
  #name: string
  readonly host: HostServices
  /** In whose name a process acts that holds the data folder itself: it may do everything. Null for a place where people sign in. */
  readonly process: string | null
  /** The paired computer; null for the one that holds the data. */
  readonly device: DeskId | null
  /** By data folder: who practises is somebody else than who works. */
  readonly #seats = new Map<string, Seat>()

  constructor(name: string, host: HostServices, process: string | null = null, device: DeskId | null = null) {
    this.#name = name
    this.host = host
    this.process = process
    this.device = device
  }

  /** As the history of changes says it: 'PC utama', 'Loket 1', 'Baris perintah'. */
  get name(): string {
    return this.#name
  }

  rename(name: string): void {
    this.#name = name
  }

  seatIn(folder: string): Seat | null {
    return this.#seats.get(folder) ?? null
  }

  sit(folder: string, seat: Pick<Seat, 'operatorId' | 'name' | 'mustChange' | 'lastCall'>): void {
    this.#seats.set(folder, { ...seat, lockedAt: null, confirmedAt: null })
  }

  leave(folder: string): void {
    this.#seats.delete(folder)
  }

  /** Whether nobody has signed in here. */
  get isEmpty(): boolean {
    return this.process === null && this.#seats.size === 0
  }

  /** Every seat: who locks while practising must not come back to open data. */
  lock(at: string): void {
    for (const seat of this.#seats.values()) seat.lockedAt ??= at
  }
}

/** Who works at other computers now, by name. */
export function peopleAtDesks(desks: ReadonlySet<Desk>, folder: string): string[] {
  return [...desks].flatMap(desk => {
    const seat = desk.device === null ? null : desk.seatIn(folder)
    return seat && seat.lockedAt === null ? [seat.name] : []
  })
}

/**
 * What changes the data or the program under everybody is done at the main computer, while nobody works elsewhere.
 * @throws DomainError desks_not_here, desks_at_work
 */
export function assertAlone(scope: { desk: Desk; desks: ReadonlySet<Desk>; workspace: { folder: string } }): void {
  if (scope.desk.device !== null) throw new DomainError({ code: 'desks_not_here' })
  const names = peopleAtDesks(scope.desks, scope.workspace.folder)
  if (names.length > 0) throw new DomainError({ code: 'desks_at_work', names })
}

/** What a host hands over with each call: `handler.handle(request, { context })`. */
export type CallContext = {
  readonly desk: Desk
  /** The number that the page gave this request: one that comes twice is done once. */
  readonly request?: string | undefined
}

/** The computer that holds the data. */
export const mainDesk = 'PC utama'
