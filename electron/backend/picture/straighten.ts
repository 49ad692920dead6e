import type { Homography } from './homography.ts'
import type { Raster } from './raster.ts'

/** 150 dpi: a thin pen is two pixels wide, and a page in JPEG takes some 200 kB. */
export const pixelsPerMillimetre = 150 / 25.4

/** The sheet as if it lay straight under a scanner. Parts outside the picture become white. */
export function straighten(raster: Raster, homography: Homography, sheet: { width: number; height: number }): Raster {
  const source = halvedWhileFine(raster, homography)
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography
  const width = Math.round(sheet.width * pixelsPerMillimetre)
  const height = Math.round(sheet.height * pixelsPerMillimetre)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const { data: pixels, width: columns, height: lines } = source.raster
  for (let line = 0, to = 0; line < height; line += 1) {
    const y = (line + 0.5) / pixelsPerMillimetre
    for (let column = 0; column < width; column += 1, to += 4) {
      const x = (column + 0.5) / pixelsPerMillimetre
      const depth = (g * x + h * y + 1) * source.factor
      const atX = (a * x + b * y + c) / depth - 0.5
      const atY = (d * x + e * y + f) / depth - 0.5
      const left = Math.floor(atX)
      const top = Math.floor(atY)
      if (left < 0 || top < 0 || left + 1 >= columns || top + 1 >= lines) continue
      const [shareX, shareY] = [atX - left, atY - top]
      const from = (top * columns + left) * 4
      const below = from + columns * 4
      for (let colour = 0; colour < 3; colour += 1) {
        const upper = (pixels[from + colour] ?? 0) * (1 - shareX) + (pixels[from + 4 + colour] ?? 0) * shareX
        const lower = (pixels[below + colour] ?? 0) * (1 - shareX) + (pixels[below + 4 + colour] ?? 0) * shareX
        data[to + colour] = upper * (1 - shareY) + lower * shareY
      }
    }
  }
  return { data, width, height }
}

/** A finer picture is averaged first: picking single pixels would lose thin strokes. */
function halvedWhileFine(raster: Raster, [a = 0, , , d = 0]: Homography): { raster: Raster; factor: number } {
  const scale = Math.hypot(a, d)
  const factor = Math.max(1, Math.round(scale / pixelsPerMillimetre - 0.2))
  return { raster: factor === 1 ? raster : reduced(raster, factor), factor }
}

/** The picture averaged over squares of `factor` pixels. */
export function reduced({ width, height, data }: Raster, factor: number): Raster {
  const [columns, lines] = [Math.floor(width / factor), Math.floor(height / factor)]
  const small = new Uint8ClampedArray(columns * lines * 4).fill(255)
  const share = 1 / (factor * factor)
  for (let line = 0, to = 0; line < lines; line += 1) {
    for (let column = 0; column < columns; column += 1, to += 4) {
      let [red, green, blue] = [0, 0, 0]
      for (let y = 0; y < factor; y += 1) {
        let at = ((line * factor + y) * width + column * factor) * 4
        for (let x = 0; x < factor; x += 1, at += 4) {
          red += data[at] ?? 0
          green += data[at + 1] ?? 0
          blue += data[at + 2] ?? 0
        }
      }
      small[to] = red * share
      small[to + 1] = green * share
      small[to + 2] = blue * share
    }
  }
  return { data: small, width: columns, height: lines }
}
