import type { ScoreGrid } from '../../../../shared/features/score/contract.ts'

/** Lower end of the axis in hundredths; lower values are drawn at the edge. */
const axisFrom = 5000
const axisTo = 10000
/** Dots closer than this, in percent of the axis, are stacked. */
const near = 2.2

export type ScoreDot = {
  enrolmentId: number
  name: string
  value: number
  /** In percent of the axis. */
  at: number
  /** 0 on the line, then 1 below, -1 above, 2 … */
  layer: number
  below: boolean
  outside: boolean
}

export type ScoreStrip = {
  key: 'theory' | 'practice' | 'final'
  label: string
  of: number
  /** Sorted by value. */
  dots: ScoreDot[]
  mean: number | null
}

const labels = { theory: 'Teori', practice: 'Praktik', final: 'Akhir' } as const

export function stripPlace(value: number): number {
  return ((Math.min(axisTo, Math.max(axisFrom, value)) - axisFrom) * 100) / (axisTo - axisFrom)
}

/**
 * Where names stand beside the lowest dot without covering another dot or the pass mark, and how much room they have, in percent of the axis. Null if
 * no score is below the limit.
 */
export function namePlace(
  dots: readonly ScoreDot[],
  limit: number,
): { side: 'left' | 'right'; at: number; room: number } | null {
  const [lowest, next] = dots
  if (!lowest?.below) return null
  const { at } = lowest
  const after = Math.min(next?.at ?? 100, stripPlace(limit)) - at
  return at >= after ? { side: 'left', at, room: at } : { side: 'right', at, room: after }
}

/** Theory, practice and final scores of the present members, laid out as dots that do not overlap. */
export function scoreStrips({ rows, passMark }: Pick<ScoreGrid, 'rows' | 'passMark'>): ScoreStrip[] {
  const staying = rows.filter(row => !row.left)
  return (['theory', 'practice', 'final'] as const).map(key => {
    const scored = staying
      .flatMap(({ enrolmentId, name, [key]: value }) => (value === null ? [] : [{ enrolmentId, name, value }]))
      .toSorted((a, b) => a.value - b.value)
    const dots: ScoreDot[] = []
    for (const one of scored) {
      const at = stripPlace(one.value)
      const taken = dots.filter(dot => at - dot.at < near).map(dot => dot.layer)
      const layer = [0, 1, -1, 2, -2].find(candidate => !taken.includes(candidate)) ?? 0
      dots.push({ ...one, at, layer, below: one.value < passMark, outside: one.value < axisFrom })
    }
    const sum = scored.reduce((total, one) => total + one.value, 0)
    return {
      key,
      label: labels[key],
      of: staying.length,
      dots,
      mean: scored.length === 0 ? null : Math.round(sum / scored.length),
    }
  })
}
