import type { PersonFacts, PersonPaperFacts } from '../../../../../shared/facts/person-facts.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawPlannedFlow, type FlowUnit, planFlow } from '../../../pdf/text/text-flow.ts'
import { drawPersonSignatures, personSignaturesHeight } from './person-signatures.ts'

/**
 * The sheets of all people, each beginning on a page of its own; what `prepare` gives they have in common. Labels that the office made longer than a page go on on another one;
 * only then everything is drawn again, because the number of pages stands on the first of them.
 */
export function drawForEach<Common>(
  facts: PersonPaperFacts,
  open: () => Sheet,
  prepare: (sheet: Sheet) => Common,
  draw: (sheet: Sheet, common: Common, person: PersonFacts, pages: number) => void,
): DrawnPaper {
  const drawAll = (pages: number) => {
    const sheet = open()
    const common = prepare(sheet)
    for (const person of facts.people) draw(sheet, common, person, pages)
    return sheet
  }
  const sheet = drawAll(facts.people.length)
  return (sheet.pages === facts.people.length ? sheet : drawAll(sheet.pages)).finish()
}

type SignedText = {
  units: readonly FlowUnit[]
  /** Where the text begins on the open page. */
  top: number
  person: PersonFacts
  /** 'Yang menyatakan' */
  title: string
  /** From the text to the first line of the signatures. */
  lead: number
  /** Drawn behind the signatures, whose first baseline is `y`. */
  beside?: (y: number) => void
  /** Footer of a page, counted from 0 over all people. */
  foot: (page: number) => void
}

/** Text from the open page on, with the signatures of the person below its end. */
export function drawSignedText(sheet: Sheet, facts: PersonPaperFacts, text: SignedText): void {
  const { units, top, person, title, lead, beside, foot } = text
  const first = sheet.pages - 1
  const planned = planFlow(sheet, {
    units,
    firstTop: top,
    nextTop: sheet.top,
    signOffs: [
      {
        height: lead + personSignaturesHeight(facts, person, title),
        draw: y => {
          drawPersonSignatures(sheet, facts, person, title, y + lead)
          beside?.(y + lead)
        },
      },
    ],
  })
  drawPlannedFlow(sheet, planned, page => foot(first + page))
}
