import { historyFoot } from '../../../../../shared/facts/history-mark.ts'
import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { cohortTitle, formatBatch, formatCourse } from '../../../paper-kit/cohort-format.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints, flowText } from '../../../paper-kit/flow-text.ts'
import { dotted, minutesText } from '../../../paper-kit/letter-style.ts'
import { drawParts, flowPart, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { compactSignature, instructorBlock, officialBlock, signOff } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle, drawMiddle } from '../../../pdf/page/paper-title.ts'
import { officeSignature, type SignatureStyle } from '../../../pdf/page/signatures.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { type FlowRequest, keptTogether } from '../../../pdf/text/text-flow.ts'

/** Berita acara pembukaan or penutupan, with the date in words. */
export function drawCeremonyMinutes(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, instructor, letter, history } = facts
  const { sheet, filled, name } = openLetter(facts, size, 'minutes')
  const title = filled.words('judul').toUpperCase()
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const spaced = { gap: 1.6 }
  const opening = flowText(box, filled.lines('pembuka'), minutesText)
  const points = flowPoints(box, filled.lines('butir'), minutesText, spaced)
  const closing = flowText(box, filled.lines('penutup'), minutesText)
  const blocks = {
    left: instructorBlock(instructor, []),
    right: officialBlock(letter.values.signatory, [dottedPlace(centre.city, letter.values.heldOn)], true),
    lead: 12,
  }
  const signed = (style: SignatureStyle) => signOff(sheet, blocks, style)
  sheet.addPage()
  const flow: FlowRequest = {
    units: [...opening, gap(3), ...points, ...keptTogether([gap(4)], closing)],
    firstTop: drawHeading(sheet, facts, title),
    nextTop: sheet.top + 9,
    signOffs: [signed(officeSignature), signed(compactSignature)],
  }
  const decorate = {
    printedAt: null,
    title: name.toUpperCase(),
    subject: cohortTitle(cohort),
    footer: historyFoot(history),
  }
  drawParts(sheet, [flowPart(sheet, flow, decorate)])
  warnOfMissing(sheet, filled, { 'nomor berita acara': letter.values.number })
  return sheet.finish()
}

function drawHeading(sheet: Sheet, { centre, cohort, letter }: CohortLetterFacts, title: string): number {
  const course = `PELATIHAN BERBASIS KOMPETENSI ${formatCourse(cohort).toUpperCase()} ${formatBatch(cohort).toUpperCase()}`
  const number = `Nomor : ${letter.values.number || dotted}`
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 10, title, '')
  const courseEnd = drawMiddle(sheet, course, titleEnd + 5.6, { face: 'arimo-bold', size: 11 }, 5.6)
  return drawMiddle(sheet, number, courseEnd + 6, { face: 'arimo', size: 10.5 }) + 6
}

function gap(height: number) {
  return { height, draw: () => {} }
}
