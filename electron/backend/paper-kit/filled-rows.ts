import type { Sheet } from '../pdf/sheet.ts'
import { drawParagraph, type ParagraphStyle } from '../pdf/text/paragraph.ts'
import { fitSize } from '../pdf/text/text-measure.ts'
import type { FilledRow } from './fill-letter.ts'

/** Rows 'label : value', whose values may have dotted lines and several lines. Returns the last baseline. */
export function drawFilledRows(
  sheet: Sheet,
  x: number,
  y: number,
  rows: readonly FilledRow[],
  { labelWidth, right, style }: { labelWidth: number; right: number; style: ParagraphStyle },
): number {
  const left = x + labelWidth + 2.5
  let baseline = y
  rows.forEach(({ label, value }, index) => {
    if (index > 0) baseline += style.leading
    sheet.text(label, x, baseline, { ...style, size: fitSize(label, style, 7.5, labelWidth - 1) })
    sheet.text(':', x + labelWidth, baseline, style)
    baseline = drawParagraph(sheet, left, baseline, right - left, value, { ...style, justify: false })
  })
  return baseline
}
