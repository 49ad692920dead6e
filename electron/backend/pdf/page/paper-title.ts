import type { Sheet } from '../sheet.ts'
import { balancedLines, cutText, fitSize, type TextStyle, textWidth } from '../text/text-measure.ts'

const smallest = 7.5
const titleStyle = { face: 'arimo-bold', size: 13, tracking: 0.2 } as const

/** Draws centred lines from `y` on, in the given size, as many as the text needs. Returns the last baseline. */
export function drawMiddle(
  sheet: Sheet,
  text: string,
  y: number,
  style: TextStyle,
  leading = style.size * 0.43,
): number {
  const lines = balancedLines(text, style, sheet.right - sheet.left)
  lines.forEach((line, index) => {
    const end = index < lines.length - 1 ? ' ' : ''
    sheet.text(line + end, (sheet.left + sheet.right) / 2, y + index * leading, { ...style, align: 'center' })
  })
  return y + (lines.length - 1) * leading
}

/** Draws the title of a list: bold capitals, subtitle 5.2 mm below. `y` is the baseline of the title. Returns the last baseline. */
export function drawListTitle(sheet: Sheet, y: number, title: string, subtitle: string): number {
  const end = sheet.tagged('H1', () => drawMiddle(sheet, title, y, titleStyle))
  if (subtitle === '') return end
  return sheet.tagged('P', () => drawMiddle(sheet, subtitle, end + 5.2, { face: 'arimo', size: 10 }))
}

/** Draws the title of a letter: bold and underlined, its number 6 mm below. Returns the last baseline. */
export function drawLetterTitle(sheet: Sheet, y: number, title: string, number: string): number {
  const lines = balancedLines(title, titleStyle, sheet.right - sheet.left)
  const end = sheet.tagged('H1', () => drawMiddle(sheet, title, y, titleStyle))
  const half = textWidth(lines.at(-1) ?? '', titleStyle) / 2
  const centre = (sheet.left + sheet.right) / 2
  sheet.line(centre - half, end + 0.8, centre + half, end + 0.8, 0.8)
  return sheet.tagged('P', () => drawMiddle(sheet, number, end + 6, { face: 'arimo', size: 11 }))
}

/** Draws the head of a continued page: the title again at the left, the subject at the right. */
export function drawContinuedTitle(sheet: Sheet, y: number, right: number, title: string, subject: string): void {
  const style = { face: 'arimo-bold', size: 10 } as const
  const small = { face: 'arimo', size: 9.5 } as const
  const text = `${title} (lanjutan)`
  const width = right - sheet.left - 4
  // The title shrinks where the subject would not fit even at 7.5 pt.
  const room = width - Math.min(textWidth(subject, { ...small, size: smallest }), width / 2)
  const fittedTitle = { ...style, size: fitSize(text, style, smallest, room) }
  sheet.decorate(() => {
    const free = width - sheet.text(cutText(text, fittedTitle, width), sheet.left, y, fittedTitle)
    const fitted = { ...small, size: fitSize(subject, small, smallest, free) }
    sheet.text(cutText(subject, fitted, free), right, y, { ...fitted, align: 'right' })
  })
}
