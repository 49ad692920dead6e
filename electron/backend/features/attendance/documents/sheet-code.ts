import { formatSheetCode, type SheetCode } from '../../../../../shared/features/attendance/sheet-code.ts'
import type { QrCode } from '../../../pdf/qr-code.ts'

/** The code by which a signed sheet is recognised when it comes back as a scan; null for a sheet that goes without. */
export function sheetCode(code: SheetCode): QrCode | null {
  const text = formatSheetCode(code)
  return text === null ? null : { text, level: 'Q', mode: 'alphanumeric' }
}
