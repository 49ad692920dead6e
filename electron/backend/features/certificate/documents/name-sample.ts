import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { colours, type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawNameLine } from './name-line.ts'

/** The line of a name between the frames of a certificate, in its true size, and nothing else. */
export function drawNameSample(name: string, createdOn: PlainDate): DrawnPaper {
  const sheet = new Sheet({
    width: 230,
    height: 24,
    margins: { left: 8, right: 8, top: 2, bottom: 2 },
    title: 'Contoh baris nama',
    author: 'Balai',
    createdOn,
    watermark: null,
  })
  sheet.addPage()
  for (const x of [8, 222]) sheet.line(x, 3, x, 21, 0.4, colours.rule)
  drawNameLine(sheet, name, 115, 15)
  sheet.line(53, 17.7, 177, 17.7, 0.5, colours.rule)
  return sheet.finish()
}
