import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { openPages } from './picture-pages.ts'
import type { Point, Raster } from './raster.ts'
import { wasmFile } from './wasm-file.ts'

export type FoundQrCode = {
  text: string
  /** Corners of the code in pixels. 'topLeft' is the corner of the code itself between the two others that have a finder square. */
  corners: { topLeft: Point; topRight: Point; bottomRight: Point; bottomLeft: Point }
}

let prepared: Promise<unknown> | undefined

/** Every QR code on a picture, at any rotation. */
export async function findQrCodes({ data, width, height }: Raster): Promise<FoundQrCode[]> {
  prepared ??= wasmFile('zxing-wasm/reader/zxing_reader.wasm').then(wasmBinary =>
    prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }),
  )
  await prepared
  const picture = { data, width, height, colorSpace: 'srgb' } as const
  const read = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false })
  return read.filter(code => code.isValid).map(({ text, position }) => ({ text, corners: position }))
}

/** The texts of all QR codes on a JPEG, a PNG or the pages of a PDF, in page order. Null if the bytes are none of these, or damaged. */
export async function readQrCodes(bytes: Uint8Array): Promise<string[] | null> {
  const pages = await openPages(bytes)
  if (pages === null) return null
  try {
    const texts: string[][] = []
    for (let index = 0; index < pages.count; index += 1) {
      const page = await pages.page(index)
      if (page) texts.push((await findQrCodes(page)).map(code => code.text))
    }
    return texts.length > 0 ? texts.flat() : null
  } finally {
    pages.close()
  }
}
