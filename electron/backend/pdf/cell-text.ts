import { millimetres } from './millimetres.ts'
import { cutText, fitSize, type TextStyle, textWidth, wrapText } from './text-measure.ts'

export type CellText = { lines: string[]; size: number; isCut: boolean }

const smallest = 6.25
const step = 0.25

/** Distance of two baselines in a cell, in mm. */
export function cellLeading(size: number): number {
  return millimetres(size) * 1.12
}

/**
 * Puts a text into a cell of `width` × `height` mm: one line, shrunk by up to 3 pt; else as many lines as the height
 * takes, at 8.5 pt in high rows or 7, down to 6.25; else cut.
 */
export function fitCell(text: string, style: TextStyle, width: number, height: number): CellText {
  const single = fitSize(text, style, Math.max(style.size - 3, 6.5), width)
  if (textWidth(text, { ...style, size: single }) <= width) return { lines: [text], size: single, isCut: false }
  const largest = Math.min(style.size, height > 8 ? 8.5 : 7)
  for (let size = largest; size >= smallest; size -= step) {
    const lines = wrapText(text, { ...style, size }, width)
    if (lines.length <= linesIn(height, size)) return { lines, size, isCut: false }
  }
  const lines = wrapText(text, { ...style, size: smallest }, width)
  const kept = lines.slice(0, linesIn(height, smallest))
  const last = kept.pop() ?? ''
  return {
    lines: [...kept, cutText(`${last}…`, { ...style, size: smallest }, width)],
    size: smallest,
    isCut: true,
  }
}

function linesIn(height: number, size: number): number {
  return Math.max(1, Math.floor((height - 0.4) / cellLeading(size)))
}
