import PDFDocument from 'pdfkit'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { readPicture } from '../../../pdf/picture/picture.ts'
import { type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'

const margin = 5
const sides = { short: 210, long: 297 }

/** A photo or scan as an A4 page in the orientation of the picture; null if it cannot be read. */
export function drawScanPage(bytes: Uint8Array, createdOn: PlainDate): DrawnPaper | null {
  const lies = isWide(bytes)
  if (lies === null) return null
  const [width, height] = lies ? [sides.long, sides.short] : [sides.short, sides.long]
  const sheet = new Sheet({
    width,
    height,
    margins: { left: margin, right: margin, top: margin, bottom: margin },
    title: 'Hasil scan',
    author: 'Balai',
    createdOn,
    watermark: null,
  })
  sheet.addPage()
  // Below the page number of the whole file.
  const box = { x: margin, y: margin + 4, width: width - 2 * margin, height: height - 2 * margin - 4 }
  return sheet.picture(bytes, 'Hasil scan', box, 'contain') ? sheet.finish() : null
}

type Probe = PDFKit.PDFDocument & {
  openImage(source: Buffer): { width: number; height: number; orientation?: number }
}

/** As displayed: phones store the orientation instead of rotating the picture. */
function isWide(bytes: Uint8Array): boolean | null {
  const picture = readPicture(bytes)
  if (!picture) return null
  if (picture.kind === 'pixels') return picture.width > picture.height
  const {
    width,
    height,
    orientation = 1,
  } = (new PDFDocument({ autoFirstPage: false, font: '' }) as Probe).openImage(Buffer.from(picture.bytes))
  return orientation >= 5 ? height > width : width > height
}
