import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { formatSheetCode } from '../../../../../shared/features/attendance/sheet-code.ts'
import { isMemberOn } from '../../../../../shared/features/cohort/membership.ts'
import { cohortSubtitle, formatLeave } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { cellBox, type ReturningSheet, type SignatureBox } from '../../../paper-kit/returning-sheet.ts'
import { drawCornerMarks } from '../../../pdf/page/corner-marks.ts'
import { drawFooter } from '../../../pdf/page/footer.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { SignatureSpace } from '../../../pdf/page/signature-spaces.ts'
import { drawQrCode, type QrCode } from '../../../pdf/picture/qr-code.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows, type InfoRow } from '../../../pdf/table/info-rows.ts'
import type { Cell } from '../../../pdf/table/table.ts'
import { type PlannedTable, rowsOnPage } from '../../../pdf/table/table-pages.ts'

type SheetDecoration = {
  /** From 0. */
  page: number
  pages: number
  code: QrCode | null
  place: ReturningSheet['place']
  /** Signature boxes on this page. */
  boxes: SignatureBox[]
  /** Top of the code on the first page. */
  codeTop: number
  caption: string
  title: string
  /** Text at the right of the title on further pages. */
  continued: string
  footer: string
  printedAt: string
}

/** Elements of every page that will be scanned: code, corner marks, footer. Returns the page data to store; empty for a sheet without code. */
export function decorateSheet(sheet: Sheet, decorate: SheetDecoration): ReturningSheet[] {
  const { page, code, codeTop, place, boxes } = decorate
  if (page > 0) {
    const right = sheet.right - (code ? codeSide + 3.2 : 0)
    drawContinuedTitle(sheet, sheet.top + 7.2, right, decorate.title, decorate.continued)
  }
  drawFooter(sheet, decorate.footer, formatPrinted(decorate.printedAt, page, decorate.pages))
  if (!code) return []
  const top = page === 0 ? codeTop : sheet.top - 5.5
  if (page === 0) {
    const style = { face: 'arimo', size: 7.5, align: 'right', colour: colours.grey } as const
    sheet.text(decorate.caption, sheet.right, top + codeSide + 4.9, style)
  }
  return [drawSheetMarks(sheet, code, { place, page: page + 1, top, boxes })]
}

/** Whether there is a signature space on day n, or why not. */
export function signatureSpace({ position, joinedDay, left }: TraineeFacts, n: number): SignatureSpace {
  if (left && n > left.afterDay) return { number: position, remark: formatLeave[left.kind] }
  return { number: position, remark: n < joinedDay ? `Mulai hari ke-${joinedDay}` : '' }
}

type SheetHead = {
  place: ReturningSheet['place']
  title: string
  info: readonly InfoRow[]
  /** Mm between letterhead and title, and between title and facts. */
  titleGap: number
  infoGap: number
}

/** Letterhead, title and facts on a new page; `end` is the lower end of these and the code. */
export function drawSheetHead(sheet: Sheet, facts: CohortFacts, { place, title, info, titleGap, infoGap }: SheetHead) {
  const codeOf = (page: number) => sheetCode(facts, place, page)
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(facts.centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + titleGap, title, cohortSubtitle(facts.cohort))
  const infoTop = titleEnd + infoGap
  const hasCode = codeOf(0) !== null
  const right = sheet.right - (hasCode ? codeSide + 4 : 0)
  const infoEnd = drawInfoRows(sheet, sheet.left, infoTop, info, { labelWidth: 33, right })
  return { codeOf, infoTop, end: Math.max(infoEnd, hasCode ? infoTop + 16.2 : 0) }
}

/** Code to recognise a scanned sheet; null for a sheet without. `page` from 0. */
export function sheetCode({ cohort }: CohortFacts, place: ReturningSheet['place'], page: number): QrCode | null {
  const text = formatSheetCode({ cohortCode: cohort.code, place, page: page + 1, version: cohort.sheetVersion })
  return text === null ? null : { text, level: 'Q', mode: 'alphanumeric' }
}

/** Side of the code on a sheet, in mm. */
export const codeSide = 13.8

/** Draws the code at the right edge (top at `top`) and the four corner marks; returns the page data to store. */
export function drawSheetMarks(
  sheet: Sheet,
  code: QrCode,
  { top, ...page }: Pick<ReturningSheet, 'place' | 'page' | 'boxes'> & { top: number },
): ReturningSheet {
  const x = sheet.right - codeSide
  drawQrCode(sheet, code, x, top, codeSide)
  drawCornerMarks(sheet)
  return { ...page, width: sheet.width, height: sheet.height, code: { x, y: top, width: codeSide, height: codeSide } }
}

/** Signature cells of a matrix of days on one page; `firstDay` is the column of the first day. */
export function dayBoxes(
  { trainees }: CohortFacts,
  days: readonly DayFacts[],
  planned: PlannedTable,
  page: number,
  { edges, firstDay }: { edges: readonly number[]; firstDay: number },
): SignatureBox[] {
  return rowsOnPage(planned, page).flatMap(({ index, top, height }) =>
    days.flatMap(({ n }, day) => {
      const trainee = trainees[index]
      const [left = 0, right = 0] = edges.slice(firstDay + day)
      if (!trainee || !isMemberOn(trainee, n)) return []
      return [cellBox({ position: trainee.position, n }, { left, right, top, height })]
    }),
  )
}

/** One cell for each day; a dash if the person is not a member. */
export function dayCells(trainee: TraineeFacts, days: readonly DayFacts[]): Cell[] {
  return days.map(day => ({ text: isMemberOn(trainee, day.n) ? '' : '–', colour: colours.grey }))
}
