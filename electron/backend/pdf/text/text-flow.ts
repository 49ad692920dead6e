import { fewestPages, type PagePlan, type PageRequest } from '../page/plan-pages.ts'
import type { Sheet } from '../sheet.ts'
import type { SignOff } from '../table/table-pages.ts'
import { type ParagraphStyle, paragraphLines, type Span } from './paragraph.ts'
import { fitSize } from './text-measure.ts'

const smallestMark = 7.5

/** A unit that is never split by the end of a page. `draw` gets the y where the unit begins; its last baseline is `height` below. */
export type FlowUnit = { height: number; draw: (sheet: Sheet, y: number) => void }

type FlowParagraph = {
  x: number
  width: number
  spans: readonly Span[]
  style: ParagraphStyle
  /** Empty space above, in mm. */
  gap?: number
  /** Texts beside the first line: '1.', 'Menimbang' and ':'. A mark with `room` (mm) shrinks to fit into it. */
  marks?: readonly { text: string; x: number; room?: number }[]
}

/** A paragraph whose first two and last two lines stay together. */
export function flowParagraph({ x, width, spans, style, gap = 0, marks = [] }: FlowParagraph): FlowUnit[] {
  const lines = paragraphLines(width, spans, style)
  if (lines.length === 0) return []
  const units: FlowUnit[] = []
  for (let from = 0; from < lines.length; ) {
    const rest = lines.length - from
    const first = from === 0
    const count = rest <= 3 ? rest : first ? 2 : 1
    const part = lines.slice(from, from + count)
    const above = first ? gap : 0
    units.push({
      height: above + count * style.leading,
      draw: (sheet, y) => {
        const baseline = y + above + style.leading
        const drawLines = () => {
          for (const { text, x: left, room } of first ? marks : []) {
            const size = room === undefined ? style.size : fitSize(text, style, smallestMark, room)
            sheet.text(`${text} `, left, baseline, { ...style, size })
          }
          part.forEach((draw, index) => {
            draw(sheet, x, baseline + index * style.leading)
          })
        }
        sheet.tagged('P', drawLines, undefined, !first)
      },
    })
    from += count
  }
  return units
}

/** Joins the last unit of `first` and the first of `others`, so that both are on one page. */
export function keptTogether(first: readonly FlowUnit[], others: readonly FlowUnit[]): FlowUnit[] {
  const last = first.at(-1)
  const next = others[0]
  if (!last || !next) return [...first, ...others]
  const joined: FlowUnit = {
    height: last.height + next.height,
    draw: (sheet, y) => {
      last.draw(sheet, y)
      next.draw(sheet, y + last.height)
    },
  }
  return [...first.slice(0, -1), joined, ...others.slice(1)]
}

export type FlowRequest = {
  units: readonly FlowUnit[]
  /** y where the text begins on the first page and on the others; the first baseline is one leading below. */
  firstTop: number
  nextTop: number
  /** In order of preference; a later one is used only when it saves a page. */
  signOffs: readonly [SignOff, ...SignOff[]]
}

type PlannedFlow = FlowRequest & { plan: PagePlan; signOff: SignOff }

/** Distributes the units over pages. The sign-off stays with the last two units. */
export function planFlow(sheet: Sheet, request: FlowRequest): PlannedFlow {
  const choice = (signOff: SignOff): PageRequest & { chosen: SignOff } => ({
    chosen: signOff,
    rows: request.units.map(unit => unit.height),
    first: sheet.bottom - request.firstTop,
    next: sheet.bottom - request.nextTop,
    signOff: signOff.height,
    keep: 2,
  })
  const [preferred, ...others] = request.signOffs
  const [{ chosen }, plan] = fewestPages([choice(preferred), ...others.map(choice)])
  return { ...request, plan, signOff: chosen }
}

/** Draws the text over its pages, starting on the open page. `decorate` is called for every page, counted from 0. */
export function drawPlannedFlow(sheet: Sheet, planned: PlannedFlow, decorate: (page: number) => void): void {
  const { units, plan, firstTop, nextTop, signOff } = planned
  plan.pages.forEach(({ from, to }, page) => {
    if (page > 0) sheet.addPage()
    decorate(page)
    let y = page === 0 ? firstTop : nextTop
    for (const unit of units.slice(from, to)) {
      unit.draw(sheet, y)
      y += unit.height
    }
    if (page === plan.pages.length - 1) signOff.draw(y)
  })
}
