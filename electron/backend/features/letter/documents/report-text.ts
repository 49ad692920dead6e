import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowText } from '../../../paper-kit/flow-text.ts'
import { letterText } from '../../../paper-kit/letter-style.ts'
import { letterSignOff } from '../../../paper-kit/office-letter.ts'
import { drawParts, flowPart } from '../../../paper-kit/paper-parts.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { type FlowUnit, keptTogether } from '../../../pdf/text/text-flow.ts'

const style: ParagraphStyle = { ...letterText, leading: 6.2 }
const headingTop = 10

/** Kata pengantar on a page of its own, then the chapters of the report one after another. */
export function drawReportText(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, printedAt } = facts
  const { sheet, filled } = openLetter(facts, size, 'letter', 'Laporan Pelatihan')
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const section = (title: string, part: string): FlowUnit[] =>
    keptTogether([heading(title)], flowText(box, filled.lines(part), style))
  const signatory = officialBlock(letter.values.signatory, [dottedPlace(centre.city, letter.values.date)], true)
  const signed = letterSignOff(sheet, signatory, 12)
  const dress = { printedAt, footer: `${cohort.code} · Laporan pelatihan` }
  const part = (units: readonly FlowUnit[]) =>
    flowPart(sheet, { units, firstTop: sheet.top, nextTop: sheet.top, signOffs: [signed] }, dress)
  sheet.addPage()
  drawParts(sheet, [
    part(section('KATA PENGANTAR', 'kata_pengantar')),
    part([
      ...section('BAB I\nPENDAHULUAN', 'pendahuluan'),
      ...section('BAB II\nPELAKSANAAN', 'isi'),
      ...section('BAB III\nPENUTUP', 'penutup'),
    ]),
  ])
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
