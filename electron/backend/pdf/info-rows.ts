import { fitCell } from './cell-text.ts'
import type { Sheet } from './sheet.ts'

export type InfoRow = { label: string; value: string }

export type InfoStyle = {
  /** Distance from the label's left end to the colon, in mm. */
  labelWidth: number
  /** Where values must end. */
  right: number
  size?: number
  leading?: number
}

/** Rows 'label : value'; a value that is too long shrinks, then takes two lines. Gives the last baseline. */
export function drawInfoRows(
  sheet: Sheet,
  x: number,
  y: number,
  rows: readonly InfoRow[],
  { labelWidth, right, size = 9.5, leading = 4.6 }: InfoStyle,
): number {
  const valueLeft = x + labelWidth + 2.5
  let baseline = y
  rows.forEach(({ label, value }, index) => {
    if (index > 0) baseline += leading
    sheet.text(label, x, baseline, { face: 'arimo', size })
    sheet.text(':', x + labelWidth, baseline, { face: 'arimo', size })
    const style = { face: 'arimo', size } as const
    const cell = fitCell(value, style, right - valueLeft, leading * 2)
    if (cell.isCut) sheet.warn(`Teks “${value}” terlalu panjang dan dipotong.`)
    cell.lines.forEach((line, lineIndex) => {
      if (lineIndex > 0) baseline += leading * 0.8
      sheet.text(line, valueLeft, baseline, { ...style, size: cell.size })
    })
  })
  return baseline
}
