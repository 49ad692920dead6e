import { type Crop, cropFrame, firstCrop, photoHeight, photoWidth } from './crop-frame.ts'

/** Draws the crop of a picture over the whole of a canvas of 3 × 4. */
export function drawPhoto(context: CanvasRenderingContext2D, picture: ImageBitmap, crop: Crop): void {
  const { left, top, width, height } = cropFrame(picture, crop)
  context.imageSmoothingQuality = 'high'
  // JPEG knows no transparency: without a ground it would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, photoWidth, photoHeight)
  context.drawImage(picture, left, top, width, height, 0, 0, photoWidth, photoHeight)
}

/** A picture cropped as it usually is, as a JPEG data URL; null where the file is no picture. */
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
