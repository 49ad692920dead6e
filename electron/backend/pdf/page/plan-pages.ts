export type PagePlan = {
  /** Rows `from` to `to` (exclusive) of every page, in order. The sign-off is on the last page. */
  pages: { from: number; to: number }[]
}

export type PageRequest = {
  /** Height of every row, in mm. */
  rows: readonly number[]
  /** Height available for rows on the first page and on every further one, below the table head. */
  first: number
  next: number
  /** Height of what follows the last row and must stay with it. */
  signOff: number
  /** Number of rows that stay with the sign-off. */
  keep: number
  /** Rows are kept together in groups of this size, counted from the first row: 2 on zig-zag sheets. */
  step?: number
  /** Rows that must not be the last of a page, such as headings of the rows below them. */
  leads?: readonly boolean[]
}

/** Distributes rows over pages before anything is drawn, so that every page can show 'Halaman n dari m'. */
export function planPages({ rows, first, next, signOff, keep, step = 1, leads = [] }: PageRequest): PagePlan {
  const pages: PagePlan['pages'] = []
  for (let from = 0; ; ) {
    const free = pages.length === 0 ? first : next
    if (sum(rows, from, rows.length) + signOff <= free + tolerance) {
      pages.push({ from, to: rows.length })
      return { pages }
    }
    if (from === rows.length) {
      // The sign-off alone is higher than a page, so it cannot be kept with rows.
      pages.push({ from, to: from })
      return { pages }
    }
    const most = rows.length - Math.min(keep, rows.length - from)
    let to = from
    while (to < rows.length && sum(rows, from, to + 1) <= free + tolerance) to += 1
    to = Math.min(to, most)
    while (to > from + 1 && leads[to - 1]) to -= 1
    to -= (to - from) % step
    // Rows that must stay with the sign-off start a new page, but a page without rows never follows another page.
    if (to === from && (pages.length > 0 || free >= next)) to = Math.min(rows.length, from + step)
    pages.push({ from, to })
    from = to
  }
}

// Tolerance in mm for rounding errors of sums.
const tolerance = 0.001

function sum(rows: readonly number[], from: number, to: number): number {
  let total = 0
  for (let index = from; index < to; index += 1) total += rows[index] ?? 0
  return total
}

/** Index of the first request whose plan needs the fewest pages, and that plan. */
export function fewestPages<Choice extends PageRequest>(choices: readonly [Choice, ...Choice[]]): [Choice, PagePlan] {
  let best = choices[0]
  let plan = planPages(best)
  for (const choice of choices.slice(1)) {
    const other = planPages(choice)
    if (other.pages.length < plan.pages.length) {
      best = choice
      plan = other
    }
  }
  return [best, plan]
}
