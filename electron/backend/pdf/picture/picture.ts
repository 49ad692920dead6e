import { readPng } from './png.ts'

/** A picture ready to be embedded: the JPEG as it is, or the pixels of a PNG on white. */
export type Picture =
  | { kind: 'jpeg'; bytes: Uint8Array }
  | { kind: 'pixels'; width: number; height: number; rgb: Uint8Array }

const framesOfJpeg = new Set([0xc0, 0xc1, 0xc2])

/**
 * Reads JPEG or PNG. Null if it is neither, damaged, or not allowed in a PDF/A in sRGB (CMYK). PNG is never passed to PDFKit: it reads a PNG with
 * transparency asynchronously, and a damaged one would end the process.
 */
export function readPicture(bytes: Uint8Array): Picture | null {
  const known = read.get(bytes)
  if (known !== undefined) return known
  const picture = readAnew(bytes)
  read.set(bytes, picture)
  return picture
}

/** Cached by the bytes: a logo is drawn on every page. */
const read = new WeakMap<Uint8Array, Picture | null>()

function readAnew(bytes: Uint8Array): Picture | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return isPlainJpeg(bytes) ? { kind: 'jpeg', bytes } : null
  const png = readPng(bytes)
  return png ? { kind: 'pixels', ...png } : null
}

function isPlainJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (framesOfJpeg.has(marker)) {
      const components = bytes[at + 9]
      return view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0 && (components === 1 || components === 3)
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return false
}
