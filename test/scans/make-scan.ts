import { createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas'
import type {
  ReturningPaper,
  ReturningSheet,
} from '../../electron/backend/features/attendance/documents/returning-sheet.ts'
import { openPdf } from '../../electron/backend/picture/pdf-pages.ts'
import type { Raster } from '../../electron/backend/picture/raster.ts'
import { type Chance, drawHand, type Hand, sign, soil } from './signing-hand.ts'

const dotsPerInch = 200
const perMillimetre = dotsPerInch / 25.4

/** How a signed sheet came back. */
export type Way = {
  /** Degrees. */
  turned: number
  /** Seen at an angle: share of the width by which the far edge is shorter; 0 for a scanner. */
  slanted: number
  /** Standard deviation of the grain, of 255. */
  grain: number
  /** Out of focus, in pixels. */
  blur: number
  /** Share of light that is missing at the dim side. */
  dim: number
  /** 1–100. */
  quality: number
  /** Lies on a desk and is larger or smaller by this. */
  size: number
}

export type SignedSheet = { sheet: ReturningSheet; pixels: Raster /** For each box of the sheet. */; signed: boolean[] }

/** Numbers from a seed; the same ones on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function anyWay(chance: Chance): Way {
  const photo = chance() < 0.5
  return {
    turned: (chance() - 0.5) * 10,
    slanted: photo ? 0.04 + chance() * 0.14 : 0,
    grain: 2 + chance() * 7,
    blur: photo ? chance() * 1.6 : chance() * 0.6,
    dim: photo ? chance() * 0.4 : chance() * 0.06,
    quality: 55 + Math.floor(chance() * 35),
    size: photo ? 0.8 + chance() * 0.5 : 1,
  }
}

/** A page of a paper as people signed it; of ten boxes about `share` are signed. */
export async function signSheet(
  paper: ReturningPaper,
  page: number,
  chance: Chance,
  share = 0.8,
): Promise<SignedSheet> {
  const sheet = paper.sheets[page]
  const pdf = await openPdf(paper.bytes)
  const pixels = await pdf?.page(page, dotsPerInch)
  pdf?.close()
  if (!sheet || !pixels) throw new Error(`the paper has no page ${page}`)
  const canvas = createCanvas(pixels.width, pixels.height)
  const context = canvas.getContext('2d')
  context.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0)
  context.scale(perMillimetre, perMillimetre)
  const hands = new Map<number, Hand>()
  const signed = sheet.boxes.map(({ position, box }) => {
    const hand = hands.get(position) ?? drawHand(chance)
    hands.set(position, hand)
    const here = chance() < share
    if (here) sign(context, hand, box, chance)
    else soil(context, box, chance)
    return here
  })
  return { sheet, pixels: pixelsOf(context, pixels.width, pixels.height), signed }
}

/** JPEG of the sheet as a scanner or a telephone gives it. */
export async function returnSheet({ pixels }: SignedSheet, way: Way, chance: Chance): Promise<Uint8Array> {
  const seen = throughLens(blurred(pixels, way.blur), way, chance)
  const canvas = createCanvas(seen.width, seen.height)
  canvas.getContext('2d').putImageData(new ImageData(seen.data, seen.width, seen.height), 0, 0)
  return new Uint8Array(await canvas.encode('jpeg', way.quality))
}

/** Turns, slants, dims and grains: each pixel of the picture asks where on the paper it looks. */
function throughLens(paper: Raster, { turned, slanted, grain, dim, size }: Way, chance: Chance): Raster {
  const margin = slanted > 0 ? 0.12 : 0.06
  const [width, height] = [paper.width, paper.height].map(side => Math.round(side * size * (1 + margin * 2))) as [
    number,
    number,
  ]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const [sin, cos] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)]
  const desk = slanted > 0 ? [92, 74, 60] : [250, 250, 250]
  const paperTone = slanted > 0 ? [236, 232, 222] : [252, 252, 252]
  const dimFrom = chance() * Math.PI * 2
  const [dimX, dimY] = [Math.cos(dimFrom), Math.sin(dimFrom)]
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      // From −1 to 1 over the picture.
      const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1]
      const depth = 1 + slanted * v + slanted * 0.6 * u
      const [px, py] = [((u / depth) * width) / 2, ((v / depth) * height) / 2]
      const fromX = (px * cos + py * sin) / size + paper.width / 2
      const fromY = (py * cos - px * sin) / size + paper.height / 2
      const light = 1 - dim * (0.5 + 0.5 * (u * dimX + v * dimY))
      const [ix, iy] = [Math.floor(fromX), Math.floor(fromY)]
      const inside = ix >= 0 && iy >= 0 && ix + 1 < paper.width && iy + 1 < paper.height
      const noise = (chance() + chance() + chance() - 1.5) * 2 * grain
      const [sx, sy] = [fromX - ix, fromY - iy]
      const from = (iy * paper.width + ix) * 4
      for (let colour = 0; colour < 3; colour += 1) {
        const value = inside
          ? (((paper.data[from + colour] ?? 0) * (1 - sx) + (paper.data[from + 4 + colour] ?? 0) * sx) * (1 - sy) +
              ((paper.data[from + paper.width * 4 + colour] ?? 0) * (1 - sx) +
                (paper.data[from + paper.width * 4 + 4 + colour] ?? 0) * sx) *
                sy) *
            ((paperTone[colour] ?? 255) / 255)
          : (desk[colour] ?? 0)
        data[at + colour] = value * light + noise
      }
    }
  }
  return { data, width, height }
}

function blurred(pixels: Raster, radius: number): Raster {
  const { width, height } = pixels
  const sharp = createCanvas(width, height)
  sharp.getContext('2d').putImageData(new ImageData(pixels.data, width, height), 0, 0)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.filter = `blur(${radius}px)`
  context.drawImage(sharp, 0, 0)
  return pixelsOf(context, width, height)
}

function pixelsOf(context: SKRSContext2D, width: number, height: number): Raster {
  const { data } = context.getImageData(0, 0, width, height)
  return { data: new Uint8ClampedArray(data), width, height }
}
