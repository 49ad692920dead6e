import type { Raster } from './raster.ts'

/** One byte per pixel, 0 is black. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** The darkest of the three colours of each pixel, averaged over squares of `factor` pixels. So blue ink is as dark as black ink. */
export function darkestGrey({ width, height, data }: Raster, factor = 1): Grey {
  const [columns, lines] = [Math.floor(width / factor), Math.floor(height / factor)]
  const grey = new Uint8Array(columns * lines)
  const sums = new Uint32Array(columns)
  for (let line = 0; line < lines; line += 1) {
    sums.fill(0)
    for (let inside = 0; inside < factor; inside += 1) {
      let at = (line * factor + inside) * width * 4
      for (let column = 0; column < columns; column += 1) {
        for (let pixel = 0; pixel < factor; pixel += 1, at += 4) {
          const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
          sums[column] = (sums[column] ?? 0) + (red < green ? (red < blue ? red : blue) : green < blue ? green : blue)
        }
      }
    }
    for (let column = 0; column < columns; column += 1) {
      grey[line * columns + column] = (sums[column] ?? 0) / (factor * factor)
    }
  }
  return { width: columns, height: lines, data: grey }
}

/**
 * 1 where a pixel is darker than `share` of the mean of the square of `reach` pixels around it, else 0. The local mean follows shadows and the dim
 * side of a photo.
 */
export function darkerThanAround({ width, height, data }: Grey, reach: number, share: number): Uint8Array {
  const stride = width + 1
  const sums = new Uint32Array(stride * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let line = 0
    for (let x = 0; x < width; x += 1) {
      line += data[y * width + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + line
    }
  }
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0)
      if ((data[y * width + x] ?? 0) * (right - left) * (bottom - top) < share * sum) dark[y * width + x] = 1
    }
  }
  return dark
}
