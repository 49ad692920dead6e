import { describe, expect, it } from 'vitest'
import { nextZoom, zoomFactor } from '../../../../renderer/ui/paper/paper-zoom.ts'

describe('nextZoom', () => {
  it('goes step by step and stops at both ends', () => {
    expect(nextZoom('fit', 1)).toBe(1.25)
    expect(nextZoom(0.9, 1)).toBe(1)
    expect(nextZoom(3, 1)).toBe(3)
    expect(nextZoom(0.5, -1)).toBe(0.5)
  })
})

describe('zoomFactor', () => {
  it('fits a page into the view, but enlarges a small paper by half at most', () => {
    expect(zoomFactor('fit', 842, 842)).toBeCloseTo(0.75)
    expect(zoomFactor('fit', 240, 2000)).toBe(1.5)
    expect(zoomFactor(2, 842, 100)).toBe(2)
  })
})
