import { readPageRange } from '../../../../shared/features/print/page-range.ts'
import type { Sides } from '../../../../shared/features/print/sides.ts'
import { DomainError } from '../../domain-error.ts'
import { keepPages, pageCountOf } from '../../pdf/file/finished-pdf.ts'
import type { TaskScope } from '../../scope.ts'
import { printerShifts } from './print-store.ts'

type Sending = {
  title: string
  pdf: Uint8Array
  printer: string
  copies: number
  sides: Sides
  pageRange: string
  /** Drawn for this printer, so that it is not moved once more. */
  moved?: boolean
}

/**
 * Hands a file to a printer: only the pages that are wanted, moved by what this printer puts beside its place.
 * @throws DomainError host_cannot, page_range, printer_failed, printer_silent
 */
export async function sendToPrinter(
  { host, read }: TaskScope,
  { title, pdf, printer, copies, sides, pageRange, moved = false }: Sending,
): Promise<{ printed: boolean; pages: number }> {
  if (host.capabilities.print !== 'system') throw new DomainError({ code: 'host_cannot', action: 'print' })
  const all = await pageCountOf(pdf)
  const wanted = all === null ? null : readPageRange(pageRange, all)
  if (wanted === null) throw new DomainError({ code: 'page_range', pages: all ?? 0 })
  const shift = moved ? undefined : read(({ db }) => printerShifts(db)).find(one => one.printer === printer)
  const stays = !shift || (shift.right === 0 && shift.down === 0)
  const isWhole = wanted.length === all && stays
  const sheets = isWhole
    ? pdf
    : await keepPages(pdf, wanted, stays ? undefined : { right: shift.right / 2, down: shift.down / 2 })
  const { printed } = await host.print({ title, pdf: sheets, printer, copies, sides })
  return { printed, pages: wanted.length }
}
