import { Modal } from '@mantine/core'
import type { Attachment } from '../../../shared/features/attachment/attachment.ts'
import { errorMessage } from '../../app/error-message.ts'
import { useObjectUrl } from '../../app/use-object-url.ts'
import { ErrorPanel } from '../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { FileDialog } from '../paper/file-dialog.tsx'
import styles from './attachment-dialog.module.css'

interface AttachmentDialogProps {
  title: string
  attachment: Attachment
  /** The file while it is read, and after; mount the dialog while it is open. */
  query: { data: { file: File } | undefined; error: unknown; refetch: () => unknown }
  onClose: () => void
}

/** A scan as it was handed in: a PDF in the viewer of papers, a photograph as it is. */
export function AttachmentDialog({ title, attachment, query, onClose }: AttachmentDialogProps) {
  const { data, error } = query
  if (attachment.type === 'application/pdf')
    return <FileDialog title={title} query={{ ...query, data: data?.file }} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title} size="auto">
      {error ? (
        <ErrorPanel onRetry={() => query.refetch()}>{errorMessage(error)}</ErrorPanel>
      ) : data ? (
        <Photograph file={data.file} label={title} />
      ) : (
        <LoadingBars rows={6} />
      )}
    </Modal>
  )
}

function Photograph({ file, label }: { file: Blob; label: string }) {
  const address = useObjectUrl(file)
  return address && <img className={styles.photograph} src={address} alt={label} />
}
