import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { officeOf } from '../../../../../shared/features/centre/signatory.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { type FilledLetter, type FilledRow, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawFilledRows } from '../../../paper-kit/filled-rows.ts'
import { flowText } from '../../../paper-kit/flow-text.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { drawOfficeLetter, letterSignOff } from '../../../paper-kit/office-letter.ts'
import { drawParts, flowPart, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Nota dinas that comes with the report. */
export function drawCoverNote(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, letter } = facts
  const { number, date, signatory } = letter.values
  const { sheet, filled } = openLetter(facts, size, 'letter')
  const { left, right } = sheet
  sheet.addPage()
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 11, 'NOTA DINAS', '')
  const rows: FilledRow[] = [
    { label: 'Yth.', value: [filled.words('kepada')] },
    { label: 'Dari', value: [officeOf(signatory).split('\n').join(', ')] },
    { label: 'Tanggal', value: [date ? longDate(date) : { blank: 50 }] },
    { label: 'Nomor', value: [number || { blank: 50 }] },
    ...filled.rows('kepala'),
  ]
  const headEnd = drawFilledRows(sheet, left, titleEnd + 10, rows, { labelWidth: 24, right, style: letterText }) + 3
  sheet.line(left, headEnd, right, headEnd, 0.8)
  const flow = {
    units: flowText({ x: left, width: right - left }, filled.lines('isi'), letterText),
    firstTop: headEnd + 3,
    nextTop: sheet.top + 6,
    signOffs: [letterSignOff(sheet, officialBlock(signatory, [dottedPlace(centre.city, date)], true), 12)] as const,
  }
  drawParts(sheet, [flowPart(sheet, flow, { printedAt: null, footer: '' })])
  warnOfMissing(sheet, filled, { 'nomor nota dinas': number, tanggal: date })
  return sheet.finish()
}

/** Surat pengantar that lists the enclosures. */
export function drawReportCover(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  return drawWithRows(facts, size, filled => ({
    opening: [['Bersama ini kami sampaikan:']],
    event: filled.rows('kiriman'),
    copies: [],
  }))
}

/** Undangan sidang kelulusan: an office letter with date, time and place as rows. */
export function drawPanelInvitation(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  return drawWithRows(facts, size, filled => ({
    opening: filled.lines('pembuka'),
    event: filled.rows('acara'),
    copies: filled.lines('tembusan'),
  }))
}

type LetterParts = Pick<Parameters<typeof drawOfficeLetter>[1], 'opening' | 'event' | 'copies'>

function drawWithRows(facts: CohortLetterFacts, size: PaperSize, partsOf: (filled: FilledLetter) => LetterParts) {
  const { centre, letter } = facts
  const { number, date, signatory } = letter.values
  const { sheet, filled } = openLetter(facts, size, 'letter')
  const parts = { ...partsOf(filled), closing: filled.lines('penutup') }
  drawOfficeLetter(sheet, { centre, number, date, signatory, filled, ...parts }, { printedAt: null, footer: '' })
  warnOfMissing(sheet, filled, { 'nomor surat': number, 'tanggal surat': date })
  return sheet.finish()
}
