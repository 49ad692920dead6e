import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import { longDate } from '../../../../../shared/kernel/date-words.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawParagraph } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, signatureHeight, signatureNameOffset } from '../../../pdf/signatures.ts'
import type { SignOff } from '../../../pdf/table-pages.ts'
import { drawPlannedFlow, type FlowUnit, flowParagraph, planFlow } from '../../../pdf/text-flow.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { officialBlock } from '../../paper/signature-blocks.ts'
import { type FilledLetter, fillLetter, warnOfMissing } from '../fill-letter.ts'
import type { ClassLetterFacts } from '../letter-facts.ts'
import { classTokens } from '../token-values.ts'
import { copiesHeight, drawCopies } from './decree-sign-off.ts'
import { drawFilledRows } from './filled-rows.ts'
import { flowText } from './flow-text.ts'
import { dotted, letterSignature, letterText } from './letter-style.ts'

const style = letterText
/** Of the rows of the event, in mm. */
const labelWidth = 32

/** Undangan sidang kelulusan: an office letter with the day, time and place set apart. */
export function drawPanelInvitation(facts: ClassLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, printedAt } = facts
  const name = paperTitle(letter.paper)
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `${name} ${cohort.code}`,
    createdOn: printedDate(printedAt),
  })
  const filled = fillLetter(letter.body, classTokens(facts))
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  sheet.addPage()
  const planned = planFlow(sheet, {
    units: [
      ...flowText(box, filled.lines('pembuka'), style),
      ...eventUnits(sheet, filled),
      ...flowText(box, filled.lines('penutup'), style),
    ],
    firstTop: drawHead(sheet, facts, filled),
    nextTop: sheet.top + 6,
    signOffs: [signOff(sheet, facts, filled)],
  })
  const pages = planned.plan.pages.length
  drawPlannedFlow(sheet, planned, page => {
    drawFooter(sheet, `${cohort.code} · ${name}`, printedWords(printedAt, page, pages))
  })
  warnOfMissing(sheet, filled, { 'nomor surat': letter.values.number, 'tanggal surat': letter.values.date })
  return sheet.finish()
}

/** Letterhead, date, number and whom the letter is for. */
function drawHead(sheet: Sheet, { centre, letter }: ClassLetterFacts, filled: FilledLetter): number {
  const { left, right } = sheet
  const { number, date } = letter.values
  let y = drawLetterhead(sheet, letterheadOf(centre)) + 11
  sheet.text(`${centre.city}, ${date ? longDate(date) : dotted.slice(0, 13)}`, right, y, { ...style, align: 'right' })
  const head = [{ label: 'Nomor', value: [number === '' ? { blank: 50 } : number] }, ...filled.rows('kepala')]
  y = drawFilledRows(sheet, left, y + style.leading, head, { labelWidth: 20, right: right - 20, style }) + 11.8
  for (const spans of filled.lines('kepada')) {
    y = drawParagraph(sheet, left, y, right - left, spans, { ...style, justify: false }) + style.leading
  }
  return y
}

/** Day, time and place, set in from the left. */
function eventUnits(sheet: Sheet, filled: FilledLetter): FlowUnit[] {
  const x = sheet.left + 8
  const left = x + labelWidth + 2.5
  const rows = filled.rows('acara').flatMap(({ label, value }, index) =>
    flowParagraph({
      x: left,
      width: sheet.right - left,
      spans: value,
      style: { ...style, justify: false },
      gap: index === 0 ? 3 : 0,
      marks: [
        { text: label, x, room: labelWidth - 1 },
        { text: ':', x: x + labelWidth },
      ],
    }),
  )
  return [...rows, { height: 3, draw: () => {} }]
}

function signOff(sheet: Sheet, { letter }: ClassLetterFacts, filled: FilledLetter): SignOff {
  const block = officialBlock(letter.values.signatory, [], true)
  const copies = filled.lines('tembusan')
  const signed = signatureHeight([block], letterSignature)
  return {
    height: 14 + signed + copiesHeight(sheet, copies),
    draw: y => {
      const nameY = y + 13 + signatureNameOffset([block], letterSignature)
      drawSignatures(sheet, [{ block, centre: sheet.right - 39 }], nameY, letterSignature)
      if (copies.length > 0) drawCopies(sheet, copies, y + 13 + signed + 8)
    },
  }
}
