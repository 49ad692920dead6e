import { useState } from 'react'
import { systemPrinter } from '../../../shared/features/print/contract.ts'
import { api, readOnce, useCommand, useRead } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { usePdf } from '../../ui/paper/use-pdf.ts'
import { PrinterSelect } from '../paper/printer-select.tsx'
import { usePrinters } from '../paper/use-printers.ts'

interface BlankRunDialogProps {
  code: string
  /** Key under which the print offset of the blanks is stored. */
  shift: string
  onClose: () => void
}

/** Prints certificates on pre-printed blanks that are fed one by one: one print job a sheet, the next after the person confirms. */
export function BlankRunDialog({ code, shift, onClose }: BlankRunDialogProps) {
  const file = useRead(api.certificateDesign.onBlanks, { code, printer: shift }, readOnce)
  const document = usePdf(file.data ?? null)
  const { present, usable } = usePrinters()
  const [chosenPrinter, setPrinter] = useState<string | null>(null)
  const [sheet, setSheet] = useState(1)
  const send = useCommand(api.print.send)
  const printer =
    usable(chosenPrinter, present.find(one => one.label === shift || one.name === shift)?.name) || systemPrinter
  const sheets = document.state === 'ready' ? document.pages.length : null
  const isDone = sheets !== null && sheet > sheets

  async function printSheet() {
    if (!file.data || sheets === null) return
    if (isDone) return onClose()
    const title = `Sertifikat ${code}, lembar ${sheet}`
    const done = await send.run({ title, pdf: file.data, printer, pageRange: String(sheet), moved: true })
    if (done?.output.printed) setSheet(sheet + 1)
  }

  return (
    <FormModal
      title="Blangko satu per satu"
      size={520}
      onClose={onClose}
      cancel="Tutup"
      autoFocus
      error={send.error}
      action={{
        label: isDone ? 'Selesai' : `Cetak lembar ${sheet}`,
        keys: 'Enter',
        pending: send.pending,
        refused: sheets === null ? 'Lembarnya masih digambar.' : undefined,
        run: printSheet,
      }}
      extra={
        sheets !== null && (
          <>
            {sheet > 1 && (
              <LinkAction size="small" onAction={() => setSheet(sheet - 1)}>
                Ulangi lembar sebelumnya
              </LinkAction>
            )}
            {!isDone && (
              <LinkAction size="small" onAction={() => setSheet(sheet + 1)}>
                Lewati
              </LinkAction>
            )}
          </>
        )
      }
    >
      <PrinterSelect printers={present} value={printer} onChange={setPrinter} />
      {sheets === null ? (
        <LoadingBars rows={2} />
      ) : (
        <Note
          tone={isDone ? 'ok' : 'info'}
          live
          title={isDone ? 'Semua lembar dikirim.' : `Lembar ${sheet} dari ${sheets}`}
        >
          {isDone
            ? 'Periksa hasilnya sebelum menutup; lembar yang rusak dapat diulangi.'
            : 'Masukkan satu blangko ke baki manual pencetak, sisi depan sesuai tanda di bakinya, lalu tekan Enter.'}
        </Note>
      )}
      <p className={layout.note}>
        Setel sekali di Windows: Preferensi pencetakan › Sumber kertas › Baki manual, ukuran A4, tanpa penyesuaian
        skala.
      </p>
    </FormModal>
  )
}
