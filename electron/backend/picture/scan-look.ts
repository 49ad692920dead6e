import type { Box } from '../pdf/picture/placed-picture.ts'
import { findPage, type PrintedPage } from './find-page.ts'
import { encodeJpeg } from './jpeg.ts'
import type { Raster } from './raster.ts'
import { type FoundQrCode, findQrCodes } from './read-qr.ts'
import { readSignatures, type SignatureReading } from './read-signatures.ts'
import { reduced, straighten } from './straighten.ts'

/** A page as it may have been printed. */
export type Form = PrintedPage & { boxes: readonly { box: Box; printed: readonly Box[] }[] }

export type TakenPage = {
  jpeg: Uint8Array<ArrayBuffer>
  /** The form that fits, by index, with a reading for each of its boxes. Null if the corners were not found. */
  read: { form: number; readings: SignatureReading[] } | null
}

/** JPEG quality; good enough to read a name and to judge a signature, about 200 kB per page. */
const quality = 70
/** In pixels, of a page that could not be straightened. */
const longestSide = 2200

/** Codes of a page. A grainy or unsharp picture is averaged and tried once more. */
export async function lookForCodes(page: Raster): Promise<FoundQrCode[]> {
  const codes = await findQrCodes(page)
  if (codes.length > 0) return codes
  const small = await findQrCodes(reduced(page, 2))
  return small.map(({ text, corners }) => {
    const twice = ({ x, y }: { x: number; y: number }) => ({ x: 2 * x, y: 2 * y })
    const { topLeft, topRight, bottomRight, bottomLeft } = corners
    return {
      text,
      corners: {
        topLeft: twice(topLeft),
        topRight: twice(topRight),
        bottomRight: twice(bottomRight),
        bottomLeft: twice(bottomLeft),
      },
    }
  })
}

/** The page, straightened and read by the form that fits best. Without a form it is only rotated upright. */
export async function takePage(page: Raster, code: FoundQrCode | null, forms: readonly Form[]): Promise<TakenPage> {
  const fits = forms.flatMap((form, index) => {
    const found = code && findPage(page, code, form)
    return found ? [{ form, index, found }] : []
  })
  const [best] = fits.toSorted((a, b) => b.found.marks - a.found.marks || a.found.error - b.found.error)
  if (!best) return { jpeg: await encodeJpeg(upright(page, code), quality), read: null }
  const sheet = straighten(page, best.found.homography, best.form)
  const readings = readSignatures(sheet, best.form.boxes)
  return { jpeg: await encodeJpeg(sheet, quality), read: { form: best.index, readings } }
}

function upright(page: Raster, code: FoundQrCode | null): Raster {
  const factor = Math.ceil(Math.max(page.width, page.height) / longestSide)
  let picture = factor > 1 ? reduced(page, factor) : page
  if (!code) return picture
  const { topLeft, topRight } = code.corners
  const angle = Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x)
  const quarters = (4 - Math.round((angle * 2) / Math.PI)) % 4
  for (let quarter = 0; quarter < quarters; quarter += 1) picture = turned(picture)
  return picture
}

/** Rotates by 90° clockwise. */
function turned({ width, height, data }: Raster): Raster {
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const to = new Uint32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) to[x * height + (height - 1 - y)] = from[y * width + x] ?? 0
  }
  return { data: new Uint8ClampedArray(to.buffer), width: height, height: width }
}
