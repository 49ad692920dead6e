import type { Sheet } from '../pdf/sheet.ts'
import { drawPlannedFlow, type FlowRequest, planFlow } from '../pdf/text/text-flow.ts'
import { dressPage, type PageDress } from './paper-sheet.ts'

/** Pages that are planned before they are drawn, from the open page on: which page of how many they begin with is said only then. */
export type PaperPart = { pages: number; draw: (first: number, pages: number) => void }

/** Text over as many pages as it takes. */
export function flowPart(sheet: Sheet, flow: FlowRequest, dress: PageDress): PaperPart {
  const planned = planFlow(sheet, flow)
  return {
    pages: planned.plan.pages.length,
    draw: (first, pages) => drawPlannedFlow(sheet, planned, page => dressPage(sheet, page, pages, dress, first)),
  }
}

/** The parts one after another, numbered together; the first begins on the open page, each other one on a fresh page. */
export function drawParts(sheet: Sheet, parts: readonly PaperPart[]): void {
  const pages = parts.reduce((sum, part) => sum + part.pages, 0)
  let first = 0
  for (const part of parts) {
    if (first > 0) sheet.addPage()
    part.draw(first, pages)
    first += part.pages
  }
}
