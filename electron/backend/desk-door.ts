import { momentOf } from './clock.ts'
import type { Dispatcher } from './dispatch/call.ts'
import { findCentre } from './features/centre/centre-store.ts'
import { findDesk, findOpening, noteSeen, type PairedDesk } from './features/desk/desk-store.ts'
import type { Pairing } from './features/desk/pairing.ts'

/** What a host needs to let other computers in; it asks for nothing else of the data. */
export type DeskDoor = {
  readonly pairing: Pairing
  /** A desk that may come in; undefined while nothing can be opened, or somebody practises. */
  find(id: number): PairedDesk | undefined
  /** It came in, or left. */
  noteSeen(id: number, version: string): void
  /** How the house is called to who asks to be let in. */
  name(): string
  /** Whether it stood open to others when it was closed, and at which port. */
  leftOpen(): { port: number; since: string } | null
  /** Something that screens show changed at the door. */
  changed(): void
}

export function deskDoor(dispatcher: Dispatcher): DeskDoor {
  const { workspace, pairing, news, clock } = dispatcher
  const ready = () => !workspace.openingError && !workspace.inPractice
  const changed = () => news.tell(['desk.overview'])
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
    leftOpen() {
      const opening = ready() ? findOpening(workspace.read) : undefined
      return opening?.open ? opening : null
    },
    changed,
  }
}
