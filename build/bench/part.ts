/** One line of the table: a measured value with its target and whether the target was met. */
export type Figure = {
  part: string
  what: string
  /** Null where it was not measured because the other program is not installed; `what` says so. */
  value: number | null
  unit: '×' | 'ms' | 'MB' | 'B' | '%' | 'facts/s'
  /** Null for a value without a target. */
  target: string | null
  met: boolean | null
}

/**
 * Measures one thing. Throws when a result is wrong, however fast it was. A long part reports finished figures through `soFar`, so that
 * stopping it loses nothing.
 */
export type Part = (soFar: (figure: Figure) => void) => Promise<Figure[]>

export function atLeast(part: string, what: string, value: number, least: number, unit: Figure['unit'] = '×'): Figure {
  return { part, what, value, unit, target: `≥ ${least} ${unit}`, met: value >= least }
}

export function shownOnly(part: string, what: string, value: number, unit: Figure['unit']): Figure {
  return { part, what, value, unit, target: null, met: null }
}

/** A line for something that cannot be measured on this machine. */
export function notMeasured(part: string, what: string, unit: Figure['unit']): Figure {
  return { part, what, value: null, unit, target: null, met: null }
}

export function under(part: string, what: string, value: number, most: number, unit: Figure['unit'] = 'ms'): Figure {
  return { part, what, value, unit, target: `< ${most} ${unit}`, met: value < most }
}

/** The worst value of each figure over all runs: the smallest where the target is a minimum, else the largest. */
export function worstOf(runs: readonly Figure[][]): Figure[] {
  const [first = [], ...others] = runs
  if (others.length === 0) return first
  return first.map((figure, index) => {
    const least = figure.target?.startsWith('≥') ?? false
    const known = runs.map(run => run[index] ?? figure).filter(one => one.value !== null)
    const order = known.toSorted((a, b) => ((a.value ?? 0) - (b.value ?? 0)) * (least ? 1 : -1))
    const worst = order[0] ?? figure
    return { ...worst, what: `${worst.what}, worst of ${runs.length}` }
  })
}

export function assertRight(right: boolean, what: string): asserts right {
  if (!right) throw new Error(`wrong result: ${what}`)
}
