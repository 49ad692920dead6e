import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Credential } from '../../../shared/features/instructor/contract.ts'
import { api } from '../../app/client.ts'
import { errorWords } from '../../app/error-words.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LoadingBars } from '../../ui/loading-bars.tsx'
import { FileDialog } from '../paper/file-dialog.tsx'
import styles from './scan-dialog.module.css'

/** The scan of a certificate: a PDF in the viewer of papers, a photograph as it is. */
export function ScanDialog({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const query = useQuery({
    ...api.instructor.scan.queryOptions({ input: { id: credential.id } }),
    staleTime: 'static',
    gcTime: 0,
  })
  const title = `Pindaian ${credential.number}`
  const { data, error } = query
  if (credential.scan?.type === 'application/pdf')
    return <FileDialog title={title} query={{ ...query, data: data?.file }} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={title} size="auto">
      {error ? (
        <ErrorPanel onRetry={() => query.refetch()}>{errorWords(error)}</ErrorPanel>
      ) : data ? (
        <Photograph file={data.file} label={`${title}, ${credential.scheme}`} />
      ) : (
        <LoadingBars rows={6} />
      )}
    </Modal>
  )
}

function Photograph({ file, label }: { file: Blob; label: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address && <img className={styles.photograph} src={address} alt={label} />
}
