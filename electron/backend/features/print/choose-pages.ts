import { readPageRange } from '../../../../shared/features/print/page-range.ts'
import { DomainError } from '../../domain-error.ts'
import { keepPages, pageCountOf } from '../../pdf/file/finished-pdf.ts'

type Choice = { pdf: Uint8Array; pageRange: string; shift: { right: number; down: number } | undefined }

/** The pages that are wanted, moved by so many mm; `sheets` null where the file goes to the printer as it is. @throws DomainError page_range */
export async function choosePages({ pdf, pageRange, shift }: Choice): Promise<{
  sheets: Uint8Array | null
  pages: number
}> {
  const all = await pageCountOf(pdf)
  const wanted = all === null ? null : readPageRange(pageRange, all)
  if (wanted === null) throw new DomainError({ code: 'page_range', pages: all ?? 0 })
  const stays = !shift || (shift.right === 0 && shift.down === 0)
  const isWhole = wanted.length === all && stays
  return { sheets: isWhole ? null : await keepPages(pdf, wanted, stays ? undefined : shift), pages: wanted.length }
}
