import type { Sheet } from '../pdf/sheet.ts'
import { drawPlannedFlow, type FlowRequest, planFlow } from '../pdf/text/text-flow.ts'
import { dressPage, type PageDress } from './paper-sheet.ts'

/** Pages planned before drawing, from the open page on; the first page number and the total are given when drawing. */
export type PaperPart = { pages: number; draw: (first: number, pages: number) => void }

/** Text over as many pages as needed. */
export function flowPart(sheet: Sheet, flow: FlowRequest, dress: PageDress): PaperPart {
  const planned = planFlow(sheet, flow)
  return {
    pages: planned.plan.pages.length,
    draw: (first, pages) => drawPlannedFlow(sheet, planned, page => dressPage(sheet, page, pages, dress, first)),
  }
}

/** The parts one after another with common page numbers; the first on the open page, the others on new pages. */
export function drawParts(sheet: Sheet, parts: readonly PaperPart[]): void {
  const pages = parts.reduce((sum, part) => sum + part.pages, 0)
  let first = 0
  for (const part of parts) {
    if (first > 0) sheet.addPage()
    part.draw(first, pages)
    first += part.pages
  }
}
