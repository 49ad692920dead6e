import type { Box } from '../picture/placed-picture.ts'
import { colours, type Sheet } from '../sheet.ts'

const side = 3
const edge = 5

/** Positions of the four squares: top left, top right, bottom left, bottom right. */
export function cornerMarks({ width, height }: { width: number; height: number }): Box[] {
  const far = { x: width - edge - side, y: height - edge - side }
  return [
    { x: edge, y: edge, width: side, height: side },
    { x: far.x, y: edge, width: side, height: side },
    { x: edge, y: far.y, width: side, height: side },
    { x: far.x, y: far.y, width: side, height: side },
  ]
}

/** Four black squares for straightening a scan. */
export function drawCornerMarks(sheet: Sheet): void {
  sheet.fillAll(
    cornerMarks(sheet).map(({ x, y, width, height }) => [x, y, width, height] as const),
    colours.ink,
  )
}
