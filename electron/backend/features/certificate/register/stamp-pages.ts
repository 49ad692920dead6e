import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { drawPageStamp } from '../../../paper-kit/page-stamp.ts'
import { readForeignPages } from '../../../pdf/file/foreign-page.ts'
import { PdfFile } from '../../../pdf/file/pdf-file.ts'

type Stamp = { pdf: Uint8Array; words: string; title: string; today: PlainDate }

/** The paper as it was issued with these words on every page: a reprint must not pass for one that holds. */
export async function stampPages({ pdf, words, title, today }: Stamp): Promise<Uint8Array> {
  const pages = await readForeignPages(pdf)
  if (pages === null) return pdf
  const file = new PdfFile({ title, author: 'Balai', createdOn: today, mixed: true })
  for (const page of pages) file.addForeign(page, drawPageStamp(words, page, today, true))
  return file.finish()
}
