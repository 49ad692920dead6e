import { drawCornerMarks } from '../../../pdf/corner-marks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawContinuedTitle } from '../../../pdf/paper-title.ts'
import { drawQrCode, type QrCode } from '../../../pdf/qr-code.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import type { SignatureSpace } from '../../../pdf/signature-spaces.ts'
import type { TraineeFacts } from '../../paper/class-facts.ts'
import { leaveWords } from '../../paper/class-words.ts'
import { printedWords } from '../../paper/paper-sheet.ts'

/** Side of the small code in mm. */
export const codeSide = 13.8

export type SheetDress = {
  /** From 0. */
  page: number
  pages: number
  code: QrCode | null
  /** Of the code on the first page. */
  codeTop: number
  caption: string
  title: string
  /** At the right of the title of a continued page. */
  continued: string
  footer: string
  printedAt: string
}

/** What every page of a sheet that comes back as a scan has: its code, the marks in the corners, the footer. */
export function dressSheet(sheet: Sheet, dress: SheetDress): void {
  const { page, code, codeTop } = dress
  if (page > 0) {
    const right = sheet.right - (code ? codeSide + 3.2 : 0)
    drawContinuedTitle(sheet, sheet.top + 7.2, right, dress.title, dress.continued)
  }
  if (code) {
    const top = page === 0 ? codeTop : sheet.top - 5.5
    drawQrCode(sheet, code, sheet.right - codeSide, top, codeSide)
    if (page === 0) {
      const style = { face: 'arimo', size: 6.5, align: 'right', colour: colours.grey } as const
      sheet.text(dress.caption, sheet.right, top + codeSide + 4.2, style)
    }
    drawCornerMarks(sheet)
  }
  drawFooter(sheet, dress.footer, printedWords(dress.printedAt, page, dress.pages))
}

/** Where somebody signs on day n, or why not. */
export function signatureSpace({ position, joinedDay, left }: TraineeFacts, n: number): SignatureSpace {
  if (left && n > left.afterDay) return { number: position, remark: leaveWords[left.kind] }
  return { number: position, remark: n < joinedDay ? `Mulai hari ke-${joinedDay}` : '' }
}
