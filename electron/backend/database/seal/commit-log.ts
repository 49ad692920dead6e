/** By table that was written: from which number of a row to which; null where its rows have none. */
export type Written = ReadonlyMap<string, readonly RowRange[] | null>
export type RowRange = readonly [from: number, to: number]

/** How many commits are kept. Who asks about a time before the oldest of them must read everything again. */
const most = 200

/**
 * What the last commits of a connection wrote, from one seal of the history to the next. A commit of another connection stands in none: then
 * nothing is known.
 */
export class CommitLog {
  readonly #commits = new Map<string, { before: string; written: Written }>()

  /** @param before the newest seal of the history when it began, and @param after once it stands */
  note(before: string, after: string, written: Written): void {
    if (before === after) return
    this.#commits.set(after, { before, written })
    const [oldest] = this.#commits.keys()
    if (this.#commits.size > most && oldest !== undefined) this.#commits.delete(oldest)
  }

  /** What was written between two seals; null where not all commits between them are known. */
  between(from: string, to: string): Written | null {
    const all = new Map<string, readonly RowRange[] | null>()
    for (let seal = to; seal !== from; ) {
      const commit = this.#commits.get(seal)
      if (!commit) return null
      for (const [table, rows] of commit.written) {
        const known = all.get(table)
        all.set(table, rows === null || known === null ? null : [...(known ?? []), ...rows])
      }
      seal = commit.before
    }
    return all
  }
}
