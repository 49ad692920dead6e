import { Modal } from '@mantine/core'
import { useObjectUrl } from '../../app/use-object-url.ts'
import { FileDialog } from './file-dialog.tsx'
import styles from './scan-dialog.module.css'

interface ScanDialogProps {
  title: string
  file: File
  onClose: () => void
}

/** A scan that was asked for: a PDF in the viewer of papers, a picture as it is. */
export function ScanDialog({ title, file, onClose }: ScanDialogProps) {
  const address = useObjectUrl(file)
  if (file.type === 'application/pdf')
    return <FileDialog title={title} query={{ data: file, error: null, refetch: () => {} }} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title} size="auto">
      {address !== null && <img className={styles.scan} src={address} alt={title} />}
    </Modal>
  )
}
