import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { DrawnPage } from '../pdf/file/pdf-file.ts'
import { millimetres } from '../pdf/millimetres.ts'
import { colours, Sheet } from '../pdf/sheet.ts'
import { textWidth } from '../pdf/text/text-measure.ts'

/** Mm from the upper edge to a stamp; papers leave 12 mm free, and the frame of a certificate begins below it. */
const top = 5.2

/**
 * 'TR-2024-03 · 12 dari 96' for a page of that size in points, with a white background to be readable on a scan.
 * @param framed bold in a frame, for an invalid paper
 */
export function drawPageStamp(
  words: string,
  { width, height }: Pick<DrawnPage, 'width' | 'height'>,
  createdOn: PlainDate,
  framed = false,
): DrawnPage {
  const sheet = new Sheet({
    width: millimetres(width),
    height: millimetres(height),
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    title: words,
    author: 'Balai',
    createdOn,
    watermark: null,
    over: true,
  })
  sheet.addPage()
  const style = framed ? ({ face: 'arimo-bold', size: 10 } as const) : ({ face: 'arimo', size: 7.5 } as const)
  const middle = sheet.width / 2
  const box = textWidth(words, style) + (framed ? 6 : 2)
  const high = framed ? 5.4 : 3.6
  sheet.fill(middle - box / 2, top, box, high, '#FFFFFF')
  if (framed) sheet.frame(middle - box / 2, top, box, high, 1)
  sheet.text(words, middle, top + (framed ? 4 : 2.7), {
    ...style,
    align: 'center',
    colour: framed ? colours.ink : colours.grey,
  })
  const [stamp] = sheet.finish().drawn
  if (!stamp) throw new Error('a stamp has one page')
  return stamp
}
