import { shortDate } from '../../../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { drawPageStamp } from '../../../paper-kit/page-stamp.ts'
import { readForeignPages } from '../../../pdf/file/foreign-page.ts'
import { PdfFile } from '../../../pdf/file/pdf-file.ts'
import type { IssuedFile } from '../certificate-store.ts'

/** The paper as it was issued, and stamped on every page where it does not hold any more: a reprint must not pass for the one that does. */
export async function stampState(bytes: Uint8Array, paper: IssuedFile, today: PlainDate): Promise<Uint8Array> {
  const words = stateWords(paper)
  const pages = words === null ? null : await readForeignPages(bytes)
  if (words === null || pages === null) return bytes
  const file = new PdfFile({ title: `${paper.number} ${paper.name}`, author: 'Balai', createdOn: today, mixed: true })
  for (const page of pages) file.addForeign(page, drawPageStamp(words, page, today, true))
  return file.finish()
}

function stateWords({ revokedOn, replacedBy, replacedOn }: IssuedFile): string | null {
  if (revokedOn !== null) return `DICABUT ${shortDate(revokedOn)} ${revokedOn.slice(0, 4)}`
  if (replacedBy === null || replacedOn === null) return null
  return `DIGANTI dengan ${replacedBy}, ${shortDate(replacedOn)} ${replacedOn.slice(0, 4)}`
}
