import type { Spending } from '../../../shared/features/activity/contract.ts'
import { api, readOnce, useCommand, useRead } from '../../app/client.ts'
import { ScanDialog } from '../../app/file/scan-dialog.tsx'
import { AttachDialog } from '../attachment/attach-dialog.tsx'

interface EvidenceDialogProps {
  entry: Spending
  onClose: () => void
}

/** Attaches the scan that proves a payment. */
export function AttachEvidence({ entry, onClose }: EvidenceDialogProps) {
  const attach = useCommand(api.activity.attachEvidence, { done: () => `Bukti ${entry.evidence} disimpan.` })
  const remove = useCommand(api.activity.removeEvidence, { done: () => 'Berkas bukti dihapus.' })
  return (
    <AttachDialog
      title={`Bukti ${entry.evidence}`}
      id={entry.id}
      present={entry.file}
      {...{ attach, remove, onClose }}
    />
  )
}

export function ShowEvidence({ entry, onClose }: EvidenceDialogProps) {
  const query = useRead(api.activity.evidence, { id: entry.id }, { ...readOnce, select: ({ file }) => file })
  return entry.file && <ScanDialog title={`Bukti ${entry.evidence}`} type={entry.file.type} {...{ query, onClose }} />
}
