import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortLetterFacts } from '../../../../../shared/features/letter/letter-facts.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { fillLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowText } from '../../../paper-kit/flow-text.ts'
import { dotted, letterSignature, letterText } from '../../../paper-kit/letter-style.ts'
import { formatPrinted, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { cohortTokens } from '../../../paper-kit/token-values.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { ParagraphStyle } from '../../../pdf/paragraph.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, signatureHeight, signatureNameOffset } from '../../../pdf/signatures.ts'
import type { SignOff } from '../../../pdf/table-pages.ts'
import { drawPlannedFlow, type FlowUnit, keptTogether, planFlow } from '../../../pdf/text-flow.ts'

const style: ParagraphStyle = { ...letterText, leading: 6.2 }
const headingTop = 10

/** Kata pengantar on a page of its own, then the chapters of the report one after another. */
export function drawReportText(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, printedAt } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `Laporan Pelatihan ${cohort.code}`,
    createdOn: printedDate(printedAt),
  })
  const filled = fillLetter(letter.body, cohortTokens(facts))
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
      drawFooter(sheet, `${cohort.code} · Laporan pelatihan`, formatPrinted(printedAt, before + page, pages))
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

function signOff(sheet: Sheet, { centre, letter }: CohortLetterFacts): SignOff {
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
