/** 1 is the true size of the paper; 'fit' fills the width there is, but never more than the true size by half. */
export type Zoom = number | 'fit'

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
/** CSS pixels of a PDF point at true size. */
export const pixelsOfPoint = 96 / 72

export function nextZoom(zoom: Zoom, by: 1 | -1): Zoom {
  const now = zoom === 'fit' ? 1 : zoom
  if (by === 1) return steps.find(step => step > now) ?? now
  return steps.findLast(step => step < now) ?? now
}

/** Factor of a page of this width (points) on a desk of this width (CSS pixels). */
export function zoomFactor(zoom: Zoom, pageWidth: number, deskWidth: number): number {
  if (zoom !== 'fit') return zoom
  return Math.max(0.25, Math.min(1.5, deskWidth / (pageWidth * pixelsOfPoint)))
}
