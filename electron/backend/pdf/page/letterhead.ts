import { colours, type Sheet } from '../sheet.ts'
import { fitSize, textWidth } from '../text/text-measure.ts'

export type Letterhead = {
  /** One to three lines from the largest office to the smallest. */
  lines: readonly string[]
  /** Address, telephone and so on; parts within a line are separated by ' · '. */
  address: readonly string[]
  logo: Uint8Array | null
}

const logoText = 'Logo'

/** Letterhead (kop surat) at the top of the sheet: logo, office, address, double rule. Gives the y where it ends. */
export function drawLetterhead(sheet: Sheet, { lines, address, logo }: Letterhead): number {
  const { left, right, top } = sheet
  const centre = (left + right) / 2
  const widest = right - left - 44
  if (logo) sheet.picture(logo, logoText, { x: left + 1, y: top + 1, width: 18, height: 20.5 }, 'contain')

  const baselines = [top + 4.6, top + 10.2, top + 15.8]
  const offset = (3 - lines.length) * 2.8
  lines.slice(0, 3).forEach((line, index) => {
    const style = { face: 'arimo-bold', size: index === 0 && lines.length > 1 ? 13 : 14 } as const
    const size = fitSize(line, style, 8, widest)
    sheet.text(line, centre, (baselines[index] ?? 0) + offset, { ...style, size, align: 'center' })
  })

  const addressLines = breakAddress(address, widest).map(line => line.replaceAll(' · ', '  ·  '))
  const dense = addressLines.length > 2
  addressLines.forEach((line, index) => {
    const y = dense ? top + 19.3 + index * 2.8 : top + 20 + index * 3.6
    const size = fitSize(line, { face: 'arimo', size: dense ? 7.5 : 8.5 }, 6.25, widest)
    sheet.text(line, centre, y, { face: 'arimo', size, align: 'center' })
  })

  sheet.line(left, top + 26.2, right, top + 26.2, 2.25)
  sheet.line(left, top + 27.3, right, top + 27.3, 0.6)
  return top + 27.3
}

/** Low letterhead for landscape tables with the title of the paper at its right. Gives the y where it ends. */
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
  sheet.text(above, textLeft, top + 3.9, { ...aboveStyle, size: fitSize(above, aboveStyle, 6.25, half) })
  const officeSize = fitSize(office, officeStyle, 7, half)
  sheet.text(office, textLeft, top + 9, { ...officeStyle, size: officeSize })

  const taken = Math.max(textWidth(office, { ...officeStyle, size: officeSize }), textWidth(above, aboveStyle))
  const free = right - textLeft - Math.min(taken, half) - 6
  const titleStyle = { face: 'arimo-bold', size: 12.5 } as const
  const titleSize = fitSize(title, titleStyle, 9, free)
  sheet.text(title, right, top + 4.2, { ...titleStyle, size: titleSize, align: 'right' })
  const subtitleSize = fitSize(subtitle, aboveStyle, 6.25, free)
  sheet.text(subtitle, right, top + 9.2, { face: 'arimo', size: subtitleSize, align: 'right' })

  sheet.line(left, top + 12, right, top + 12, 1.2, colours.ink)
  sheet.line(left, top + 12.8, right, top + 12.8, 0.4, colours.ink)
  return top + 12.8
}

/** Lines that are too long even at 7.5 pt break at the separator nearest to their middle. */
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
