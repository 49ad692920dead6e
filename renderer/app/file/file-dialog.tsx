import type { ReactNode } from 'react'
import { safeFileName } from '../../../shared/kernel/file-name.ts'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { PaperPreview, type PaperPreviewProps } from '../../ui/paper/paper-preview.tsx'
import { errorMessage } from '../error-message.ts'
import { usePaperOutput } from './use-paper-output.ts'

interface FileDialogProps
  extends Omit<PaperPreviewProps, 'opened' | 'pdf' | 'error' | 'onRetry' | 'onPrint' | 'onSave' | 'notice'> {
  /** Draws the paper. */
  query: { data: File | undefined; error: unknown; refetch: () => unknown }
  /** Name of the saved file without its ending; by default the name of the program. */
  savedAs?: string
  /** What to check before printing. */
  warnings?: readonly string[]
  /** Above the warnings: what changed since the last print. */
  above?: ReactNode
  /** Prints in a special way and records it. Without it the system's print dialog is shown. */
  printing?: { run: (pdf: File) => Promise<boolean>; error: string | null }
  /** Called when the paper was saved, or printed through the system dialog. */
  onOut?: (how: 'printed' | 'saved', pdf: File) => unknown
}

/** A finished paper to view, print and save. Printing closes it. */
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
