import { drawParagraph, type ParagraphStyle, type Span } from '../../../pdf/paragraph.ts'
import type { Sheet } from '../../../pdf/sheet.ts'

const indent = 7

/** Numbered sentences, each a hanging paragraph. Gives the last baseline. */
export function drawPoints(
  sheet: Sheet,
  y: number,
  points: readonly (readonly Span[])[],
  style: ParagraphStyle,
): number {
  const width = sheet.right - sheet.left - indent
  let baseline = y
  points.forEach((point, index) => {
    if (index > 0) baseline += style.leading + 0.8
    sheet.text(`${index + 1}.`, sheet.left, baseline, style)
    baseline = drawParagraph(sheet, sheet.left + indent, baseline, width, point, style)
  })
  return baseline
}
