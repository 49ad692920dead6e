/** Photo of 3 × 4 cm at 300 dpi. */
export const photoWidth = 354
export const photoHeight = 472

export type Crop = {
  /** 1 shows as much of the picture as fits into 3 × 4, 3 a third of it. */
  zoom: number
  /** Position of the frame: 0 left or top, 1 right or bottom. */
  x: number
  y: number
}

/** In portraits faces are above the middle. */
export const firstCrop: Crop = { zoom: 1, x: 0.5, y: 0.3 }
export const largestZoom = 3

/** The cropped part in pixels of the picture; always 3 : 4 and inside the picture. */
export function cropFrame(picture: { width: number; height: number }, { zoom, x, y }: Crop) {
  const scale = Math.min(picture.width / photoWidth, picture.height / photoHeight) / within(zoom, 1, largestZoom)
  const width = photoWidth * scale
  const height = photoHeight * scale
  return {
    left: within(x, 0, 1) * (picture.width - width),
    top: within(y, 0, 1) * (picture.height - height),
    width,
    height,
  }
}

export function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
