import { sheetHeight, sheetWidth } from '../../../../../shared/features/certificate-design/design.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { colours, type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'

const nbsp = '\u00a0'

/** A sheet to hold over a blank: the cross must be 10 mm from both edges, the ruler 100 mm long. */
export function drawTestSheet(printer: string, shift: { x: number; y: number }, createdOn: PlainDate): DrawnPaper {
  const sheet = new Sheet({
    width: sheetWidth,
    height: sheetHeight,
    margins: { left: 18, right: 18, top: 12, bottom: 12 },
    title: 'Lembar uji blangko',
    author: 'Balai',
    createdOn,
    watermark: null,
    shift,
  })
  sheet.addPage()
  sheet.line(6, 10, 14, 10, 0.4)
  sheet.line(10, 6, 10, 14, 0.4)
  const label = { face: 'arimo', size: 9 } as const
  sheet.text(
    `Tengah silang ini harus tepat 10${nbsp}mm dari tepi kiri dan 10${nbsp}mm dari tepi atas kertas.`,
    20,
    11,
    label,
  )
  drawRuler(sheet, 50, 60)
  sheet.text(
    `Dari garis 0 sampai garis 100 harus tepat 100${nbsp}mm. Bila tidak, cetak pada skala 100%.`,
    50,
    74,
    label,
  )
  const moved = `Geseran ${shownShift(shift.x)}${nbsp}mm ke kanan, ${shownShift(shift.y)}${nbsp}mm ke bawah`
  sheet.text(`Pencetak: ${printer}`, 50, 90, { face: 'arimo-bold', size: 11 })
  sheet.text(moved, 50, 96, label)
  sheet.text(
    'Ukur silang, lalu isi kekurangannya pada Geseran: kurang ke kanan ditulis +, kelebihan ditulis −.',
    50,
    104,
    {
      ...label,
      colour: colours.grey,
    },
  )
  return sheet.finish()
}

function drawRuler(sheet: Sheet, x: number, y: number): void {
  sheet.line(x, y, x + 100, y, 0.4)
  for (let at = 0; at <= 100; at += 1) {
    const height = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2
    sheet.line(x + at, y, x + at, y - height, at % 10 === 0 ? 0.4 : 0.25)
    if (at % 10 === 0) sheet.text(String(at), x + at, y + 4, { face: 'arimo', size: 8, align: 'center' })
  }
}

function shownShift(millimetres: number): string {
  return millimetres.toFixed(1).replace('.', ',')
}
