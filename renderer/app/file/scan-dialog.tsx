import { Modal } from '@mantine/core'
import { ErrorPanel } from '../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { errorMessage } from '../error-message.ts'
import { FileDialog } from './file-dialog.tsx'
import { useObjectUrl } from './use-object-url.ts'

interface ScanDialogProps {
  title: string
  /** Media type of the scan, known before the file is read. */
  type: string
  /** Reads the file. */
  query: { data: File | undefined; error: unknown; refetch: () => unknown }
  onClose: () => void
}

/** A scan as it was handed in: a PDF in the viewer, a photograph as a picture. Mount only while open. */
export function ScanDialog({ title, type, query, onClose }: ScanDialogProps) {
  const address = useObjectUrl(query.data)
  if (type === 'application/pdf') return <FileDialog title={title} query={query} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title} size="auto">
      {query.error ? (
        <ErrorPanel onRetry={() => query.refetch()}>{errorMessage(query.error)}</ErrorPanel>
      ) : address === null ? (
        <LoadingBars rows={6} />
      ) : (
        <img src={address} alt={title} style={{ display: 'block', maxWidth: '100%', maxHeight: '75vh' }} />
      )}
    </Modal>
  )
}

/** A query for a file that is already in memory. */
export function readFile(file: File) {
  return { type: file.type, query: { data: file, error: null, refetch: () => {} } }
}
