import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import styles from './class-papers.module.css'
import { FileDialog } from './file-dialog.tsx'

export interface ScanDialogProps {
  title: string
  file: File
  onClose: () => void
}

/** A signed paper as it was scanned: a PDF in the viewer of papers, a picture as it is. */
export function ScanDialog({ title, file, onClose }: ScanDialogProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (file.type === 'application/pdf')
    return <FileDialog title={title} query={{ data: file, error: null, refetch: () => {} }} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title} size="auto">
      {address !== null && <img className={styles.scan} src={address} alt={title} />}
    </Modal>
  )
}
