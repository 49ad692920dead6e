import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { colours, Sheet } from '../../../pdf/sheet.ts'
import { textWidth } from '../../../pdf/text-measure.ts'

/** Distance from the upper edge of a page to a stamp, in mm; papers keep 12 mm free above, a certificate's frame begins below it. */
export const stampTop = 5.2

/** A slip for each page of a file, 'TR-2024-03 · 12 dari 96', white behind so that it is read on a scan too. */
export function drawPageStamps(code: string, pages: number, createdOn: PlainDate): Uint8Array {
  const style = { face: 'arimo', size: 7.5 } as const
  const widest = textWidth(wordsOf(code, pages, pages), style) + 3
  const sheet = new Sheet({
    width: widest,
    height: 3.6,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    title: code,
    author: 'Balai',
    createdOn,
    watermark: null,
  })
  for (let page = 1; page <= pages; page += 1) {
    const words = wordsOf(code, page, pages)
    const width = textWidth(words, style) + 2
    sheet.addPage()
    sheet.fill((widest - width) / 2, 0, width, 3.6, '#FFFFFF')
    sheet.text(words, widest / 2, 2.7, { ...style, align: 'center', colour: colours.grey })
  }
  return sheet.finish().bytes
}

function wordsOf(code: string, page: number, pages: number): string {
  return `${code} · ${page} dari ${pages}`
}
