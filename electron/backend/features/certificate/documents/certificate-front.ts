import type { CertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { officeOf } from '../../../../../shared/features/paper/signatory.ts'
import { dateRange, englishDate, longDate } from '../../../../../shared/kernel/date-words.ts'
import type { Face } from '../../../pdf/fonts.ts'
import { drawGuillocheFrame } from '../../../pdf/frame.ts'
import { drawPhotoBox } from '../../../pdf/photo-box.ts'
import { drawQrCode, qrMode } from '../../../pdf/qr-code.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, type SignatureStyle } from '../../../pdf/signatures.ts'
import { balancedLines, fitSize, textWidth, wrapText } from '../../../pdf/text-measure.ts'
import { batchWords, countWords, isNamedAfterTrade } from '../../paper/class-words.ts'
import { officialBlock, placeAndDate } from '../../paper/signature-blocks.ts'
import type { Palette } from './palette.ts'

const centre = 148.5
const nbsp = '\u00a0'

export const certificateSignature: SignatureStyle = {
  face: 'garamond',
  nameFace: 'garamond-semibold',
  size: 11,
  leading: 4.9,
  space: 20,
  width: 86,
}

/** Front of the design Klasik; all places are those of an A4 across. */
export function drawCertificateFront(
  sheet: Sheet,
  facts: CertificateFacts,
  pictures: { logo: Uint8Array | null; photo: Uint8Array | null },
  palette: Palette,
): void {
  sheet.addPage()
  drawGuillocheFrame(sheet, palette.frame)
  drawOffice(sheet, facts, pictures.logo)
  drawTitle(sheet, facts, palette)
  drawGrounds(sheet, facts)
  drawHolder(sheet, facts, palette)
  drawTraining(sheet, facts, palette)
  drawFoot(sheet, facts, pictures.photo, palette)
}

function drawOffice(sheet: Sheet, { centre: { lines } }: CertificateFacts, logo: Uint8Array | null): void {
  if (logo) sheet.picture(logo, 'Logo', { x: 141.9, y: 24, width: 13.2, height: 15 }, 'contain')
  const baselines = [43.6, 48, 53.2].slice(3 - lines.length)
  lines.forEach((line, index) => {
    const isCentre = index === lines.length - 1
    const style = isCentre
      ? ({ face: 'garamond-semibold', size: 13, tracking: 0.65 } as const)
      : ({ face: 'garamond-medium', size: 10.5, tracking: 0.5 } as const)
    drawCentred(sheet, line.toUpperCase(), baselines[index] ?? 53.2, style, 8, 220)
  })
}

function drawTitle(sheet: Sheet, { number }: CertificateFacts, palette: Palette): void {
  const title = { face: 'cinzel', size: 32, tracking: 2.2, colour: palette.title } as const
  sheet.text('SERTIFIKAT PELATIHAN', centre, 66.4, { ...title, align: 'center' })
  const english = { face: 'garamond-italic', size: 12.5, colour: palette.accent } as const
  const half = sheet.text('Certificate of Training', centre, 72.4, { ...english, align: 'center' }) / 2
  for (const side of [-1, 1]) {
    const from = centre + side * (half + 5)
    sheet.line(from, 71.1, from + side * 28, 71.1, 0.6, palette.accent)
    sheet.line(from, 71.9, from + side * 28, 71.9, 0.25, palette.accent)
  }
  drawCentred(sheet, `Nomor : ${number}`, 78.6, { face: 'garamond-medium', size: 11.5 }, 8, 220)
}

/** 'Berdasarkan Keputusan … menyatakan bahwa', at most two lines. */
function drawGrounds(sheet: Sheet, { decree, signatory }: CertificateFacts): void {
  const office = officeOf(signatory)
  const text = decree ? `Berdasarkan ${decreeWords(decree)}, ${office} menyatakan bahwa` : `${office} menyatakan bahwa`
  let size = 10.5
  while (size > 7 && wrapText(text, { face: 'garamond', size }, 220).length > 2) size -= 0.25
  const lines = balancedLines(text, { face: 'garamond', size }, 220)
  const first = lines.length === 1 ? 87 : 84.8
  lines.forEach((line, index) => {
    sheet.text(line, centre, first + index * 4.5, { face: 'garamond', size, align: 'center' })
  })
}

function decreeWords({ issuer, number, date, subject }: NonNullable<CertificateFacts['decree']>): string {
  const kind = issuer === '' ? 'Surat Keputusan' : `Keputusan ${issuer}`
  // A decree that names its issuer is known well enough without its subject.
  const about = issuer === '' && subject !== '' ? ` tentang ${subject}` : ''
  return `${kind} Nomor${nbsp}${number} tanggal${nbsp}${longDate(date)}${about}`
}

function drawHolder(sheet: Sheet, { name, birthPlace, birthDate }: CertificateFacts, palette: Palette): void {
  const capitals = name.toUpperCase()
  const style = { face: 'garamond-semibold', size: 28, tracking: 0.4 } as const
  const size = fitSize(capitals, style, 15, 214)
  if (textWidth(capitals, { ...style, size }) <= 214) {
    sheet.text(capitals, centre, 100.8 - 0.06 * (28 - size), { ...style, size, align: 'center' })
  } else {
    drawNameInTwoLines(sheet, capitals)
  }
  sheet.line(86.5, 103.5, 210.5, 103.5, 0.5, palette.accent)
  const born =
    birthPlace === '' ? `lahir tanggal ${longDate(birthDate)}` : `lahir di ${birthPlace}, ${longDate(birthDate)}`
  drawCentred(sheet, born, 108.2, { face: 'garamond', size: 11.5 }, 8, 220)
}

function drawNameInTwoLines(sheet: Sheet, name: string): void {
  let size = 15
  while (size > 9 && wrapText(name, { face: 'garamond-semibold', size, tracking: 0.4 }, 214).length > 2) size -= 0.25
  const style = { face: 'garamond-semibold', size, tracking: 0.4 } as const
  const lines = balancedLines(name, style, 214)
  lines.forEach((line, index) => {
    sheet.text(line, centre, 101.4 - (lines.length - 1 - index) * 5.6, { ...style, align: 'center' })
  })
}

function drawTraining(sheet: Sheet, facts: CertificateFacts, palette: Palette): void {
  const { trade, program, cohort, start, end, dayCount, hours, predicate } = facts
  const isNamed = isNamedAfterTrade(trade, program)
  const opening = `telah mengikuti Pelatihan Berbasis Kompetensi kejuruan${isNamed ? '' : ` ${trade} program`}`
  drawCentred(sheet, opening, 114.2, { face: 'garamond', size: 11.5 }, 9, 220)
  drawCentred(sheet, program, 120.6, { face: 'garamond-semibold', size: 16, colour: palette.title }, 9, 220)
  const period = `${batchWords(cohort)}, tanggal ${dateRange(start, end)}`
  const length = `selama ${countWords(dayCount)} hari kerja / ${countWords(hours)} Jam Pelatihan`
  drawCentred(sheet, `${period}, ${length}`, 126.4, { face: 'garamond', size: 11.5 }, 9.5, 232)
  drawMixed(sheet, 132, 12.5, [
    ['dan dinyatakan ', 'garamond'],
    ['LULUS', 'garamond-semibold'],
    ...(predicate === null
      ? []
      : ([
          [' dengan predikat ', 'garamond'],
          [predicate, 'garamond-semibold'],
        ] as const)),
    ['.', 'garamond'],
  ])
  const dates = `${englishDate(start)} to ${englishDate(end)}`
  const english = `has completed and passed the competency-based training programme named above: ${dayCount} working days, ${hours} training hours, ${dates}.`
  drawCentred(sheet, english, 137.6, { face: 'garamond-italic', size: 10, colour: palette.grey }, 8.5, 232)
}

function drawFoot(sheet: Sheet, facts: CertificateFacts, photo: Uint8Array | null, palette: Palette): void {
  const { signatory, acknowledger, centre: office, issuedOn, qrText } = facts
  const right = officialBlock(signatory, [placeAndDate(office.city, issuedOn)], true)
  const code = { text: qrText, level: 'M', mode: qrMode(qrText) } as const
  if (acknowledger) {
    const left = officialBlock(acknowledger, ['Mengetahui'], true)
    drawPhotoBox(sheet, photo, 118, 146, 'garamond')
    drawQrCode(sheet, code, 153, 160, 26)
    const blocks = [
      { block: left, centre: 69 },
      { block: right, centre: 228 },
    ]
    drawSignatures(sheet, blocks, 176.4, certificateSignature)
    return
  }
  drawQrCode(sheet, code, 62, 155.4, 26)
  const caption = { face: 'garamond', size: 8, align: 'center', colour: palette.grey } as const
  sheet.text('Pindai untuk memeriksa keaslian', 75, 185.6, caption)
  drawPhotoBox(sheet, photo, 133.5, 146, 'garamond')
  drawSignatures(sheet, [{ block: right, centre: 222 }], 176.4, certificateSignature)
}

type CentredStyle = { face: Face; size: number; tracking?: number; colour?: string }

function drawCentred(sheet: Sheet, text: string, y: number, style: CentredStyle, minimum: number, width: number): void {
  sheet.text(text, centre, y, { ...style, size: fitSize(text, style, minimum, width), align: 'center' })
}

/** One centred line in several faces. */
function drawMixed(sheet: Sheet, y: number, size: number, parts: readonly (readonly [string, Face])[]): void {
  const width = parts.reduce((sum, [text, face]) => sum + textWidth(text, { face, size }), 0)
  let x = centre - width / 2
  for (const [text, face] of parts) x += sheet.text(text, x, y, { face, size, colour: colours.ink })
}
