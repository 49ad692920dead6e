/** Range of written row ids by table; null for tables without numeric ids. */
export type Written = ReadonlyMap<string, readonly RowRange[] | null>
export type RowRange = readonly [from: number, to: number]

/** Number of commits kept. Readers that are further behind must read everything again. */
const most = 200

/**
 * What recent commits of a connection wrote, from one seal of the history to the next. Commits of other connections are not included, so nothing is
 * known across them.
 */
export class CommitLog {
  readonly #commits = new Map<string, { before: string; written: Written }>()

  /** @param before newest seal of the history at the start @param after newest seal after the commit */
  note(before: string, after: string, written: Written): void {
    if (before === after) return
    this.#commits.set(after, { before, written })
    const [oldest] = this.#commits.keys()
    if (this.#commits.size > most && oldest !== undefined) this.#commits.delete(oldest)
  }

  /** What was written between two seals; null if a commit between them is unknown. */
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
