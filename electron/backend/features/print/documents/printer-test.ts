import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { openSheet } from '../../../paper-kit/paper-sheet.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'

const small = { face: 'arimo', size: 7 } as const
const body = { face: 'arimo', size: 10 } as const
const strong = { face: 'arimo-bold', size: 11 } as const

/** Windows drivers name a sheet of 215 × 330 differently; some do not know it and use Legal or Letter. */
const advice: Record<PaperSize, readonly string[]> = {
  F4: [
    'Windows › Setelan › Printer & pemindai › pencetak ini › Preferensi pencetakan › Ukuran kertas.',
    'Pilih “F4 215 × 330 mm” atau “Folio 215 × 330 mm”. Jangan “Folio 8,5 × 13 inci” (216 × 330) bila ada yang lain,',
    'jangan “Legal” (216 × 356) dan jangan “Letter” (216 × 279).',
    'Tidak ada pilihannya? Pilih “Ukuran khusus” atau “Ditentukan pengguna”, isi lebar 215 mm dan tinggi 330 mm, simpan',
    'dengan nama F4. Matikan “Tanpa tepi”, “Perkecil sesuai kertas”, dan “Skala ke ukuran kertas”.',
  ],
  A4: [
    'Windows › Setelan › Printer & pemindai › pencetak ini › Preferensi pencetakan › Ukuran kertas: A4 210 × 297 mm.',
    'Matikan “Tanpa tepi”, “Perkecil sesuai kertas”, dan “Skala ke ukuran kertas”.',
  ],
}

/** A page with rulers that shows the offset of a printer, and what to set if it is wrong. */
export function drawPrinterTest(size: PaperSize, printer: string, today: PlainDate): DrawnPaper {
  const title = `Halaman uji cetak ${size}`
  const sheet = openSheet({
    centre: { lines: ['Balai'], practice: false },
    size,
    grid: 'letter',
    title,
    createdOn: today,
  })
  sheet.addPage()
  drawRulers(sheet)
  drawCrosses(sheet)
  const left = 32
  let y = 48
  sheet.text(title, left, y, { face: 'arimo-bold', size: 16 })
  sheet.text(
    `${printer === '' ? 'Pencetak dipilih saat mencetak' : `Pencetak: ${printer}`} · ${longDate(today)}`,
    left,
    y + 7,
    body,
  )
  y += 22
  sheet.text('Skala', left, y, strong)
  sheet.line(left, y + 8, left + 100, y + 8, 0.6)
  for (let at = 0; at <= 100; at += 10) {
    sheet.line(left + at, y + 5, left + at, y + 8, 0.4)
    sheet.text(String(at), left + at, y + 12, { ...small, align: 'center' })
  }
  sheet.text('Garis ini harus tepat 100 mm. Lebih pendek: pencetak memperkecil halaman.', left, y + 18, body)
  y += 32
  sheet.text('Tepi', left, y, strong)
  sheet.text(
    'Angka terkecil yang terbaca pada tiap mistar tepi adalah bagian yang tidak dapat dicetak, dalam mm.',
    left,
    y + 7,
    body,
  )
  sheet.text(
    'Pada kertas yang benar kedua mistar mendatar, dan kedua mistar tegak, berakhir sama dekat dengan tepi.',
    left,
    y + 12.5,
    body,
  )
  y += 26
  sheet.text('Geseran', left, y, strong)
  sheet.text(
    'Tengah keempat silang harus tepat 25 mm dari dua tepi kertas terdekat. Bila tidak, ukur silang kiri atas',
    left,
    y + 7,
    body,
  )
  sheet.text(
    'dan isi kekurangannya di Pengaturan › Komputer: kurang ke kanan ditulis +, kelebihan ditulis −.',
    left,
    y + 12.5,
    body,
  )
  y += 26
  sheet.text(size === 'F4' ? 'Kertas F4 di Windows' : 'Kertas A4 di Windows', left, y, strong)
  advice[size].forEach((words, index) => {
    sheet.text(words, left, y + 7 + index * 5.5, { ...body, size: 9 })
  })
  y += 20 + advice[size].length * 5.5
  sheet.text('Sesudah mengubahnya cetak halaman ini sekali lagi.', left, y, { ...body, colour: colours.grey })
  return sheet.finish()
}

/** Rulers are left out where they would cross; the unprintable area is nearer to the edge. */
const crossing = { from: 7, to: 19 }

/** In mm from each edge, along all four: the printable area starts where a ruler appears. */
function drawRulers(sheet: Sheet): void {
  const { width, height } = sheet
  for (const at of marksOf(width)) {
    for (const from of [12, height - 12]) sheet.line(at, from, at, from - lengthOf(at), weightOf(at))
    if (hasNumber(at, width))
      for (const y of [15, height - 9]) sheet.text(String(at), at, y, { ...small, align: 'center' })
  }
  for (const at of marksOf(height)) {
    sheet.line(12, at, 12 + lengthOf(at), at, weightOf(at))
    sheet.line(width - 12, at, width - 12 - lengthOf(at), at, weightOf(at))
    if (!hasNumber(at, height)) continue
    sheet.text(String(at), 11, at + 1, { ...small, align: 'right' })
    sheet.text(String(at), width - 11, at + 1, small)
  }
}

function marksOf(side: number): number[] {
  const isClear = (at: number) => at < crossing.from || at > crossing.to
  return Array.from({ length: side + 1 }, (_, at) => at).filter(at => isClear(at) && isClear(side - at))
}

function lengthOf(at: number): number {
  return at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2
}

function weightOf(at: number): number {
  return at % 10 === 0 ? 0.4 : 0.2
}

function hasNumber(at: number, side: number): boolean {
  return at % 10 === 0 && at > 0 && side - at > crossing.to
}

function drawCrosses(sheet: Sheet): void {
  const { width, height } = sheet
  for (const x of [25, width - 25])
    for (const y of [25, height - 25]) {
      sheet.line(x - 4, y, x + 4, y, 0.4)
      sheet.line(x, y - 4, x, y + 4, 0.4)
    }
}
