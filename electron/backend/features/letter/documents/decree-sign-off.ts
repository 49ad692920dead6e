import type { CohortLetterFacts } from '../../../../../shared/features/letter/letter-facts.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { dotted, letterSignature } from '../../../paper-kit/letter-style.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { countParagraphLines, drawParagraph, type Span } from '../../../pdf/paragraph.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { drawSignatures, type SignatureStyle, signatureHeight, signatureNameOffset } from '../../../pdf/signatures.ts'
import type { SignOff } from '../../../pdf/table-pages.ts'

const small = { face: 'arimo', size: 9.5, leading: 4.6 } as const
const lead = 10

/** 'Ditetapkan di …', the official at the right and, below, who gets a copy. The second one has 15 mm to sign in. */
export function decreeSignOffs(sheet: Sheet, facts: CohortLetterFacts, copies: readonly Span[][]): [SignOff, SignOff] {
  return [
    signOff(sheet, facts, copies, letterSignature),
    signOff(sheet, facts, copies, { ...letterSignature, space: 15 }),
  ]
}

function signOff(
  sheet: Sheet,
  { centre, letter }: CohortLetterFacts,
  copies: readonly Span[][],
  style: SignatureStyle,
): SignOff {
  const { date, signatory } = letter.values
  const above = [`Ditetapkan di ${centre.city}`, `pada tanggal ${date ? longDate(date) : dotted.slice(0, 13)}`]
  const block = officialBlock(signatory, above, true)
  const signed = signatureHeight([block], style)
  const below = copiesHeight(sheet, copies)
  return {
    height: lead + signed + below + 1,
    draw: y => {
      drawSignatures(
        sheet,
        [{ block, centre: sheet.right - 39 }],
        y + lead + signatureNameOffset([block], style),
        style,
      )
      if (copies.length > 0) drawCopies(sheet, copies, y + lead + signed + 8)
    },
  }
}

/** From the signatures to the last line of Tembusan; 0 without copies. */
export function copiesHeight(sheet: Sheet, copies: readonly Span[][]): number {
  if (copies.length === 0) return 0
  const width = sheet.right - sheet.left - 6
  const lines = copies.reduce((sum, spans) => sum + Math.max(1, countParagraphLines(width, spans, small)), 0)
  return 9 + lines * small.leading
}

/** Tembusan: who gets a copy. Gives the last baseline. */
export function drawCopies(sheet: Sheet, copies: readonly Span[][], y: number): number {
  sheet.text('Tembusan:', sheet.left, y, small)
  let baseline = y
  copies.forEach((spans, index) => {
    baseline += small.leading
    sheet.text(`${index + 1}.`, sheet.left, baseline, small)
    baseline = drawParagraph(sheet, sheet.left + 6, baseline, sheet.right - sheet.left - 6, spans, small)
  })
  return baseline
}
