import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import { api, readOnce, useCommand, useRead } from '../../app/client.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'

interface PrinterTestDialogProps {
  size: PaperSize
  /** '' if it is chosen while printing. */
  printer: string
  /** Called when the page was sent to a printer. */
  onPrinted?: () => unknown
  onClose: () => void
}

/** The test page of a paper size for one printer, printed with the same settings and offset as papers. */
export function PrinterTestDialog({ size, printer, onPrinted, onClose }: PrinterTestDialogProps) {
  const title = `Halaman uji ${size}`
  const query = useRead(api.print.testPage, { size, printer }, readOnce)
  const send = useCommand(api.print.send)
  const printing = {
    error: send.error,
    async run(pdf: File) {
      const printed = (await send.run({ title, pdf, printer }))?.output.printed === true
      if (printed) await onPrinted?.()
      return printed
    },
  }
  return (
    <FileDialog
      title={title}
      query={query}
      {...(printer === '' ? { onOut: (how: 'printed' | 'saved') => how === 'printed' && onPrinted?.() } : { printing })}
      onClose={onClose}
    />
  )
}
