import type { ReactNode } from 'react'
import { safeFileName } from '../../../shared/kernel/file-name.ts'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { PaperPreview, type PaperPreviewProps } from '../../ui/paper/paper-preview.tsx'
import { errorMessage } from '../error-message.ts'
import { usePaperOutput } from './use-paper-output.ts'

interface FileDialogProps
  extends Omit<PaperPreviewProps, 'opened' | 'pdf' | 'error' | 'onRetry' | 'onPrint' | 'onSave' | 'notice'> {
  /** The paper while it is drawn, and after. */
  query: { data: File | undefined; error: unknown; refetch: () => unknown }
  /** How the saved file is called, without its ending; else as the program calls it. */
  savedAs?: string
  /** What to look at before it is printed. */
  warnings?: readonly string[]
  /** Above the warnings: what changed since the last print. */
  above?: ReactNode
  /** Prints in its own way and writes it down; without it the dialog of the computer is shown. */
  printing?: { run: (pdf: File) => Promise<boolean>; error: string | null }
  /** Told when the bytes have gone into a file, or to a printer by the dialog of the computer. */
  onOut?: (how: 'printed' | 'saved', pdf: File) => unknown
}

/** A finished paper to look at, to print and to save. Printing closes it. */
export function FileDialog({ query, savedAs, warnings = [], above, printing, onOut, ...preview }: FileDialogProps) {
  useReturnFocus()
  const output = usePaperOutput()
  const file = query.data
  const error = printing?.error ?? output.print.error ?? output.save.error

  async function print(pdf: File) {
    if (printing) {
      if (await printing.run(pdf)) preview.onClose()
      return
    }
    const done = await output.print.run({ title: preview.title, pdf })
    if (!done?.output.printed) return
    await onOut?.('printed', pdf)
    preview.onClose()
  }
  async function save(pdf: File) {
    const done = await output.save.run({
      name: savedAs === undefined ? pdf.name : safeFileName(`${savedAs}.pdf`),
      file: pdf,
    })
    if (done?.output.saved) await onOut?.('saved', pdf)
  }

  return (
    <PaperPreview
      {...preview}
      opened
      pdf={file ?? null}
      {...(query.error ? { error: errorMessage(query.error), onRetry: query.refetch } : {})}
      notice={
        <>
          {above}
          <ErrorNote error={error} />
          {warnings.length > 0 && (
            <Note tone="warn" title="Periksa:">
              {warnings.join(' · ')}
            </Note>
          )}
        </>
      }
      onPrint={() => file && print(file)}
      onSave={() => file && save(file)}
    />
  )
}
