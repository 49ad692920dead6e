import type { Box } from '../pdf/picture/placed-picture.ts'
import { darkerThanAround, darkestGrey } from './grey.ts'
import type { Raster } from './raster.ts'
import { type Spot, takeSpots } from './spots.ts'
import { pixelsPerMillimetre } from './straighten.ts'

export type SignatureReading = {
  signed: boolean
  /** From 0.5, no better than a guess, to 1. */
  confidence: number
}

/** In mm²: smaller spots are ignored. */
const specks = 0.2
const leastInk = 1.3
/** In mm: ink that extends less than this is a blot or a dot. */
const leastRun = 2.2
/** In mm: ink that enters over the edge and stays this near to it belongs to a neighbouring box. */
const intrusion = 2.4

/** Decides for boxes on a straightened sheet (in mm) whether there is a signature. The `printed` areas inside a box are ignored. */
export function readSignatures(
  sheet: Raster,
  boxes: readonly { box: Box; printed: readonly Box[] }[],
): SignatureReading[] {
  const grey = darkestGrey(sheet)
  const dark = darkerThanAround(grey, Math.round(3.5 * pixelsPerMillimetre), 0.84)
  return boxes.map(({ box, printed }) => readInk(inkOf(dark, grey.width, box, printed)))
}

/** Ink of one box by its spots, in mm. */
type Ink = { area: number; run: number }

function inkOf(dark: Uint8Array, sheetWidth: number, box: Box, printed: readonly Box[]): Ink {
  const area = pixelBox(box)
  const cut = new Uint8Array(area.width * area.height)
  for (let line = 0; line < area.height; line += 1) {
    const from = (area.top + line) * sheetWidth + area.left
    cut.set(dark.subarray(from, from + area.width), line * area.width)
  }
  for (const one of printed) {
    const hole = pixelBox(one)
    for (
      let line = Math.max(0, hole.top - area.top);
      line < Math.min(area.height, hole.top - area.top + hole.height);
      line += 1
    ) {
      const from = Math.max(0, hole.left - area.left)
      cut.fill(
        0,
        line * area.width + from,
        line * area.width + Math.min(area.width, hole.left - area.left + hole.width),
      )
    }
  }
  const own = takeSpots(cut, area.width).filter(spot => !isForeignStroke(spot, area))
  const square = pixelsPerMillimetre ** 2
  const counted = own.filter(spot => spot.area / square > specks)
  const runs = counted.map(spot => Math.hypot(spot.right - spot.left, spot.bottom - spot.top) / pixelsPerMillimetre)
  return { area: counted.reduce((sum, spot) => sum + spot.area, 0) / square, run: Math.max(0, ...runs) }
}

/** The end of a neighbour's signature, or a printed rule that the picture shifted slightly. */
function isForeignStroke(spot: Spot, { width, height }: { width: number; height: number }): boolean {
  const reach = intrusion * pixelsPerMillimetre
  return (
    (spot.top === 0 && spot.bottom < reach) ||
    (spot.left === 0 && spot.right < reach) ||
    (spot.bottom === height - 1 && spot.top > height - 1 - reach) ||
    (spot.right === width - 1 && spot.left > width - 1 - reach)
  )
}

function readInk({ area, run }: Ink): SignatureReading {
  // Ratio to the smallest amount of ink of a signature; the weaker of the two decides.
  const amount = Math.min(area / leastInk, run / leastRun)
  const distance = Math.abs(Math.log2(Math.max(amount, 0.05)))
  return { signed: amount >= 1, confidence: 0.5 + 0.5 * (1 - 2 ** (-1.6 * distance)) }
}

function pixelBox({ x, y, width, height }: Box) {
  const [left, top] = [Math.round(x * pixelsPerMillimetre), Math.round(y * pixelsPerMillimetre)]
  return {
    left,
    top,
    width: Math.round((x + width) * pixelsPerMillimetre) - left,
    height: Math.round((y + height) * pixelsPerMillimetre) - top,
  }
}
