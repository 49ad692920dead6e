import type { Sheet } from '../../../pdf/sheet.ts'
import { balancedLines, fitSize, textWidth, wrapText } from '../../../pdf/text-measure.ts'

const face = 'garamond-semibold'
const tracking = 0.4
/** Points; a name of usual length, and the smallest that one line is set in before it becomes two. */
export const usualNameSize = 28
export const smallestLine = 15
const smallestTwoLines = 9
/** Millimetres between the frames. */
const width = 214

export type NameFit = { size: number; lines: string[] }

/** How a name is set on a certificate: one line, shrunk where it must be, else two; a name that needs more is too long. */
export function fitName(name: string): NameFit {
  const capitals = name.toUpperCase()
  const size = fitSize(capitals, { face, size: usualNameSize, tracking }, smallestLine, width)
  if (textWidth(capitals, { face, size, tracking }) <= width) return { size, lines: [capitals] }
  let small = smallestLine
  while (small > smallestTwoLines && wrapText(capitals, { face, size: small, tracking }, width).length > 2)
    small -= 0.25
  return { size: small, lines: balancedLines(capitals, { face, size: small, tracking }, width) }
}

/** Draws it centred; `y` is the baseline of a line in the usual size. */
export function drawNameLine(sheet: Sheet, name: string, centre: number, y: number): void {
  const { size, lines } = fitName(name)
  const [only] = lines
  const style = { face, size, tracking, align: 'center' } as const
  if (only !== undefined && lines.length === 1) {
    sheet.text(only, centre, y - 0.06 * (usualNameSize - size), style)
    return
  }
  lines.forEach((line, index) => {
    sheet.text(line, centre, y + 0.6 - (lines.length - 1 - index) * 5.6, style)
  })
}
