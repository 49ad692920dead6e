import type { Doing, Present } from '../../../../shared/features/desk/contract.ts'
import type { Desk } from '../../desk.ts'

/** Milliseconds after which somebody who says nothing any more has left. */
const gone = 10_000

type Seen = { subject: string; name: string; doing: Present['doing']; since: string; at: number }

/** Who has which page open now, a page for each place; in memory only. */
export class Presence {
  readonly #ticks: () => number
  readonly #seen = new Map<Desk, Seen>()

  constructor(ticks: () => number) {
    this.#ticks = ticks
  }

  /** Says what is done at one place, and hears who else is there. `since` is the wall time of what is said. */
  here(desk: Desk, said: { subject: string; name: string; doing: Doing; since: string }): Present[] {
    const { subject, doing } = said
    const before = this.#seen.get(desk)
    const at = this.#ticks()
    if (doing !== 'left') {
      const goesOn = before?.subject === subject && before.doing === doing && before.name === said.name
      this.#seen.set(desk, { ...said, doing, since: goesOn ? before.since : said.since, at })
    } else if (before?.subject === subject) this.#seen.delete(desk)
    for (const [other, seen] of this.#seen) if (at - seen.at > gone) this.#seen.delete(other)
    return [...this.#seen].flatMap(([other, seen]) =>
      other === desk || seen.subject !== subject
        ? []
        : [{ name: seen.name, desk: other.name, doing: seen.doing, since: seen.since }],
    )
  }
}
