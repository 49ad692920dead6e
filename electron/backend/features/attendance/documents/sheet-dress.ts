import type { TraineeFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { formatLeave } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted } from '../../../paper-kit/paper-sheet.ts'
import type { ReturningSheet, SignatureBox } from '../../../paper-kit/returning-sheet.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawContinuedTitle } from '../../../pdf/paper-title.ts'
import type { QrCode } from '../../../pdf/qr-code.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import type { SignatureSpace } from '../../../pdf/signature-spaces.ts'
import { codeSide, drawSheetMarks } from './sheet-marks.ts'

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
    const style = { face: 'arimo', size: 6.5, align: 'right', colour: colours.grey } as const
    sheet.text(dress.caption, sheet.right, top + codeSide + 4.2, style)
  }
  return [drawSheetMarks(sheet, code, { place, page: page + 1, top, boxes })]
}

/** Where somebody signs on day n, or why not. */
export function signatureSpace({ position, joinedDay, left }: TraineeFacts, n: number): SignatureSpace {
  if (left && n > left.afterDay) return { number: position, remark: formatLeave[left.kind] }
  return { number: position, remark: n < joinedDay ? `Mulai hari ke-${joinedDay}` : '' }
}
