import { reachOf } from '../../shared/features/access/access-matrix.ts'
import { momentOf } from './clock.ts'
import { personAt } from './dispatch/assert-may.ts'
import type { Dispatcher } from './dispatch/call.ts'
import { findCentre } from './features/centre/centre-store.ts'
import { findDesk, findOpening, noteSeen, type PairedDesk } from './features/desk/desk-store.ts'
import type { Pairing } from './features/desk/pairing.ts'

/** What a host needs to serve other computers; it has no other access to the data. */
export type DeskHosting = {
  readonly pairing: Pairing
  /** A paired desk; undefined while the data is not open, or during practice. */
  find(id: number): PairedDesk | undefined
  /** The desk connected or left. */
  noteSeen(id: number, version: string): void
  /** Name of this host, shown when pairing. */
  name(): string
  /** The person at this computer, if that person may approve a desk. */
  admin(): string | null
  /** Whether the practice centre is open. */
  practice(): boolean
  /** Port and time if it was open to others when it was closed, else null. */
  leftOpen(): { port: number; since: string } | null
  /** Tells pages that desks or requests have changed. */
  changed(): void
}

export function deskHosting(dispatcher: Dispatcher): DeskHosting {
  const { workspace, pairing, news, clock, desks } = dispatcher
  const ready = () => !workspace.openingError && !workspace.inPractice
  const changed = () => news.tell(['desk.overview', 'session.status'])
  pairing.onChange = changed
  return {
    pairing,
    find: id => (ready() ? findDesk(workspace.read, id) : undefined),
    noteSeen(id, version) {
      if (!ready()) return
      workspace.transaction(() => noteSeen(workspace.write, id, version, momentOf(clock).at))
      changed()
    },
    name: () => (workspace.openingError ? '' : (findCentre(workspace.read)?.name ?? '')),
    admin() {
      for (const desk of desks) {
        if (desk.device !== null || desk.sessionIn(workspace.folder)?.lockedAt !== null) continue
        const person = personAt(dispatcher, desk)
        if (person && reachOf(person.roles, 'admin.change') !== null) return person.name
      }
      return null
    },
    practice: () => workspace.inPractice,
    leftOpen() {
      const opening = ready() ? findOpening(workspace.read) : undefined
      return opening?.open ? opening : null
    },
    changed,
  }
}
