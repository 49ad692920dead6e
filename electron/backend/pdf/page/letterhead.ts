import { colours, type Sheet } from '../sheet.ts'
import { balancedLines, cutText, fitSize, textWidth } from '../text/text-measure.ts'

export type Letterhead = {
  /** One to three lines, from the largest office to the smallest. */
  lines: readonly string[]
  /** Address, telephone and so on; parts within a line are separated by ' · '. */
  address: readonly string[]
  logo: Uint8Array | null
}

const logoText = 'Logo'

/** Draws the letterhead (kop surat) at the top of the sheet: logo, office, address, double rule. Returns the y where it ends. */
export function drawLetterhead(sheet: Sheet, { lines, address, logo }: Letterhead): number {
  const { left, right, top } = sheet
  const centre = (left + right) / 2
  const widest = right - left - 44
  if (logo) sheet.picture(logo, logoText, { x: left + 1, y: top + 1, width: 18, height: 20.5 }, 'contain')

  // Without a logo its height does not matter.
  const offset = logo && address.length > 0 ? (3 - lines.length) * 2.8 : 0
  const lastLine = top + 4.6 + offset + (Math.min(3, lines.length) - 1) * 5.6
  let last = lastLine
  sheet.tagged('P', () => {
    lines.slice(0, 3).forEach((line, index) => {
      const style = { face: 'arimo-bold', size: index === 0 && lines.length > 1 ? 13 : 14 } as const
      const size = fitSize(line, style, 8, widest)
      sheet.text(`${line} `, centre, top + 4.6 + offset + index * 5.6, { ...style, size, align: 'center' })
    })

    const addressLines = breakAddress(address, widest).map(line => line.replaceAll(' · ', '  ·  '))
    const dense = addressLines.length > 2
    addressLines.forEach((line, index) => {
      last = lastLine + (dense ? 3.5 + index * 2.8 : 4.2 + index * 3.6)
      const size = fitSize(line, { face: 'arimo', size: dense ? 7.5 : 8.5 }, 7.5, widest)
      sheet.text(`${line} `, centre, last, { face: 'arimo', size, align: 'center' })
    })
  })

  const rule = Math.max(last + 2.6, logo ? top + 23.1 : 0)
  sheet.line(left, rule, right, rule, 2.25)
  sheet.line(left, rule + 1.1, right, rule + 1.1, 0.6)
  return rule + 1.1
}

/** Draws a low letterhead for landscape tables, with the title of the paper at the right. Returns the y where it ends. */
export function drawCompactLetterhead(
  sheet: Sheet,
  { lines, logo }: Letterhead,
  title: string,
  subtitle: string,
): number {
  const { left, right, top } = sheet
  if (logo) sheet.picture(logo, logoText, { x: left, y: top, width: 9, height: 10.2 }, 'contain')
  const textLeft = logo ? left + 12 : left
  const office = lines.at(-1) ?? ''
  const above = lines.slice(0, -1).join('  ·  ')
  const half = (right - textLeft) / 2 - 3
  const officeStyle = { face: 'arimo-bold', size: 11 } as const
  const aboveStyle = { face: 'arimo', size: 8.5 } as const
  sheet.text(cutText(above, { ...aboveStyle, size: 7.5 }, half * 1.2), textLeft, top + 3.9, {
    ...aboveStyle,
    size: fitSize(above, aboveStyle, 7.5, half * 1.2),
  })
  const officeSize = fitSize(office, officeStyle, 7, half)
  sheet.text(office, textLeft, top + 9, { ...officeStyle, size: officeSize })

  const taken = Math.max(textWidth(office, { ...officeStyle, size: officeSize }), textWidth(above, aboveStyle))
  const free = right - textLeft - Math.min(taken, half) - 6
  const titleStyle = { face: 'arimo-bold', size: 12.5 } as const
  const titleSize = fitSize(title, titleStyle, 9, free)
  const titleLines = balancedLines(title, { ...titleStyle, size: titleSize }, free)
  sheet.tagged('H1', () =>
    titleLines.forEach((line, index) => {
      const y = top + (titleLines.length > 1 ? 2.6 + index * 3.9 : 4.2)
      sheet.text(line, right, y, { ...titleStyle, size: titleSize, align: 'right' })
    }),
  )
  const smallest = { ...aboveStyle, size: 7.5 }
  const isOne = titleLines.length > 1 || textWidth(subtitle, smallest) <= free
  const subtitleLines = isOne
    ? [cutText(subtitle, smallest, free)]
    : balancedLines(subtitle, smallest, free).slice(0, 2)
  sheet.tagged('P', () =>
    subtitleLines.forEach((line, index) => {
      const size = subtitleLines.length > 1 ? 7.5 : fitSize(line, aboveStyle, 7.5, free)
      const y = top + (titleLines.length > 1 ? 10.6 : subtitleLines.length > 1 ? 7.8 + index * 3 : 9.2)
      sheet.text(line, right, y, { face: 'arimo', size, align: 'right' })
    }),
  )

  sheet.line(left, top + 12, right, top + 12, 1.2, colours.ink)
  sheet.line(left, top + 12.8, right, top + 12.8, 0.4, colours.ink)
  return top + 12.8
}

/** Breaks lines that are too long even at 7.5 pt at the separator nearest to their middle. */
function breakAddress(address: readonly string[], width: number): string[] {
  return address.flatMap(line => {
    const parts = line.split(' · ')
    if (parts.length === 1 || textWidth(line, { face: 'arimo', size: 7.5 }) <= width) return [line]
    const halves = parts.slice(1).map((_, index) => {
      const first = parts.slice(0, index + 1).join(' · ')
      return [first, parts.slice(index + 1).join(' · ')] as const
    })
    const best = halves.toSorted((a, b) => unevenness(a) - unevenness(b))[0]
    return best ? [...best] : [line]
  })
}

function unevenness([first, second]: readonly [string, string]): number {
  return Math.abs(first.length - second.length)
}
