import { buffer } from 'node:stream/consumers'
import { createCanvas, ImageData, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import type { SignatureBox, Signer } from '../../electron/backend/paper-kit/returning-sheet.ts'
import { openPdf } from '../../electron/backend/picture/pdf-pages.ts'
import type { Raster } from '../../electron/backend/picture/raster.ts'
import { type Chance, chanceOf } from './chance.ts'
import { drawHand, type Hand, sign, soil } from './signing-hand.ts'

/** How a signed sheet was scanned or photographed. */
export type Way = {
  /** Degrees. */
  turned: number
  /** Perspective: by which share of the width the far edge is shorter; 0 for a scanner. */
  slanted: number
  /** Standard deviation of the image noise, out of 255. */
  grain: number
  /** Blur in pixels. */
  blur: number
  /** Share of light missing at the dark side. */
  dim: number
  /** JPEG quality, 1–100. */
  quality: number
  /** Scale of the sheet in the picture. */
  size: number
}

/** `signed` for each box of the sheet. */
export type SignedSheet = { pixels: Raster; signed: boolean[]; dotsPerInch: number }

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

export type Signing = {
  chance: Chance
  /** Whether a person signs on a day; by default about eight of ten do. */
  signs?: (signer: Signer) => boolean
  /** Resolution of the printed sheet; 200 by default. */
  dotsPerInch?: number
}

/** A page of a printed paper with signatures; an empty box may have a speck. */
export async function signSheet(
  pdf: Uint8Array,
  page: number,
  boxes: readonly SignatureBox[],
  { chance, signs = () => chance() < 0.8, dotsPerInch = 200 }: Signing,
): Promise<SignedSheet> {
  const opened = await openPdf(pdf)
  const pixels = await opened?.page(page, dotsPerInch)
  opened?.close()
  if (!pixels) throw new Error(`the paper has no page ${page}`)
  const canvas = createCanvas(pixels.width, pixels.height)
  const context = canvas.getContext('2d')
  context.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0)
  context.scale(dotsPerInch / 25.4, dotsPerInch / 25.4)
  const hands = new Map<number, Hand>()
  const signed = boxes.map(signer => {
    const hand = hands.get(signer.position) ?? drawHand(chance)
    hands.set(signer.position, hand)
    const here = signs(signer)
    if (here) sign(context, hand, signer.box, chance)
    else soil(context, signer.box, chance)
    return here
  })
  return { pixels: pixelsOf(context, pixels.width, pixels.height), signed, dotsPerInch }
}

/** The sheet as a JPEG from a scanner or telephone. */
export async function returnSheet({ pixels }: SignedSheet, way: Way, chance: Chance): Promise<Uint8Array> {
  const seen = throughLens(blurred(pixels, way.blur), way, chance)
  const canvas = createCanvas(seen.width, seen.height)
  canvas.getContext('2d').putImageData(new ImageData(seen.data, seen.width, seen.height), 0, 0)
  return new Uint8Array(await canvas.encode('jpeg', way.quality))
}

/** Noise of deviation 1, computed once, because a picture needs millions of values. */
const grains = drawGrains(chanceOf(1))

function drawGrains(chance: Chance): number[] {
  return Array.from({ length: 4096 }, () => (chance() + chance() + chance() - 1.5) * 2)
}

/** Rotates, tilts, darkens and adds noise: computes for each pixel of the picture its place on the paper. */
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
      // From −1 to 1 across the picture.
      const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1]
      const depth = 1 + slanted * v + slanted * 0.6 * u
      const [px, py] = [((u / depth) * width) / 2, ((v / depth) * height) / 2]
      const fromX = (px * cos + py * sin) / size + paper.width / 2
      const fromY = (py * cos - px * sin) / size + paper.height / 2
      const light = 1 - dim * (0.5 + 0.5 * (u * dimX + v * dimY))
      const [ix, iy] = [Math.floor(fromX), Math.floor(fromY)]
      const inside = ix >= 0 && iy >= 0 && ix + 1 < paper.width && iy + 1 < paper.height
      const noise = (grains[Math.floor(chance() * grains.length)] ?? 0) * grain
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

/** A PDF with one picture per page, like a scanner with a feeder makes. */
export async function pdfOfScans(jpegs: readonly Uint8Array[], dotsPerInch = 150): Promise<Uint8Array> {
  const document = new PDFDocument({ autoFirstPage: false })
  for (const jpeg of jpegs) {
    const image = await loadImage(Buffer.from(jpeg))
    const size: [number, number] = [(image.width * 72) / dotsPerInch, (image.height * 72) / dotsPerInch]
    document.addPage({ size, margin: 0 })
    document.image(Buffer.from(jpeg), 0, 0, { width: size[0], height: size[1] })
  }
  document.end()
  return new Uint8Array(await buffer(document))
}
