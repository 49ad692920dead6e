import { safeFileName } from '../../../shared/kernel/file-name.ts'
import type { DrawnPaper } from '../pdf/sheet.ts'

/** A paper as a file with this name, without ending. */
export function pdfFile(name: string, { bytes }: Pick<DrawnPaper, 'bytes'>): File {
  return new File([new Uint8Array(bytes)], safeFileName(`${name}.pdf`), { type: 'application/pdf' })
}

/** Bytes of a PDF as a file with exactly this name. */
export function pdfBytes(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' })
}
