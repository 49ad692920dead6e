import { cornerMarks } from '../pdf/page/corner-marks.ts'
import type { Box } from '../pdf/picture/placed-picture.ts'
import { darkerThanAround, darkestGrey } from './grey.ts'
import { type Homography, homographyOf, type Pair, project } from './homography.ts'
import type { Point, Raster } from './raster.ts'
import type { FoundQrCode } from './read-qr.ts'
import { type Spot, takeSpots } from './spots.ts'

/** The printed marks of every sheet of this form, in mm: the size of the sheet and the position of its code. */
export type PrintedPage = { width: number; height: number; code: Box }

type FoundPage = {
  /** From mm on the sheet to pixels of the picture. */
  homography: Homography
  /** The largest distance between a corner of the code and its position according to the marks, in mm. */
  error: number
  /** 3 if one corner is covered or cut off. */
  marks: 3 | 4
}

/** Scale of the grey picture in which marks are searched: a mark is then twelve pixels wide. */
const pixelsPerMillimetre = 4
/** For each corner this many spots are tried as its mark. */
const triedPerCorner = 4
/**
 * Largest allowed error in mm, by the number of marks. Four marks confirm each other; three depend on the code, which is read to a third of a module.
 */
const mostError = { 4: 1, 3: 0.45 }

/**
 * Finds the four squares in the corners of a sheet, starting from its code, and from them how the sheet lies on the picture: rotated, slanted or seen
 * at an angle. Null if fewer than three are found.
 */
export function findPage(raster: Raster, code: FoundQrCode, printed: PrintedPage): FoundPage | null {
  const { topLeft, topRight, bottomRight, bottomLeft } = code.corners
  const found = [topLeft, topRight, bottomRight, bottomLeft]
  const onSheet = cornersOf(printed.code)
  const scale = sideOf(found) / printed.code.width
  const factor = Math.max(1, Math.round(scale / pixelsPerMillimetre))
  const squares = squareSpots(raster, factor, scale / factor)
  const codePairs = onSheet.map((from, index): Pair => ({ from, to: found[index] ?? from }))
  const rough = similarityOf(codePairs)
  const candidates = cornerMarks(printed).map(mark => {
    const near = rough(middleOf(mark))
    const reach = scale * (25 + 0.25 * distance(middleOf(mark), middleOf(printed.code)))
    return squares
      .filter(spot => distance(spot, near) < reach)
      .toSorted((a, b) => distance(a, near) - distance(b, near))
      .slice(0, triedPerCorner)
      .map((spot): Pair => ({ from: middleOf(mark), to: spot }))
  })
  return bestOf(fourOf(candidates), codePairs, scale, 4) ?? bestOf(threeOf(candidates, codePairs), codePairs, scale, 3)
}

function bestOf(
  choices: Iterable<readonly Pair[]>,
  code: readonly Pair[],
  scale: number,
  marks: FoundPage['marks'],
): FoundPage | null {
  let best: FoundPage | null = null
  for (const pairs of choices) {
    const homography = homographyOf(pairs)
    if (!homography) continue
    const error =
      Math.max(...[...pairs, ...code].map(({ from, to }) => distance(project(homography, from), to))) / scale
    if (error < mostError[marks] && (!best || error < best.error)) best = { homography, error, marks }
  }
  return best
}

function* fourOf([first = [], second = [], third = [], fourth = []]: Pair[][]): Generator<Pair[]> {
  for (const a of first) for (const b of second) for (const c of third) for (const d of fourth) yield [a, b, c, d]
}

/** Three marks and the code together. They fix the position like four marks, but less exactly. */
function* threeOf(candidates: Pair[][], code: readonly Pair[]): Generator<Pair[]> {
  for (const left of candidates) {
    const [first = [], second = [], third = []] = candidates.filter(one => one !== left)
    for (const a of first) for (const b of second) for (const c of third) yield [a, b, c, ...code]
  }
}

/** Centres, in pixels of the picture, of all spots that are as dark, as large and as filled as a mark. */
function squareSpots(raster: Raster, factor: number, scale: number): Point[] {
  const grey = darkestGrey(raster, factor)
  const spots = takeSpots(darkerThanAround(grey, Math.round(6 * scale), 0.7), grey.width)
  const side = 3 * scale
  const isSquare = ({ area, left, right, top, bottom }: Spot) => {
    const [width, height] = [right - left + 1, bottom - top + 1]
    const isSized = area > 0.35 * side * side && area < 2.2 * side * side
    return isSized && width / height < 1.8 && height / width < 1.8 && area > 0.48 * width * height
  }
  const middle = (value: number) => (value + 0.5) * factor
  return spots.filter(isSquare).map(({ x, y }) => ({ x: middle(x), y: middle(y) }))
}

/** Rotation, scale and position from the code alone: good near the code, rough at the far end of the sheet. */
function similarityOf(pairs: readonly Pair[]): (point: Point) => Point {
  const from = centreOf(pairs.map(pair => pair.from))
  const to = centreOf(pairs.map(pair => pair.to))
  let [along, across, size] = [0, 0, 0]
  for (const pair of pairs) {
    const [ax, ay, bx, by] = [pair.from.x - from.x, pair.from.y - from.y, pair.to.x - to.x, pair.to.y - to.y]
    along += ax * bx + ay * by
    across += ax * by - ay * bx
    size += ax * ax + ay * ay
  }
  const [cos, sin] = [along / size, across / size]
  return ({ x, y }) => {
    const [dx, dy] = [x - from.x, y - from.y]
    return { x: to.x + cos * dx - sin * dy, y: to.y + sin * dx + cos * dy }
  }
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function centreOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function sideOf(corners: readonly Point[]): number {
  const sides = corners.map((corner, index) => distance(corner, corners[(index + 1) % corners.length] ?? corner))
  return sides.reduce((sum, side) => sum + side, 0) / sides.length
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
