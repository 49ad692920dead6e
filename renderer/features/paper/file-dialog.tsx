import { errorWords } from '../../app/error-words.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { Note } from '../../ui/note.tsx'
import { PaperPreview, type PaperPreviewProps } from '../../ui/paper-preview.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'

export interface FileDialogProps
  extends Omit<PaperPreviewProps, 'opened' | 'pdf' | 'error' | 'onRetry' | 'onPrint' | 'onSave' | 'notice'> {
  /** The paper while it is drawn, and after. */
  query: { data: File | undefined; error: unknown; refetch: () => unknown }
  /** What to look at before it is printed. */
  warnings?: readonly string[]
  /** Told when the bytes have gone to a printer or into a file. */
  onOut?: (how: 'printed' | 'saved') => unknown
}

/** A finished paper to look at, to print and to save. Printing closes it. */
export function FileDialog({ query, warnings = [], onOut, ...preview }: FileDialogProps) {
  useReturnFocus()
  const output = usePaperOutput()
  const file = query.data
  const error = output.print.error ?? output.save.error

  async function print(pdf: File) {
    const done = await output.print.run({ title: preview.title, pdf })
    if (!done?.output.printed) return
    await onOut?.('printed')
    preview.onClose()
  }
  async function save(pdf: File) {
    const done = await output.save.run({ name: pdf.name, file: pdf })
    if (done?.output.saved) await onOut?.('saved')
  }

  return (
    <PaperPreview
      {...preview}
      opened
      pdf={file ?? null}
      {...(query.error ? { error: errorWords(query.error), onRetry: query.refetch } : {})}
      notice={
        <>
          {error !== null && (
            <Note tone="err" live>
              {error}
            </Note>
          )}
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
