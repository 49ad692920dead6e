import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawNameLine } from './name-line.ts'

/** The line of a name between the edges of its room on a design, in its true size, and nothing else. */
export function drawNameSample(design: Design, name: string, createdOn: PlainDate): DrawnPaper {
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
  drawNameLine(sheet, design, name, 115, 15)
  return sheet.finish()
}
