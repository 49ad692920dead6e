import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { longDate } from '../../../../../shared/kernel/date-words.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, signatureHeight, signatureNameOffset } from '../../../pdf/signatures.ts'
import type { SignOff } from '../../../pdf/table-pages.ts'
import { drawPlannedFlow, type FlowUnit, keptTogether, planFlow } from '../../../pdf/text-flow.ts'
import { openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { officialBlock } from '../../paper/signature-blocks.ts'
import { fillLetter, warnOfMissing } from '../fill-letter.ts'
import type { ClassLetterFacts } from '../letter-facts.ts'
import { classTokens } from '../token-values.ts'
import { flowText } from './flow-text.ts'
import { dotted, letterSignature, letterText } from './letter-style.ts'

const style: ParagraphStyle = { ...letterText, leading: 6.2 }
const headingTop = 10

/** Kata pengantar on a page of its own, then the chapters of the report one after another. */
export function drawReportText(facts: ClassLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, printedAt } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `Laporan Pelatihan ${cohort.code}`,
    createdOn: printedDate(printedAt),
  })
  const filled = fillLetter(letter.body, classTokens(facts))
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const section = (title: string, part: string): FlowUnit[] =>
    keptTogether([heading(title)], flowText(box, filled.lines(part), style))
  const flow = (units: readonly FlowUnit[]) =>
    planFlow(sheet, { units, firstTop: sheet.top, nextTop: sheet.top, signOffs: [signOff(sheet, facts)] })
  const sections = [
    flow(section('KATA PENGANTAR', 'kata_pengantar')),
    flow([
      ...section('BAB I\nPENDAHULUAN', 'pendahuluan'),
      ...section('BAB II\nPELAKSANAAN', 'isi'),
      ...section('BAB III\nPENUTUP', 'penutup'),
    ]),
  ]
  const pages = sections.reduce((sum, planned) => sum + planned.plan.pages.length, 0)
  let before = 0
  for (const planned of sections) {
    sheet.addPage()
    drawPlannedFlow(sheet, planned, page => {
      drawFooter(sheet, `${cohort.code} · Laporan pelatihan`, printedWords(printedAt, before + page, pages))
    })
    before += planned.plan.pages.length
  }
  warnOfMissing(sheet, filled, { 'tanggal laporan': letter.values.date })
  return sheet.finish()
}

/** One or two lines in the middle, with space around them. */
function heading(title: string): FlowUnit {
  const lines = title.split('\n')
  return {
    height: headingTop + (lines.length - 1) * 6.2 + 5,
    draw: (sheet, y) => {
      lines.forEach((line, index) => {
        const middle = (sheet.left + sheet.right) / 2
        sheet.text(line, middle, y + headingTop + index * 6.2, { face: 'arimo-bold', size: 13, align: 'center' })
      })
    },
  }
}

function signOff(sheet: Sheet, { centre, letter }: ClassLetterFacts): SignOff {
  const { date, signatory } = letter.values
  const block = officialBlock(signatory, [`${centre.city}, ${date ? longDate(date) : dotted.slice(0, 13)}`], true)
  return {
    height: 13 + signatureHeight([block], letterSignature),
    draw: y => {
      const nameY = y + 12 + signatureNameOffset([block], letterSignature)
      drawSignatures(sheet, [{ block, centre: sheet.right - 39 }], nameY, letterSignature)
    },
  }
}
