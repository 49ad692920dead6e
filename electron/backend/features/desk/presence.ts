import type { Doing, Present } from '../../../../shared/features/desk/contract.ts'
import type { Desk } from '../../desk.ts'

/** Ms without a report after which a person counts as gone. */
const gone = 10_000

type Seen = { subject: string; name: string; doing: Present['doing']; since: string; at: number }

/** Which page each desk has open; in memory only. */
export class Presence {
  readonly #ticks: () => number
  readonly #seen = new Map<Desk, Seen>()

  constructor(ticks: () => number) {
    this.#ticks = ticks
  }

  /** Reports the state of one desk, and returns who else is on that page. `since` is a wall time. */
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
