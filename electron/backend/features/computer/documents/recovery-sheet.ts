import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { codeGroups, sheetName } from '../../../../../shared/features/computer/recovery-code.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { letterheadOf, openSheet } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawSignatures, officeSignature } from '../../../pdf/page/signatures.ts'
import { drawQrCode } from '../../../pdf/picture/qr-code.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'

type RecoverySheetFacts = {
  centre: CentreFacts
  number: number
  /** The previously valid sheet, or null. */
  replaces: number | null
  madeOn: PlainDate
  maker: string
  /** Who keeps it in the safe; '' if unknown. */
  keeper: string
  /** Eight groups separated by dashes; null draws the version for the screen, which never shows the code. */
  code: string | null
}

const body = { face: 'arimo', size: 10.5 } as const
const strong = { face: 'arimo-bold', size: 10.5 } as const
const qrSide = 38
const boxHeight = 52
const columns = 4

/** One A4 page, printed twice and kept away from the PC: with its code backups and scans are opened on another one. */
export function drawRecoverySheet({ centre, number, replaces, madeOn, ...facts }: RecoverySheetFacts): DrawnPaper {
  const title = 'Lembar Pemulihan Data'
  const sheet = openSheet({ centre, size: 'A4', grid: 'letter', title, createdOn: madeOn })
  sheet.addPage()
  const { left, right } = sheet
  const middle = (left + right) / 2
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 13
  sheet.text(title.toUpperCase(), middle, y, { face: 'arimo-bold', size: 14, align: 'center' })
  const named = [
    `Nomor ${sheetName(number)}`,
    replaces === null ? '' : `menggantikan ${sheetName(replaces)}`,
    longDate(madeOn),
  ]
  y += 6
  sheet.text(named.filter(Boolean).join('  ·  '), middle, y, { ...body, align: 'center' })
  y += 8
  drawCode(sheet, facts.code, y)
  y += boxHeight + 11
  for (const [index, words] of uses.entries()) {
    sheet.text(`${index + 1}.`, left, y, body)
    sheet.text(words, left + 6, y, body)
    y += 6.2
  }
  y += 4
  sheet.frame(left, y, right - left, 22, 0.75)
  for (const [index, words] of warnings.entries())
    sheet.text(words, left + 5, y + 7 + index * 5.6, index === 0 ? strong : body)
  y += 40
  const signer = (above: string, name: string) => ({ above: [], title: above, name, below: [] })
  drawSignatures(
    sheet,
    [
      { block: signer('Dibuat oleh', facts.maker), centre: left + (right - left) / 4 },
      { block: signer('Diterima dan disimpan oleh', facts.keeper), centre: right - (right - left) / 4 },
    ],
    y + 28,
    { ...officeSignature, width: 70 },
  )
  return sheet.finish()
}

const uses = [
  'Pasang Balai di komputer baru, lalu pilih Pulihkan dari cadangan.',
  'Pilih berkas cadangan dari diska USB atau folder jaringan.',
  'Ketik kunci ini, atau baca kode QR-nya dengan pembaca kode.',
  'Admin terakhir yang lupa sandinya masuk lagi dengan kunci ini juga.',
]
const warnings = [
  'Simpan di brankas, jangan difoto, jangan disimpan di komputer.',
  'Dengan lembar ini dan satu cadangan semua data peserta dapat dibaca.',
  'Lembar sebelumnya dimusnahkan setelah cadangan yang dibukanya habis.',
]

function drawCode(sheet: Sheet, code: string | null, top: number): void {
  const { left, right } = sheet
  sheet.frame(left, top, right - left, boxHeight, 1)
  sheet.text('KUNCI, 8 KELOMPOK', left + 6, top + 9, { face: 'arimo-bold', size: 8.5 })
  const groups = code?.split('-') ?? Array.from({ length: codeGroups }, () => '••••')
  for (const [index, group] of groups.entries()) {
    const x = left + 6 + (index % columns) * 26
    const y = top + 21 + Math.floor(index / columns) * 14
    sheet.text(String(index + 1), x, y - 6, { face: 'arimo', size: 7.5, colour: colours.grey })
    sheet.text(group, x, y, { face: 'arimo-bold', size: 17 })
  }
  sheet.text('Tidak ada huruf I, L, O, dan U; yang tampak seperti O adalah angka nol.', left + 6, top + boxHeight - 6, {
    face: 'arimo',
    size: 8,
    colour: colours.grey,
  })
  const x = right - qrSide - 7
  const y = top + (boxHeight - qrSide) / 2
  if (code === null) drawQrPlace(sheet, x, y)
  else drawQrCode(sheet, { text: code, level: 'Q', mode: 'alphanumeric' }, x, y, qrSide)
}

/** On the screen: a placeholder for the QR code. */
function drawQrPlace(sheet: Sheet, x: number, y: number): void {
  sheet.frame(x, y, qrSide, qrSide, 0.5, colours.grey)
  const words = { face: 'arimo', size: 9, colour: colours.grey, align: 'center' } as const
  sheet.text('kode QR', x + qrSide / 2, y + qrSide / 2 - 1, words)
  sheet.text('dicetak', x + qrSide / 2, y + qrSide / 2 + 4, words)
}
