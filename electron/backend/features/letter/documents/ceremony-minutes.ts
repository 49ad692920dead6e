import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import { longDate } from '../../../../../shared/kernel/date-words.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle } from '../../../pdf/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { officeSignature, type SignatureStyle } from '../../../pdf/signatures.ts'
import { drawPlannedFlow, keptTogether, planFlow } from '../../../pdf/text-flow.ts'
import { balancedLines, fitSize } from '../../../pdf/text-measure.ts'
import { batchWords, classTitle, courseWords } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { compactSignature, instructorBlock, officialBlock, signOff } from '../../paper/signature-blocks.ts'
import { fillLetter, warnOfMissing } from '../fill-letter.ts'
import type { ClassLetterFacts } from '../letter-facts.ts'
import { classTokens } from '../token-values.ts'
import { flowPoints, flowText } from './flow-text.ts'
import { dotted, minutesText } from './letter-style.ts'

/** Berita acara pembukaan or penutupan: what was opened or closed, with the date in words. */
export function drawCeremonyMinutes(facts: ClassLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, instructor, letter, printedAt } = facts
  const name = paperTitle(letter.paper)
  const sheet = openSheet({
    centre,
    size,
    grid: 'minutes',
    title: `${name} ${cohort.code}`,
    createdOn: printedDate(printedAt),
  })
  const filled = fillLetter(letter.body, classTokens(facts))
  const title = filled.words('judul').toUpperCase()
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const spaced = { gap: 1.6 }
  const opening = flowText(box, filled.lines('pembuka'), minutesText)
  const points = flowPoints(box, filled.lines('butir'), minutesText, spaced)
  const closing = flowText(box, filled.lines('penutup'), minutesText)
  const held = letter.values.heldOn ? longDate(letter.values.heldOn) : dotted.slice(0, 13)
  const blocks = {
    left: instructorBlock(instructor, []),
    right: officialBlock(letter.values.signatory, [`${centre.city}, ${held}`], true),
    lead: 12,
  }
  const signed = (style: SignatureStyle) => signOff(sheet, blocks, style)
  sheet.addPage()
  const planned = planFlow(sheet, {
    units: [...opening, gap(3), ...points, ...keptTogether([gap(4)], closing)],
    firstTop: drawHeading(sheet, facts, title),
    nextTop: sheet.top + 9,
    signOffs: [signed(officeSignature), signed(compactSignature)],
  })
  const pages = planned.plan.pages.length
  drawPlannedFlow(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, name.toUpperCase(), classTitle(cohort))
    drawFooter(sheet, `${cohort.code} · ${name}`, printedWords(printedAt, page, pages))
  })
  warnOfMissing(sheet, filled, { 'nomor berita acara': letter.values.number })
  return sheet.finish()
}

function drawHeading(sheet: Sheet, { centre, cohort, letter }: ClassLetterFacts, title: string): number {
  const middle = (sheet.left + sheet.right) / 2
  const width = sheet.right - sheet.left
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 10
  const strong = { face: 'arimo-bold', size: 13 } as const
  sheet.text(title, middle, y, { ...strong, size: fitSize(title, strong, 9, width), align: 'center' })
  const course = `PELATIHAN BERBASIS KOMPETENSI ${courseWords(cohort).toUpperCase()} ${batchWords(cohort).toUpperCase()}`
  for (const line of balancedLines(course, { face: 'arimo-bold', size: 11 }, width)) {
    y += 5.6
    sheet.text(line, middle, y, { face: 'arimo-bold', size: 11, align: 'center' })
  }
  y += 6
  sheet.text(`Nomor : ${letter.values.number || dotted}`, middle, y, { face: 'arimo', size: 10.5, align: 'center' })
  return y + 6
}

function gap(height: number) {
  return { height, draw: () => {} }
}
