import type { Sides } from '../../../../shared/features/print/sides.ts'
import { DomainError } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import type { TaskScope } from '../../scope.ts'
import { printerShifts } from './print-store.ts'

type Sending = {
  title: string
  pdf: Uint8Array
  printer: string
  copies: number
  sides: Sides
  pageRange: string
  /** Already drawn with the offset of this printer. */
  moved?: boolean
}

/**
 * Sends a file to a printer: only the requested pages, shifted by the printer's offset.
 * @throws DomainError host_cannot, page_range, printer_failed, printer_silent
 */
export async function sendToPrinter(
  scope: TaskScope,
  { title, pdf, printer, copies, sides, pageRange, moved = false }: Sending,
): Promise<{ printed: boolean; pages: number }> {
  const { host, read } = scope
  if (host.capabilities.print !== 'system') throw new DomainError({ code: 'host_cannot', action: 'print' })
  const shift = moved ? undefined : read(({ db }) => printerShifts(db)).find(one => one.printer === printer)
  const options = { pdf, pageRange, shift: shift && { right: shift.right / 2, down: shift.down / 2 } }
  const { sheets, pages } = await drawOnThread(scope, 'print-pages', options)
  const { printed } = await host.print({ title, pdf: sheets ?? pdf, printer, copies, sides })
  return { printed, pages }
}
