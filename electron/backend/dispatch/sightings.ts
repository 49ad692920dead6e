import type { EntityKind } from '../../../shared/domain-error.ts'
import { type Acting, appendAct } from '../database/audit.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What an answer showed of people: what was opened, and whose data stood in it. */
export type Sighting = { entity: EntityKind; id: string; people: readonly number[] }

/** Milliseconds in which the same thing opened again by the same person at the same place is one entry: pages read themselves anew. */
const sameOpening = 15 * 60_000
/** Openings that are remembered for that. */
const mostRemembered = 5000

/**
 * Writes into the history who opened, printed or took out data of people, once the answer is on its way: what only reads stays reading, and
 * nobody waits for it. Nothing is lost at an orderly close; a power cut in these milliseconds may lose an entry, never a change.
 */
export class Sightings {
  readonly #workspace: Workspace
  readonly #ticks: () => number
  readonly #failed: (error: unknown) => void
  readonly #last = new Map<string, number>()
  #waiting: { folder: string; acting: Acting; sightings: Sighting[] }[] = []
  #planned = false

  constructor(workspace: Workspace, ticks: () => number, failed: (error: unknown) => void) {
    this.#workspace = workspace
    this.#ticks = ticks
    this.#failed = failed
  }

  note(acting: Acting, sightings: readonly Sighting[]): void {
    const fresh = sightings.filter(sighting => this.#isFresh(acting, sighting))
    if (fresh.length === 0) return
    this.#waiting.push({ folder: this.#workspace.folder, acting, sightings: fresh })
    if (this.#planned) return
    this.#planned = true
    setImmediate(() => {
      this.#planned = false
      void this.settle()
    })
  }

  #isFresh({ operator, desk, operation }: Acting, { entity, id, people }: Sighting): boolean {
    const key = JSON.stringify([this.#workspace.folder, operator, desk, operation, entity, id, people.length])
    const [now, before] = [this.#ticks(), this.#last.get(key) ?? Number.NEGATIVE_INFINITY]
    if (now - before < sameOpening) return false
    this.#last.delete(key)
    this.#last.set(key, now)
    const [oldest] = this.#last.keys()
    if (this.#last.size > mostRemembered && oldest !== undefined) this.#last.delete(oldest)
    return true
  }

  /** Waits for a thread that writes in our place, then writes what waits. */
  async settle(): Promise<void> {
    for (let lent = this.#workspace.writable(); lent; lent = this.#workspace.writable()) await lent
    this.settleAtOnce()
  }

  /** Before the data is closed or another is opened. Never throws. */
  settleAtOnce(): void {
    const waiting = this.#waiting.filter(({ folder }) => folder === this.#workspace.folder)
    this.#waiting = []
    if (waiting.length === 0 || this.#workspace.openingError) return
    try {
      const { write } = this.#workspace
      this.#workspace.transaction(() => {
        for (const { acting, sightings } of waiting)
          for (const { entity, id, people } of sightings)
            appendAct(write, acting, [{ entity, id, before: undefined, after: { people: people.length } }], people)
      })
    } catch (error) {
      this.#failed(error)
    }
  }
}
