import type { Doing, Present } from '../../../../shared/features/desk/contract.ts'
import type { Desk } from '../../desk.ts'

/** Ms without a report after which a person counts as gone. Pages report every 3 s. */
const gone = 7000

type Seen = { name: string; doing: Present['doing']; since: string; at: number }

/** Who has which record open, in the order of their coming; in memory only. */
export class Presence {
  readonly #ticks: () => number
  readonly #seen = new Map<string, Map<Desk, Seen>>()

  constructor(ticks: () => number) {
    this.#ticks = ticks
  }

  /** Reports what one desk does with one record, and returns who else is at it. `since` is a wall time. */
  here(desk: Desk, { subject, ...said }: { subject: string; name: string; doing: Doing; since: string }): Present[] {
    const { name, doing } = said
    const at = this.#ticks()
    const present = this.#seen.get(subject) ?? new Map<Desk, Seen>()
    const before = present.get(desk)
    const goesOn = before?.doing === doing && before.name === name
    if (doing === 'left') present.delete(desk)
    else present.set(desk, { name, doing, since: goesOn ? before.since : said.since, at })
    this.#seen.set(subject, present)
    this.#forgetGone(at)
    return [...present].flatMap(([other, { name, doing, since }]) =>
      other === desk ? [] : [{ name, desk: other.name, doing, since }],
    )
  }

  #forgetGone(now: number): void {
    for (const [subject, present] of this.#seen) {
      for (const [desk, { at }] of present) if (now - at > gone) present.delete(desk)
      if (present.size === 0) this.#seen.delete(subject)
    }
  }
}
