import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { CohortFacts } from '../../../shared/features/cohort/cohort-facts.ts'
import { drawFooter } from '../pdf/footer.ts'
import { drawInfoRows, type InfoRow } from '../pdf/info-rows.ts'
import { drawCompactLetterhead, drawLetterhead } from '../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../pdf/paper-title.ts'
import type { DrawnPaper, Sheet } from '../pdf/sheet.ts'
import type { SignatureSpace } from '../pdf/signature-spaces.ts'
import { officeSignature, type SignatureStyle } from '../pdf/signatures.ts'
import type { Row, Table } from '../pdf/table.ts'
import { drawPlannedTable, planTable, type SignOff, signatureRowHeight } from '../pdf/table-pages.ts'
import { cohortTitle } from './cohort-format.ts'
import { formatPrinted, type Grid, letterheadOf, openSheet, printedDate } from './paper-sheet.ts'
import { compactSignature } from './signature-blocks.ts'

/** A table below a letterhead, with signatures at its end. */
export type ListPaper = {
  /** As it stands in the footer and as title of the file: 'Kurikulum'. */
  name: string
  title: string
  subtitle: string
  /** Below the title; '' values are written by hand. */
  info: readonly InfoRow[]
  /** A low letterhead with the title at its right, for tables that need the height. */
  compact?: boolean
  table: (usable: number) => Table
  rows: readonly Row[]
  /** For zig-zag tables, one a row. The rows are then as high as the page allows. */
  spaces?: readonly SignatureSpace[]
  signOff: (sheet: Sheet, style: SignatureStyle) => SignOff
  /** Behind the code of the class in the footer, instead of the name. */
  footer?: string
}

export type ListGrid = Extract<Grid, 'list' | 'wide' | 'receipt'>

/** A list as a file of its own. */
export function drawListPaper(facts: CohortFacts, size: PaperSize, grid: ListGrid, paper: ListPaper): DrawnPaper {
  const sheet = openListSheet(facts, size, grid, paper.name)
  drawList(sheet, facts, size, paper)
  return sheet.finish()
}

export function openListSheet({ centre, cohort, printedAt }: CohortFacts, size: PaperSize, grid: Grid, name: string) {
  return openSheet({ centre, size, grid, title: `${name} ${cohort.code}`, createdOn: printedDate(printedAt) })
}

/** A list from a fresh page of the sheet on; its pages are numbered on their own. */
export function drawList(sheet: Sheet, facts: CohortFacts, size: PaperSize, paper: ListPaper): void {
  const { cohort } = facts
  sheet.addPage()
  const firstTop = drawListHead(sheet, facts, paper)
  const table = paper.table(sheet.right - sheet.left)
  const signing = paper.spaces !== undefined
  const signOff = paper.signOff(sheet, officeSignature)
  const free = sheet.bottom - firstTop - table.headHeight
  const most = size === 'F4' ? 10.5 : 9.2
  const height = signing ? signatureRowHeight(paper.rows.length, free, signOff.height, most) : 0
  const planned = planTable(sheet, {
    table,
    rows: signing ? paper.rows.map(row => ({ ...row, height })) : paper.rows,
    ...(paper.spaces ? { spaces: paper.spaces } : {}),
    firstTop,
    nextTop: sheet.top + 7.7,
    signOffs: signing ? [signOff] : [signOff, paper.signOff(sheet, compactSignature)],
    keep: 2,
    step: signing ? 2 : 1,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, paper.title, cohortTitle(cohort))
    drawFooter(sheet, `${cohort.code} · ${paper.footer ?? paper.name}`, formatPrinted(facts.printedAt, page, pages))
  })
}

/** Letterhead, title and facts; gives the y where the table begins. */
function drawListHead(sheet: Sheet, facts: CohortFacts, { title, subtitle, info, compact }: ListPaper): number {
  const letterhead = letterheadOf(facts.centre)
  if (compact) return drawCompactLetterhead(sheet, letterhead, title, subtitle) + 3.4
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterhead) + 7.5, title, subtitle)
  if (info.length === 0) return titleEnd + 2.6
  return drawInfoRows(sheet, sheet.left, titleEnd + 7.3, info, { labelWidth: 33, right: sheet.right }) + 3.4
}
