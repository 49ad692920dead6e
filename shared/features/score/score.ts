import { roundedQuotient } from '../../kernel/quotient.ts'
import { defaultBands, type PredicateBand } from '../centre/centre.ts'

// Scores are whole hundredths from 0 to 10_000: 8560 is 85,60.

export type ScoreProblem =
  | { code: 'empty' }
  | { code: 'not_a_number'; text: string }
  | { code: 'too_precise'; decimals: number }
  | { code: 'out_of_range' }

type ScoreReading = { ok: true; score: number } | { ok: false; problem: ScoreProblem }

/** Parses '85,6' as 8560. A dot is accepted as a comma, because of number pads. */
export function readScore(text: string): ScoreReading {
  const typed = text.trim()
  if (typed === '') return refuse({ code: 'empty' })
  const match = /^([+-]?)(\d{1,12})(?:[.,](\d{1,12}))?$/.exec(typed)
  if (!match?.[2]) return refuse({ code: 'not_a_number', text: typed })
  const decimals = match[3] ?? ''
  if (decimals.length > 2) return refuse({ code: 'too_precise', decimals: decimals.length })
  const score = Number(match[2]) * 100 + Number(decimals.padEnd(2, '0'))
  if (score > 10_000 || (match[1] === '-' && score > 0)) return refuse({ code: 'out_of_range' })
  return { ok: true, score }
}

/** Weighted mean of both scores, rounded half up to hundredths. Weights are whole numbers, usually percent. */
export function finalMark(theory: number, practice: number, theoryWeight: number, practiceWeight: number): number {
  return roundedQuotient(theory * theoryWeight + practice * practiceWeight, theoryWeight + practiceWeight)
}

/** Mean rounded half up to hundredths; null without scores. */
export function meanScore(scores: readonly number[]): number | null {
  if (scores.length === 0) return null
  const sum = scores.reduce((total, score) => total + score, 0)
  return roundedQuotient(sum, scores.length)
}

/** Kompeten, belum kompeten, or not judged yet. */
export type UnitJudgement = 'K' | 'BK' | null

/** Label of the highest band that a final score reaches; of the lowest band if it reaches none. */
export function predicate(final: number, bands: readonly PredicateBand[] = defaultBands): string {
  const falling = bands.toSorted((a, b) => b.from - a.from)
  const band = falling.find(({ from }) => final >= from) ?? falling.at(-1)
  if (!band) throw new RangeError('no bands')
  return band.label
}

function refuse(problem: ScoreProblem): ScoreReading {
  return { ok: false, problem }
}
