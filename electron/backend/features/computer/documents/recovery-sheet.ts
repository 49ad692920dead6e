import { longDate } from '../../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { openSheet } from '../../../paper-kit/paper-sheet.ts'
import { drawQrCode } from '../../../pdf/picture/qr-code.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'

type RecoverySheetFacts = {
  centre: string
  number: number
  madeOn: PlainDate
  /** Eight groups with dashes between them. */
  code: string
}

const body = { face: 'arimo', size: 11 } as const
const strong = { face: 'arimo-bold', size: 12 } as const

/** One A4 that is printed twice and kept away from the PC: with its code the scans are opened on another one. */
export function drawRecoverySheet({ centre, number, madeOn, code }: RecoverySheetFacts): DrawnPaper {
  const title = 'Lembar Pemulihan'
  const sheet = openSheet({
    centre: { lines: [centre], practice: false },
    size: 'A4',
    grid: 'letter',
    title,
    createdOn: madeOn,
  })
  sheet.addPage()
  const left = sheet.left
  let y = 34
  sheet.text(title, left, y, { face: 'arimo-bold', size: 20 })
  sheet.text(`${centre} · lembar nomor ${number} · dibuat ${longDate(madeOn)}`, left, y + 8, body)
  y += 26
  sheet.text('Kode', left, y, strong)
  const groups = code.split('-')
  const columns = 4
  for (const [index, group] of groups.entries()) {
    const x = left + (index % columns) * 38
    const top = y + 12 + Math.floor(index / columns) * 18
    sheet.text(String(index + 1), x, top - 6.5, { face: 'arimo', size: 8, colour: colours.grey })
    sheet.text(group, x, top, { face: 'arimo-bold', size: 20 })
  }
  y += 46
  sheet.text('Tidak ada huruf I, L, O, dan U; yang tampak seperti O adalah angka nol.', left, y, {
    ...body,
    size: 9,
    colour: colours.grey,
  })
  drawQrCode(sheet, { text: code, level: 'Q', mode: 'alphanumeric' }, left, y + 10, 36)
  const beside = left + 44
  const uses = [
    ['Dipakai bila', 'komputer rusak, diganti, atau Windows dipasang ulang.'],
    ['Caranya', 'salin folder data ke komputer baru, buka Balai, lalu ketik'],
    ['', 'kode ini di Pengaturan › Komputer.'],
    ['Tanpa lembar ini', 'hasil scan tidak dapat dibuka oleh siapa pun, juga oleh'],
    ['', 'pembuat Balai.'],
  ] as const
  uses.forEach(([what, words], index) => {
    sheet.text(what, beside, y + 16 + index * 6.5, { face: 'arimo-bold', size: 9.5 })
    sheet.text(words, beside + 29, y + 16 + index * 6.5, { ...body, size: 9.5 })
  })
  y += 64
  sheet.text('Simpan', left, y, strong)
  const rules = [
    'Cetak dua lembar. Satu di brankas kantor, satu di tempat lain. Jangan difoto, jangan disimpan di komputer.',
    'Siapa pun yang memegang lembar ini dan folder datanya dapat membuka KTP, KK, dan surat dokter peserta.',
    'Lembar lama tidak berlaku lagi sesudah lembar ini diuji. Musnahkan yang lama.',
  ]
  rules.forEach((words, index) => {
    sheet.text(`${index + 1}.`, left, y + 8 + index * 7, { ...body, size: 9.5 })
    sheet.text(words, left + 6, y + 8 + index * 7, { ...body, size: 9.5 })
  })
  y += 44
  for (const [index, label] of ['Disimpan di', 'Diterima oleh, tanggal, tanda tangan'].entries()) {
    sheet.text(label, left + index * 82, y, { ...body, size: 9.5 })
    sheet.line(left + index * 82, y + 18, left + index * 82 + 70, y + 18, 0.5)
  }
  return sheet.finish()
}
