/**
 * Reads a PNG or JPEG, scaled down to `side` px at most, as a data URL of the type. Redrawing also drops metadata such as the place of a photo.
 * Throws if the browser cannot read the file as a picture.
 */
export async function readPicture(file: File, side: number, type: 'image/png' | 'image/jpeg'): Promise<string> {
  return (await scaledCanvas(file, side)).toDataURL(type, 0.9)
}

/** The same as a JPEG file with the original name. */
export async function readPictureFile(file: File, side: number): Promise<File> {
  const canvas = await scaledCanvas(file, side)
  const context = canvas.getContext('2d')
  if (context) {
    // JPEG has no transparency: transparent parts of a PNG would become black.
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.9))
  if (!blob) throw new Error('no picture')
  return new File([blob], file.name, { type: 'image/jpeg' })
}

async function scaledCanvas(file: File, side: number): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas
}
