import { fileType } from '../files/file-type.ts'
import { readPng } from '../pdf/picture/png.ts'
import { decodeJpeg } from './jpeg.ts'
import { openPdf } from './pdf-pages.ts'
import type { Raster } from './raster.ts'

/** Fine enough for a code with modules of half a millimetre. */
const scanDotsPerInch = 200

/** A file that was handed in, page by page. Must be closed. */
export type PicturePages = {
  /** 1 for a picture. */
  readonly count: number
  /** Null for a page that cannot be read. */
  page(index: number): Promise<Raster | null>
  close(): void
}

/** In pixels. Smaller or longer pictures are not pages, and the readers of codes and corners throw on pictures of almost no width. */
const [leastSide, mostSide] = [24, 20_000]

function isPage({ width, height }: { width: number; height: number }): boolean {
  return Math.min(width, height) >= leastSide && Math.max(width, height) <= mostSide
}

function asPage(raster: Raster | null): Raster | null {
  return raster && isPage(raster) ? raster : null
}

/** Opens JPEG, PNG or PDF, judged by content and not by name. Null for anything else and for a damaged or locked PDF. */
export async function openPages(bytes: Uint8Array): Promise<PicturePages | null> {
  const type = fileType(bytes)
  if (type === null) return null
  if (type === 'application/pdf') {
    const pdf = await openPdf(bytes)
    return (
      pdf && {
        count: pdf.count,
        page: async index => asPage(await pdf.page(index, scanDotsPerInch)),
        close: () => pdf.close(),
      }
    )
  }
  const read = type === 'image/jpeg' ? decodeJpeg : async (png: Uint8Array) => rasterOfPng(png)
  return { count: 1, page: async () => asPage(await read(bytes)), close: () => undefined }
}

function rasterOfPng(bytes: Uint8Array): Raster | null {
  // Checked in the header, before a strip of millions of lines is unpacked.
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 24 || !isPage({ width: head.getUint32(16), height: head.getUint32(20) })) return null
  const png = readPng(bytes)
  if (png === null) return null
  const data = new Uint8ClampedArray(png.width * png.height * 4).fill(255)
  for (let from = 0, to = 0; from < png.rgb.length; from += 3, to += 4) data.set(png.rgb.subarray(from, from + 3), to)
  return { data, width: png.width, height: png.height }
}
