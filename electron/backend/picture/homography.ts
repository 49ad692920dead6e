import type { Point } from './raster.ts'

/** Maps the plane of a sheet onto a picture of it. Rows of a 3 × 3 matrix whose last value is 1. */
export type Homography = readonly number[]

export type Pair = { from: Point; to: Point }

/** The map that comes nearest to all pairs; exact for four of them. Null if the pairs do not determine a map, for example three on a line. */
export function homographyOf(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null
  // Both planes are scaled to about 1 first: squares of millimetres and pixels in one sum would lose digits.
  const from = unitScale(pairs.map(pair => pair.from))
  const to = unitScale(pairs.map(pair => pair.to))
  const rows = pairs.flatMap(pair => {
    const [a, b] = [from.apply(pair.from), to.apply(pair.to)]
    return [
      [a.x, a.y, 1, 0, 0, 0, -b.x * a.x, -b.x * a.y, b.x],
      [0, 0, 0, a.x, a.y, 1, -b.y * a.x, -b.y * a.y, b.y],
    ]
  })
  const normal = Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) =>
      rows.reduce((sum, values) => sum + (values[row] ?? 0) * (values[column] ?? 0), 0),
    ),
  )
  const solved = solve(normal)
  if (!solved) return null
  const whole = product(product(to.back, [...solved, 1]), from.matrix)
  const last = whole[8] ?? 0
  return Math.abs(last) < 1e-12 ? null : whole.map(value => value / last)
}

export function project([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Homography, { x, y }: Point): Point {
  const depth = g * x + h * y + 1
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}

function unitScale(points: readonly Point[]) {
  const middle = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [middle(points.map(point => point.x)), middle(points.map(point => point.y))]
  const spread = Math.max(1e-9, ...points.map(point => Math.max(Math.abs(point.x - x), Math.abs(point.y - y))))
  return {
    apply: (point: Point): Point => ({ x: (point.x - x) / spread, y: (point.y - y) / spread }),
    matrix: [1 / spread, 0, -x / spread, 0, 1 / spread, -y / spread, 0, 0, 1],
    back: [spread, 0, x, 0, spread, y, 0, 0, 1],
  }
}

function product(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 9 }, (_, index) => {
    const [row, column] = [Math.floor(index / 3) * 3, index % 3]
    return [0, 1, 2].reduce((sum, k) => sum + (a[row + k] ?? 0) * (b[k * 3 + column] ?? 0), 0)
  })
}

/** Solves eight equations, each row with its right side at the end. Null if they do not determine eight values. */
function solve(equations: number[][]): number[] | null {
  const size = equations.length
  for (let column = 0; column < size; column += 1) {
    const below = equations.slice(column)
    const pivot = below.toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0]
    const value = pivot?.[column] ?? 0
    if (!pivot || Math.abs(value) < 1e-10) return null
    equations.splice(equations.indexOf(pivot), 1)
    equations.splice(column, 0, pivot)
    for (const equation of equations) {
      if (equation === pivot) continue
      const share = (equation[column] ?? 0) / value
      if (share !== 0)
        for (let at = column; at <= size; at += 1) equation[at] = (equation[at] ?? 0) - share * (pivot[at] ?? 0)
    }
  }
  return equations.map((equation, row) => (equation[size] ?? 0) / (equation[row] ?? 1))
}
