import type { Sheet } from '../sheet.ts'
import { wrapText } from '../text/text-measure.ts'

export type InfoRow = { label: string; value: string }

type InfoStyle = {
  /** Distance from the left end of the label to the colon, in mm. */
  labelWidth: number
  /** Right limit of the values, in mm. */
  right: number
  size?: number
  leading?: number
  /** In letters: further lines of a value have the same distance as the rows. */
  wraps?: boolean
}

/**
 * Draws rows 'label : value'. A value that is too long continues in the next line in the same size; an unknown value is drawn as dots. Returns the
 * last baseline.
 */
export function drawInfoRows(
  sheet: Sheet,
  x: number,
  y: number,
  rows: readonly InfoRow[],
  { labelWidth, right, size = 9.5, leading = 4.6, wraps = false }: InfoStyle,
): number {
  const valueLeft = x + labelWidth + 2.5
  const style = { face: 'arimo', size } as const
  let baseline = y
  rows.forEach(({ label, value }, index) => {
    if (index > 0) baseline += leading
    if (value === '') sheet.dots(valueLeft, Math.min(right, valueLeft + 55), baseline + 0.4)
    const lines = wrapText(value, style, right - valueLeft)
    sheet.tagged('P', () => {
      sheet.text(label, x, baseline, style)
      sheet.text(':', x + labelWidth, baseline, style)
      lines.forEach((line, lineIndex) => {
        if (lineIndex > 0) baseline += wraps ? leading : leading * 0.86
        sheet.text(lineIndex < lines.length - 1 ? `${line} ` : line, valueLeft, baseline, style)
      })
    })
  })
  return baseline
}

/** Draws two columns of rows from one baseline; the left one takes `share` of the width. Returns the last baseline of the longer one. */
export function drawInfoColumns(
  sheet: Sheet,
  y: number,
  { share, left, leftLabel, right, rightLabel, edge = sheet.right }: InfoColumns,
): number {
  const middle = sheet.left + (sheet.right - sheet.left) * share
  const leftEnd = drawInfoRows(sheet, sheet.left, y, left, { labelWidth: leftLabel, right: middle - 4 })
  return Math.max(leftEnd, drawInfoRows(sheet, middle, y, right, { labelWidth: rightLabel, right: edge }))
}

type InfoColumns = {
  share: number
  left: readonly InfoRow[]
  leftLabel: number
  right: readonly InfoRow[]
  rightLabel: number
  edge?: number
}
