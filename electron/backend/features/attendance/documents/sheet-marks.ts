import type { ReturningSheet } from '../../../paper-kit/returning-sheet.ts'
import { drawCornerMarks } from '../../../pdf/corner-marks.ts'
import { drawQrCode, type QrCode } from '../../../pdf/qr-code.ts'
import type { Sheet } from '../../../pdf/sheet.ts'

/** Of the code on a sheet, in mm. */
export const codeSide = 13.8

/** Draws the code at the right edge, its top at `top`, and the four corners; answers the page as it must be remembered. */
export function drawSheetMarks(
  sheet: Sheet,
  code: QrCode,
  { top, ...page }: Pick<ReturningSheet, 'place' | 'page' | 'boxes'> & { top: number },
): ReturningSheet {
  const x = sheet.right - codeSide
  drawQrCode(sheet, code, x, top, codeSide)
  drawCornerMarks(sheet)
  return { ...page, width: sheet.width, height: sheet.height, code: { x, y: top, width: codeSide, height: codeSide } }
}
