import { inflateSync } from 'node:zlib'

type Header = { width: number; height: number; depth: number; colour: number }
type Png = { width: number; height: number; rgb: Uint8Array }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Samples a pixel for each PNG colour type; others do not exist. */
const samplesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const mostPixels = 40_000_000

/** Pixels of a PNG laid on white, three bytes each; null for an interlaced, damaged or enormous one. */
export function readPng(bytes: Uint8Array): Png | null {
  if (signature.some((byte, index) => bytes[index] !== byte)) return null
  try {
    return decode(bytes)
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

function decode(bytes: Uint8Array): Png | null {
  const chunks = readChunks(bytes)
  const header = chunks.header
  const samples = header ? samplesOf[header.colour] : undefined
  if (!header || !samples || header.width * header.height > mostPixels || header.width === 0) return null
  const { width, height, depth } = header
  const stride = Math.ceil((width * samples * depth) / 8)
  const lines = inflateSync(Buffer.concat(chunks.data), { maxOutputLength: (stride + 1) * height + 64 })
  if (lines.length < (stride + 1) * height) return null
  const pixels = unfilter(lines, stride, height, Math.max(1, (samples * depth) >> 3))
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * stride, (y + 1) * stride)
    for (let x = 0; x < width; x += 1) writePixel(rgb, (y * width + x) * 3, row, x, header, samples, chunks)
  }
  return { width, height, rgb }
}

type Chunks = { header: Header | null; data: Uint8Array[]; palette: Uint8Array; transparency: Uint8Array }

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunks = { header: null, data: [], palette: new Uint8Array(), transparency: new Uint8Array() }
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR' && body[12] === 0) {
      const colour = body[9] ?? 0
      chunks.header = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), depth: body[8] ?? 8, colour }
    }
    if (kind === 'IDAT') chunks.data.push(body)
    if (kind === 'PLTE') chunks.palette = body
    if (kind === 'tRNS') chunks.transparency = body
    if (kind === 'IEND') break
    at += 12 + length
  }
  return chunks
}

/** Undoes the five line filters of PNG; `unit` is the number of bytes of a whole pixel, at least 1. */
function unfilter(lines: Uint8Array, stride: number, height: number, unit: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= unit ? (out[at - unit] ?? 0) : 0
      const above = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= unit && y > 0 ? (out[at - stride - unit] ?? 0) : 0
      out[at] = (lines[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function writePixel(
  rgb: Uint8Array,
  at: number,
  row: Uint8Array,
  x: number,
  { depth, colour }: Header,
  samples: number,
  { palette, transparency }: Chunks,
): void {
  const sample = (index: number) => readSample(row, x * samples + index, depth)
  if (colour === 3) {
    const entry = sample(0)
    const alpha = transparency[entry] ?? 255
    for (let part = 0; part < 3; part += 1) rgb[at + part] = onWhite(palette[entry * 3 + part] ?? 0, alpha)
    return
  }
  const full = depth === 16 ? 255 : 2 ** depth - 1
  const isGrey = colour === 0 || colour === 4
  const alpha = samples === 2 || samples === 4 ? Math.round((sample(samples - 1) * 255) / full) : 255
  for (let part = 0; part < 3; part += 1) {
    rgb[at + part] = onWhite(Math.round((sample(isGrey ? 0 : part) * 255) / full), alpha)
  }
}

/** Of 16-bit samples only the high byte counts. */
function readSample(row: Uint8Array, index: number, depth: number): number {
  if (depth === 16) return row[index * 2] ?? 0
  if (depth === 8) return row[index] ?? 0
  const bit = index * depth
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255)
}
