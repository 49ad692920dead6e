import { points } from '../millimetres.ts'

// Curves of the certificate's frame as PDF path operators in points. Pure geometry; drawn by frame.ts.

/** Length and height of one period, in mm. */
export const period = 13
export const band = 9

const amplitude = band / 2 - 0.55
const radius = band / 2 - 0.5

/** A point in mm. */
type Curve = (t: number) => readonly [x: number, y: number]

/** Strands of one period: x from 0 to 13, y around 0. Both ends join their neighbours at the same height and slope. */
export function bandOperators(): string {
  const strands: ((angle: number) => number)[] = []
  for (let strand = -3; strand <= 3; strand += 1) {
    for (const sign of [1, -1]) {
      strands.push(angle => sign * amplitude * Math.sin(angle + 0.3 * strand) * (0.62 + 0.38 * Math.cos(2 * angle)))
    }
  }
  for (const sign of [1, -1]) strands.push(angle => sign * 0.34 * amplitude * Math.cos(angle))
  return strands
    .map(height => {
      const curve: Curve = t => [t * period, height(2 * Math.PI * t)]
      return `${curveOperators(curve, 8)} S`
    })
    .join('\n')
}

/** Rosette around (0, 0) for the corners. */
export function cornerOperators(): string {
  const petals: ((angle: number) => number)[] = []
  for (let k = 0; k < 4; k += 1) {
    petals.push(angle => radius * (0.66 + 0.34 * Math.cos(8 * angle + (k * Math.PI) / 2)))
  }
  for (let k = 0; k < 2; k += 1) {
    petals.push(angle => radius * (0.3 + 0.14 * Math.cos(8 * angle + k * Math.PI)))
  }
  return petals
    .map(distance => {
      const curve: Curve = t => {
        const angle = 2 * Math.PI * t
        return [distance(angle) * Math.cos(angle), distance(angle) * Math.sin(angle)]
      }
      return `${curveOperators(curve, 48)} s`
    })
    .join('\n')
}

/** The curve for t from 0 to 1 as Bézier pieces that share its slopes (Hermite). */
function curveOperators(curve: Curve, pieces: number): string {
  const operators = [`${pair(curve(0))} m`]
  for (let piece = 0; piece < pieces; piece += 1) {
    const [from, to] = [piece / pieces, (piece + 1) / pieces]
    const [start, end] = [curve(from), curve(to)]
    const [leaving, arriving] = [slope(curve, from), slope(curve, to)]
    const third = 1 / (3 * pieces)
    const first = [start[0] + leaving[0] * third, start[1] + leaving[1] * third] as const
    const second = [end[0] - arriving[0] * third, end[1] - arriving[1] * third] as const
    operators.push(`${pair(first)} ${pair(second)} ${pair(end)} c`)
  }
  return operators.join('\n')
}

function slope(curve: Curve, t: number): readonly [number, number] {
  const delta = 1e-5
  const [before, after] = [curve(t - delta), curve(t + delta)]
  return [(after[0] - before[0]) / (2 * delta), (after[1] - before[1]) / (2 * delta)]
}

function pair([x, y]: readonly [number, number]): string {
  return `${operand(points(x))} ${operand(points(y))}`
}

/** Rounds to 0.01 pt and never returns '-0'. */
export function operand(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}
