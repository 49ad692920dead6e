import type { CentreFacts } from '../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { drawFooter } from '../pdf/page/footer.ts'
import type { Letterhead } from '../pdf/page/letterhead.ts'
import { drawContinuedTitle } from '../pdf/page/paper-title.ts'
import { type Margins, Sheet } from '../pdf/sheet.ts'
import { drawPlannedFlow, type FlowRequest, planFlow } from '../pdf/text/text-flow.ts'

/** Portrait size in mm. F4 is 215 × 330, which differs from printers' Folio and Legal. */
const upright: Record<PaperSize, { width: number; height: number }> = {
  A4: { width: 210, height: 297 },
  F4: { width: 215, height: 330 },
}

/**
 * - list: portrait tables, filed with punch holes at the left.
 * - letter: letters; minutes: letters with long text, with wider lines on F4.
 * - wide: landscape tables; matrix: one column for each day, which needs the full width; receipt: landscape, filed in a folder.
 * - cover: the first sheet of the file of a class; cards: cut along marks, so that only the sheet edge matters.
 */
export type Grid = 'list' | 'letter' | 'minutes' | 'wide' | 'matrix' | 'receipt' | 'cover' | 'cards'

const wideGrids: readonly Grid[] = ['wide', 'matrix', 'receipt']

function marginsOf(grid: Grid, size: PaperSize): Margins {
  switch (grid) {
    case 'list':
      return { left: 20, right: 15, top: 12, bottom: 14 }
    case 'letter':
      return { left: 30, right: 25, top: 12, bottom: 20 }
    case 'minutes':
      return size === 'F4' ? { left: 25, right: 20, top: 12, bottom: 20 } : { left: 30, right: 25, top: 12, bottom: 20 }
    case 'wide':
      return { left: 20, right: 12, top: 12, bottom: 12 }
    case 'matrix':
      return { left: 20, right: 8, top: 14, bottom: 12 }
    case 'receipt':
      return { left: 20, right: 14, top: 12, bottom: 12 }
    case 'cover':
      return { left: 30, right: 20, top: 25, bottom: 25 }
    case 'cards':
      return { left: 6, right: 6, top: 6, bottom: 6 }
  }
}

type PaperRequest = {
  centre: Pick<CentreFacts, 'lines' | 'practice'>
  size: PaperSize
  grid: Grid
  /** Title of the file. */
  title: string
  createdOn: PlainDate
  /** A specimen, not issued. */
  specimen?: boolean
  /** Text stamped on every page, 'SALINAN KE-2'. */
  stamp?: string
}

export function openSheet(request: PaperRequest): Sheet {
  const { centre, size, grid, title, createdOn, specimen = false, stamp } = request
  const { width, height } = upright[size]
  const isWide = wideGrids.includes(grid)
  return new Sheet({
    width: isWide ? height : width,
    height: isWide ? width : height,
    margins: marginsOf(grid, size),
    title,
    author: centre.lines.at(-1) ?? 'Balai',
    createdOn,
    watermark: watermarkOf(centre.practice, specimen, stamp),
    ...(stamp === undefined ? {} : { stamp }),
    tagged: true,
  })
}

export type Printed = { centre: CentreFacts; printedAt: string }

/** A paper whose file has the date of printing. */
export function openPaper({ centre, printedAt }: Printed, size: PaperSize, grid: Grid, title: string): Sheet {
  return openSheet({ centre, size, grid, title, createdOn: printedDate(printedAt) })
}

export type PageDecoration = {
  /** Null for a letter or decree: its footer has only the page number, and nothing on a single page. */
  printedAt: string | null
  /** Head of further pages: title, and what it belongs to. */
  title?: string
  subject?: string
  /** Left part of the footer. */
  footer: string
}

/** Everything on a page besides its content; `page` counts from 0 within a part that begins on page `first`. */
export function decoratePage(sheet: Sheet, page: number, pages: number, decorate: PageDecoration, first = 0): void {
  const { printedAt, title, subject = '', footer } = decorate
  if (page > 0 && title) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, subject)
  if (printedAt === null) drawFooter(sheet, footer, pages > 1 ? formatPage(first + page, pages) : '')
  else drawFooter(sheet, footer, formatPrinted(printedAt, first + page, pages))
}

/** Watermark of papers that must not be mistaken for real ones. */
export function watermarkOf(practice: boolean, specimen: boolean, stamp = ''): string | null {
  const words = [stamp, specimen ? 'CONTOH' : '', practice ? 'LATIHAN' : ''].filter(word => word !== '')
  return words.length > 0 ? words.join(' ') : null
}

export function letterheadOf({ lines, address, logo }: Pick<CentreFacts, 'lines' | 'address' | 'logo'>): Letterhead {
  return { lines: lines.map(line => line.toUpperCase()), address, logo }
}

/** 'Halaman 1 dari 2' */
export function formatPage(page: number, pages: number): string {
  return `Halaman ${page + 1} dari ${pages}`
}

/** 'Dicetak 13 Desember 2024 14.05  ·  Halaman 1 dari 2'; `page` counts from 0. */
export function formatPrinted(printedAt: string, page: number, pages: number): string {
  const date = longDate(printedDate(printedAt))
  return `Dicetak ${date} ${showTime(printedAt.slice(11, 16))}  ·  ${formatPage(page, pages)}`
}

/** The day of a wall time 'YYYY-MM-DDTHH:MM'. */
export function printedDate(printedAt: string): PlainDate {
  return printedAt.slice(0, 10) as PlainDate
}

/** Pages planned before drawing, from the open page on; the first page number and the total are given when drawing. */
export type PaperPart = { pages: number; draw: (first: number, pages: number) => void }

/** Text over as many pages as needed. */
export function flowPart(sheet: Sheet, flow: FlowRequest, decorate: PageDecoration): PaperPart {
  const planned = planFlow(sheet, flow)
  return {
    pages: planned.plan.pages.length,
    draw: (first, pages) => drawPlannedFlow(sheet, planned, page => decoratePage(sheet, page, pages, decorate, first)),
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
