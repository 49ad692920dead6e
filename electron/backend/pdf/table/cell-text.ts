import { millimetres } from '../millimetres.ts'
import { cutText, fitSize, type TextStyle, textWidth, wrapText } from '../text/text-measure.ts'

export type CellText = { lines: string[]; size: number; isCut: boolean }

/** In points: no text in a table is smaller. */
export const smallestCell = 7.5
const step = 0.25

/** Distance of two baselines in a cell, in mm. */
export function cellLeading(size: number): number {
  return millimetres(size) * 1.12
}

/**
 * Fits a text into a cell of `width` × `height` mm that is not part of a settled column: one line, shrunk to 7.5 pt; else as many lines as fit, from
 * 8.5 pt down to 7.5; else cut. Words are broken only as a last resort. Columns of a table are fitted by settleRows.
 */
export function fitCell(text: string, style: TextStyle, width: number, height: number): CellText {
  const singleMinimum = Math.min(style.size, smallestCell)
  const single = fitSize(text, style, singleMinimum, width)
  if (textWidth(text, { ...style, size: single }) <= width) return { lines: [text], size: single, isCut: false }
  const largest = Math.min(style.size, 8.5)
  const linesIn = (size: number) => Math.max(1, Math.floor((height - 0.4) / cellLeading(size)))
  for (const breaksText of [false, true]) {
    for (let size = largest; size >= singleMinimum; size -= step) {
      const sized = { ...style, size }
      if (!breaksText && text.split(' ').some(word => textWidth(word, sized) > width)) continue
      const lines = wrapText(text, sized, width)
      if (lines.length <= linesIn(size)) return { lines, size, isCut: false }
    }
  }
  const lines = wrapText(text, { ...style, size: singleMinimum }, width).slice(0, linesIn(singleMinimum))
  const last = lines.pop() ?? ''
  return {
    lines: [...lines, cutText(`${last}…`, { ...style, size: singleMinimum }, width)],
    size: singleMinimum,
    isCut: true,
  }
}
