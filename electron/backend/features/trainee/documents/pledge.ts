import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fillLetter, spacedLines } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { dressPage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { personTokens } from '../../../paper-kit/token-values.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { type FlowUnit, flowParagraph } from '../../../pdf/text/text-flow.ts'
import { drawFormRows, signerRows } from './person-rows.ts'
import { drawForEach, drawSignedText } from './person-sheets.ts'

const body: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }
const stamp = { width: 25, height: 20 }

/** Surat pernyataan: a page for each person, with room for a duty stamp. */
export function drawPledges(facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  const open = () => openPaper(facts, size, 'minutes', `Surat Pernyataan Peserta ${facts.reference}`)
  return drawForEach(
    facts,
    open,
    sheet => formatPledge(sheet, facts),
    (sheet, words, person, pages) => drawPledge(sheet, facts, words, person, pages),
  )
}

type PledgeText = { title: string; units: FlowUnit[] }

/** What everybody signs. */
function formatPledge({ left, right }: Sheet, facts: PersonPaperFacts): PledgeText {
  const { names, body: words } = facts.letters.pledge
  const letter = fillLetter(words, personTokens(facts, names))
  const box = { x: left, width: right - left }
  return {
    title: letter.words('judul').toUpperCase(),
    units: [
      ...flowPoints(box, letter.lines('butir'), body),
      ...flowParagraph({ ...box, spans: letter.lines('penutup').flatMap(spacedLines), style: body, gap: 3 }),
    ],
  }
}

function drawPledge(
  sheet: Sheet,
  facts: PersonPaperFacts,
  { title, units }: PledgeText,
  person: PersonFacts,
  pages: number,
): void {
  const { left, right } = sheet
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(facts.centre))
  let y = drawListTitle(sheet, letterheadEnd + 10, title, facts.course) + 10
  sheet.text('Saya yang bertanda tangan di bawah ini:', left, y, body)
  y = drawFormRows(sheet, left + 7, y + 7, signerRows(person), {
    labelWidth: 40,
    right,
    size: body.size,
    leading: 5.8,
  })
  y += 8.5
  sheet.text('dengan ini menyatakan bahwa saya:', left, y, body)
  drawSignedText(sheet, facts, {
    units,
    top: y + 7 - body.leading,
    person,
    title: 'Yang menyatakan',
    lead: 12,
    beside: top => drawStampBox(sheet, right - 66 - stamp.width, top + 7),
    foot: page =>
      dressPage(sheet, page, pages, { printedAt: facts.printedAt, footer: `${facts.reference} · Surat pernyataan` }),
  })
}

/** Meterai: where an office asks for one it is glued here, half below the signature. */
function drawStampBox(sheet: Sheet, x: number, y: number): void {
  sheet.frame(x, y, stamp.width, stamp.height, 0.4, colours.rule)
  const style = { face: 'arimo', size: 7.5, align: 'center', colour: colours.grey } as const
  sheet.text('Meterai', x + stamp.width / 2, y + 9.2, style)
  sheet.text('bila diminta', x + stamp.width / 2, y + 12.7, style)
}
