import type { DrawnCertificateFacts } from '../../../../../shared/features/certificate/certificate-facts.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { blank, formatAttendance, formatBatch } from '../../../paper-kit/cohort-format.ts'
import { officialBlock, placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { drawDoubleRule } from '../../../pdf/page/frame.ts'
import { drawSignatures, type SignatureStyle } from '../../../pdf/page/signatures.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { fitSize, textWidth, wrapText } from '../../../pdf/text/text-measure.ts'
import type { BackLook } from './back-look.ts'
import { drawUnitTable, planUnitTable } from './unit-table.ts'

const left = 18
const right = 279
const results = { left: 213, right: 279, top: 51.5, row: 7.4 }
function signatureStyle({ face, strongFace }: BackLook): SignatureStyle {
  return { face, nameFace: strongFace, size: 10.5, leading: 4.9, space: 20, width: 64 }
}

/** Back: units at the left, results and signature at the right; further pages if the units need more room. */
export function drawCertificateBack(sheet: Sheet, facts: DrawnCertificateFacts, look: BackLook): void {
  const plan = planUnitTable(facts, look)
  plan.pages.forEach((_, page) => {
    sheet.addPage()
    if (look.rules) drawDoubleRule(sheet, look.title)
    drawHead(sheet, facts, look, page > 0)
    sheet.tagged('Table', () => drawUnitTable(sheet, facts, plan, page, look))
    if (page === plan.pages.length - 1) {
      const end = results.top + (resultRows(facts).length + 1) * results.row
      sheet.tagged('Table', () => drawResults(sheet, facts, look))
      sheet.tagged('P', () => drawNote(sheet, facts, look, end))
      sheet.tagged('P', () => drawSigner(sheet, facts, look))
    }
  })
}

function drawHead(sheet: Sheet, facts: DrawnCertificateFacts, look: BackLook, isContinued: boolean): void {
  const title = `DAFTAR UNIT KOMPETENSI${isContinued ? ' (LANJUTAN)' : ''}`
  const titleStyle = { face: look.titleFace, size: 16, tracking: 0.8, colour: look.title } as const
  sheet.tagged('H2', () => sheet.text(title, left, 26.4, titleStyle))
  const english = 'List of Competency Units and Results'
  sheet.tagged('P', () => sheet.text(english, left, 31.6, { face: look.italicFace, size: 10, colour: look.grey }))
  sheet.tagged('P', () => drawIdentity(sheet, facts, look))
}

function drawIdentity(sheet: Sheet, facts: DrawnCertificateFacts, look: BackLook): void {
  const { number, replaces, name, program, cohort, start, end } = facts
  sheet.text('Nomor sertifikat', right, 22.6, { face: look.face, size: 9.5, align: 'right', colour: look.grey })
  const numberStyle = { face: look.strongFace, size: 11 } as const
  sheet.text(number, right, 27.6, { ...numberStyle, size: fitSize(number, numberStyle, 8, 110), align: 'right' })
  if (replaces !== '') {
    const style = { face: look.face, size: 9.5, align: 'right', colour: look.grey } as const
    sheet.text(`Menggantikan nomor ${replaces}`, right, 31.8, style)
  }
  const rows = [
    ['Nama', name.toUpperCase()],
    ['Program pelatihan', `${program}, ${formatBatch(cohort)}`],
    ['Pelaksanaan', dateRange(start, end)],
  ] as const
  rows.forEach(([label, value], index) => {
    const y = 38.4 + index * 4.9
    sheet.text(label, left, y, { face: look.face, size: 10, colour: look.grey })
    sheet.text(':', left + 30, y, { face: look.face, size: 10, colour: look.grey })
    const style = { face: look.strongFace, size: 10.5 } as const
    sheet.text(value, left + 32.5, y, { ...style, size: fitSize(value, style, 6.5, right - left - 32.5) })
  })
}

function formatScore(score: number | null): string {
  return score === null ? blank : hundredths(score)
}

type ResultRow = { label: string; value: string; strong: boolean }

function resultRows(facts: DrawnCertificateFacts): ResultRow[] {
  const { theory, practice, final, weights, attendance, predicate } = facts
  return [
    { label: 'Nilai teori', value: formatScore(theory), strong: false },
    { label: 'Nilai praktik', value: formatScore(practice), strong: false },
    { label: `Nilai akhir (${weights.theory}% : ${weights.practice}%)`, value: formatScore(final), strong: true },
    { label: 'Kehadiran', value: formatAttendance(attendance), strong: false },
    { label: 'Hasil', value: 'LULUS', strong: true },
    ...(!predicate ? [] : [{ label: 'Predikat', value: predicate, strong: true }]),
  ]
}

function drawResults(sheet: Sheet, facts: DrawnCertificateFacts, look: BackLook): void {
  const { top, row } = results
  const white = '#FFFFFF'
  sheet.fill(results.left, top, results.right - results.left, row, look.title)
  const english = { face: look.italicFace, size: 9, align: 'right', colour: white } as const
  sheet.tagged('TR', () => {
    const style = { face: look.strongFace, size: 9.5, colour: white } as const
    sheet.tagged('TH', () => sheet.text('Hasil Akhir', results.left + 3, top + 4.9, style))
    sheet.tagged('TH', () => sheet.text('Final result', results.right - 3, top + 4.9, english))
  })
  const rows = resultRows(facts)
  rows.forEach(({ label, value, strong }, index) => {
    const end = top + (index + 2) * row
    const y = end - row / 2 + 1.3
    const colour = strong ? colours.ink : look.grey
    const labelStyle = { face: look.face, size: 10 } as const
    const style = { face: strong ? look.strongFace : look.face, size: 10 } as const
    const size = fitSize(value, style, 7, results.right - results.left - 8 - textWidth(label, labelStyle))
    sheet.tagged('TR', () => {
      sheet.tagged('TH', () => sheet.text(label, results.left + 3, y, { ...labelStyle, colour }))
      sheet.tagged('TD', () => sheet.text(value, results.right - 3, y, { ...style, size, align: 'right' }))
    })
    sheet.line(results.left, end, results.right, end, 0.25, colours.rule)
  })
}

function drawNote(sheet: Sheet, facts: DrawnCertificateFacts, look: BackLook, y: number): void {
  const { units, minutesPerHour, passMark, minimumAttendance } = facts
  const isMissed = units.some(unit => unit.result === 'BK')
  const sentences = [
    ...(units.length > 0 ? ['K: unit dicapai sesuai kriteria unjuk kerja.'] : []),
    ...(isMissed ? ['BK: unit belum dicapai.'] : []),
    `JP: jam pelatihan, 1\u00a0JP = ${minutesPerHour} menit.`,
    `Batas lulus: nilai akhir ${hundredths(passMark)} dan\u00a0kehadiran\u00a0${minimumAttendance}%.`,
  ]
  const style = { face: look.face, size: 8 } as const
  wrapText(sentences.join(' '), style, results.right - results.left).forEach((line, index) => {
    sheet.text(line, results.left, y + 4.9 + index * 3.5, { ...style, colour: look.grey })
  })
}

function drawSigner(sheet: Sheet, { backSignatory, centre, issuedOn }: DrawnCertificateFacts, look: BackLook): void {
  const block = officialBlock(backSignatory, [placeAndDate(centre.city, issuedOn)], true)
  const nameY = block.below.length === 0 ? 190 : 182.6
  drawSignatures(sheet, [{ block, centre: 246 }], nameY, signatureStyle(look))
}
