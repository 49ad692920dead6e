import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cropFrame,
  firstCrop,
  photoHeight,
  photoWidth,
} from '../../../../renderer/features/trainee/photo/crop-frame.ts'

describe('cropFrame', () => {
  it('takes the whole picture if it is already 3 × 4', () => {
    expect(cropFrame({ width: 1200, height: 1600 }, firstCrop)).toEqual({ left: 0, top: 0, width: 1200, height: 1600 })
  })

  it('takes the middle of a wide picture', () => {
    expect(cropFrame({ width: 2000, height: 1600 }, firstCrop)).toEqual({
      left: 400,
      top: 0,
      width: 1200,
      height: 1600,
    })
  })

  it('keeps 3 : 4 inside the picture, whatever its shape and wherever the frame is pushed', () => {
    const size = fc.integer({ min: 1, max: 10_000 })
    const place = fc.double({ min: -2, max: 3, noNaN: true })
    fc.assert(
      fc.property(size, size, fc.double({ min: 0, max: 9, noNaN: true }), place, place, (width, height, zoom, x, y) => {
        const frame = cropFrame({ width, height }, { zoom, x, y })
        const slack = 1e-6 * Math.max(width, height)
        expect(frame.width / frame.height).toBeCloseTo(photoWidth / photoHeight, 9)
        expect(frame.left).toBeGreaterThanOrEqual(-slack)
        expect(frame.top).toBeGreaterThanOrEqual(-slack)
        expect(frame.left + frame.width).toBeLessThanOrEqual(width + slack)
        expect(frame.top + frame.height).toBeLessThanOrEqual(height + slack)
      }),
    )
  })
})
