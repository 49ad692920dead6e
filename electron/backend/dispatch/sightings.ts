import { setImmediate as othersFirst } from 'node:timers/promises'
import type { EntityKind } from '../../../shared/domain-error.ts'
import { type Acting, appendAct, appendSeen } from '../database/audit.ts'
import { withoutChange } from '../database/remembered.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Personal data shown by an answer: what was opened, and the people in it. */
export type Sighting = { entity: EntityKind; id: string; people: ArrayLike<number> }

type WaitingAct = { folder: string; acting: Acting; sightings: readonly Sighting[] }
type Slice = { folder: string; act: number; people: Uint32Array }

/** Ms during which opening the same thing again by the same person at the same desk is one entry, because pages reread. */
const sameOpening = 15 * 60_000
/** Number of recent openings remembered for that. */
const mostRemembered = 5000
/** People written at once, in about 15 ms: an export contains 200,000. */
export const mostAtOnce = 5000

/** Sorted and without duplicates, because neighbouring rows are sealed together. */
export function everybodyIn(lists: readonly ArrayLike<number>[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let end = 0
  for (const list of lists) {
    all.set(list, end)
    end += list.length
  }
  all.sort()
  return all.filter((id, place) => place === 0 || id !== all[place - 1])
}

/**
 * Records in the history who opened, printed or exported personal data, after answering: queries stay read-only and nobody waits. An orderly close
 * loses nothing; a power cut within these milliseconds may lose an entry, never a change.
 */
export class Sightings {
  readonly #workspace: Workspace
  readonly #ticks: () => number
  readonly #failed: (error: unknown) => void
  readonly #last = new Map<string, number>()
  #waiting: WaitingAct[] = []
  /** Further people of acts already written, in slices. */
  #slices: Slice[] = []
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
    this.#plan()
  }

  /** Adds people to an act that is already written. */
  noteMore(act: number, people: Uint32Array): void {
    this.#cut(act, people)
    this.#plan()
  }

  #cut(act: number, people: Uint32Array): void {
    const { folder } = this.#workspace
    for (let at = 0; at < people.length; at += mostAtOnce)
      this.#slices.push({ folder, act, people: people.subarray(at, at + mostAtOnce) })
  }

  #plan(): void {
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

  /** Waits for a thread that is writing, then writes the waiting entries in slices. */
  async settle(): Promise<void> {
    await this.#mayWrite()
    this.#write(this.#waiting.splice(0), [])
    while (this.#slices.length > 0) {
      await othersFirst()
      await this.#mayWrite()
      // Removed first, so that an entry that cannot be written is not tried for ever.
      this.#write([], this.#slices.splice(0, 1))
    }
  }

  /** Call before the data is closed or replaced. Never throws. */
  settleAtOnce(): void {
    const slices = this.#slices.splice(0)
    this.#write(this.#waiting.splice(0), slices)
    // Of acts written just now.
    this.#write([], this.#slices.splice(0))
  }

  async #mayWrite(): Promise<void> {
    for (let lent = this.#workspace.writable(); lent; lent = this.#workspace.writable()) await lent
  }

  #write(acts: readonly WaitingAct[], slices: readonly Slice[]): void {
    if (acts.length + slices.length === 0 || this.#workspace.openingError) return
    try {
      this.#workspace.transaction(() =>
        withoutChange(this.#workspace.read, () => {
          this.#appendActs(acts)
          this.#appendSlices(slices)
        }),
      )
    } catch (error) {
      this.#failed(error)
    }
  }

  #appendActs(acts: readonly WaitingAct[]): void {
    const { folder, write } = this.#workspace
    for (const { acting, sightings, folder: own } of acts) {
      if (own !== folder) continue
      for (const { entity, id, people } of sightings) {
        const all = everybodyIn([people])
        const record = { entity, id, before: undefined, after: { people: people.length } }
        const act = appendAct(write, acting, [record], all.subarray(0, mostAtOnce))
        if (act !== null) this.#cut(act, all.subarray(mostAtOnce))
      }
    }
  }

  #appendSlices(slices: readonly Slice[]): void {
    const { folder, write } = this.#workspace
    for (const { act, people, folder: own } of slices) if (own === folder) appendSeen(write, act, people)
  }
}
