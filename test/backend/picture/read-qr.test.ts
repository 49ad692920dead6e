import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { encodeJpeg } from '../../../electron/backend/picture/jpeg.ts'
import { openPages } from '../../../electron/backend/picture/picture-pages.ts'
import type { Raster } from '../../../electron/backend/picture/raster.ts'
import { readQrCodes } from '../../../electron/backend/picture/read-qr.ts'
import { cohortPapers } from '../../papers/every-paper.ts'
import { sampleFactsOf } from '../../papers/samples/sample-facts.ts'

const paper = () => cohortPapers['attendance-15'](sampleFactsOf(16), 'A4').bytes
const codes = ['B1.TR2403.001.01', 'B1.TR2403.002.01']

async function firstPage(bytes: Uint8Array): Promise<Raster> {
  const pages = await openPages(bytes)
  const raster = await pages?.page(0)
  pages?.close()
  if (!raster) throw new Error('the paper cannot be read')
  return raster
}

test('codes are read from every page of a PDF, from JPEG and from PNG', async () => {
  const raster = await firstPage(paper())
  expect(await readQrCodes(paper())).toEqual(codes)
  expect(await readQrCodes(await encodeJpeg(raster, 75))).toEqual(codes.slice(0, 1))
  const png = encode({ ...raster, data: new Uint8Array(raster.data), channels: 4 })
  expect(await readQrCodes(png)).toEqual(codes.slice(0, 1))
})

test('an unreadable file is distinguished from one without codes', async () => {
  const jpeg = await encodeJpeg(await firstPage(paper()), 75)
  const damaged = [paper().subarray(0, 900), jpeg.subarray(0, 300), new TextEncoder().encode('daftar hadir')]
  for (const bytes of damaged) expect(await readQrCodes(bytes)).toBeNull()
  expect(await readQrCodes(new Uint8Array())).toBeNull()
  const white = { width: 200, height: 300, data: new Uint8ClampedArray(240_000).fill(255) }
  expect(await readQrCodes(await encodeJpeg(white, 75))).toEqual([])
})

test('a picture that would need gigabytes is refused by its header', async () => {
  const jpeg = await encodeJpeg(await firstPage(paper()), 75)
  const frame = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0)
  const enormous = jpeg.slice()
  enormous.fill(0xff, frame + 5, frame + 9)
  const pages = await openPages(enormous)
  expect(await pages?.page(0)).toBeNull()
})
