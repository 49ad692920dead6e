import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawAttendanceDays } from '../../../electron/backend/features/attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../../../electron/backend/features/attendance/documents/attendance-matrix.ts'
import type { ReturningPaper } from '../../../electron/backend/paper-kit/returning-sheet.ts'
import { findPage } from '../../../electron/backend/picture/find-page.ts'
import { homographyOf, project } from '../../../electron/backend/picture/homography.ts'
import { decodeJpeg } from '../../../electron/backend/picture/jpeg.ts'
import { openPages } from '../../../electron/backend/picture/picture-pages.ts'
import { findQrCodes } from '../../../electron/backend/picture/read-qr.ts'
import { readSignatures } from '../../../electron/backend/picture/read-signatures.ts'
import { straighten } from '../../../electron/backend/picture/straighten.ts'
import { sampleFactsOf } from '../../papers/samples/sample-facts.ts'
import { chanceOf } from '../../scans/chance.ts'
import { returnSheet, signSheet, type Way } from '../../scans/make-scan.ts'

test('four points determine all others', () => {
  const share = fc.double({ min: -0.2, max: 0.2, noNaN: true })
  const inside = fc.double({ min: 0, max: 210, noNaN: true })
  fc.assert(
    fc.property(fc.array(share, { minLength: 8, maxLength: 8 }), inside, inside, (shares, x, y) => {
      // A slanted view of a sheet, computed from random numbers.
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = shares
      const seen = [6 + a, b, 900 * c, d, 6 + e, 900 * f, g / 500, h / 500]
      const corners = [
        { x: 6, y: 6 },
        { x: 204, y: 6 },
        { x: 6, y: 291 },
        { x: 204, y: 291 },
      ]
      const found = homographyOf(corners.map(from => ({ from, to: project(seen, from) })))
      if (!found) throw new Error('no homography')
      const [expected, point] = [project(seen, { x, y }), project(found, { x, y })]
      expect(Math.hypot(point.x - expected.x, point.y - expected.y)).toBeLessThan(1e-4)
    }),
  )
})

test('points on one line determine nothing', () => {
  const line = [1, 2, 3, 4].map(step => ({ from: { x: step, y: step }, to: { x: step, y: 0 } }))
  expect([homographyOf(line), homographyOf(line.slice(1))]).toEqual([null, null])
})

/** The first page of a paper, read from a JPEG of its scan. */
async function readBack(paper: ReturningPaper, way: Way, seed: number) {
  const [sheet] = paper.sheets
  if (!sheet) throw new Error('the paper does not come back')
  const chance = chanceOf(seed)
  const signed = await signSheet(paper.bytes, 0, sheet.boxes, { chance, dotsPerInch: 150 })
  const raster = await decodeJpeg(await returnSheet(signed, way, chance))
  const [code] = raster ? await findQrCodes(raster) : []
  const found = raster && code ? findPage(raster, code, sheet) : null
  const readings = raster && found ? readSignatures(straighten(raster, found.homography, sheet), sheet.boxes) : []
  return { found, readings, truth: signed.signed }
}

const scanner: Way = { turned: -5, slanted: 0, grain: 6, blur: 0.4, dim: 0.04, quality: 65, size: 1 }
const photo: Way = { turned: 4, slanted: 0.12, grain: 6, blur: 0.8, dim: 0.35, quality: 75, size: 1.1 }
const facts = sampleFactsOf(16)

test.each([
  ['a daily sheet turned by 5°', () => drawAttendanceDays(facts, facts.days.slice(0, 1), 'A4'), scanner, 11],
  ['a photo of a daily sheet', () => drawAttendanceDays(facts, facts.days.slice(1, 2), 'F4'), photo, 12],
  ['a sheet of fifteen days', () => drawAttendanceMatrix(facts, 'A4'), scanner, 13],
])('%s is straightened, and its boxes are read', async (_what, draw, way, seed) => {
  const { found, readings, truth } = await readBack(draw(), way, seed)
  expect(found?.marks).toBe(4)
  expect(found?.error).toBeLessThan(0.6)
  expect(readings).toHaveLength(truth.length)
  const right = readings.filter((reading, index) => reading.signed === truth[index]).length
  expect(right / truth.length).toBeGreaterThanOrEqual(0.98)
  expect(new Set(truth)).toEqual(new Set([true, false]))
})

test('a page without its corners is not read', async () => {
  const paper = drawAttendanceDays(facts, facts.days.slice(0, 1), 'A4')
  const [sheet] = paper.sheets
  const pages = await openPages(paper.bytes)
  const raster = await pages?.page(0)
  const [code] = raster ? await findQrCodes(raster) : []
  if (!sheet || !raster || !code) throw new Error('the paper has no code')
  expect(findPage(raster, code, sheet)?.marks).toBe(4)
  // Two corners are covered, as by a clip and a thumb.
  const line = raster.width * 4
  raster.data.fill(255, 0, line * Math.round((9 / sheet.height) * raster.height))
  expect(findPage(raster, code, sheet)).toBeNull()
})
