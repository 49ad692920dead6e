import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { drawParts, flowPart, type Grid, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import type { FlowRequest, FlowUnit } from '../../../pdf/text/text-flow.ts'
import { drawFormRows, type FormStyle, signerRows } from './person-rows.ts'
import { drawPersonSignatures, personSignaturesHeight } from './person-signatures.ts'

/** A paper with a page for each person. Distances in mm. */
type PersonSheet = {
  title: string
  subtitle: string
  /** Between letterhead and title. */
  titleGap: number
  /** After the common text in the footer. */
  footer: string
  /** Draws the data of the person below the title, whose last baseline is `y`; returns the y where the text starts. */
  head: (person: PersonFacts, y: number) => number
  /** The text that is signed. */
  units: readonly FlowUnit[]
  /** 'Yang menyatakan' */
  signer: string
  /** Between the text and the first line of the signatures. */
  signerGap: number
  /** Drawn after the signatures, whose first baseline is `y`. */
  beside?: (y: number) => void
}

/** The sheets of all people, each with its own page numbers, because it is filed with the person. */
export function drawPersonSheets(
  facts: PersonPaperFacts,
  size: PaperSize,
  grid: Grid,
  name: string,
  describe: (sheet: Sheet) => PersonSheet,
): DrawnPaper {
  const sheet = openPaper(facts, size, grid, `${name} ${facts.reference}`)
  const described = describe(sheet)
  for (const person of facts.people) drawPerson(sheet, facts, described, person)
  return sheet.finish()
}

function drawPerson(
  sheet: Sheet,
  facts: PersonPaperFacts,
  { title, subtitle, titleGap, head, units, signer, signerGap, beside, footer }: PersonSheet,
  person: PersonFacts,
): void {
  sheet.addPage()
  const titleTop = drawLetterhead(sheet, letterheadOf(facts.centre)) + titleGap
  const flow: FlowRequest = {
    units,
    firstTop: head(person, drawListTitle(sheet, titleTop, title, subtitle)),
    nextTop: sheet.top,
    signOffs: [
      {
        height: signerGap + personSignaturesHeight(facts, person, signer),
        draw: end => {
          drawPersonSignatures(sheet, facts, person, signer, end + signerGap)
          beside?.(end + signerGap)
        },
      },
    ],
  }
  const decorate = { printedAt: facts.printedAt, footer: `${facts.reference} · ${footer}` }
  drawParts(sheet, [flowPart(sheet, flow, decorate)])
}

/** A paper signed by each person. Distances in mm. */
type Declaration = Omit<PersonSheet, 'head'> & {
  style: ParagraphStyle
  /** From the title to the first line, from there to the rows, and between rows. */
  textGap: number
  rowsGap: number
  rowLeading: number
  /** Draws what is between the rows of the person, whose last baseline is `y`, and the text; returns the y where the text starts. */
  lead: (y: number, person: PersonFacts, rows: FormStyle) => number
}

export function drawDeclarations(
  facts: PersonPaperFacts,
  size: PaperSize,
  name: string,
  declare: (sheet: Sheet) => Declaration,
): DrawnPaper {
  return drawPersonSheets(facts, size, 'minutes', name, sheet => {
    const { style, textGap, rowsGap, rowLeading, lead, ...declaration } = declare(sheet)
    const rows = { labelWidth: 40, right: sheet.right, size: style.size, leading: rowLeading }
    return {
      ...declaration,
      head: (person, titleEnd) => {
        const y = titleEnd + textGap
        sheet.text('Saya yang bertanda tangan di bawah ini:', sheet.left, y, style)
        return lead(drawFormRows(sheet, sheet.left + 7, y + rowsGap, signerRows(person), rows), person, rows)
      },
    }
  })
}
