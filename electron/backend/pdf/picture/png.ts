import { inflateSync } from 'node:zlib'
import { type DecodedPng, decode, hasPngSignature } from 'fast-png'

type Png = { width: number; height: number; rgb: Uint8Array }

const mostPixels = 40_000_000

/** Pixels of a PNG on white, three bytes each. Null if it is damaged or enormous. */
export function readPng(bytes: Uint8Array): Png | null {
  if (!hasPngSignature(bytes) || isEnormous(bytes)) return null
  try {
    return onWhite(decode(assertUnpackedSize(bytes)))
  } catch {
    // The decoder throws different errors for damaged files.
    return null
  }
}

/** Checked in the header, so that a small file cannot make us allocate gigabytes for pixels. */
function isEnormous(bytes: Uint8Array): boolean {
  if (bytes.length < 24) return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(16) * view.getUint32(20) > mostPixels
}

/** The chunks that the pixels need. Profiles and texts are compressed too and may expand to gigabytes, so they are dropped. */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** Throws if the packed pixels expand to more than the header states: a small file may hold gigabytes. */
function assertUnpackedSize(bytes: Uint8Array): Uint8Array {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Buffer[] = []
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + png.readUInt32BE(at)
    if (needed.has(png.toString('latin1', at + 4, at + 8))) chunks.push(png.subarray(at, end))
    at = end
  }
  const packed = chunks.filter(chunk => chunk.toString('latin1', 4, 8) === 'IDAT').map(chunk => chunk.subarray(8, -4))
  // At most eight bytes a pixel and one byte for each line. An interlaced picture has up to seven short lines for each line.
  const most = png.readUInt32BE(16) * png.readUInt32BE(20) * 8 + 8 * png.readUInt32BE(20) + 64
  inflateSync(Buffer.concat(packed), { maxOutputLength: most })
  return Buffer.concat([png.subarray(0, 8), ...chunks])
}

function onWhite(png: DecodedPng): Png {
  const { width, height, data, channels, depth } = png
  const rgb = new Uint8Array(width * height * 3)
  if (!png.palette && depth === 8 && channels >= 3) {
    // Fast path for nearly all pictures, without a function call for each colour: a scan has ten million pixels.
    for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
      const alpha = channels === 4 ? (data[from + 3] ?? 0) : 255
      for (let colour = 0; colour < 3; colour += 1) {
        const value = data[from + colour] ?? 0
        rgb[to + colour] = alpha === 255 ? value : blend(value, alpha)
      }
    }
    return { width, height, rgb }
  }
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [red, green, blue, alpha] = png.palette ? paletteColour(png, pixel) : directColour(png, pixel)
    rgb[pixel * 3] = blend(red, alpha)
    rgb[pixel * 3 + 1] = blend(green, alpha)
    rgb[pixel * 3 + 2] = blend(blue, alpha)
  }
  return { width, height, rgb }
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

function paletteColour(png: DecodedPng, pixel: number): Colour {
  const entry = png.palette?.[packedSample(png, pixel)]
  return [entry?.[0] ?? 0, entry?.[1] ?? 0, entry?.[2] ?? 0, entry?.[3] ?? 255]
}

function directColour(png: DecodedPng, pixel: number): Colour {
  const { channels, depth } = png
  const full = 2 ** depth - 1
  const sample = (channel: number) =>
    Math.round(((depth < 8 ? packedSample(png, pixel) : (png.data[pixel * channels + channel] ?? 0)) * 255) / full)
  const grey = channels < 3
  const alpha = channels === 2 || channels === 4 ? sample(channels - 1) : 255
  return [sample(0), sample(grey ? 0 : 1), sample(grey ? 0 : 2), alpha]
}

/** Below eight bits, several pixels share a byte, and every line begins with a new byte. */
function packedSample({ data, width, depth }: DecodedPng, pixel: number): number {
  if (depth >= 8) return data[pixel] ?? 0
  const line = Math.ceil((width * depth) / 8)
  const bit = (pixel % width) * depth
  const byte = data[Math.floor(pixel / width) * line + (bit >> 3)] ?? 0
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

function blend(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255)
}
