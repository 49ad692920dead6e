import { millimetres } from '../millimetres.ts'
import { cutText, fitSize, type TextStyle, textWidth, wrapText } from '../text/text-measure.ts'

export type CellText = { lines: string[]; size: number; isCut: boolean }

const smallest = 6.25
const step = 0.25

/** Distance of two baselines in a cell, in mm. */
export function cellLeading(size: number): number {
  return millimetres(size) * 1.12
}

/**
 * Puts a text into a cell of `width` × `height` mm: one line, shrunk to `singleMinimum` (by up to 3 pt); else two lines at
 * 8.5 pt in high rows or 7, down to 6.75; else as many lines as the height takes, down to 6.25; else cut. Labels are
 * broken only where nothing else helps.
 */
export function fitCell(
  text: string,
  style: TextStyle,
  width: number,
  height: number,
  singleMinimum = Math.max(style.size - 3, 6.5),
): CellText {
  const single = fitSize(text, style, singleMinimum, width)
  if (textWidth(text, { ...style, size: single }) <= width) return { lines: [text], size: single, isCut: false }
  const largest = Math.min(style.size, height > 8 ? 8.5 : 7)
  const linesIn = (size: number) => Math.max(1, Math.floor((height - 0.4) / cellLeading(size)))
  const attempts = [
    { minimum: 6.75, most: 2, breaksText: false },
    { minimum: smallest, most: Number.POSITIVE_INFINITY, breaksText: false },
    { minimum: smallest, most: Number.POSITIVE_INFINITY, breaksText: true },
  ]
  for (const { minimum, most, breaksText } of attempts) {
    for (let size = largest; size >= minimum; size -= step) {
      const sized = { ...style, size }
      if (!breaksText && text.split(' ').some(word => textWidth(word, sized) > width)) continue
      const lines = wrapText(text, sized, width)
      if (lines.length <= Math.min(most, linesIn(size))) return { lines, size, isCut: false }
    }
  }
  const lines = wrapText(text, { ...style, size: smallest }, width).slice(0, linesIn(smallest))
  const last = lines.pop() ?? ''
  return { lines: [...lines, cutText(`${last}…`, { ...style, size: smallest }, width)], size: smallest, isCut: true }
}
