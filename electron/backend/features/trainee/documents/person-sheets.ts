import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dressPage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { drawPlannedFlow, type FlowUnit, planFlow } from '../../../pdf/text/text-flow.ts'
import { drawFormRows, type FormStyle, signerRows } from './person-rows.ts'
import { drawPersonSignatures, personSignaturesHeight } from './person-signatures.ts'

/** What everybody signs. */
type SharedText = { title: string; subtitle: string; units: FlowUnit[] }

/** A paper that each person signs for oneself. Distances in mm. */
type Declaration = {
  /** Title of the file, before what the people have in common. */
  name: string
  /** Behind that in the footer. */
  footer: string
  text: (sheet: Sheet) => SharedText
  style: ParagraphStyle
  /** From the letterhead to the title, from there to the first line, from there to the rows, and from one row to the next. */
  titleGap: number
  textGap: number
  rowsGap: number
  rowLeading: number
  /** Draws what stands between the rows of the person, whose last baseline is `y`, and the text; gives the y where the text begins. */
  lead: (sheet: Sheet, y: number, person: PersonFacts, rows: FormStyle) => number
  /** 'Yang menyatakan' */
  signer: string
  /** From the text to the first line of the signatures. */
  signerGap: number
  /** Drawn behind the signatures, whose first baseline is `y`. */
  beside?: (sheet: Sheet, y: number) => void
}

/**
 * The sheets of all people, each beginning on a page of its own. A text that the office made longer than a page goes on on another one;
 * only then everything is drawn again, because the number of pages stands on the first of them.
 */
export function drawDeclarations(facts: PersonPaperFacts, size: PaperSize, declaration: Declaration): DrawnPaper {
  const drawAll = (pages: number) => {
    const sheet = openPaper(facts, size, 'minutes', `${declaration.name} ${facts.reference}`)
    const text = declaration.text(sheet)
    for (const person of facts.people) drawDeclaration(sheet, facts, declaration, text, person, pages)
    return sheet
  }
  const sheet = drawAll(facts.people.length)
  return (sheet.pages === facts.people.length ? sheet : drawAll(sheet.pages)).finish()
}

function drawDeclaration(
  sheet: Sheet,
  facts: PersonPaperFacts,
  declaration: Declaration,
  { title, subtitle, units }: SharedText,
  person: PersonFacts,
  pages: number,
): void {
  const { style, titleGap, textGap, rowsGap, rowLeading, lead, signer, signerGap, beside, footer } = declaration
  const { left, right } = sheet
  sheet.addPage()
  const first = sheet.pages - 1
  const titleTop = drawLetterhead(sheet, letterheadOf(facts.centre)) + titleGap
  const y = drawListTitle(sheet, titleTop, title, subtitle) + textGap
  const rows = { labelWidth: 40, right, size: style.size, leading: rowLeading }
  sheet.text('Saya yang bertanda tangan di bawah ini:', left, y, style)
  const rowsEnd = drawFormRows(sheet, left + 7, y + rowsGap, signerRows(person), rows)
  const planned = planFlow(sheet, {
    units,
    firstTop: lead(sheet, rowsEnd, person, rows),
    nextTop: sheet.top,
    signOffs: [
      {
        height: signerGap + personSignaturesHeight(facts, person, signer),
        draw: end => {
          drawPersonSignatures(sheet, facts, person, signer, end + signerGap)
          beside?.(sheet, end + signerGap)
        },
      },
    ],
  })
  drawPlannedFlow(sheet, planned, page => {
    dressPage(sheet, first + page, pages, { printedAt: facts.printedAt, footer: `${facts.reference} · ${footer}` })
  })
}
