import type { Sheet } from '../sheet.ts'
import { cutText, fitSize, textWidth } from '../text/text-measure.ts'

/** Title of a list: bold capitals, subtitle 5.2 mm below. `y` is the baseline of the title; gives the last baseline. */
export function drawListTitle(sheet: Sheet, y: number, title: string, subtitle: string): number {
  const centre = (sheet.left + sheet.right) / 2
  const width = sheet.right - sheet.left
  const style = { face: 'arimo-bold', size: 13, tracking: 0.2 } as const
  sheet.text(title, centre, y, { ...style, size: fitSize(title, style, 9, width), align: 'center' })
  if (subtitle === '') return y
  const size = fitSize(subtitle, { face: 'arimo', size: 10 }, 7, width)
  sheet.text(subtitle, centre, y + 5.2, { face: 'arimo', size, align: 'center' })
  return y + 5.2
}

/** Title of a letter: bold and underlined, its number 6 mm below. Gives the last baseline. */
export function drawLetterTitle(sheet: Sheet, y: number, title: string, number: string): number {
  const centre = (sheet.left + sheet.right) / 2
  const style = { face: 'arimo-bold', size: 13, tracking: 0.2 } as const
  const half = textWidth(title, style) / 2
  sheet.text(title, centre, y, { ...style, align: 'center' })
  sheet.line(centre - half, y + 0.8, centre + half, y + 0.8, 0.8)
  const size = fitSize(number, { face: 'arimo', size: 11 }, 8, sheet.right - sheet.left)
  sheet.text(number, centre, y + 6, { face: 'arimo', size, align: 'center' })
  return y + 6
}

/** Head of a continued page: the title once more at the left, what it belongs to at the right. */
export function drawContinuedTitle(sheet: Sheet, y: number, right: number, title: string, subject: string): void {
  const style = { face: 'arimo-bold', size: 10 } as const
  const small = { face: 'arimo', size: 9.5 } as const
  const text = `${title} (lanjutan)`
  const width = right - sheet.left - 4
  // The title shrinks where the subject would not find room even at 7 pt.
  const room = width - Math.min(textWidth(subject, { ...small, size: 7 }), width / 2)
  const free = width - sheet.text(text, sheet.left, y, { ...style, size: fitSize(text, style, 7, room) })
  const fitted = { ...small, size: fitSize(subject, small, 6.5, free) }
  sheet.text(cutText(subject, fitted, free), right, y, { ...fitted, align: 'right' })
}
