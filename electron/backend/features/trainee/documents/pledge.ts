import type { PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fillLetter, spacedLines } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { personTokens } from '../../../paper-kit/person-tokens.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { flowParagraph } from '../../../pdf/text/text-flow.ts'
import { drawDeclarations } from './person-sheets.ts'

const body: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }
const stamp = { width: 25, height: 20 }

/** Surat pernyataan: a page for each person, with room for a duty stamp. */
export function drawPledges(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const { names, body: words } = facts.letters.pledge
  const letter = fillLetter(words, personTokens(facts, names))
  const end = letter.lines('penutup').flatMap(spacedLines)
  return drawDeclarations(facts, size, 'Surat Pernyataan Peserta', sheet => ({
    footer: 'Surat pernyataan',
    title: letter.words('judul').toUpperCase(),
    subtitle: facts.course,
    units: [
      ...flowPoints(boxOf(sheet), letter.lines('butir'), body),
      ...flowParagraph({ ...boxOf(sheet), spans: end, style: body, gap: 3 }),
    ],
    style: body,
    titleGap: 10,
    textGap: 10,
    rowsGap: 7,
    rowLeading: 5.8,
    lead: y => {
      sheet.text('dengan ini menyatakan bahwa saya:', sheet.left, y + 8.5, body)
      return y + 15.5 - body.leading
    },
    signer: 'Yang menyatakan',
    signerGap: 12,
    beside: y => drawStampBox(sheet, sheet.right - 66 - stamp.width, y + 7),
  }))
}

function boxOf({ left, right }: Sheet) {
  return { x: left, width: right - left }
}

/** Meterai: glued here if an office requires it, half below the signature. */
function drawStampBox(sheet: Sheet, x: number, y: number): void {
  sheet.frame(x, y, stamp.width, stamp.height, 0.4, colours.rule)
  const style = { face: 'arimo', size: 7.5, align: 'center', colour: colours.grey } as const
  sheet.text('Meterai', x + stamp.width / 2, y + 9.2, style)
  sheet.text('bila diminta', x + stamp.width / 2, y + 12.7, style)
}
