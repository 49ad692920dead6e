import type { IssueCheck } from '../../../../shared/features/certificate/contract.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'

interface OverrideDialogProps {
  check: IssueCheck
  /** Whose paper; null for all papers of the class. */
  name: string | null
  onAction: (reason: string) => void
  onCancel: () => void
}

const schema = paragraph(500, 10)

/** Asks why a paper goes out although a check is red. */
export function OverrideDialog({ check, name, onAction, onCancel }: OverrideDialogProps) {
  return (
    <ReasonDialog
      title={`Terbitkan ${name === null ? 'sertifikat kelas ini' : name} walaupun belum beres?`}
      schema={schema}
      label="Alasan pengecualian"
      action="Kecualikan"
      onAction={onAction}
      onCancel={onCancel}
    >
      <b>{check.message}</b>. Alasan, nama petugas, dan waktunya tercatat pada penerbitan dan tidak dapat dihapus.
    </ReasonDialog>
  )
}
