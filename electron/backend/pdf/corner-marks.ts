import { colours, type Sheet } from './sheet.ts'

/** Four black squares by which a scan of the sheet is straightened. */
export function drawCornerMarks(sheet: Sheet): void {
  const side = 3
  const edge = 5
  const far = { x: sheet.width - edge - side, y: sheet.height - edge - side }
  sheet.fillAll(
    [
      [edge, edge, side, side],
      [far.x, edge, side, side],
      [edge, far.y, side, side],
      [far.x, far.y, side, side],
    ],
    colours.ink,
  )
}
