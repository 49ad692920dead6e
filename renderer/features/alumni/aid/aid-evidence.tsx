import type { AidRow } from '../../../../shared/features/alumni/aid-contract.ts'
import { api, readOnce, useCommand, useRead } from '../../../app/client.ts'
import { ScanDialog } from '../../../app/file/scan-dialog.tsx'
import { AttachDialog } from '../../attachment/attach-dialog.tsx'

interface AidEvidenceProps {
  aid: AidRow
  onClose: () => void
}

/** Attaches the scan that proves that an aid was handed over. */
export function AttachAidEvidence({ aid, onClose }: AidEvidenceProps) {
  const attach = useCommand(api.aid.attachEvidence, { done: () => `Bukti ${aid.name} disimpan.` })
  const remove = useCommand(api.aid.removeEvidence, { done: () => 'Berkas bukti dihapus.' })
  return (
    <AttachDialog
      title={`Bukti modal kerja ${aid.name}`}
      id={aid.id}
      present={aid.evidence}
      {...{ attach, remove, onClose }}
    />
  )
}

export function ShowAidEvidence({ aid, onClose }: AidEvidenceProps) {
  const query = useRead(api.aid.evidence, { id: aid.id }, { ...readOnce, select: ({ file }) => file })
  return (
    aid.evidence && (
      <ScanDialog title={`Bukti modal kerja ${aid.name}`} type={aid.evidence.type} {...{ query, onClose }} />
    )
  )
}
