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

type SheetDress = {
  /** From 0. */
  page: number
  pages: number
  code: QrCode | null
  place: ReturningSheet['place']
  /** Where people sign on this page. */
  boxes: SignatureBox[]
  /** Of the code on the first page. */
  codeTop: number
  caption: string
  title: string
  /** At the right of the title of a continued page. */
  continued: string
  footer: string
  printedAt: string
}

/**
 * What every page of a sheet that comes back as a scan has: its code, the marks in the corners, the footer. Answers the page as it must
 * be remembered; nothing for a sheet without a code.
 */
export function dressSheet(sheet: Sheet, dress: SheetDress): ReturningSheet[] {
  const { page, code, codeTop, place, boxes } = dress
  if (page > 0) {
    const right = sheet.right - (code ? codeSide + 3.2 : 0)
    drawContinuedTitle(sheet, sheet.top + 7.2, right, dress.title, dress.continued)
  }
  drawFooter(sheet, dress.footer, formatPrinted(dress.printedAt, page, dress.pages))
  if (!code) return []
  const top = page === 0 ? codeTop : sheet.top - 5.5
  if (page === 0) {
    const style = { face: 'arimo', size: 7.5, align: 'right', colour: colours.grey } as const
    sheet.text(dress.caption, sheet.right, top + codeSide + 4.9, style)
  }
  return [drawSheetMarks(sheet, code, { place, page: page + 1, top, boxes })]
}

/** Where somebody signs on day n, or why not. */
export function signatureSpace({ position, joinedDay, left }: TraineeFacts, n: number): SignatureSpace {
  if (left && n > left.afterDay) return { number: position, remark: formatLeave[left.kind] }
  return { number: position, remark: n < joinedDay ? `Mulai hari ke-${joinedDay}` : '' }
}

type SheetHead = {
  place: ReturningSheet['place']
  title: string
  info: readonly InfoRow[]
  /** From letterhead to title, and from there to the facts, in mm. */
  titleGap: number
  infoGap: number
}

/** Letterhead, title and facts of a sheet, on a fresh page; `end` is where they and the code beside them end. */
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

/** By which a signed sheet is recognised when it comes back as a scan; null for a sheet that goes without. `page` counts from 0. */
export function sheetCode({ cohort }: CohortFacts, place: ReturningSheet['place'], page: number): QrCode | null {
  const text = formatSheetCode({ cohortCode: cohort.code, place, page: page + 1, version: cohort.sheetVersion })
  return text === null ? null : { text, level: 'Q', mode: 'alphanumeric' }
}

/** Of the code on a sheet, in mm. */
export const codeSide = 13.8

/** Draws the code at the right edge, its top at `top`, and the four corners; answers the page as it must be remembered. */
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

/** The cells of a matrix of days in which people sign, on one page; `firstDay` is the column of the first of them. */
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

/** A cell a day to sign in; a dash where the person is not of the class. */
export function dayCells(trainee: TraineeFacts, days: readonly DayFacts[]): Cell[] {
  return days.map(day => ({ text: isMemberOn(trainee, day.n) ? '' : '–', colour: colours.grey }))
}
