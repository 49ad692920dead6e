import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import { drawCompactLetterhead, drawLetterhead } from '../pdf/page/letterhead.ts'
import { drawListTitle } from '../pdf/page/paper-title.ts'
import type { SignatureSpace } from '../pdf/page/signature-spaces.ts'
import type { DrawnPaper, Sheet } from '../pdf/sheet.ts'
import { type CarriedSum, planCarriedTable } from '../pdf/table/carried-table.ts'
import { drawInfoRows, type InfoRow } from '../pdf/table/info-rows.ts'
import type { Cell, Column, Row, Table } from '../pdf/table/table.ts'
import { drawPlannedTable, planTable, type SignOff, signatureRowHeight } from '../pdf/table/table-pages.ts'
import { cohortTitle } from './cohort-format.ts'
import { decoratePage, type Grid, letterheadOf, openPaper, type PaperPart, type Printed } from './paper-sheet.ts'
import { type SignOffRequest, signOffs } from './signature-blocks.ts'

/** A class, or a registration, which only has a title. */
type ListSubject = Printed & (Pick<CohortFacts, 'cohort'> | { title: string })

/** A table below a letterhead, with signatures at the end. */
export type ListPaper = {
  /** Title of the file, before the class code: 'Kurikulum'. */
  name: string
  title: string
  subtitle?: string
  /** Below the title; '' values are blank. */
  info?: readonly InfoRow[]
  /** A low letterhead with the title at its right, for tables that need height. */
  compact?: boolean
  /** Draws everything above the table differently, on the open page, or later; returns the y where the table starts. */
  head?: (sheet: Sheet) => number | { end: number; draw: () => void }
  table: (usable: number) => Table
  /** Rows without a height are for signatures, as high as the first page allows. */
  rows: readonly Row[] | ((usable: number) => readonly Row[])
  /** For zig-zag tables, one for each row. */
  spaces?: readonly SignatureSpace[]
  /** Number of rows that stay with the signatures; default 2. */
  keep?: number
  signOff?: (sheet: Sheet) => SignOffRequest
  /** For a table of money: carried over from page to page, and the total. */
  carried?: CarriedSum
  /** After the class code in the footer, instead of the name. */
  footer?: string
  /** A letter, decree or minutes: its footer has only `footer`, without time of printing and class code. */
  isFormal?: boolean
  /** At the right of a further page, instead of the course. */
  subject?: string
}

/** A list as a separate file. */
export function drawListPaper(facts: ListSubject, size: PaperSize, grid: Grid, paper: ListPaper): DrawnPaper {
  const sheet = openListSheet(facts, size, grid, paper.name)
  drawList(sheet, facts, size, paper)
  return sheet.finish()
}

export function openListSheet(facts: ListSubject, size: PaperSize, grid: Grid, name: string): Sheet {
  return openPaper(facts, size, grid, `${name} ${codeOf(facts)}`)
}

/** A list from a new page of the sheet, with its own page numbers. */
export function drawList(sheet: Sheet, facts: ListSubject, size: PaperSize, paper: ListPaper): void {
  sheet.addPage()
  const part = listPart(sheet, facts, size, paper)
  part.draw(0, part.pages)
}

/** A list as part of a paper: its head is drawn at once if it returns a number, else with the part. */
export function listPart(sheet: Sheet, facts: ListSubject, size: PaperSize, paper: ListPaper): PaperPart {
  const { title, spaces, keep = 2 } = paper
  const head = paper.head ? paper.head(sheet) : drawListHead(sheet, facts, paper)
  const firstTop = typeof head === 'number' ? head : head.end
  const usable = sheet.right - sheet.left
  const table = paper.table(usable)
  const rows = typeof paper.rows === 'function' ? paper.rows(usable) : paper.rows
  const request = paper.signOff?.(sheet)
  const [usual, compact] = request ? signOffs(sheet, request) : [nothing, nothing]
  const isOpen = rows.every(row => row.height === 0)
  const free = sheet.bottom - firstTop - table.headHeight
  const height = isOpen ? signatureRowHeight(rows.length, free, usual.height, mostHeight(size)) : 0
  const planned = (paper.carried ? planCarriedTable(paper.carried) : planTable)(sheet, {
    table,
    rows: isOpen ? rows.map(row => ({ ...row, height })) : rows,
    ...(spaces ? { spaces } : {}),
    firstTop,
    nextTop: sheet.top + 7.7,
    signOffs: isOpen ? [usual] : [usual, compact],
    keep,
    step: spaces ? 2 : 1,
  })
  const subject = paper.subject ?? ('cohort' in facts ? cohortTitle(facts.cohort) : facts.title)
  const footer = paper.isFormal ? (paper.footer ?? '') : `${codeOf(facts)} · ${paper.footer ?? paper.name}`
  const printedAt = paper.isFormal ? null : facts.printedAt
  return {
    pages: planned.plan.pages.length,
    draw: (first, pages) =>
      drawPlannedTable(sheet, planned, page => {
        if (page === 0 && typeof head === 'object') head.draw()
        decoratePage(sheet, page, pages, { printedAt, title, subject, footer }, first)
      }),
  }
}

const nothing: SignOff = { height: 0, draw: () => {} }

/** Highest signature row, in mm. */
export function mostHeight(size: PaperSize): number {
  return size === 'F4' ? 10.5 : 9.2
}

function codeOf(facts: ListSubject): string {
  return 'cohort' in facts ? facts.cohort.code : facts.title
}

/** Letterhead, title and facts; returns the y where the table starts. */
function drawListHead(sheet: Sheet, facts: ListSubject, paper: ListPaper): number {
  const { title, subtitle = '', info = [], compact } = paper
  const letterhead = letterheadOf(facts.centre)
  if (compact) return drawCompactLetterhead(sheet, letterhead, title, subtitle) + 3.4
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterhead) + 7.5, title, subtitle)
  if (info.length === 0) return titleEnd + 2.6
  return drawInfoRows(sheet, sheet.left, titleEnd + 7.3, info, { labelWidth: 33, right: sheet.right }) + 3.4
}

/** A column with its cell for a row; without `cell` it is filled in by hand. */
export type ListColumn<Item> = Column & { cell?: (item: Item, index: number) => string | Cell }

type ListRows = Partial<Omit<Table, 'columns'>> & {
  height: number
  /** Number and height of empty rows when there are no items; by default as on a form. */
  blanks?: number
  blankHeight?: number
  /** After the rows of the items. */
  last?: readonly Row[]
}

/** A table with a row for each item. */
export function listOf<Item>(
  items: readonly Item[],
  { height, blanks = placesOnForm, blankHeight = height, last = [], headHeight = 7.2, ...table }: ListRows,
  columns: (usable: number) => readonly ListColumn<Item>[],
): Pick<ListPaper, 'table' | 'rows'> {
  return {
    table: usable => ({ ...table, columns: columns(usable), headHeight }),
    rows: usable => {
      if (items.length === 0) return [...blankRows(blanks, blankHeight), ...last]
      const all = columns(usable)
      const filled = all.slice(0, all.findLastIndex(column => column.cell) + 1)
      const rows = items.map((item, index) => ({
        height,
        cells: filled.map(({ cell }) => cell?.(item, index) ?? ''),
      }))
      return [...rows, ...last]
    },
  }
}

/** Position in the list, from 1. */
export function numberColumn(width: number) {
  return {
    title: 'No.',
    width,
    align: 'center' as const,
    cell: (_item: unknown, index: number) => String(index + 1),
  }
}

/** People on a form of a class without trainees. */
const placesOnForm = 16

/** Empty rows to fill in by hand, numbered if `numbered`. */
export function blankRows(count: number, height: number, numbered = true): Row[] {
  return Array.from({ length: count }, (_, index) => ({ height, cells: [numbered ? String(index + 1) : ''] }))
}

/** A row for each person, or numbered blank rows. */
export function rowsOrForm(rows: Row[], height: number): Row[] {
  return rows.length > 0 ? rows : blankRows(placesOnForm, height)
}

/** Like rowsOrForm, for the signature column. */
export function spacesOrForm(spaces: SignatureSpace[]): SignatureSpace[] {
  if (spaces.length > 0) return spaces
  return Array.from({ length: placesOnForm }, (_, index) => ({ number: index + 1, remark: '' }))
}

/** Number of rows of rowsOrForm. */
export function countOrForm(people: readonly unknown[]): number {
  return people.length || placesOnForm
}
