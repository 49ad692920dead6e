import { type Crop, cropFrame, firstCrop, photoHeight, photoWidth } from './crop-frame.ts'

/** Draws the cropped part onto the whole 3 × 4 canvas. */
export function drawPhoto(context: CanvasRenderingContext2D, picture: ImageBitmap, crop: Crop): void {
  const { left, top, width, height } = cropFrame(picture, crop)
  context.imageSmoothingQuality = 'high'
  // JPEG has no transparency: without a background it would become black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, photoWidth, photoHeight)
  context.drawImage(picture, left, top, width, height, 0, 0, photoWidth, photoHeight)
}

/** A picture with the default crop as a JPEG data URL; null if the file is not a picture. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const canvas = document.createElement('canvas')
  canvas.width = photoWidth
  canvas.height = photoHeight
  const context = canvas.getContext('2d')
  if (!context) return null
  drawPhoto(context, picture, firstCrop)
  picture.close()
  return photoOf(canvas)
}

export function photoOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL('image/jpeg', 0.9)
}
