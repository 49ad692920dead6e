/** 1 is the true size; 'fit' fills the width, up to 1.5. */
export type Zoom = number | 'fit'

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
/** CSS pixels of a PDF point at true size. */
export const pixelsOfPoint = 96 / 72

export function nextZoom(zoom: Zoom, by: 1 | -1): Zoom {
  const now = zoom === 'fit' ? 1 : zoom
  if (by === 1) return steps.find(step => step > now) ?? now
  return steps.findLast(step => step < now) ?? now
}

/** Zoom factor for a page width in points and an available width in CSS pixels. */
export function zoomFactor(zoom: Zoom, pageWidth: number, deskWidth: number): number {
  if (zoom !== 'fit') return zoom
  return Math.max(0.25, Math.min(1.5, deskWidth / (pageWidth * pixelsOfPoint)))
}
